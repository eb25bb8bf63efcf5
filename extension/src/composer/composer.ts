/**
 * One box that is being written in, as text: reads it, notices changes, keeps
 * quiet during composition (IME). Reads the editor only; never writes to it.
 */
import { Attachments } from "../attachments";
import { type BlockText, isArtefact, isBlock, readBlock } from "./block";
import { type Place, TextMap } from "./text-map";

export interface Composer {
  readonly box: HTMLElement;
  /** Null: the browser gives no ranges inside this kind of box. */
  readonly map: TextMap | null;
  readonly text: string;
  readonly composing: boolean;
  detach(): void;
}

/** Opens a box. `changed` comes after every change of its text. */
export function openComposer(box: HTMLElement, changed: () => void): Composer {
  return box instanceof HTMLTextAreaElement ? new PlainComposer(box, changed) : new RichComposer(box, changed);
}

/** Tells when the user is in the middle of composing a character. */
function watchComposition(box: HTMLElement, attached: Attachments, ended: () => void): { readonly active: boolean } {
  const state = { active: false };
  attached.listen(box, "compositionstart", () => (state.active = true), { capture: true });
  attached.listen(
    box,
    "compositionend",
    () => {
      state.active = false;
      // The editor hears of it after us and has yet to take the text in.
      queueMicrotask(ended);
    },
    { capture: true },
  );
  return state;
}

class PlainComposer implements Composer {
  readonly map = null;
  readonly #attached = new Attachments();
  readonly #composition;

  constructor(
    readonly box: HTMLTextAreaElement,
    changed: () => void,
  ) {
    this.#composition = watchComposition(box, this.#attached, changed);
    this.#attached.listen(box, "input", () => this.composing || changed(), { capture: true });
  }

  get text(): string {
    return this.box.value;
  }

  get composing(): boolean {
    return this.#composition.active;
  }

  detach(): void {
    this.#attached.detach();
  }
}

class RichComposer implements Composer {
  readonly #attached = new Attachments();
  readonly #cache = new WeakMap<Node, BlockText>();
  readonly #keepsSpace: boolean;
  readonly #composition;
  #parent: HTMLElement;
  #map: TextMap | null = null;

  constructor(
    readonly box: HTMLElement,
    changed: () => void,
  ) {
    this.#parent = box;
    this.#keepsSpace = getComputedStyle(box).whiteSpaceCollapse.startsWith("preserve")
      || getComputedStyle(box).whiteSpace.startsWith("pre");
    this.#composition = watchComposition(box, this.#attached, () => {
      this.#forget(observer.takeRecords());
      changed();
    });
    const observer = new MutationObserver((records) => {
      this.#forget(records);
      if (!this.composing) changed();
    });
    observer.observe(box, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ["alt"],
    });
    this.#attached.add(() => observer.disconnect());
  }

  get composing(): boolean {
    return this.#composition.active;
  }

  get text(): string {
    return this.map.text;
  }

  get map(): TextMap {
    this.#map ??= this.#read();
    return this.#map;
  }

  detach(): void {
    this.#attached.detach();
  }

  #forget(records: MutationRecord[]): void {
    this.#map = null;
    for (const { target } of records) {
      for (let node: Node | null = target; node !== null && node !== this.box; node = node.parentNode) {
        this.#cache.delete(node);
      }
    }
  }

  #read(): TextMap {
    this.#parent = blocksParent(this.box);
    const blocks: BlockText[] = [];
    if (!hasOnlyBlocks(this.#parent)) {
      blocks.push(readBlock(this.#parent, this.#keepsSpace));
      return new TextMap(blocks);
    }
    for (let child = this.#parent.firstElementChild; child !== null; child = child.nextElementSibling) {
      if (!isBlock(child) || isArtefact(child)) continue;
      let block = this.#cache.get(child);
      if (block === undefined) {
        block = readBlock(child, this.#keepsSpace);
        this.#cache.set(child, block);
      }
      blocks.push(block);
    }
    return new TextMap(blocks);
  }
}

function hasOnlyBlocks(parent: HTMLElement): boolean {
  let any = false;
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (isBlock(child)) any = true;
    else if (child instanceof Text && child.data.trim() === "") continue;
    else if (child instanceof Element && isArtefact(child)) continue;
    else return false;
  }
  return any;
}

/** Editors wrap their paragraphs once or twice; the parent of the paragraphs. */
function blocksParent(box: HTMLElement): HTMLElement {
  let parent = box;
  for (;;) {
    const only = parent.firstElementChild;
    if (only === null || only.nextElementSibling !== null || !isBlock(only) || !hasOnlyBlocks(parent)) return parent;
    if (!hasOnlyBlocks(only)) return parent;
    parent = only;
  }
}

export type { Place };
