/**
 * Draws the underlines of one composer with the CSS Custom Highlight API: no
 * node, no attribute. Touches only what differs from the last time.
 */
import { SEVERITIES, type Severity } from "../core/types";
import type { TextMap } from "../composer/text-map";
import type { Names } from "./names";

export interface Mark {
  severity: Severity;
  start: number;
  end: number;
}

/** The registered highlights of a frame, shared by all its composers. */
export class Highlights {
  readonly #names: Names;
  readonly #bySeverity = new Map<Severity, Highlight>();

  constructor(names: Names) {
    this.#names = names;
  }

  add(severity: Severity, range: Range): void {
    let highlight = this.#bySeverity.get(severity);
    if (highlight === undefined) {
      highlight = new Highlight();
      highlight.priority = SEVERITIES.indexOf(severity) + 1;
      this.#bySeverity.set(severity, highlight);
    }
    highlight.add(range);
    // Registered only while there is something to show.
    if (highlight.size === 1) CSS.highlights.set(this.#names[severity], highlight);
  }

  remove(severity: Severity, range: Range): void {
    const highlight = this.#bySeverity.get(severity);
    if (highlight === undefined) return;
    highlight.delete(range);
    if (highlight.size === 0) CSS.highlights.delete(this.#names[severity]);
  }

  clear(): void {
    for (const severity of SEVERITIES) CSS.highlights.delete(this.#names[severity]);
    this.#bySeverity.clear();
  }
}

interface Painted<M extends Mark> {
  mark: M;
  range: Range;
}

/** The line is drawn below the glyphs, just outside the range's own boxes. */
const BELOW = 4;

export class Painter<M extends Mark> {
  readonly #highlights: Highlights;
  #painted: Painted<M>[] = [];

  constructor(highlights: Highlights) {
    this.#highlights = highlights;
  }

  paint(map: TextMap, marks: readonly M[]): void {
    const old = new Set(this.#painted);
    this.#painted = [];
    for (const mark of marks) {
      const from = map.placeAt(mark.start, "start");
      const to = map.placeAt(mark.end, "end");
      if (from === null || to === null) continue;
      const same = [...old].find(
        ({ mark: { severity }, range }) =>
          severity === mark.severity &&
          range.startContainer === from.node &&
          range.startOffset === from.offset &&
          range.endContainer === to.node &&
          range.endOffset === to.offset,
      );
      if (same !== undefined) {
        old.delete(same);
        this.#painted.push({ mark, range: same.range });
        continue;
      }
      const range = document.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      this.#highlights.add(mark.severity, range);
      this.#painted.push({ mark, range });
    }
    for (const { mark, range } of old) this.#highlights.remove(mark.severity, range);
  }

  /** What is underlined at a point of the window; the heaviest when several are. */
  at(x: number, y: number): M | null {
    let hit: M | null = null;
    for (const { mark, range } of this.#painted) {
      if (hit !== null && SEVERITIES.indexOf(mark.severity) <= SEVERITIES.indexOf(hit.severity)) continue;
      for (const box of range.getClientRects()) {
        if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom + BELOW) hit = mark;
      }
    }
    return hit;
  }

  /** The boxes of a mark on screen, one a line; empty when it is not drawn. */
  boxesOf(mark: M): DOMRect[] {
    const painted = this.#painted.find((one) => one.mark === mark);
    return painted === undefined ? [] : [...painted.range.getClientRects()];
  }

  clear(): void {
    for (const { mark, range } of this.#painted) this.#highlights.remove(mark.severity, range);
    this.#painted = [];
  }
}
