/**
 * One fresh process from nothing to a first answer; prints milliseconds as
 * JSON: compile, instantiate, load the rules, first check, and all together.
 */
import { bytes, glue } from "./core.mjs";
import { context, joined, posts } from "./texts.mjs";

const [folder, number] = process.argv.slice(2);
const text = joined(posts(folder), Number(number) * 31, 280);
const binary = bytes();
const core = await glue();
const marks = [performance.now()];
const module = new WebAssembly.Module(binary);
marks.push(performance.now());
core.initSync({ module });
marks.push(performance.now());
const checker = new core.Checker();
checker.set_context(context(Number(number)));
marks.push(performance.now());
checker.check(text);
marks.push(performance.now());
const [compile, instantiate, load, first] = marks.slice(1).map((mark, i) => mark - marks[i]);
console.log(JSON.stringify({ compile, instantiate, load, first, ready: marks.at(-1) - marks[0] }));
