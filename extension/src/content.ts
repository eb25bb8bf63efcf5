/**
 * The content script of one frame. Does next to nothing until a box is used;
 * takes everything off the page when its extension is gone.
 */
import { Attachments } from "./attachments";
import { extensionIsThere, Link } from "./link";
import type { FrameQuestion } from "./messages";
import { Stage } from "./overlay/stage";
import { onSettings, readSettings } from "./settings";
import { recognise, siteOf } from "./site/recognise";
import type { Site } from "./site/site";
import { focused } from "./site/tree";
import { removeLeftovers } from "./underline/leftovers";
import { Desk } from "./writing/desk";

const site = siteOf(self.origin);
if (site !== null) start(site);

function start(site: Site): void {
  const attached = new Attachments();
  const stage = new Stage();
  const link = new Link(stop);
  let desk: Desk | null = null;
  let opening: Promise<Desk> | null = null;
  let stopped = false;

  function stop(): void {
    if (stopped) return;
    stopped = true;
    attached.detach();
    desk?.dispose();
    stage.dispose();
    link.dispose();
  }

  /** Checked at every event that may be the first after a reload. */
  function alive(): boolean {
    if (!stopped && !extensionIsThere()) stop();
    return !stopped;
  }

  /** Settings are read when the first box is used, not on every page. */
  function openDesk(): Promise<Desk> {
    opening ??= readSettings().then((settings) => {
      const opened = new Desk(site, link, stage, settings);
      if (stopped) return opened;
      desk = opened;
      attached.add(onSettings((changed) => opened.settingsChanged(changed)));
      const passive = { capture: true, passive: true } as const;
      attached.listen(window, "scroll", () => opened.moved(), passive);
      attached.listen(window, "resize", () => opened.moved(), passive);
      return opened;
    });
    return opening;
  }

  function used(target: EventTarget | undefined): void {
    if (!alive()) return;
    const recognised = recognise(site, target, location.pathname);
    if (recognised === null) return desk?.focusMoved();
    if (desk !== null) return desk.enter(recognised);
    openDesk().then(
      (opened) => {
        if (!stopped && recognised.box.isConnected && recognised.box.contains(focused())) opened.enter(recognised);
      },
      () => alive(),
    );
  }

  const rootsHeard = new WeakSet<EventTarget>();

  /** Moving the focus within a shadow root is not heard outside it. */
  function hearRoots(path: readonly EventTarget[]): void {
    for (const target of path) {
      if (!(target instanceof ShadowRoot) || rootsHeard.has(target)) continue;
      rootsHeard.add(target);
      attached.listen(target, "focusin", (event) => used(event.composedPath()[0]), { capture: true });
    }
  }

  function focusMoved(event: FocusEvent): void {
    if (stage.isHost(event.target)) return;
    const path = event.composedPath();
    hearRoots(path);
    used(path[0]);
  }

  function typed(event: Event): void {
    if (!alive()) return;
    const path = event.composedPath();
    for (const target of path) {
      if (target instanceof HTMLElement && desk?.typedIn(target) === true) return;
    }
    hearRoots(path);
    used(path[0]);
  }

  attached.listen(window, "focusin", focusMoved, { capture: true });
  attached.listen(window, "input", typed, { capture: true });
  attached.listen(
    window,
    "focusout",
    (event) => {
      // Where the focus went is known only after this event.
      if (desk !== null && !stage.isHost(event.target)) queueMicrotask(() => alive() && desk?.focusMoved());
    },
    { capture: true },
  );
  attached.listen(
    window,
    "keydown",
    (event) => {
      if (event.key !== "Escape" || event.isComposing || desk === null || stage.isHost(event.target)) return;
      // The site would take the same Escape as "throw this post away".
      if (alive() && desk.escape()) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    { capture: true },
  );
  attached.listen(
    window,
    "pointerdown",
    (event) => {
      if (desk !== null && !stage.isHost(event.target) && alive()) desk.pressedOutside();
    },
    { capture: true, passive: true },
  );
  attached.listen(window, "focus", () => void alive());
  attached.listen(window, "pageshow", () => void alive());
  const seen = (): void => void alive();
  document.addEventListener("visibilitychange", seen);
  attached.add(() => document.removeEventListener("visibilitychange", seen));

  const asked = (question: FrameQuestion, _: unknown, answer: (value: unknown) => void): void => {
    if (question.type === "next-warning") {
      desk?.nextFinding();
      return;
    }
    answer(desk?.describe ?? { site: site.name, state: "idle", known: true, count: 0, worst: null });
  };
  chrome.runtime.onMessage.addListener(asked);
  attached.add(() => {
    try {
      chrome.runtime.onMessage.removeListener(asked);
    } catch {
      // The extension is gone, and its events with it.
    }
  });

  removeLeftovers();
  // Installed into an open page: the box may have the focus already.
  const now = focused();
  if (now !== null) used(now);
}
