/**
 * Takes away what a former instance of Bezint left on the page. Firefox stops
 * the content scripts of a reloaded extension without telling them, and starts
 * new ones in the same pages; only these can clean up. Chromium tells the old
 * ones, and does not start new ones.
 */
import { element } from "../overlay/element";
import type { Names } from "./names";

/** The record a frame keeps in its closed root of the names it has in use. */
export function recordOf(names: Names): HTMLElement {
  return element("i", { class: "record", hidden: "" }, Object.values(names).join(" "));
}

/** Only extensions can look into a closed root; the page cannot. */
interface Host extends Element {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

export function removeLeftovers(): void {
  if (BROWSER !== "firefox") return;
  for (const host of document.querySelectorAll<Host>('div[popover="manual"]')) {
    const root = host.openOrClosedShadowRoot;
    const record = root?.mode === "closed" ? root.querySelector("i.record[hidden]") : null;
    if (record == null) continue;
    for (const name of record.textContent.split(" ")) forget(name);
    host.remove();
  }
}

/**
 * The old highlight itself belongs to the stopped script and may not be
 * touched; its name can be given to another and then be given up. A sheet left
 * in a shadow root does nothing once its names are gone.
 */
function forget(name: string): void {
  CSS.highlights.set(name, new Highlight());
  CSS.highlights.delete(name);
  const others = [...document.adoptedStyleSheets].filter((sheet) => !mentions(sheet, name));
  if (others.length !== document.adoptedStyleSheets.length) document.adoptedStyleSheets = others;
}

function mentions(sheet: CSSStyleSheet, name: string): boolean {
  return [...sheet.cssRules].some(({ cssText }) => cssText.startsWith(`::highlight(${name})`));
}
