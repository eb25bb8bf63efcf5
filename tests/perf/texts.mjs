/**
 * Texts and contexts to measure with: every text is another run of real-looking
 * posts, Dutch and English, and every check has another writer.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The texts of all posts in a folder of JSON lines. */
export function posts(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl")).sort();
  const lines = files.flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line).text);
}

/** Different posts one after another, from number `first` on, cut to `length`. */
export function joined(all, first, length) {
  let text = "";
  for (let i = first; text.length < length; i++) {
    text += `${all[i % all.length]}\n`;
  }
  return text.slice(0, length).toWellFormed();
}

/** So many different texts of a length. */
export function texts(all, length, count) {
  return Array.from({ length: count }, (_, i) => joined(all, i * 17, length));
}

const EMPLOYERS = ["rijk", "defensie", "bz", "gemeente"];
const CAPACITIES = ["prive", "functie", "namens"];
const FUNCTIONS = ["communicatie", "top", "overig"];
const TOPICS = ["defensie", "asiel", "zorg", "onderwijs", "klimaat", "verkeer"];

/** A context that differs from number to number. */
export function context(i) {
  return {
    employer: EMPLOYERS[i % 4],
    capacity: CAPACITIES[Math.floor(i / 4) % 3],
    function: FUNCTIONS[Math.floor(i / 12) % 3],
    topics: [TOPICS[i % TOPICS.length]],
    abroad: i % 7 === 0,
    year: 2026,
    off: [],
  };
}
