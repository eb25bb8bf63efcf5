/**
 * The core beside its nearest peer and beside plain JavaScript, on the same
 * texts in the same run.
 *
 *   node compare.mjs FOLDER-WITH-POSTS FORMS.json
 *
 * FORMS.json is what `bezint forms --json` prints. Prints the rows of a table as
 * JSON. Harper checks spelling and grammar of English: another task, but the
 * same way into the same browsers, so its cost is what users are used to.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bytes, glue } from "./core.mjs";
import { each, eachAwaited, summary } from "./measure.mjs";
import { context, posts, texts } from "./texts.mjs";

const [folder, forms] = process.argv.slice(2);
const LENGTHS = [20, 280, 1000, 3000, 30000];
const all = posts(folder);
const rows = [];
const put = (group, what, unit, values) => rows.push({ group, what, unit, ...values });

/** Checks of one length: fewer of long texts. */
const different = (length) => Math.max(5, Math.min(400, Math.round(200_000 / length)));
const rounds = (length) => Math.max(20, Math.min(4000, Math.round(2_000_000 / length)));

function ready() {
  const script = fileURLToPath(new URL("ready.mjs", import.meta.url));
  const runs = Array.from({ length: 9 }, (_, i) =>
    JSON.parse(execFileSync(process.execPath, [script, folder, String(i)], { encoding: "utf8" })),
  );
  for (const part of ["compile", "instantiate", "load", "first", "ready"]) {
    put("core: ready", part, "ms", summary(runs.map((run) => run[part])));
  }
}

async function core() {
  const { initSync, Checker } = await glue();
  const { memory } = initSync({ module: new WebAssembly.Module(bytes()) });
  const checker = new Checker();
  const medians = new Map();
  for (const length of LENGTHS) {
    const list = texts(all, length, different(length));
    const check = (i) => {
      const text = list[i % list.length];
      if (i % list.length === 0) {
        checker.set_context(context(i / list.length));
      }
      // Lines that were there before are not read again.
      checker.check("");
      return () => checker.check(text);
    };
    const first = each(1, check(0));
    for (let i = 0; i < list.length; i++) {
      check(i)();
    }
    const times = [];
    for (let i = 0; i < rounds(length); i++) {
      times.push(...each(1, check(i)));
    }
    const values = summary(times);
    medians.set(length, values.median);
    put("core: check", `${length} characters`, "µs", values);
    put("core: check", `${length} characters, first of this length`, "µs", { median: first[0] });
    const typed = [];
    for (let i = 0; i < rounds(length) / 4; i++) {
      const text = list[i % list.length];
      checker.check(text);
      typed.push(...each(1, () => checker.check(`${text}n`)));
    }
    put("core: check", `${length} characters, one letter more`, "µs", summary(typed));
  }
  put("core: memory", "peak", "KiB", { median: memory.buffer.byteLength / 1024 });
  return medians;
}

function plain(medians) {
  const { lexicons } = JSON.parse(readFileSync(forms, "utf8"));
  const words = [...new Set(Object.values(lexicons).flat())];
  const literal = words.filter((word) => !/[{}()|[\]?]|\.\./u.test(word));
  literal.sort((a, b) => b.length - a.length);
  const escaped = literal.map((word) => word.toLowerCase().replace(/[\\^$.*+/-]/g, "\\$&"));
  const start = performance.now();
  const pattern = new RegExp(`\\b(?:${escaped.join("|")})\\b`, "g");
  "x".match(pattern);
  put("JavaScript", `ready, ${literal.length} phrases`, "ms", { median: performance.now() - start });
  const find = (text) => [...text.toLowerCase().matchAll(pattern)];
  for (const length of LENGTHS) {
    const list = texts(all, length, Math.min(60, different(length)));
    list.slice(0, 3).forEach(find);
    const count = Math.max(3, Math.min(60, Math.round(20_000 / length)));
    const values = summary(each(count, (i) => find(list[i % list.length])));
    put("JavaScript", `${length} characters`, "µs", values);
    put("ratio", `JavaScript to core, ${length} characters`, "×", {
      median: values.median / medians.get(length),
    });
  }
}

async function harper(medians) {
  const { LocalLinter } = await import("harper.js");
  const { binaryInlined } = await import("harper.js/binaryInlined");
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  await linter.lint(texts(all, 280, 1)[0]);
  put("Harper", "ready", "ms", { median: performance.now() - start });
  for (const length of LENGTHS) {
    const list = texts(all, length, different(length));
    const count = Math.max(3, Math.min(40, Math.round(60_000 / length)));
    const values = summary(await eachAwaited(count, (i) => linter.lint(list[(i + 1) % list.length])));
    put("Harper", `${length} characters`, "µs", values);
    put("ratio", `Harper to core, ${length} characters`, "×", {
      median: values.median / medians.get(length),
    });
  }
  put("Harper", "memory added to the process", "KiB", {
    median: (process.memoryUsage().rss - before) / 1024,
  });
}

ready();
const medians = await core();
plain(medians);
await harper(medians);
console.log(JSON.stringify(rows));
process.exit(0);
