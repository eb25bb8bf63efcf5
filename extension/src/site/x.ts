/** X/Twitter: Draft.js boxes with test ids; private messages old and new. */
import type { Site } from "./site";
import { closest } from "./tree";

const MESSAGE = [
  '[data-testid^="dm" i]',
  '[data-testid^="chat-drawer"]',
  '[data-testid^="xchat" i]',
].join();

export const x: Site = {
  name: "x",
  kindOf(box, path) {
    if (closest(box, MESSAGE) !== null) return "message";
    if (closest(box, '[data-testid^="tweetTextarea_"]') !== null) {
      const underPost = /^\/[^/]+\/status\//.test(path) && closest(box, '[role="dialog"]') === null;
      return underPost ? "comment" : "post";
    }
    // The chat pages rename their boxes more often than their addresses.
    return /^\/(messages|i\/chat)(\/|$)/.test(path) ? "message" : null;
  },
};
