/** The card that explains one finding: what, why, by which norm, and what else. */
import type { Citation, RuleText } from "../core/types";
import type { Box } from "../overlay/clip";
import { button, element } from "../overlay/element";
import { drawing } from "../overlay/marks";
import { placeBeside } from "../overlay/place";
import type { Stage } from "../overlay/stage";
import type { Theme } from "../overlay/theme";
import { local, word } from "../overlay/words";
import type { Finding } from "../writing/finding";

export interface CardContent {
  finding: Finding;
  /** Null when the catalogue has no text for the rule. */
  text: RuleText | null;
  /** "2 van 5", when there are more. */
  place: { number: number; of: number };
}

export interface CardActions {
  dismiss(): void;
  ruleOff(): void;
  close(): void;
}

export class Card {
  readonly #stage: Stage;
  readonly #actions: CardActions;
  #card: HTMLElement | null = null;

  constructor(stage: Stage, actions: CardActions) {
    this.#stage = stage;
    this.#actions = actions;
  }

  get isOpen(): boolean {
    return this.#card !== null;
  }

  contains(node: Node | null): boolean {
    return node !== null && this.#card?.contains(node) === true;
  }

  open(content: CardContent, beside: Box, near: HTMLElement, theme: Theme): void {
    this.close();
    this.#card = this.#build(content);
    this.#stage.show(this.#card, near, theme);
    placeBeside(this.#card, beside);
  }

  moveTo(beside: Box): void {
    if (this.#card !== null) placeBeside(this.#card, beside);
  }

  focus(): void {
    this.#card?.focus();
  }

  close(): void {
    if (this.#card !== null) this.#stage.hide(this.#card);
    this.#card = null;
  }

  #build({ finding, text, place }: CardContent): HTMLElement {
    const whom = text?.contact ?? null;
    const contact = whom === null ? null : element("p", { class: "contact" }, word("ask_whom", local(whom)));
    return element(
      "div",
      {
        class: "card",
        role: "dialog",
        "aria-labelledby": "card-kind card-title",
        "aria-describedby": "card-body",
        tabindex: "-1",
        "data-severity": finding.severity,
      },
      element(
        "header",
        {},
        element(
          "div",
          {},
          element("div", { class: "kind", id: "card-kind" }, drawing(finding.severity), kindOf(finding)),
          element("h2", { id: "card-title" }, text === null ? finding.phrase : local(text.title)),
        ),
        button({ class: "close", "aria-label": word("close") }, () => this.#actions.close(), drawing("close")),
      ),
      element(
        "div",
        { class: "body", id: "card-body" },
        ...(text === null ? [element("p", {}, word("no_text", finding.rule))] : explanation(text, contact)),
      ),
      element(
        "footer",
        {},
        button({ class: "act" }, () => this.#actions.dismiss(), word("not_now")),
        button({ class: "act plain" }, () => this.#actions.ruleOff(), word("rule_off")),
        place.of > 1 ? element("span", { class: "steps" }, word("place", place.number, place.of)) : null,
      ),
    );
  }
}

function kindOf({ severity, stelregel }: Finding): string {
  const first = stelregel[0];
  const kind = word(`severity_${severity}`);
  return first === undefined ? kind : `${kind} · ${word("stelregel", first)}: ${word(`stelregel_${first}`)}`;
}

/** The norm that heads the card says what it asks; the other norms are there for who asks. */
function explanation(text: RuleText, contact: HTMLElement | null): (HTMLElement | null)[] {
  const [first, ...others] = text.cite;
  return [
    element("p", {}, local(text.why)),
    element("p", { class: "better" }, element("b", {}, word("better")), local(text.advice)),
    first === undefined ? null : element("ul", { class: "norms" }, normOf(first)),
    contact,
    others.length === 0
      ? null
      : element(
          "details",
          {},
          element("summary", {}, others.length === 1 ? word("more_norms_one") : word("more_norms_many", others.length)),
          element("ul", { class: "norms", "aria-label": word("norms") }, ...others.map(normOf)),
        ),
  ];
}

function normOf(cite: Citation): HTMLElement {
  return element("li", {}, element("span", { class: "statement" }, local(cite.statement)), sourceOf(cite));
}

function sourceOf({ source, section, norm }: Citation): HTMLElement {
  return element("span", { class: "source" }, `${local(source)}, ${local(section)} (${norm})`);
}
