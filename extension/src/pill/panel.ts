/** The list behind the pill: what Bezint does here and every finding. */
import type { RuleText } from "../core/types";
import { button, element } from "../overlay/element";
import { drawing } from "../overlay/marks";
import { placeBeside } from "../overlay/place";
import type { Stage } from "../overlay/stage";
import { local, word } from "../overlay/words";
import type { Finding } from "../writing/finding";
import type { Session } from "../writing/session";
import { stateOf } from "./pill";

export class Panel {
  readonly #stage: Stage;
  readonly #chosen: (session: Session, finding: Finding) => void;
  #panel: HTMLElement | null = null;

  constructor(stage: Stage, chosen: (session: Session, finding: Finding) => void) {
    this.#stage = stage;
    this.#chosen = chosen;
  }

  get isOpen(): boolean {
    return this.#panel !== null;
  }

  open(session: Session, beside: HTMLElement, texts: Record<string, RuleText>, employer: string): void {
    const { state, recognised, findings } = session;
    const panel = element(
      "div",
      { class: "panel", role: "dialog", "aria-labelledby": "panel-title", tabindex: "-1" },
      element(
        "header",
        {},
        element("h2", { id: "panel-title" }, stateOf(session)),
        state === "watching" && !recognised.known ? element("p", {}, word("box_unknown")) : null,
        state === "watching" ? element("p", {}, word("writing_as", employer)) : null,
        state === "watching" && session.composer?.map === null ? element("p", {}, word("box_plain")) : null,
      ),
      findings.length === 0 ? null : element("ul", {}, ...findings.map((finding) => this.#entry(session, finding, texts))),
    );
    this.close();
    this.#panel = panel;
    this.#stage.show(panel, session.box, session.theme);
    placeBeside(panel, beside.getBoundingClientRect(), "right");
  }

  close(): void {
    if (this.#panel !== null) this.#stage.hide(this.#panel);
    this.#panel = null;
  }

  focus(): void {
    (this.#panel?.querySelector<HTMLElement>(".entry") ?? this.#panel)?.focus();
  }

  /** Up and down walk the list. */
  step(by: 1 | -1): void {
    const entries = [...(this.#panel?.querySelectorAll<HTMLElement>(".entry") ?? [])];
    const at = entries.findIndex((entry) => entry === this.#stage.focused);
    entries[(at + by + entries.length) % entries.length]?.focus();
  }

  #entry(session: Session, finding: Finding, texts: Record<string, RuleText>): HTMLElement {
    const text = texts[finding.rule];
    return element(
      "li",
      {},
      button(
        { class: "entry", "data-severity": finding.severity },
        () => this.#chosen(session, finding),
        drawing(finding.severity),
        element("span", { class: "phrase" }, `“${finding.phrase.replace(/\s+/g, " ")}”`),
        element(
          "span",
          { class: "about" },
          `${word(`severity_${finding.severity}`)} · ${text === undefined ? finding.rule : local(text.title)}`,
        ),
      ),
    );
  }
}
