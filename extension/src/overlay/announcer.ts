/**
 * Tells a screen reader what the underlines cannot: the state after a change,
 * once the writer rests.
 */
import { element } from "./element";
import type { Stage } from "./stage";
import type { Theme } from "./theme";

const REST = 900;

export class Announcer {
  readonly #stage: Stage;
  readonly #region = element("div", { class: "spoken", role: "status", "aria-live": "polite" });
  #timer: ReturnType<typeof setTimeout> | null = null;
  #said = "";

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  say(text: string, near: HTMLElement, theme: Theme): void {
    if (text === this.#said) return;
    this.#said = text;
    if (this.#timer !== null) clearTimeout(this.#timer);
    // The region has to be there before its text changes.
    this.#stage.show(this.#region, near, theme);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#region.textContent = text;
      if (text === "") this.#stage.hide(this.#region);
    }, REST);
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#said = "";
    this.#stage.hide(this.#region);
  }
}
