/** Puts a floating part beside what it belongs to, inside the window. */
import type { Box } from "./clip";

const GAP = 6;
const EDGE = 8;

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** Below the box, or above it where there is more room. */
export function placeBeside(part: HTMLElement, box: Box, align: "left" | "right" = "left"): void {
  const { offsetWidth: width, offsetHeight: height } = part;
  const { clientWidth, clientHeight } = document.documentElement;
  const below = clientHeight - box.bottom - GAP - EDGE;
  const above = box.top - GAP - EDGE;
  const top = height <= below || below >= above ? box.bottom + GAP : box.top - GAP - height;
  const left = align === "left" ? box.left : box.right - width;
  part.style.top = `${clamp(top, EDGE, Math.max(EDGE, clientHeight - height - EDGE))}px`;
  part.style.left = `${clamp(left, EDGE, Math.max(EDGE, clientWidth - width - EDGE))}px`;
}
