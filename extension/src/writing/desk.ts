/**
 * All composers of one frame: which are open, which is being written in, and
 * what pill, card, list and badge have to show for them.
 */
import { CardOpener } from "../card/opener";
import { RuleTexts } from "../card/rule-texts";
import { CardTriggers } from "../card/triggers";
import { heaviest, type Severity } from "../core/types";
import { BehindFrame } from "../behind-frame";
import { FrameTask } from "../frame-task";
import type { Link } from "../link";
import type { FrameState } from "../messages";
import { Announcer } from "../overlay/announcer";
import type { Stage } from "../overlay/stage";
import { word } from "../overlay/words";
import { Panel } from "../pill/panel";
import { Pill, stateOf } from "../pill/pill";
import { contextFor, type Settings } from "../settings";
import type { Recognised } from "../site/recognise";
import type { Site } from "../site/site";
import { focused } from "../site/tree";
import { recordOf } from "../underline/leftovers";
import { freshNames } from "../underline/names";
import { Highlights } from "../underline/painter";
import { UnderlineSheets } from "../underline/sheet";
import { select } from "../composer/selection";
import type { Finding } from "./finding";
import { type Permission, Session } from "./session";

export class Desk {
  readonly #site: Site;
  readonly #link: Link;
  readonly #stage: Stage;
  readonly #names = freshNames();
  readonly #record = recordOf(this.#names);
  readonly #highlights = new Highlights(this.#names);
  readonly #sheets = new UnderlineSheets(this.#names);
  readonly #sessions = new Map<HTMLElement, Session>();
  readonly #texts = new RuleTexts();
  readonly #announcer: Announcer;
  readonly #opener: CardOpener;
  readonly #triggers: CardTriggers;
  readonly #pill: Pill;
  readonly #panel: Panel;
  readonly #refresh = new FrameTask(() => this.#show());
  /** Typing moves a box now and then: looked at when the page has been laid out for the frame. */
  readonly #follow = new BehindFrame(() => this.#place());
  #scrolled = false;
  #settings: Settings;
  #active: Session | null = null;
  #told: { count: number; worst: Severity | null } = { count: 0, worst: null };

  constructor(site: Site, link: Link, stage: Stage, settings: Settings) {
    this.#site = site;
    this.#link = link;
    this.#stage = stage;
    this.#settings = settings;
    this.#announcer = new Announcer(stage);
    this.#opener = new CardOpener(stage, this.#texts, () => this.#settings.employer);
    this.#triggers = new CardTriggers(
      this.#opener,
      () => this.#sessions.values(),
      (target) => stage.isHost(target),
    );
    this.#pill = new Pill(stage, () => this.#pillPressed());
    this.#panel = new Panel(stage, (session, finding) => this.#goTo(session, finding));
    stage.onKey = (event) => this.#keyInside(event);
  }

  get isOpen(): boolean {
    return this.#sessions.size > 0;
  }

  get describe(): FrameState {
    const active = this.#active;
    return {
      site: this.#site.name,
      state: active?.state ?? "idle",
      known: active?.recognised.known ?? true,
      ...this.#told,
    };
  }

  /** A box got the focus or was typed in. */
  enter(recognised: Recognised): void {
    let session = this.#sessions.get(recognised.box);
    if (session === undefined) {
      session = new Session(recognised, {
        link: this.#link,
        highlights: this.#highlights,
        sheets: this.#sheets,
        changed: () => this.#refresh.request(),
        moved: (session) => {
          if (session !== this.#active || !this.#place()) this.#refresh.request();
        },
        removed: (gone) => this.#close(gone),
      });
      this.#sessions.set(recognised.box, session);
      this.#link.open();
    }
    if (this.#active !== session) {
      const left = this.#active;
      this.#active = session;
      this.#panel.close();
      if (left !== null) this.#leave(left);
    }
    session.apply(this.#permissionFor(recognised), contextFor(this.#settings, this.#site.name, new Date()));
  }

  /** The pause ends by itself; noticed at the next key, so that no clock runs. */
  typedIn(box: HTMLElement): boolean {
    const session = this.#active;
    if (session === null || session.box !== box) return false;
    if (session.state === "paused" || session.state === "failed") this.enter(session.recognised);
    return true;
  }

  /** The focus went elsewhere; a box with nothing to say is let go. */
  focusMoved(): void {
    const session = this.#active;
    if (session !== null && !this.#hasFocus(session)) this.#leave(session);
  }

  settingsChanged(settings: Settings): void {
    this.#settings = settings;
    const context = contextFor(settings, this.#site.name, new Date());
    for (const session of this.#sessions.values()) session.apply(this.#permissionFor(session.recognised), context);
  }

  /** Scrolled or resized: follow, without looking at any text. */
  moved(): void {
    if (this.#sessions.size === 0) return;
    this.#scrolled = true;
    this.#refresh.request();
  }

  /** From the keyboard command: the next finding, or the state when there is none. */
  nextFinding(): void {
    const session = this.#active;
    if (session === null) return;
    const { findings } = session;
    const opened = this.#opener.opened;
    const at = opened?.session === session ? findings.indexOf(opened.finding) : -1;
    const next = findings[(at + 1) % findings.length];
    if (next !== undefined) return this.#goTo(session, next);
    this.#pill.show(session, true);
    void this.#openPanel(session).then(() => this.#panel.focus());
  }

  /** Escape while writing: true when it closed something of ours. */
  escape(): boolean {
    const wasOpen = this.#opener.opened !== null || this.#panel.isOpen;
    this.#opener.close(false);
    this.#panel.close();
    if (wasOpen) this.#refresh.request();
    return wasOpen;
  }

  pressedOutside(): void {
    if (this.#panel.isOpen) this.#panel.close();
    if (this.#opener.opened?.reason === "keyboard") this.#opener.close(false);
  }

  dispose(): void {
    for (const session of this.#sessions.values()) session.close();
    this.#sessions.clear();
    this.#active = null;
    this.#triggers.dispose();
    this.#refresh.cancel();
    this.#follow.dispose();
    this.#announcer.dispose();
    this.#opener.close(false);
    this.#panel.close();
    this.#pill.hide();
    this.#stage.hide(this.#record);
    this.#highlights.clear();
    this.#sheets.remove();
  }

  #permissionFor({ kind }: Recognised): Permission {
    const { sites, pausedUntil, messages } = this.#settings;
    if (!sites[this.#site.name].on) return "off";
    if (kind === "message" && !messages) return "message";
    return pausedUntil > Date.now() ? "paused" : "watching";
  }

  #hasFocus(session: Session): boolean {
    return this.#stage.focused !== null || session.box.contains(focused());
  }

  #leave(session: Session): void {
    if (session.findings.length === 0) this.#close(session);
    else this.#refresh.request();
  }

  #close(session: Session): void {
    if (this.#opener.opened?.session === session) this.#opener.close(false);
    session.close();
    this.#sessions.delete(session.box);
    if (this.#active === session) {
      this.#panel.close();
      this.#active = [...this.#sessions.values()].at(-1) ?? null;
    }
    this.#refresh.request();
  }

  #show(): void {
    for (const session of [...this.#sessions.values()]) {
      if (!session.box.isConnected) this.#close(session);
      else if (session !== this.#active && session.findings.length === 0) this.#close(session);
    }
    const active = this.#active;
    if (active !== null && active.findings.length === 0 && !this.#hasFocus(active)) this.#close(active);
    this.#refresh.cancel();
    this.#report();
    this.#triggers.turn(this.#told.count > 0);
    this.#opener.follow();
    const shown = this.#active;
    if (shown === null) {
      this.#pill.hide();
      this.#announcer.dispose();
      this.#stage.hide(this.#record);
      this.#sheets.remove();
      return;
    }
    this.#stage.show(this.#record, shown.box, shown.theme);
    this.#pill.show(shown, this.#panel.isOpen);
    if (this.#scrolled) this.#place();
    else if (this.#pill.isShown) this.#follow.request();
    this.#scrolled = false;
    this.#announcer.say(shown.findings.length > 0 ? stateOf(shown) : "", shown.box, shown.theme);
  }

  /** Moves what is shown beside the box; false when nothing is. */
  #place(): boolean {
    if (this.#active === null || !this.#pill.isShown) return false;
    this.#pill.place(this.#active);
    return true;
  }

  /** The badge counts what the frame's composers have together. */
  #report(): void {
    const all = [...this.#sessions.values()].flatMap(({ findings }) => findings);
    const now = { count: all.length, worst: heaviest(all) };
    if (now.count === this.#told.count && now.worst === this.#told.worst) return;
    this.#told = now;
    this.#link.post({ type: "count", ...now });
  }

  #pillPressed(): void {
    const session = this.#active;
    if (session === null) return;
    const byKeyboard = this.#stage.focused !== null;
    if (this.#panel.isOpen) {
      this.#panel.close();
      this.#refresh.request();
      return;
    }
    this.#opener.close(false);
    void this.#openPanel(session).then(() => {
      if (byKeyboard) this.#panel.focus();
    });
  }

  async #openPanel(session: Session): Promise<void> {
    const { employer, sites } = this.#settings;
    const texts = await this.#texts.for(
      session.findings.map(({ rule }) => rule),
      employer,
    );
    if (this.#active !== session) return;
    const capacity = word(`capacity_${sites[this.#site.name].capacity}`);
    this.#panel.open(session, this.#pill.element, texts, `${word(`employer_${employer}`)}, ${capacity}`);
    this.#refresh.request();
  }

  /** From list or command: the caret goes there, the card opens with the focus. */
  #goTo(session: Session, finding: Finding): void {
    this.#panel.close();
    if (session.composer !== null) {
      select(session.composer, finding.end, finding.end);
      scrollIntoView(session, finding);
    }
    this.#opener.rememberCaret(session);
    void this.#opener.open(session, finding, "keyboard");
  }

  #keyInside(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.preventDefault();
      const { opened } = this.#opener;
      if (opened !== null) return this.#opener.close(true);
      this.#panel.close();
      this.#active?.box.focus({ preventScroll: true });
    } else if (this.#panel.isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.#panel.step(event.key === "ArrowDown" ? 1 : -1);
    }
  }
}

/** A finding may stand outside what its editor shows. */
function scrollIntoView(session: Session, finding: Finding): void {
  const seen = session.visibleBox;
  const box = session.boxesOf(finding)[0];
  if (box === undefined || (seen !== null && box.top >= seen.top && box.bottom <= seen.bottom)) return;
  const node = session.composer?.map?.placeAt(finding.start, "start")?.node;
  (node instanceof Element ? node : node?.parentElement)?.scrollIntoView({ block: "nearest" });
}
