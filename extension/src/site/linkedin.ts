/**
 * LinkedIn: two front ends side by side. Quill in an open shadow root (posts),
 * TipTap or Quill (comments), ProseMirror (articles), its own messaging.
 */
import type { Site } from "./site";
import { closest } from "./tree";

const MESSAGE = [
  ".msg-form",
  ".msg-form__contenteditable",
  ".msg-overlay-conversation-bubble",
  '[data-view-name^="messaging"]',
  '[data-view-name^="message-"]',
].join();
const COMMENT = [
  '[data-testid="ui-core-tiptap-text-editor-wrapper"]',
  '[data-view-name="comment-box"]',
  ".comments-comment-box__form",
].join();
const POST = '[data-test-modal-id="sharebox"], [data-test-ql-editor-contenteditable="true"]';

export const linkedin: Site = {
  name: "linkedin",
  kindOf(box, path) {
    if (closest(box, MESSAGE) !== null || /^\/messaging(\/|$)/.test(path)) return "message";
    if (closest(box, COMMENT) !== null) return "comment";
    if (closest(box, POST) !== null) return "post";
    return /^\/article\//.test(path) && box.matches(".ProseMirror, textarea") ? "article" : null;
  },
};
