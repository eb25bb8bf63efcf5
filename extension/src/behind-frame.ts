/**
 * One piece of work, asked for within a frame and done once in the first task
 * behind it: the page has been laid out then, so that asking where something
 * stands costs nothing.
 */
export class BehindFrame {
  readonly #work: () => void;
  readonly #channel = new MessageChannel();
  #due = false;

  constructor(work: () => void) {
    this.#work = work;
    this.#channel.port1.addEventListener("message", () => {
      if (!this.#due) return;
      this.#due = false;
      this.#work();
    });
    this.#channel.port1.start();
  }

  request(): void {
    if (this.#due) return;
    this.#due = true;
    this.#channel.port2.postMessage(null);
  }

  dispose(): void {
    this.#due = false;
    this.#channel.port1.close();
  }
}
