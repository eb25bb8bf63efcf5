/**
 * Decides when the card is there: opened by pointer, caret, list or keyboard,
 * closed when its reason is gone. Gives the focus back where it came from.
 */
import type { Employer } from "../core/types";
import { select, selectedOffsets } from "../composer/selection";
import type { Box } from "../overlay/clip";
import type { Stage } from "../overlay/stage";
import { switchRuleOff } from "../settings";
import { type Finding, keyOf } from "../writing/finding";
import type { Session } from "../writing/session";
import { Card } from "./card";
import type { RuleTexts } from "./rule-texts";

/** What opened it: each has its own way of closing. */
export type Reason = "pointer" | "caret" | "keyboard";

interface Opened {
  session: Session;
  finding: Finding;
  reason: Reason;
}

function around(boxes: readonly DOMRect[]): Box | null {
  const first = boxes[0];
  if (first === undefined) return null;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: first.top,
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

export class CardOpener {
  readonly #stage: Stage;
  readonly #card: Card;
  readonly #texts: RuleTexts;
  readonly #employer: () => Employer;
  #opened: Opened | null = null;

  constructor(stage: Stage, texts: RuleTexts, employer: () => Employer) {
    this.#stage = stage;
    this.#texts = texts;
    this.#employer = employer;
    this.#card = new Card(stage, {
      dismiss: () => this.#act((session, finding) => session.dismiss(finding)),
      ruleOff: () => this.#act((_, finding) => void switchRuleOff(finding.rule).catch(() => {})),
      close: () => this.close(true),
    });
  }

  get opened(): Readonly<Opened> | null {
    return this.#opened;
  }

  async open(session: Session, finding: Finding, reason: Reason): Promise<void> {
    if (this.#opened !== null && this.#opened.finding === finding && this.#card.isOpen) {
      if (reason === "keyboard") this.#card.focus();
      return;
    }
    const opened = { session, finding, reason };
    this.#opened = opened;
    const texts = await this.#texts.for([finding.rule], this.#employer());
    // Something else was opened, or this was closed, while the text came.
    if (this.#opened?.finding !== opened.finding) return;
    const { findings } = session;
    const beside = this.#besideOf(session, this.#opened.finding);
    if (beside === null) return this.close(false);
    this.#card.open(
      {
        finding,
        text: texts[finding.rule] ?? null,
        place: { number: findings.indexOf(this.#opened.finding) + 1, of: findings.length },
      },
      beside,
      session.box,
      session.theme,
    );
    if (reason === "keyboard") this.#card.focus();
  }

  /** Text, underlines or scroll position changed under an open card. */
  follow(): void {
    const opened = this.#opened;
    if (opened === null) return;
    const { session, finding } = opened;
    const key = keyOf(finding);
    const now = session.findings.filter((one) => keyOf(one) === key);
    const same = now.reduce<Finding | null>(
      (best, one) =>
        best === null || Math.abs(one.start - finding.start) < Math.abs(best.start - finding.start) ? one : best,
      null,
    );
    if (same === null) return this.close(this.#hasFocus());
    opened.finding = same;
    const beside = this.#besideOf(session, same);
    if (beside !== null) this.#card.moveTo(beside);
  }

  close(giveFocusBack: boolean): void {
    const opened = this.#opened;
    this.#opened = null;
    this.#card.close();
    if (!giveFocusBack || opened === null) return;
    const { composer, box } = opened.session;
    if (composer === null) return box.focus({ preventScroll: true });
    const { start, end } = this.#caret ?? { start: opened.finding.end, end: opened.finding.end };
    select(composer, start, end);
  }

  /** Where the caret is to return to; some editors drop it when they lose focus. */
  #caret: { start: number; end: number } | null = null;

  rememberCaret(session: Session): void {
    this.#caret = session.composer === null ? null : selectedOffsets(session.composer);
  }

  #hasFocus(): boolean {
    return this.#card.contains(this.#stage.focused);
  }

  #act(step: (session: Session, finding: Finding) => void): void {
    const opened = this.#opened;
    if (opened === null) return;
    this.close(this.#hasFocus());
    step(opened.session, opened.finding);
  }

  /** Boxes without underline (a plain text field) have the field itself. */
  #besideOf(session: Session, finding: Finding): Box | null {
    return around(session.boxesOf(finding)) ?? (session.composer?.map === null ? session.visibleBox : null);
  }
}
