/**
 * Finds a place for the pill at the edge of the composer where it covers no
 * control, picture or letter of the page, least of all the button that posts.
 */
import type { Box } from "../overlay/clip";
import { ancestors, matches, type Root } from "../site/tree";

export interface Spot {
  left: number;
  top: number;
}

/** `ignored` tells our own host, which lies over the page. */
type Ignored = (element: Element) => boolean;

interface Size {
  width: number;
  height: number;
}

const GAP = 4;
/** From the edge of the window. */
const EDGE = 2;
/** No letter is as narrow as to stand unseen between two looks, nor a line as low. */
const LOOK_X = 8;
const LOOK_Y = 7;
/** More things in one row than this: the row is taken. */
const TRIES = 12;

const TAKEN = [
  'button, a[href], input, textarea, select, label, summary, [contenteditable="true"]',
  '[role="button"], [role="link"], [role="tab"], [role="textbox"], [role="menuitem"], [role="progressbar"]',
  "img, svg, video, canvas, iframe",
].join();

/** The page's own element at a point, below anything of ours. */
function deepestAt(root: Root, x: number, y: number, ignored: Ignored): Element | null {
  const element = root.elementsFromPoint(x, y).find((one) => !ignored(one)) ?? null;
  // A form's field may hide the property behind its own name.
  const inner: unknown = element?.shadowRoot;
  return inner instanceof ShadowRoot && inner !== root ? deepestAt(inner, x, y, ignored) : element;
}

/** The box of the control or picture at a point. */
function thingAt(x: number, y: number, ignored: Ignored): Box | null {
  const element = deepestAt(document, x, y, ignored);
  if (element === null) return null;
  for (const ancestor of ancestors(element)) {
    if (matches(ancestor, TAKEN)) return ancestor.getBoundingClientRect();
  }
  return null;
}

/** The box of the line of the page's text that comes near a point. */
function lineAt(x: number, y: number, roots: ShadowRoot[]): Box | null {
  const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots: roots });
  if (caret == null || !(caret.offsetNode instanceof Text)) return null;
  const line = document.createRange();
  line.selectNodeContents(caret.offsetNode);
  for (const box of line.getClientRects()) {
    const inside = x >= box.left - GAP && x <= box.right + GAP && y >= box.top && y <= box.bottom;
    if (inside && box.width > 0) return box;
  }
  return null;
}

/** What stands in the way of the pill at a place, or nothing. */
function obstacle({ left, top }: Spot, { width, height }: Size, roots: ShadowRoot[], ignored: Ignored): Box | null {
  for (const x of [left, left + width / 2, left + width]) {
    for (const y of [top, top + height / 2, top + height]) {
      const thing = thingAt(x, y, ignored);
      if (thing !== null) return thing;
    }
  }
  for (let y = top; y <= top + height; y += LOOK_Y) {
    for (let x = left + width; x >= left; x -= LOOK_X) {
      const line = lineAt(x, y, roots);
      if (line !== null) return line;
    }
  }
  return null;
}

/** Whether a pill of this size is whole in the window there. */
export function fits({ left, top }: Spot, { width, height }: Size): boolean {
  const { clientWidth, clientHeight } = document.documentElement;
  return left >= EDGE && top >= EDGE && left + width <= clientWidth - EDGE && top + height <= clientHeight - EDGE;
}

/** A place for a pill of this size at a composer in this root. */
export function spotFor(box: Box, width: number, height: number, root: Root, ignored: Ignored): Spot {
  const size = { width, height };
  const roots = root instanceof ShadowRoot ? [root] : [];
  const { clientWidth, clientHeight } = document.documentElement;
  const last = Math.min(box.right, clientWidth - EDGE) - width;

  /** From the right end of a row to the left, past everything that is in the way. */
  const inRow = (top: number): Spot | null => {
    let left = last;
    for (let tries = 0; tries < TRIES && left >= box.left && fits({ left, top }, size); tries++) {
      const taken = obstacle({ left, top }, size, roots, ignored);
      if (taken === null) return { left, top };
      left = Math.min(taken.left - GAP - width, left - LOOK_X);
    }
    return null;
  };
  const beside = (left: number): Spot | null => {
    const spot = { left, top: box.bottom - height };
    return fits(spot, size) && obstacle(spot, size, roots, ignored) === null ? spot : null;
  };

  return (
    inRow(box.bottom + GAP) ??
    inRow(box.top - GAP - height) ??
    beside(box.right + GAP) ??
    beside(box.left - GAP - width) ?? {
      // Everything around it is taken: the box's own upper corner.
      left: Math.max(EDGE, last - GAP),
      top: Math.max(EDGE, Math.min(box.top + GAP, clientHeight - EDGE - height)),
    }
  );
}
