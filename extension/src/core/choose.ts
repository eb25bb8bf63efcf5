/**
 * Decides which host of the core serves this frame, and hides the time it takes
 * to get there: checks asked for meanwhile are answered when it is ready.
 */
import type { Link } from "../link";
import { openLocal, RefusedByPage } from "./local";
import { RemoteCore } from "./remote";
import type { Context, Core, Warning } from "./types";

/** storage.local key: origins whose pages refused to compile the core. */
const REFUSED = "coreRefusedBy";

/**
 * Chromium applies the page's script policy to content scripts. LinkedIn's has
 * no place for WebAssembly, and a refused attempt is reported to the site.
 */
function neverLocal(origin: string): boolean {
  return BROWSER === "chromium" && /^https:\/\/([\w-]+\.)*linkedin\.com$/.test(origin);
}

async function refusedBefore(): Promise<Record<string, true>> {
  const stored = (await chrome.storage.local.get(REFUSED))[REFUSED];
  return typeof stored === "object" && stored !== null ? { ...stored } : {};
}

/**
 * Longer than any post (UTF-16 code units): such a text is checked in the
 * background, so that the page goes on meanwhile, whichever host serves it.
 */
const HUGE = 10_000;

async function openBest(origin: string, remote: () => Core): Promise<Core> {
  if (neverLocal(origin)) return remote();
  const refused = await refusedBefore();
  if (BROWSER === "chromium" && refused[origin] === true) return remote();
  try {
    return await openLocal();
  } catch (error) {
    if (error instanceof RefusedByPage) {
      await chrome.storage.local.set({ [REFUSED]: { ...refused, [origin]: true } });
    }
    return remote();
  }
}

/** `failed` is told when neither host can check; the next check tries again. */
export function openCore(origin: string, link: Link, failed: (reason: string) => void): Core {
  const remote = (): Core => new RemoteCore(link, failed);
  return new ChosenCore(openBest(origin, remote), remote, failed);
}

class ChosenCore implements Core {
  readonly #remote: () => Core;
  readonly #failed: (reason: string) => void;
  #core: Core | null = null;
  /** Opened with the first huge text. */
  #forHuge: Core | null = null;
  /** The text asked for last: the answer to any other comes too late. */
  #newest = 0;
  #context: Context | null = null;
  #waiting: { text: string; done: (warnings: Warning[]) => void } | null = null;
  #disposed = false;

  constructor(opening: Promise<Core>, remote: () => Core, failed: (reason: string) => void) {
    this.#remote = remote;
    this.#failed = failed;
    opening.then(
      (core) => this.#ready(core),
      (error: unknown) => failed(String(error)),
    );
  }

  #ready(core: Core): void {
    if (this.#disposed) return core.dispose();
    this.#core = core;
    this.#guard(() => {
      if (this.#context !== null) core.setContext(this.#context);
      const waiting = this.#waiting;
      this.#waiting = null;
      if (waiting !== null) this.check(waiting.text, waiting.done);
    });
  }

  setContext(context: Context): void {
    this.#context = context;
    this.#guard(() => this.#core?.setContext(context));
    this.#guard(() => this.#forHuge?.setContext(context));
  }

  check(text: string, done: (warnings: Warning[]) => void): void {
    const core = this.#core;
    if (core === null) {
      this.#waiting = { text, done };
      return;
    }
    const seq = ++this.#newest;
    const host = text.length > HUGE ? this.#openForHuge() : core;
    this.#guard(() =>
      host.check(text, (warnings) => {
        if (seq === this.#newest) done(warnings);
      }),
    );
  }

  #openForHuge(): Core {
    if (this.#core instanceof RemoteCore) return this.#core;
    if (this.#forHuge === null) {
      this.#forHuge = this.#remote();
      if (this.#context !== null) this.#forHuge.setContext(this.#context);
    }
    return this.#forHuge;
  }

  dispose(): void {
    this.#disposed = true;
    this.#waiting = null;
    this.#core?.dispose();
    this.#forHuge?.dispose();
    this.#core = this.#forHuge = null;
  }

  /** A core that throws must cost the page nothing. */
  #guard(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#failed(String(error));
    }
  }
}
