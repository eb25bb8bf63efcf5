/**
 * Finds a place for the pill near the composer's corner where it covers no
 * control of the page, least of all the button that posts.
 */
import type { Box } from "../overlay/clip";
import { ancestors, matches, type Root } from "../site/tree";

export interface Spot {
  left: number;
  top: number;
}

const GAP = 4;
const CONTROL =
  'button, a[href], input, textarea, select, label, summary, [role="button"], [role="link"], [role="tab"], [role="textbox"], [role="menuitem"], [contenteditable="true"]';

function candidates(box: Box, width: number, height: number): Spot[] {
  const right = box.right - width;
  return [
    { left: right, top: box.bottom + GAP },
    { left: right, top: box.top - GAP - height },
    { left: box.right + GAP, top: box.bottom - height },
    { left: box.left, top: box.bottom + GAP },
    { left: box.left - GAP - width, top: box.bottom - height },
    { left: box.left, top: box.top - GAP - height },
  ];
}

type Ignored = (element: Element) => boolean;

/** The page's own element at a point, below anything of ours. */
function deepestAt(root: Root, x: number, y: number, ignored: Ignored): Element | null {
  const element = root.elementsFromPoint(x, y).find((one) => !ignored(one)) ?? null;
  // A form's field may hide the property behind its own name.
  const inner: unknown = element?.shadowRoot;
  return inner instanceof ShadowRoot && inner !== root ? deepestAt(inner, x, y, ignored) : element;
}

function isFree({ left, top }: Spot, width: number, height: number, ignored: Ignored): boolean {
  const { clientWidth, clientHeight } = document.documentElement;
  if (left < 2 || top < 2 || left + width > clientWidth - 2 || top + height > clientHeight - 2) return false;
  for (const x of [left, left + width / 2, left + width]) {
    for (const y of [top, top + height / 2, top + height]) {
      const element = deepestAt(document, x, y, ignored);
      if (element === null) continue;
      for (const ancestor of ancestors(element)) if (matches(ancestor, CONTROL)) return false;
    }
  }
  return true;
}

/** Whether a letter of the page stands at a point. */
function hasText(x: number, y: number): boolean {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (caret == null || !(caret.offsetNode instanceof Text)) return false;
  const letters = document.createRange();
  letters.setStart(caret.offsetNode, Math.max(caret.offset - 1, 0));
  letters.setEnd(caret.offsetNode, Math.min(caret.offset + 1, caret.offsetNode.length));
  return [...letters.getClientRects()].some(
    (box) => x >= box.left - 2 && x <= box.right + 2 && y >= box.top && y <= box.bottom,
  );
}

function coversText({ left, top }: Spot, width: number, height: number): boolean {
  const rows = [top + 2, top + height / 2, top + height - 2];
  return [left, left + width / 2, left + width].some((x) => rows.some((y) => hasText(x, y)));
}

/** `ignored` tells our own host, which lies over the page. */
export function spotFor(box: Box, width: number, height: number, ignored: Ignored): Spot {
  const free = candidates(box, width, height).filter((spot) => isFree(spot, width, height, ignored));
  return (
    free.find((spot) => !coversText(spot, width, height)) ??
    free[0] ?? {
      // Everything around it is taken: the box's own upper corner.
      left: box.right - width - GAP,
      top: box.top + GAP,
    }
  );
}
