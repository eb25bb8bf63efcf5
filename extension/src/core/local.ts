/**
 * The core inside the content script: the quick host. Asks the background once
 * for the bytes and compiles them under the page's policy; where that policy
 * refuses, `openLocal` rejects and the caller takes the other host.
 */
import { Checker, initSync } from "bezint-core";
import { ask } from "../messages";
import { bytesOf } from "./bytes";
import type { Context, Core, Warning } from "./types";

export class RefusedByPage extends Error {}

/** One for the frame: its composers share settings, and tables take memory. */
let shared: Promise<Checker> | null = null;

async function load(): Promise<Checker> {
  const bytes = bytesOf(await ask("core-bytes", {}));
  let module: WebAssembly.Module;
  try {
    module = await WebAssembly.compile(bytes);
  } catch (error) {
    throw new RefusedByPage(String(error));
  }
  initSync({ module });
  return new Checker();
}

export async function openLocal(): Promise<Core> {
  shared ??= load();
  try {
    return new LocalCore(await shared);
  } catch (error) {
    shared = null;
    throw error;
  }
}

class LocalCore implements Core {
  readonly #checker: Checker;

  constructor(checker: Checker) {
    this.#checker = checker;
  }

  setContext(context: Context): void {
    this.#checker.set_context(context);
  }

  check(text: string, done: (warnings: Warning[]) => void): void {
    done(this.#checker.check(text));
  }

  /** The checker stays for the frame's next composer. */
  dispose(): void {}
}
