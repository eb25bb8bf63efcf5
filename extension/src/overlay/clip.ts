/** What of an element can be seen: its box, cut by everything that scrolls it. */
import { ancestors } from "../site/tree";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The ancestors that cut their content; asked for once a composer. */
export function clippersOf(element: Element): Element[] {
  const clippers: Element[] = [];
  for (const ancestor of ancestors(element)) {
    if (ancestor === element || ancestor === document.body || ancestor === document.documentElement) continue;
    const { overflowX, overflowY } = getComputedStyle(ancestor);
    if (overflowX !== "visible" || overflowY !== "visible") clippers.push(ancestor);
  }
  return clippers;
}

export function visibleBox(element: Element, clippers: readonly Element[]): Box | null {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const box = {
    left: Math.max(left, 0),
    top: Math.max(top, 0),
    right: Math.min(right, document.documentElement.clientWidth),
    bottom: Math.min(bottom, document.documentElement.clientHeight),
  };
  for (const clipper of clippers) {
    const edge = clipper.getBoundingClientRect();
    box.left = Math.max(box.left, edge.left);
    box.top = Math.max(box.top, edge.top);
    box.right = Math.min(box.right, edge.right);
    box.bottom = Math.min(box.bottom, edge.bottom);
  }
  return box.right - box.left > 4 && box.bottom - box.top > 4 ? box : null;
}
