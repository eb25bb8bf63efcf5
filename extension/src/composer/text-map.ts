/**
 * The text of a composer with the way back: offset in UTF-16 code units to a
 * place in the DOM, and from there to the offset. A snapshot; it does not
 * follow the DOM.
 */
import type { BlockText, Piece } from "./block";

export interface Place {
  node: Node;
  offset: number;
}

interface PlacedBlock {
  start: number;
  block: BlockText;
}

function indexIn(image: Node): number {
  let index = 0;
  for (let before = image.previousSibling; before !== null; before = before.previousSibling) index++;
  return index;
}

/** The last entry whose start is not after `offset`. */
function lastFrom<T extends { start: number }>(list: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry !== undefined && entry.start <= offset) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}

export class TextMap {
  readonly text: string;
  readonly #blocks: PlacedBlock[] = [];

  constructor(blocks: Iterable<BlockText>) {
    const texts: string[] = [];
    let start = 0;
    for (const block of blocks) {
      if (!block.hasLine) continue;
      this.#blocks.push({ start, block });
      texts.push(block.text);
      start += block.text.length + 1;
    }
    this.text = texts.join("\n");
  }

  /**
   * Where an offset stands. At a seam between two nodes `side` decides: a range
   * starts in the later node and ends in the earlier.
   */
  placeAt(offset: number, side: "start" | "end"): Place | null {
    const wanted = side === "end" && offset > 0 ? offset - 1 : offset;
    const placed = lastFrom(this.#blocks, wanted);
    if (placed === undefined) return null;
    const piece = lastFrom(placed.block.pieces, wanted - placed.start);
    if (piece === undefined) return null;
    return this.#inPiece(piece, offset - placed.start - piece.start, side);
  }

  #inPiece(piece: Piece, offset: number, side: "start" | "end"): Place | null {
    const { node, length } = piece;
    if (node instanceof Text) return { node, offset: Math.min(Math.max(offset, 0), length, node.length) };
    const parent = node.parentNode;
    if (parent === null) return null;
    // A picture is one whole: a range covers it or it does not.
    const after = offset >= length || (side === "end" && offset > 0);
    return { node: parent, offset: indexIn(node) + (after ? 1 : 0) };
  }

  /** The offset of a place in the DOM, or null when it is outside the text. */
  offsetOf(place: Place): number | null {
    for (const { start, block } of this.#blocks) {
      for (const piece of block.pieces) {
        if (piece.node === place.node) return start + piece.start + Math.min(place.offset, piece.length);
      }
    }
    return this.#offsetBetween(place);
  }

  /** For a place given as "before the n-th child": the first text behind it. */
  #offsetBetween({ node, offset }: Place): number | null {
    const child = node.childNodes[offset] ?? null;
    let last: number | null = null;
    for (const { start, block } of this.#blocks) {
      for (const piece of block.pieces) {
        const at = start + piece.start;
        if (child !== null && (child === piece.node || child.contains(piece.node))) return at;
        if (node.contains(piece.node)) {
          const behind =
            child !== null && (child.compareDocumentPosition(piece.node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
          if (behind) return at;
          last = at + piece.length;
        }
      }
    }
    return last;
  }
}
