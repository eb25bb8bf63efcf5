/**
 * When a changed text is looked at. What the user types is looked at at once, but
 * once a frame at most; what a page changes by itself, over and over, only every
 * so often, so that a restless page costs next to nothing. No clock runs while
 * nothing changes.
 */

/** Between two looks at what the page changed by itself (ms). */
const REST = 120;

export class Pace {
  readonly #look: () => void;
  #typed = false;
  #frame: number | null = null;
  #stale = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #lookedAt = -REST;

  constructor(look: () => void) {
    this.#look = look;
  }

  /** The user pressed a key or put something in: the change that follows is theirs. */
  typed(): void {
    this.#typed = true;
  }

  /** The text may have changed. */
  changed(): void {
    if (this.#frame !== null) {
      this.#stale = true;
      return;
    }
    const left = this.#lookedAt + REST - performance.now();
    if (this.#typed || left <= 0) return this.#lookNow();
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#lookNow();
    }, left);
  }

  stop(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#frame = this.#timer = null;
    this.#stale = this.#typed = false;
  }

  #lookNow(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#lookedAt = performance.now();
    this.#frame = requestAnimationFrame(() => {
      this.#frame = null;
      // Changes by the editor right after the key are still the user's.
      const stale = this.#stale;
      const typed = this.#typed;
      this.#typed = this.#stale = false;
      if (!stale) return;
      if (typed) this.#look();
      else this.changed();
    });
    this.#look();
  }
}
