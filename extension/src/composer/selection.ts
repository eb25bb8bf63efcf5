/**
 * Where the caret stands in a composer, also inside a shadow root, and putting
 * it somewhere. The only thing of a composer that is ever set.
 */
import { rootOf } from "../site/tree";
import type { Composer } from "./composer";
import type { Place } from "./text-map";

/** The selection's two ends, in the order of the text. */
export function selectionIn(box: HTMLElement): { start: Place; end: Place } | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const root = rootOf(box);
  let range: StaticRange | Range | undefined;
  if (root instanceof ShadowRoot && typeof selection.getComposedRanges === "function") {
    range = selection.getComposedRanges({ shadowRoots: [root] })[0];
  } else {
    range = selection.getRangeAt(0);
  }
  if (range === undefined || !box.contains(range.startContainer) || !box.contains(range.endContainer)) return null;
  return {
    start: { node: range.startContainer, offset: range.startOffset },
    end: { node: range.endContainer, offset: range.endOffset },
  };
}

/** The selection as offsets in the text, which outlive a re-render. */
export function selectedOffsets(composer: Composer): { start: number; end: number } | null {
  const { box, map } = composer;
  if (box instanceof HTMLTextAreaElement) return { start: box.selectionStart, end: box.selectionEnd };
  const selected = selectionIn(box);
  if (selected === null || map === null) return null;
  const start = map.offsetOf(selected.start);
  const end = map.offsetOf(selected.end);
  return start === null || end === null ? null : { start, end };
}

/** Gives the box the focus with this selection, as a click of the user would. */
export function select(composer: Composer, start: number, end: number): void {
  const { box, map } = composer;
  box.focus({ preventScroll: true });
  if (box instanceof HTMLTextAreaElement) return box.setSelectionRange(start, end);
  const from = map?.placeAt(start, start === end ? "end" : "start");
  const to = map?.placeAt(end, "end");
  if (from == null || to == null) return;
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
