/**
 * Names under which highlights are registered. The page can read them, so they
 * say nothing and differ for every frame and every load.
 */
import { SEVERITIES, type Severity } from "../core/types";

function randomName(): string {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const numbers = crypto.getRandomValues(new Uint8Array(9));
  return Array.from(numbers, (number) => letters[number % letters.length]).join("");
}

export type Names = Readonly<Record<Severity, string>>;

export function freshNames(): Names {
  const names: Record<Severity, string> = { hint: "", warning: "", serious: "" };
  for (const severity of SEVERITIES) names[severity] = randomName();
  return names;
}
