/**
 * The core in the background, for frames whose page allows no WebAssembly.
 * Compiled at the first check after waking up; one checker for each context.
 */
import { Checker, initSync } from "bezint-core";
import coreBytes from "bezint-core-wasm";
import { bytesOf } from "../core/bytes";
import type { Context, Warning } from "../core/types";

let compiled: Promise<void> | null = null;
const checkers = new Map<string, Checker>();

/** Contexts change by hand; a handful covers every open tab. */
const KEPT = 6;

function compile(): Promise<void> {
  compiled ??= WebAssembly.compile(bytesOf(coreBytes)).then((module) => {
    initSync({ module });
  });
  return compiled;
}

function checkerFor(context: Context): Checker {
  const key = JSON.stringify(context);
  let checker = checkers.get(key);
  if (checker === undefined) {
    checker = new Checker();
    checker.set_context(context);
  } else {
    checkers.delete(key);
  }
  checkers.set(key, checker);
  for (const [oldest, unused] of checkers) {
    if (checkers.size <= KEPT) break;
    checkers.delete(oldest);
    unused.free();
  }
  return checker;
}

export async function check(text: string, context: Context): Promise<Warning[]> {
  await compile();
  return checkerFor(context).check(text);
}
