/**
 * One piece of work, done at most once per frame of the screen, and only when
 * asked for.
 */
export class FrameTask {
  readonly #work: () => void;
  #handle: number | null = null;

  constructor(work: () => void) {
    this.#work = work;
  }

  request(): void {
    this.#handle ??= requestAnimationFrame(() => {
      this.#handle = null;
      this.#work();
    });
  }

  cancel(): void {
    if (this.#handle !== null) cancelAnimationFrame(this.#handle);
    this.#handle = null;
  }
}
