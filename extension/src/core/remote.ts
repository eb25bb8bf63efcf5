/**
 * The core in the background, reached over the frame's port. Survives a
 * background that was put to sleep: the context and the last unanswered check
 * are sent again when the port comes back.
 */
import type { Link } from "../link";
import type { Context, Core, Warning } from "./types";

interface Unanswered {
  seq: number;
  text: string;
  done: (warnings: Warning[]) => void;
}

/** One count for all composers of the frame, which share the port. */
let seqOfFrame = 0;

export class RemoteCore implements Core {
  readonly #link: Link;
  readonly #failed: (reason: string) => void;
  readonly #stop: () => void;
  #context: Context | null = null;
  #unanswered: Unanswered | null = null;
  /** One question at a time; of those that come meanwhile, the newest. */
  #next: { text: string; done: (warnings: Warning[]) => void } | null = null;

  constructor(link: Link, failed: (reason: string) => void) {
    this.#link = link;
    this.#failed = failed;
    this.#stop = link.subscribe({
      message: (message) => {
        if (message.seq !== this.#unanswered?.seq) return;
        const { done } = this.#unanswered;
        this.#unanswered = null;
        const next = this.#next;
        if (next !== null) {
          this.#next = null;
          return this.check(next.text, next.done);
        }
        if (message.type === "warnings") done(message.warnings);
        else this.#failed(message.reason);
      },
      opened: () => {
        if (this.#context !== null) this.#link.post({ type: "context", context: this.#context });
      },
      closed: () => {
        if (this.#unanswered === null || this.#ask()) return;
        this.#unanswered = this.#next = null;
        this.#failed("background");
      },
    });
  }

  setContext(context: Context): void {
    this.#context = context;
    if (this.#link.isOpen) this.#link.post({ type: "context", context });
  }

  check(text: string, done: (warnings: Warning[]) => void): void {
    this.#link.forgive();
    if (this.#unanswered !== null && this.#link.isOpen) {
      this.#next = { text, done };
      return;
    }
    this.#unanswered = { seq: ++seqOfFrame, text, done };
    this.#next = null;
    this.#ask();
  }

  dispose(): void {
    this.#unanswered = this.#next = null;
    this.#stop();
  }

  /** Posting opens the port where needed, which sends the context first. */
  #ask(): boolean {
    if (this.#unanswered === null) return true;
    const { seq, text } = this.#unanswered;
    return this.#link.post({ type: "check", seq, text });
  }
}
