/** Facebook: Lexical everywhere, without test ids; surroundings tell the kind. */
import type { Site } from "./site";
import { ancestors, closest, holds, matches } from "./tree";

const EDITOR = '[role="textbox"][contenteditable="true"][data-lexical-editor="true"]';

/** What only a conversation has: its messages, or the link to its own page. */
const CONVERSATION = [
  '[data-scope="messages_table"]',
  '[role="log"]',
  'a[href*="/messages/t/"]',
  'a[href*="/messages/e2ee/"]',
].join();

/** How far above the box a chat window may begin; further up is the whole page. */
const CHAT_DEPTH = 16;

function inConversation(box: HTMLElement): boolean {
  let depth = 0;
  for (const ancestor of ancestors(box)) {
    if (++depth > CHAT_DEPTH || matches(ancestor, '[role="dialog"], [role="article"], [role="main"], main, body')) return false;
    if (holds(ancestor, CONVERSATION)) return true;
  }
  return false;
}

export const facebook: Site = {
  name: "facebook",
  kindOf(box, path) {
    // A conversation has no form; what stands under a post has.
    if (closest(box, '[role="article"], form[role="presentation"]') !== null) return "comment";
    const dialog = closest(box, '[role="dialog"]');
    if (dialog === null && (/^\/messages(\/|$)/.test(path) || inConversation(box))) return "message";
    if (!box.matches(EDITOR)) return null;
    if (dialog !== null) return !holds(dialog, '[role="article"]') ? "post" : "comment";
    return closest(box, '[role="complementary"]') !== null ? "comment" : "post";
  },
};
