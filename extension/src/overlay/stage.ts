/**
 * The one place where Bezint draws its own elements: a closed shadow root on a
 * host in the top layer, far from any editor, there only while something is
 * shown. Keeps what happens inside from the page's own listeners, so that
 * a shortcut of the site or a focus trap does not answer to it.
 */
import { Attachments } from "../attachments";
import { closest } from "../site/tree";
import { stageStyle } from "./style";
import type { Theme } from "./theme";

/** Stopped before the page sees them. Clicks reach our buttons and stop there. */
const KEPT = ["pointerdown", "pointerup", "mousedown", "mouseup", "touchstart", "touchend", "keyup", "keypress"] as const;
const FOCUS = ["focusin", "focusout", "focus", "blur"] as const;

export class Stage {
  readonly #attached = new Attachments();
  readonly #shown = new Set<HTMLElement>();
  #host: HTMLElement | null = null;
  #root: ShadowRoot | null = null;
  #floor: HTMLElement | null = null;
  /** Keys pressed while the focus is inside. */
  onKey: (event: KeyboardEvent) => void = () => {};

  /** To be made before the page's own scripts run: the first listener wins. */
  constructor() {
    const first = { capture: true } as const;
    for (const type of [...KEPT, ...FOCUS]) {
      this.#attached.listen(window, type, (event) => this.#keep(event), first);
    }
    this.#attached.listen(
      window,
      "keydown",
      (event) => {
        if (!this.#keep(event)) return;
        this.onKey(event);
      },
      first,
    );
  }

  #keep(event: Event): boolean {
    if (this.#host === null || event.target !== this.#host) return false;
    event.stopImmediatePropagation();
    if (event.type === "mousedown") event.preventDefault();
    return true;
  }

  /** The element that has the focus inside, if any. */
  get focused(): HTMLElement | null {
    const active = this.#root?.activeElement;
    return active instanceof HTMLElement ? active : null;
  }

  isHost(target: EventTarget | null): boolean {
    return this.#host !== null && target === this.#host;
  }

  /** Shows a part; `near` is the editor it belongs to. */
  show(part: HTMLElement, near: HTMLElement, theme: Theme): void {
    const floor = this.#mount(near);
    if (floor.className !== theme) floor.className = theme;
    if (part.parentNode !== floor) floor.append(part);
    this.#shown.add(part);
  }

  hide(part: HTMLElement): void {
    part.remove();
    this.#shown.delete(part);
    if (this.#shown.size === 0) this.#unmount();
  }

  dispose(): void {
    this.#shown.clear();
    this.#unmount();
    this.#attached.detach();
  }

  /** A modal dialog makes everything outside it dead, so then it is the parent. */
  static #parentFor(near: HTMLElement): Element {
    return closest(near, "dialog:modal") ?? document.documentElement;
  }

  #mount(near: HTMLElement): HTMLElement {
    const parent = Stage.#parentFor(near);
    if (this.#floor !== null && this.#host?.parentNode === parent) return this.#floor;
    const parts = [...this.#shown];
    this.#unmount();
    const host = document.createElement("div");
    const root = host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(stageStyle);
    root.adoptedStyleSheets = [sheet];
    const floor = document.createElement("div");
    floor.append(...parts);
    root.append(floor);
    root.addEventListener("click", (event) => event.stopPropagation());
    host.popover = "manual";
    parent.append(host);
    host.showPopover();
    this.#host = host;
    this.#root = root;
    this.#floor = floor;
    return floor;
  }

  #unmount(): void {
    this.#host?.remove();
    this.#host = this.#root = this.#floor = null;
  }
}
