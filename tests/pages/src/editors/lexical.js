// Lexical as Facebook uses it: emoji are pictures with the character as `alt`,
// mentions are single tokens.
import {
  $createLineBreakNode, $createParagraphNode, $getRoot, $getSelection, $isRangeSelection,
  COMMAND_PRIORITY_HIGH, DecoratorNode, KEY_ENTER_COMMAND, TextNode, createEditor,
} from "lexical";
import { registerRichText } from "@lexical/rich-text";
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { EMOJI, MENTION, emojiPicture, h, redrawOn } from "../common/dom.js";

class EmojiNode extends DecoratorNode {
  static getType() { return "emoji"; }
  static clone(node) { return new EmojiNode(node.__key); }
  static importJSON() { return new EmojiNode(); }
  exportJSON() { return { type: "emoji", version: 1 }; }
  createDOM() { return h("span", {}, h("img", { class: "emoji", alt: EMOJI, src: emojiPicture() })); }
  updateDOM() { return false; }
  getTextContent() { return EMOJI; }
  isInline() { return true; }
  decorate() { return null; }
}

class MentionNode extends TextNode {
  static getType() { return "mention"; }
  static clone(node) { return new MentionNode(node.__text, node.__key); }
  static importJSON(json) { return new MentionNode(json.text); }
  createDOM(config) {
    const element = super.createDOM(config);
    element.className = "mention";
    return element;
  }
}

/** Mounts an editor in `container`; with `enterPosts` a bare Enter posts. */
export function lexical(container, { label, onChange, onPost, enterPosts }) {
  const root = h("div", {
    role: "textbox", contenteditable: "true", "data-lexical-editor": "true", "aria-label": label, spellcheck: "true",
  });
  container.append(root);
  const editor = createEditor({
    nodes: [EmojiNode, MentionNode],
    onError: (error) => { throw error; },
  });
  editor.setRootElement(root);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  // One line feed between paragraphs, as the site posts it.
  const getText = () => editor.read(() => $getRoot().getChildren().map((child) => child.getTextContent()).join("\n"));
  const empty = () => $getRoot().clear().append($createParagraphNode()).selectStart();
  const insert = (make) => editor.update(() => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertNodes([make()]);
  });
  redrawOn(container, () => {
    editor.setRootElement(null);
    editor.setRootElement(root);
    editor.focus();
  });
  editor.update(empty, { discrete: true });
  editor.registerUpdateListener(() => onChange(getText()));
  editor.registerCommand(KEY_ENTER_COMMAND, (event) => {
    if (event && enterPosts && !event.shiftKey) {
      event.preventDefault();
      onPost();
      return true;
    }
    if (event?.shiftKey) {
      event.preventDefault();
      $getSelection()?.insertNodes([$createLineBreakNode()]);
      return true;
    }
    return false;
  }, COMMAND_PRIORITY_HIGH);
  return {
    getText,
    clear: () => editor.update(empty),
    insertEmoji: () => insert(() => new EmojiNode()),
    insertMention: () => insert(() => new MentionNode(MENTION).setMode("token")),
    focus: () => editor.focus(),
  };
}
