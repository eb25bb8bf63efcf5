/**
 * A warning at its place in a text, and carrying findings over to a changed
 * text until the core has answered.
 */
import type { Warning } from "../core/types";

export interface Finding extends Warning {
  phrase: string;
}

export function findingsIn(text: string, warnings: readonly Warning[]): Finding[] {
  return warnings.map((warning) => ({ ...warning, phrase: text.slice(warning.start, warning.end) }));
}

/** What "niet nu" remembers: this rule on these words. */
export function keyOf({ rule, phrase }: Finding): string {
  return `${rule}\n${phrase.toLowerCase()}`;
}

/** Keeps what lies before or behind the edit, drops what was edited. */
export function carryOver(findings: readonly Finding[], before: string, after: string): Finding[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  const shift = after.length - before.length;
  const kept: Finding[] = [];
  for (const finding of findings) {
    if (finding.end <= head) kept.push(finding);
    else if (finding.start >= before.length - tail) {
      kept.push({ ...finding, start: finding.start + shift, end: finding.end + shift });
    }
  }
  return kept;
}
