/**
 * Every message that passes between pages, content scripts and background, with
 * its types. The Rust pages use the same names. Nothing here leaves the browser.
 */
import type { Context, Employer, RuleText, Severity, Warning } from "./core/types";
import type { SiteName } from "./settings";

/** One question to the background, one answer (runtime.sendMessage). */
export interface Questions {
  /** The wasm core, base64. */
  "core-bytes": { ask: object; answer: string };
  "rule-texts": { ask: { rules: string[]; employer: Employer }; answer: Record<string, RuleText | null> };
}

/** One question to the content script of a frame (tabs.sendMessage). */
export interface FrameQuestions {
  /** For the popup, asked of frame 0. */
  describe: { ask: object; answer: FrameState };
  /** From the keyboard command; frames without a composer do not react. */
  "next-warning": { ask: object; answer: null };
}

export interface FrameState {
  site: SiteName;
  state: "idle" | "watching" | "off" | "paused" | "message" | "failed";
  /** False when no adapter knew the box that is being typed in. */
  known: boolean;
  count: number;
  worst: Severity | null;
}

/** Over the port a frame opens when its first composer gets the focus. */
export const FRAME_PORT = "frame";

export type FromFrame =
  | { type: "context"; context: Context }
  | { type: "check"; seq: number; text: string }
  | { type: "count"; count: number; worst: Severity | null };

export type ToFrame =
  | { type: "warnings"; seq: number; warnings: Warning[] }
  | { type: "failed"; seq: number; reason: string };

export type Question = { [K in keyof Questions]: { type: K } & Questions[K]["ask"] }[keyof Questions];
export type FrameQuestion = {
  [K in keyof FrameQuestions]: { type: K } & FrameQuestions[K]["ask"];
}[keyof FrameQuestions];

export function ask<K extends keyof Questions>(type: K, question: Questions[K]["ask"]): Promise<Questions[K]["answer"]> {
  return chrome.runtime.sendMessage({ ...question, type });
}

export function askFrame<K extends keyof FrameQuestions>(
  tab: number,
  type: K,
  question: FrameQuestions[K]["ask"],
): Promise<FrameQuestions[K]["answer"]> {
  return chrome.tabs.sendMessage(tab, { ...question, type });
}
