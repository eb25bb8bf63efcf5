/**
 * The port from a frame to the background: opened when something is to be said,
 * silent about a background that went to sleep, and the place where a content
 * script learns that its extension is gone.
 */
import { FRAME_PORT, type FromFrame, type ToFrame } from "./messages";

export interface Subscriber {
  message?(message: ToFrame): void;
  /** The port is fresh: the background knows nothing of this frame. */
  opened?(): void;
  closed?(): void;
}

/** Ports in a row that were lost at once before the background counts as broken. */
const PATIENCE = 3;

/** A port that lived this long (ms) was no failure: the background went to sleep. */
const A_LIFE = 2000;

/** After a port was lost (ms): a reload may cut the port before the rest is cut. */
const LOOK_AGAIN = [300, 3000];

/** False once the extension was reloaded, updated or removed under this page. */
export function extensionIsThere(): boolean {
  try {
    return chrome.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

export class Link {
  readonly #gone: () => void;
  readonly #subscribers = new Set<Subscriber>();
  #port: chrome.runtime.Port | null = null;
  #tries = 0;
  #openedAt = 0;
  #disposed = false;

  constructor(gone: () => void) {
    this.#gone = gone;
  }

  get isOpen(): boolean {
    return this.#port !== null;
  }

  subscribe(subscriber: Subscriber): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  /** A new question from the user: try again even after failures. */
  forgive(): void {
    this.#tries = 0;
  }

  /** Having it open is how a silent frame hears that its extension is gone. */
  open(): void {
    if (this.#port === null) this.#connect();
  }

  /** False when the background cannot be reached. */
  post(message: FromFrame): boolean {
    const port = this.#port ?? this.#connect();
    if (port === null) return false;
    try {
      port.postMessage(message);
      return true;
    } catch {
      this.#lost(port);
      return false;
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#subscribers.clear();
    try {
      this.#port?.disconnect();
    } catch {
      // The other end is gone already.
    }
    this.#port = null;
  }

  #connect(): chrome.runtime.Port | null {
    if (this.#disposed || this.#tries >= PATIENCE) return null;
    this.#tries++;
    let port: chrome.runtime.Port;
    try {
      port = chrome.runtime.connect({ name: FRAME_PORT });
    } catch {
      this.#gone();
      return null;
    }
    this.#port = port;
    this.#openedAt = performance.now();
    port.onMessage.addListener((message: ToFrame) => {
      this.#tries = 0;
      for (const subscriber of this.#subscribers) subscriber.message?.(message);
    });
    port.onDisconnect.addListener(() => {
      // Reading it keeps the browser from writing it to the page's console.
      if (extensionIsThere()) void chrome.runtime.lastError;
      this.#lost(port);
    });
    for (const subscriber of this.#subscribers) subscriber.opened?.();
    return this.#port;
  }

  #lost(port: chrome.runtime.Port): void {
    if (this.#port !== port) return;
    this.#port = null;
    if (performance.now() - this.#openedAt > A_LIFE) this.#tries = 0;
    if (this.#disposed) return;
    if (!extensionIsThere()) return this.#gone();
    for (const later of LOOK_AGAIN) {
      setTimeout(() => {
        if (!this.#disposed && !extensionIsThere()) this.#gone();
      }, later);
    }
    for (const subscriber of this.#subscribers) subscriber.closed?.();
  }
}
