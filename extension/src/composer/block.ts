/**
 * Reads one block of an editor (a paragraph, a list) into plain text and keeps
 * where each piece came from. Gives the lines the editor's own model has; what
 * editors put into the DOM for the caret only is left out. Knows no composer
 * and no cache.
 */

/** A stretch of text that stands in one text node, or one picture with an alt. */
export interface Piece {
  start: number;
  length: number;
  node: Text | HTMLImageElement;
}

export interface BlockText {
  text: string;
  pieces: Piece[];
  /** False for a block without any line, not even an empty one. */
  hasLine: boolean;
}

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL".split(
    " ",
  ),
);

/** Nodes of the editor that are not part of the text. */
const ARTEFACTS = [
  ".ql-cursor",
  ".ql-ui",
  ".ProseMirror-widget",
  ".ProseMirror-separator",
  ".ProseMirror-trailingBreak",
  ".ProseMirror-gapcursor",
  "[data-lexical-cursor]",
  "script",
  "style",
  "button",
].join();

export function isBlock(node: Node): node is HTMLElement {
  return node instanceof HTMLElement && BLOCKS.has(node.tagName);
}

export function isArtefact(element: Element): boolean {
  return element.matches(ARTEFACTS);
}

/** A <br> at the end of its block only holds the line open. */
function isPlaceholder(br: Element, top: Element): boolean {
  for (let node: Node = br; node !== top; ) {
    for (let next = node.nextSibling; next !== null; next = next.nextSibling) {
      if (next instanceof Text && (next.data === "" || next.data === "\uFEFF")) continue;
      if (next instanceof Comment) continue;
      if (next instanceof Element && !next.matches("br") && isArtefact(next)) continue;
      if (next instanceof Element && next.matches(".ProseMirror-trailingBreak")) return false;
      return isBlock(next);
    }
    const parent = node.parentNode;
    if (parent === null || isBlock(parent)) return true;
    node = parent;
  }
  return true;
}

class Reader {
  text = "";
  readonly pieces: Piece[] = [];
  hasLine = false;
  #lineOpen = false;
  #breakDue = false;

  constructor(
    readonly top: Element,
    readonly keepsSpace: boolean,
  ) {}

  #openLine(): void {
    if (this.#breakDue) this.text += "\n";
    this.#breakDue = false;
    this.#lineOpen = true;
    this.hasLine = true;
  }

  #edge(): void {
    if (!this.#lineOpen) return;
    this.#breakDue = true;
    this.#lineOpen = false;
  }

  #put(node: Text | HTMLImageElement, text: string): void {
    this.#openLine();
    this.pieces.push({ start: this.text.length, length: text.length, node });
    this.text += text;
  }

  #readText(node: Text): void {
    const { data } = node;
    if (data === "" || data === "\uFEFF") return;
    if (this.keepsSpace) return this.#put(node, data);
    // Where the page folds white space, a newline in the source is a space;
    // between blocks it is nothing.
    const folded = data.replace(/[\n\r\t]/g, " ");
    if (!this.#lineOpen && folded.trim() === "") return;
    this.#put(node, folded);
  }

  read(node: Node): void {
    if (node instanceof Text) return this.#readText(node);
    if (!(node instanceof HTMLElement)) return;
    if (node instanceof HTMLBRElement) {
      // ProseMirror's own placeholder still holds an empty line open.
      const placeholder = isArtefact(node) || isPlaceholder(node, this.top);
      this.#openLine();
      if (!placeholder) this.text += "\n";
      return;
    }
    if (node !== this.top && isArtefact(node)) return;
    if (node instanceof HTMLImageElement) {
      if (node.alt !== "") this.#put(node, node.alt);
      return;
    }
    const block = isBlock(node);
    if (block) this.#edge();
    for (let child = node.firstChild; child !== null; child = child.nextSibling) this.read(child);
    if (block) this.#edge();
  }
}

export function readBlock(block: HTMLElement, keepsSpace: boolean): BlockText {
  const reader = new Reader(block, keepsSpace);
  reader.read(block);
  return { text: reader.text, pieces: reader.pieces, hasLine: reader.hasLine };
}
