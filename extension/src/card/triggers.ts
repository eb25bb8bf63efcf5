/**
 * What of the user's doing opens a card without being asked: resting the
 * pointer on an underline, or moving the caret into one. Typing never does.
 */
import { Attachments } from "../attachments";
import { selectedOffsets } from "../composer/selection";
import { FrameTask } from "../frame-task";
import type { Session } from "../writing/session";
import type { CardOpener } from "./opener";

const REST = 140;
const LEAVE = 280;
const MOVES = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"]);

export class CardTriggers {
  readonly #opener: CardOpener;
  readonly #sessions: () => Iterable<Session>;
  readonly #isOurs: (target: EventTarget | null) => boolean;
  readonly #attached = new Attachments();
  readonly #point = new FrameTask(() => this.#pointed());
  #on = false;
  #pointer: { x: number; y: number; target: EventTarget | null } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #moved = false;

  constructor(opener: CardOpener, sessions: () => Iterable<Session>, isOurs: (target: EventTarget | null) => boolean) {
    this.#opener = opener;
    this.#sessions = sessions;
    this.#isOurs = isOurs;
  }

  /** Listens only while there is something underlined. */
  turn(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    if (!on) return this.dispose();
    const quiet = { capture: true, passive: true } as const;
    this.#attached.listen(
      window,
      "pointermove",
      (event) => {
        // Selecting or dragging: a card would be in the way.
        if (event.buttons !== 0) return this.#wait(null);
        this.#pointer = { x: event.clientX, y: event.clientY, target: event.composedPath()[0] ?? event.target };
        this.#point.request();
      },
      quiet,
    );
    this.#attached.listen(
      window,
      "keydown",
      (event) => {
        this.#moved = MOVES.has(event.key) && !event.isComposing;
        if (!this.#moved && this.#opener.opened?.reason === "caret" && event.key !== "Escape") this.#opener.close(false);
      },
      quiet,
    );
    this.#attached.listen(window, "pointerup", () => (this.#moved = true), quiet);
    const caret = (): void => this.#caretMoved();
    document.addEventListener("selectionchange", caret);
    this.#attached.add(() => document.removeEventListener("selectionchange", caret));
  }

  dispose(): void {
    this.#on = false;
    this.#attached.detach();
    this.#point.cancel();
    this.#wait(null);
    this.#pointer = null;
  }

  #wait(step: (() => void) | null, time = 0): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer =
      step === null
        ? null
        : setTimeout(() => {
            this.#timer = null;
            step();
          }, time);
  }

  #pointed(): void {
    if (this.#pointer === null) return;
    const { x, y, target } = this.#pointer;
    // On the card or the pill themselves: leave everything as it is.
    if (this.#isOurs(target)) return this.#wait(null);
    for (const session of this.#sessions()) {
      if (!(target instanceof Node) || !session.box.contains(target)) continue;
      const finding = session.findingAt(x, y);
      if (finding === null) continue;
      if (this.#opener.opened?.finding === finding) return this.#wait(null);
      return this.#wait(() => void this.#opener.open(session, finding, "pointer"), REST);
    }
    if (this.#opener.opened?.reason !== "pointer") return this.#wait(null);
    if (this.#timer === null) {
      this.#wait(() => {
        if (this.#opener.opened?.reason === "pointer") this.#opener.close(false);
      }, LEAVE);
    }
  }

  #caretMoved(): void {
    if (!this.#moved) return;
    for (const session of this.#sessions()) {
      if (session.composer === null || session.composer.map === null) continue;
      const selected = selectedOffsets(session.composer);
      if (selected === null) continue;
      const { start, end } = selected;
      const finding =
        start === end ? session.findings.find((one) => start > one.start && start < one.end) : undefined;
      if (finding !== undefined) {
        if (this.#opener.opened === null) void this.#opener.open(session, finding, "caret");
      } else if (this.#opener.opened?.reason === "caret") {
        this.#opener.close(false);
      }
    }
  }
}
