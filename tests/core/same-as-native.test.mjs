/**
 * The core in WebAssembly says of every example what the native engine says.
 * Reads JSON lines made by `bezint pack examples` from the file named in
 * BEZINT_EXAMPLES; BEZINT_EXAMPLES_COUNT and BEZINT_RULES_COUNT are what
 * `bezint pack test --json` counts. The core is the one that ships.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const generated = new URL("../../extension/generated/", import.meta.url);
const { initSync, Checker } = await import(new URL("core.js", generated).href);
initSync({ module: readFileSync(new URL("core_bg.wasm", generated)) });
const lines = readFileSync(process.env.BEZINT_EXAMPLES, "utf8").trim().split("\n").map((line) => JSON.parse(line));

test("every example of every rule comes out the same in wasm", () => {
  const checker = new Checker();
  assert.equal(lines.length, Number(process.env.BEZINT_EXAMPLES_COUNT), "examples that `bezint pack test` counts");
  assert.equal(new Set(lines.map(({ rule }) => rule)).size, Number(process.env.BEZINT_RULES_COUNT));
  for (const { rule, text, context, warnings } of lines) {
    checker.set_context(context);
    const found = checker.check(text).map(({ rule, severity, start, end }) => ({ rule, severity, start, end }));
    assert.deepEqual(found, warnings, `${rule}: ${text}`);
  }
});

test("an unknown employer is refused and the context stays as it was", () => {
  const checker = new Checker();
  const { context } = lines[0];
  checker.set_context(context);
  assert.throws(() => checker.set_context({ ...context, employer: "provincie" }), /provincie/);
  assert.throws(() => checker.set_context(null));
  assert.ok(Array.isArray(checker.check("tekst")));
});

test("a rule that is switched off stays quiet", () => {
  const checker = new Checker();
  const { text, context, warnings } = lines.find((line) => line.warnings.length === 1);
  checker.set_context({ ...context, off: [warnings[0].rule, "no/such.rule"] });
  assert.ok(checker.check(text).every(({ rule }) => rule !== warnings[0].rule));
});

test("huge and odd texts are answered", () => {
  const checker = new Checker();
  for (const text of ["", "\ud800", "\u200d".repeat(1000), "a".repeat(1_000_000), "😀".repeat(10_000), "ik ".repeat(50_000)]) {
    assert.ok(Array.isArray(checker.check(text)));
  }
});
