/**
 * One composer with its text, its findings and their underlines. Decides
 * whether it may look at all; while it may not, the text is not even read.
 */
import { Attachments } from "../attachments";
import { type Composer, openComposer } from "../composer/composer";
import { openCore } from "../core/choose";
import type { Context, Core } from "../core/types";
import { FrameTask } from "../frame-task";
import type { Link } from "../link";
import { type Box, clippersOf, visibleBox } from "../overlay/clip";
import { type Theme, themeOf } from "../overlay/theme";
import type { Recognised } from "../site/recognise";
import { rootOf } from "../site/tree";
import { type Highlights, Painter } from "../underline/painter";
import type { UnderlineSheets } from "../underline/sheet";
import { carryOver, type Finding, findingsIn, keyOf } from "./finding";
import { Pace } from "./pace";

export type Permission = "watching" | "off" | "paused" | "message";
export type State = Permission | "failed";

export interface Surroundings {
  link: Link;
  highlights: Highlights;
  sheets: UnderlineSheets;
  /** The findings or the state changed. */
  changed(session: Session): void;
  /** The place or size on screen changed; the page has just been laid out. */
  moved(session: Session): void;
  /** The editor left the page. */
  removed(session: Session): void;
}

/** "Niet nu" holds for a box, however often it is left and entered again. */
const dismissedIn = new WeakMap<HTMLElement, Set<string>>();

export class Session {
  readonly box: HTMLElement;
  readonly recognised: Recognised;
  readonly #around: Surroundings;
  readonly #attached = new Attachments();
  readonly #painter: Painter<Finding>;
  readonly #paint = new FrameTask(() => this.#draw());
  readonly #pace = new Pace(() => this.#look());
  readonly #clippers: Element[];
  #permission: Permission = "off";
  #context: Context | null = null;
  #composer: Composer | null = null;
  #core: Core | null = null;
  #failed = false;
  #text = "";
  #all: Finding[] = [];
  theme: Theme = "light";

  constructor(recognised: Recognised, around: Surroundings) {
    this.box = recognised.box;
    this.recognised = recognised;
    this.#around = around;
    this.#painter = new Painter(around.highlights);
    this.#clippers = clippersOf(this.box);
    this.theme = themeOf(this.box);
    const moved = (): void => {
      if (this.box.isConnected) around.moved(this);
      else around.removed(this);
    };
    for (const type of ["keydown", "beforeinput", "input", "compositionend"] as const) {
      this.#attached.listen(this.box, type, () => this.#pace.typed(), { capture: true, passive: true });
    }
    const seen = new IntersectionObserver(moved);
    seen.observe(this.box);
    this.#attached.add(() => seen.disconnect());
    const size = new ResizeObserver(moved);
    size.observe(this.box);
    this.#attached.add(() => size.disconnect());
  }

  get state(): State {
    return this.#failed && this.#permission === "watching" ? "failed" : this.#permission;
  }

  /** What is to be shown: without what the user waved away. */
  get findings(): Finding[] {
    const dismissed = dismissedIn.get(this.box);
    return dismissed === undefined ? this.#all : this.#all.filter((finding) => !dismissed.has(keyOf(finding)));
  }

  get composer(): Composer | null {
    return this.#composer;
  }

  get visibleBox(): Box | null {
    return this.box.isConnected ? visibleBox(this.box, this.#clippers) : null;
  }

  /** Settings or permission changed, or the box got the focus. */
  apply(permission: Permission, context: Context): void {
    this.#permission = permission;
    this.theme = themeOf(this.box);
    if (permission !== "watching") {
      this.#closeText();
      this.#around.changed(this);
      return;
    }
    const same = JSON.stringify(context) === JSON.stringify(this.#context);
    this.#context = context;
    if (this.#composer === null) {
      this.#core = openCore(self.origin, this.#around.link, () => this.#fail());
      this.#composer = openComposer(this.box, () => this.#pace.changed());
    } else if (same) {
      return;
    }
    this.#core?.setContext(context);
    this.#check();
    this.#around.changed(this);
  }

  dismiss(finding: Finding): void {
    const dismissed = dismissedIn.get(this.box) ?? new Set();
    dismissed.add(keyOf(finding));
    dismissedIn.set(this.box, dismissed);
    this.#show();
  }

  findingAt(x: number, y: number): Finding | null {
    return this.#painter.at(x, y);
  }

  boxesOf(finding: Finding): DOMRect[] {
    return this.#painter.boxesOf(finding);
  }

  close(): void {
    this.#closeText();
    this.#attached.detach();
  }

  #closeText(): void {
    this.#composer?.detach();
    this.#core?.dispose();
    this.#composer = this.#core = null;
    this.#failed = false;
    this.#text = "";
    this.#all = [];
    this.#pace.stop();
    this.#paint.cancel();
    this.#painter.clear();
  }

  #look(): void {
    const text = this.#composer?.text ?? "";
    // The same text in new nodes: only the lines have to be drawn again.
    if (text === this.#text) return this.#paint.request();
    this.#check();
  }

  #check(): void {
    const composer = this.#composer;
    if (composer === null || composer.composing) return;
    const { text } = composer;
    // A text that was posted or thrown away takes what was waved away with it.
    if (text.trim() === "") dismissedIn.delete(this.box);
    let answered = false;
    const before = this.#text;
    this.#text = text;
    this.#core?.check(text, (warnings) => {
      answered = true;
      if (this.#composer !== composer || this.#text !== text) return;
      this.#failed = false;
      this.#all = findingsIn(text, warnings);
      this.#show();
    });
    if (answered) return;
    this.#all = carryOver(this.#all, before, text);
    this.#show();
  }

  #fail(): void {
    this.#failed = true;
    this.#all = [];
    this.#show();
  }

  #show(): void {
    this.#paint.request();
    this.#around.changed(this);
  }

  #draw(): void {
    const composer = this.#composer;
    if (composer === null || composer.map === null || composer.composing) return;
    // The text moved on since the answer; it is looked at in its turn.
    if (composer.text !== this.#text) return;
    const { findings } = this;
    if (findings.length > 0) this.#around.sheets.ensure(rootOf(this.box), this.theme);
    this.#painter.paint(composer.map, findings);
  }
}
