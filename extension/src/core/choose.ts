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
  return new ChosenCore(openBest(origin, () => new RemoteCore(link, failed)), failed);
}

class ChosenCore implements Core {
  readonly #failed: (reason: string) => void;
  #core: Core | null = null;
  #context: Context | null = null;
  #waiting: { text: string; done: (warnings: Warning[]) => void } | null = null;
  #disposed = false;

  constructor(opening: Promise<Core>, failed: (reason: string) => void) {
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
      if (waiting !== null) core.check(waiting.text, waiting.done);
    });
  }

  setContext(context: Context): void {
    this.#context = context;
    this.#guard(() => this.#core?.setContext(context));
  }

  check(text: string, done: (warnings: Warning[]) => void): void {
    const core = this.#core;
    if (core === null) this.#waiting = { text, done };
    else this.#guard(() => core.check(text, done));
  }

  dispose(): void {
    this.#disposed = true;
    this.#waiting = null;
    this.#core?.dispose();
    this.#core = null;
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
