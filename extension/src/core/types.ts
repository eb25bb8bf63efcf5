/**
 * The contract with the Rust core: what it is told, what it answers, and the
 * one interface behind which its two hosts hide. No code, no browser.
 */

export type Employer = "rijk" | "defensie" | "bz" | "gemeente";
export type Capacity = "prive" | "functie" | "namens";
export type FunctionKind = "communicatie" | "top" | "overig";
export type Severity = "hint" | "warning" | "serious";

/** Light to heavy; the place in the list is the weight. */
export const SEVERITIES = ["hint", "warning", "serious"] as const satisfies readonly Severity[];

export interface Context {
  employer: Employer;
  capacity: Capacity;
  function: FunctionKind;
  topics: string[];
  abroad: boolean;
  /** The engine has no clock. */
  year: number;
  off: string[];
}

export interface Warning {
  rule: string;
  norms: string[];
  stelregel: number[];
  severity: Severity;
  /** UTF-16 code units, half open. */
  start: number;
  end: number;
}

export interface Localised {
  nl: string;
  en: string;
}

export interface Citation {
  norm: string;
  source: Localised;
  section: Localised;
  statement: Localised;
}

/** What a card says about a rule to somebody of one employer. */
export interface RuleText {
  title: Localised;
  why: Localised;
  advice: Localised;
  cite: Citation[];
  contact: Localised | null;
}

export interface Core {
  setContext(context: Context): void;
  /**
   * Checks a text. `done` is called at once or later; when several checks are
   * under way only the newest is answered.
   */
  check(text: string, done: (warnings: Warning[]) => void): void;
  dispose(): void;
}

export function heaviest(warnings: readonly { severity: Severity }[]): Severity | null {
  let worst = -1;
  for (const { severity } of warnings) worst = Math.max(worst, SEVERITIES.indexOf(severity));
  return SEVERITIES[worst] ?? null;
}
