/**
 * Everything a part of Bezint hangs onto a page, so that it can be taken off
 * again in one go. The pair of set-up and tear-down for listeners, observers
 * and whatever else has an undo.
 */
export class Attachments {
  readonly #undo: (() => void)[] = [];

  add(undo: () => void): void {
    this.#undo.push(undo);
  }

  listen<K extends keyof WindowEventMap>(
    target: EventTarget,
    type: K,
    heard: (event: WindowEventMap[K]) => void,
    options: AddEventListenerOptions = {},
  ): void {
    // The event map says which class the named event has; the DOM's own
    // signature cannot say it for a plain EventTarget.
    const listener = heard as (event: Event) => void;
    target.addEventListener(type, listener, options);
    this.add(() => target.removeEventListener(type, listener, options));
  }

  detach(): void {
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }
}
