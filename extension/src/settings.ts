/**
 * The settings as stored, read field by field: what is missing or malformed
 * falls back to its default and spoils nothing else; what is unknown is kept.
 * Also turns settings into the context the core is told.
 */
import type { Capacity, Context, Employer, FunctionKind } from "./core/types";

export type SiteName = "x" | "facebook" | "linkedin";

export interface SiteSettings {
  on: boolean;
  capacity: Capacity;
}

export interface Settings {
  employer: Employer;
  function: FunctionKind;
  topics: string[];
  abroad: boolean;
  sites: Record<SiteName, SiteSettings>;
  /** Look at private messages too. */
  messages: boolean;
  off: string[];
  /** Milliseconds since 1970; 0 is not paused. */
  pausedUntil: number;
}

const KEY = "settings";

/** The policy areas the core knows; it refuses a context with any other. */
const TOPICS = new Set(
  "defensie buitenland asiel justitie politie financien belastingen onderwijs zorg jeugdzorg landbouw natuur klimaat energie infrastructuur wonen ruimtelijke-ordening sociale-zaken economie cultuur digitalisering vergunningen handhaving openbare-orde afval verkeer".split(
    " ",
  ),
);

type Stored = Record<string, unknown>;

function record(value: unknown): Stored {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.find((one) => one === value) ?? otherwise;
}

function bool(value: unknown, otherwise: boolean): boolean {
  return typeof value === "boolean" ? value : otherwise;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

function site(value: unknown): SiteSettings {
  const stored = record(value);
  return {
    on: bool(stored["on"], true),
    capacity: oneOf(stored["capacity"], ["prive", "functie", "namens"], "prive"),
  };
}

export function parseSettings(value: unknown): Settings {
  const stored = record(value);
  const sites = record(stored["sites"]);
  const until = stored["pausedUntil"];
  return {
    employer: oneOf(stored["employer"], ["rijk", "defensie", "bz", "gemeente"], "rijk"),
    function: oneOf(stored["function"], ["communicatie", "top", "overig"], "overig"),
    topics: strings(stored["topics"]).filter((topic) => TOPICS.has(topic)),
    abroad: bool(stored["abroad"], false),
    sites: { x: site(sites["x"]), facebook: site(sites["facebook"]), linkedin: site(sites["linkedin"]) },
    messages: bool(stored["messages"], false),
    off: strings(stored["off"]),
    pausedUntil: typeof until === "number" && Number.isFinite(until) ? until : 0,
  };
}

export async function readSettings(): Promise<Settings> {
  return parseSettings((await chrome.storage.local.get(KEY))[KEY]);
}

/** Calls back with every change, from whichever page or tab it comes. */
export function onSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, chrome.storage.StorageChange>, area: string): void => {
    const change = changes[KEY];
    if (area === "local" && change !== undefined) changed(parseSettings(change.newValue));
  };
  chrome.storage.onChanged.addListener(listener);
  return () => {
    try {
      chrome.storage.onChanged.removeListener(listener);
    } catch {
      // The extension is gone, and its events with it.
    }
  };
}

/** "Deze regel uit": touches nothing but the list of rules that are off. */
export async function switchRuleOff(rule: string): Promise<void> {
  const stored = record((await chrome.storage.local.get(KEY))[KEY]);
  const off = strings(stored["off"]);
  if (off.includes(rule)) return;
  await chrome.storage.local.set({ [KEY]: { version: 1, ...stored, off: [...off, rule] } });
}

export function contextFor(settings: Settings, name: SiteName, now: Date): Context {
  return {
    employer: settings.employer,
    capacity: settings.sites[name].capacity,
    function: settings.function,
    topics: settings.topics,
    abroad: settings.abroad,
    year: now.getFullYear(),
    off: settings.off,
  };
}
