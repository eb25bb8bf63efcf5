/**
 * The looks of the underlines, put into the document or shadow root the editor
 * stands in (Firefox does not let a document's rule reach into a root). Shape
 * tells the severity as well as colour, and none looks like a spelling error.
 */
import type { Root } from "../site/tree";
import type { Theme } from "../overlay/theme";
import type { Names } from "./names";

/** Contrast of each line with its background is at least 3 : 1. */
const COLOURS = {
  light: { hint: "#0b7285", warning: "#b25e00", serious: "#a5148c", wash: { warning: "rgb(178 94 0 / 9%)", serious: "rgb(165 20 140 / 10%)" } },
  dark: { hint: "#5fd0e0", warning: "#ffb454", serious: "#ff8ae2", wash: { warning: "rgb(255 180 84 / 14%)", serious: "rgb(255 138 226 / 17%)" } },
} as const;

function rules(names: Names, theme: Theme): string {
  const colour = COLOURS[theme];
  const line = (style: string): string =>
    `text-decoration: underline ${style}; text-decoration-skip-ink: none; text-underline-offset: 0.18em;`;
  return `
::highlight(${names.hint}) { ${line(`dotted ${colour.hint} 2px`)} }
::highlight(${names.warning}) { ${line(`wavy ${colour.warning} 1.5px`)} background-color: ${colour.wash.warning}; }
::highlight(${names.serious}) { ${line(`double ${colour.serious} 2px`)} background-color: ${colour.wash.serious}; }
@media (forced-colors: active) {
  ::highlight(${names.hint}) { text-decoration-color: LinkText; }
  ::highlight(${names.warning}), ::highlight(${names.serious}) { text-decoration-color: Highlight; }
  ::highlight(${names.serious}) { background-color: Mark; color: MarkText; }
}`;
}

export class UnderlineSheets {
  readonly #names: Names;
  readonly #placed = new Map<Root, { sheet: CSSStyleSheet; theme: Theme }>();

  constructor(names: Names) {
    this.#names = names;
  }

  /** Cheap when nothing changed; a page that resets its sheets loses ours. */
  ensure(root: Root, theme: Theme): void {
    let placed = this.#placed.get(root);
    if (placed === undefined) {
      placed = { sheet: new CSSStyleSheet(), theme };
      placed.sheet.replaceSync(rules(this.#names, theme));
      this.#placed.set(root, placed);
    } else if (placed.theme !== theme) {
      placed.theme = theme;
      placed.sheet.replaceSync(rules(this.#names, theme));
    }
    if (!root.adoptedStyleSheets.includes(placed.sheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, placed.sheet];
    }
  }

  remove(): void {
    for (const [root, { sheet }] of this.#placed) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    }
    this.#placed.clear();
  }
}
