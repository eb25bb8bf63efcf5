/**
 * From an event to a composer: which editable box is being used, whether Bezint
 * may look at it at all, and what kind it is. When no adapter knows the box, the
 * box that is really typed in counts, and the pill says so.
 */
import { facebook } from "./facebook";
import { linkedin } from "./linkedin";
import type { ComposerKind, Site } from "./site";
import { closest, matches } from "./tree";
import { x } from "./x";

export interface Recognised {
  box: HTMLElement;
  kind: ComposerKind;
  /** False: found by typing in it, not by the site's adapter. */
  known: boolean;
}

/** `origin` is that of the frame; about:blank frames have their parent's. */
export function siteOf(origin: string): Site | null {
  if (!origin.startsWith("https://")) return null;
  const host = origin.slice("https://".length).replace(/:\d+$/, "");
  if (host === "x.com" || host === "twitter.com") return x;
  if (host === "facebook.com" || host.endsWith(".facebook.com")) return facebook;
  if (host === "linkedin.com" || host.endsWith(".linkedin.com")) return linkedin;
  return null;
}

/** The outermost element that is edited together with `element`. */
function editingHost(element: Element): HTMLElement | null {
  let host: HTMLElement | null = null;
  for (let at: Element | null = element; at instanceof HTMLElement && at.isContentEditable; at = at.parentElement) {
    host = at;
  }
  // A page in design mode is no box.
  return host === document.body || host === document.documentElement ? null : host;
}

const NO_COMPOSER = [
  '[role="searchbox"], [role="combobox"], [role="spinbutton"], [aria-multiline="false"]',
  '[enterkeyhint="search"], [inputmode]:not([inputmode="text"], [inputmode="none"])',
].join();

/** Search, choice and one-line fields; passwords and dates are inputs and never get here. */
function isNoComposer(box: HTMLElement): boolean {
  if (matches(box, NO_COMPOSER)) return true;
  return closest(box, 'search, [role="search"]') !== null;
}

function boxOf(target: EventTarget | undefined): HTMLElement | null {
  const element = target instanceof Element ? target : target instanceof Text ? target.parentElement : null;
  if (element === null) return null;
  if (element instanceof HTMLTextAreaElement) return element.readOnly || element.disabled ? null : element;
  if (element instanceof HTMLInputElement) return null;
  return editingHost(element);
}

export function recognise(site: Site, target: EventTarget | undefined, path: string): Recognised | null {
  const box = boxOf(target);
  if (box === null || isNoComposer(box)) return null;
  const kind = site.kindOf(box, path);
  return { box, kind: kind ?? "post", known: kind !== null };
}
