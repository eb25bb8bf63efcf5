/**
 * What cards say, put together from the catalogue of the packs. The core knows
 * rules by name only; their words live here.
 */
import catalogue from "bezint-texts";
import type { Employer, RuleText } from "../core/types";

/** Null when the catalogue does not know the rule, or no norm binds this employer. */
export function ruleText(rule: string, employer: Employer): RuleText | null {
  const text = catalogue.rules[rule];
  if (text === undefined) return null;
  const norms = text.norms.flatMap((id) => catalogue.norms[id] ?? []);
  const cite = norms.filter(({ employers }) => employers.length === 0 || employers.includes(employer));
  const first = cite[0];
  if (first === undefined) return null;
  return { title: first.title, why: text.why, advice: text.advice, cite, contact: catalogue.contact[employer] ?? null };
}
