/**
 * The small mark at the composer: how many findings and how heavy, or whether
 * Bezint looks at all. A quiet dot when there is nothing to say.
 */
import { heaviest, type Severity } from "../core/types";
import { element } from "../overlay/element";
import { drawing } from "../overlay/marks";
import type { Stage } from "../overlay/stage";
import { word } from "../overlay/words";
import { rootOf } from "../site/tree";
import type { Session } from "../writing/session";
import { fits, type Spot, spotFor } from "./spot";

/** One sentence for the state of a composer: pill's label and head of the list. */
export function stateOf(session: Session): string {
  const { state, findings } = session;
  if (state !== "watching") return word(`state_${state}`);
  if (findings.length === 0) return word("state_watching");
  return findings.length === 1 ? word("count_one") : word("count_many", findings.length);
}

/** States of one composer whose spots are kept; there are hardly more. */
const MOST_SPOTS = 24;

export class Pill {
  readonly #stage: Stage;
  readonly #button: HTMLButtonElement;
  #looks = "";
  /** The composer it was placed at. */
  #beside: Session | null = null;
  /** Where that composer's box stood. */
  #corner: Spot = { left: 0, top: 0 };
  /** The sizes of box and window the spots were found for. */
  #sizes = "";
  /** Its mark for each severity, drawn once. */
  readonly #marks = new Map<Severity, SVGElement>();
  readonly #count = element("span", { class: "count" });
  /** By looks the spot that was found, from the corner of the box. */
  readonly #spots = new Map<string, Spot>();

  constructor(stage: Stage, pressed: () => void) {
    this.#stage = stage;
    this.#button = element("button", { type: "button", class: "pill quiet", "aria-haspopup": "dialog" });
    this.#button.addEventListener("click", pressed);
  }

  get element(): HTMLElement {
    return this.#button;
  }

  get isShown(): boolean {
    return this.#beside !== null;
  }

  /**
   * Shows the state. Asks the page for its layout only where there was no pill
   * at this composer; `place` behind the frame does the rest.
   */
  show(session: Session, expanded: boolean): void {
    const changed = this.#dress(session, expanded);
    this.#stage.show(this.#button, session.box, session.theme);
    if (session !== this.#beside) return this.place(session);
    const known = this.#spots.get(this.#looks);
    if (changed && known !== undefined) this.#move(known);
  }

  /** Follows the box; `show` comes first. */
  place(session: Session): void {
    const box = session.visibleBox;
    if (box === null) return this.hide();
    const { clientWidth, clientHeight } = document.documentElement;
    // Looking for a spot asks for what stands at many points: not at every key,
    // nor while the box scrolls with what is around it.
    const sizes = [box.right - box.left, box.bottom - box.top, clientWidth, clientHeight].map(Math.round).join();
    if (session !== this.#beside || sizes !== this.#sizes || this.#spots.size > MOST_SPOTS) this.#spots.clear();
    this.#beside = session;
    this.#corner = { left: box.left, top: box.top };
    this.#sizes = sizes;
    const { offsetWidth: width, offsetHeight: height } = this.#button;
    let from = this.#spots.get(this.#looks);
    if (from === undefined || !fits({ left: box.left + from.left, top: box.top + from.top }, { width, height })) {
      const spot = spotFor(box, width, height, rootOf(session.box), (element) => this.#stage.isHost(element));
      from = { left: spot.left - box.left, top: spot.top - box.top };
      this.#spots.set(this.#looks, from);
    }
    this.#move(from);
  }

  hide(): void {
    this.#beside = null;
    this.#stage.hide(this.#button);
  }

  #move({ left, top }: Spot): void {
    this.#button.style.left = `${Math.round(this.#corner.left + left)}px`;
    this.#button.style.top = `${Math.round(this.#corner.top + top)}px`;
  }

  /** Whether it looks different now. */
  #dress(session: Session, expanded: boolean): boolean {
    const { findings, state } = session;
    const worst = heaviest(findings);
    const label = stateOf(session);
    const looks = [label, worst, state, expanded].join("|");
    if (looks === this.#looks) return false;
    this.#looks = looks;
    const pill = this.#button;
    const blind = state === "watching" ? "" : state === "paused" ? " paused" : " off";
    pill.className = worst === null ? `pill quiet${blind}` : "pill";
    if (worst === null) delete pill.dataset["severity"];
    else pill.dataset["severity"] = worst;
    pill.setAttribute("aria-label", `Bezint: ${label}`);
    pill.setAttribute("aria-expanded", String(expanded));
    pill.title = `Bezint: ${label}`;
    if (worst === null) pill.replaceChildren();
    else {
      this.#count.textContent = String(findings.length);
      pill.replaceChildren(this.#mark(worst), this.#count);
    }
    return true;
  }

  #mark(severity: Severity): SVGElement {
    const drawn = this.#marks.get(severity) ?? drawing(severity);
    this.#marks.set(severity, drawn);
    return drawn;
  }
}
