/**
 * The toolbar badge of a tab: how many findings its frames have together, and
 * how heavy. The title says the same in words.
 */
import { heaviest, type Severity } from "../core/types";

interface Share {
  count: number;
  worst: Severity | null;
}

const tabs = new Map<number, Map<number, Share>>();

/** White figures on each of these have a contrast of at least 4.5 : 1. */
const COLOURS: Record<Severity, string> = { hint: "#0b7285", warning: "#9a4f00", serious: "#a5148c" };

export function report(tab: number, frame: number, share: Share): void {
  const frames = tabs.get(tab) ?? new Map<number, Share>();
  frames.set(frame, share);
  tabs.set(tab, frames);
  void show(tab, [...frames.values()]);
}

/** The frame left the page; the browser clears the badge when the page changes. */
export function forget(tab: number, frame: number): void {
  const frames = tabs.get(tab);
  const gone = frames?.get(frame);
  frames?.delete(frame);
  if (frames === undefined || gone === undefined) return;
  if (frames.size === 0) tabs.delete(tab);
  if (gone.count > 0) void show(tab, [...frames.values()]);
}

async function show(tabId: number, shares: Share[]): Promise<void> {
  const count = shares.reduce((sum, share) => sum + share.count, 0);
  const worst = heaviest(shares.flatMap((share) => (share.worst === null ? [] : [{ severity: share.worst }])));
  const name = chrome.i18n.getMessage("name");
  const said = count === 1 ? chrome.i18n.getMessage("count_one") : chrome.i18n.getMessage("count_many", String(count));
  try {
    await chrome.action.setBadgeText({ tabId, text: count === 0 ? "" : String(count) });
    await chrome.action.setTitle({ tabId, title: count === 0 ? name : `${name}: ${said}` });
    if (worst === null) return;
    await chrome.action.setBadgeBackgroundColor({ tabId, color: COLOURS[worst] });
    await chrome.action.setBadgeTextColor({ tabId, color: "#ffffff" });
  } catch {
    // The tab was closed meanwhile.
  }
}
