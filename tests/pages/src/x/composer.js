// A compose box of X: the editor, its tool bar beside it, its button.
import { draft } from "../editors/draft.js";
import { h } from "../common/dom.js";
import { post } from "../common/page.js";

const PLACEHOLDERS = { post: "Wat gebeurt er?", reply: "Post je antwoord" };

/** `buttonId` is `tweetButtonInline` in a page and `tweetButton` in the dialog. */
export function composer({ kind, buttonId, quoted = null, onPosted = () => {} }) {
  const parts = [];
  const rows = h("div", {});
  const button = h("button", { type: "button", "data-testid": buttonId, "aria-disabled": "true", click: () => submit() }, "Posten");
  const update = () => button.setAttribute("aria-disabled", String(!parts.some((part) => part.getText().trim())));
  const submit = () => {
    const texts = parts.map((part) => part.getText()).filter((text) => text.trim());
    if (texts.length === 0) return;
    texts.forEach(post);
    parts.forEach((part) => part.clear());
    onPosted();
  };
  const add = () => {
    const testId = `tweetTextarea_${parts.length}`;
    const holder = h("div", { "data-testid": `${testId}RichTextInputContainer`, class: "draft" });
    rows.append(h("div", { class: "post plain" }, h("div", { class: "avatar" }), h("div", { class: "body" }, holder)));
    parts.push(draft(holder, { testId, placeholder: PLACEHOLDERS[kind], onChange: update, onPost: submit }));
    if (parts.length > 1) button.textContent = "Alles posten";
  };
  add();
  const last = () => parts.at(-1);
  const keep = (event) => event.preventDefault();
  const tools = h(
    "div",
    { "data-testid": "toolBar", class: "row" },
    h("button", { type: "button", class: "quiet", "data-tool": "emoji", mousedown: keep, click: () => last().insertEmoji() }, "☺"),
    h("button", { type: "button", class: "quiet", "data-tool": "mention", mousedown: keep, click: () => last().insertMention() }, "@"),
    h("label", { class: "quiet" }, h("input", { type: "file", "data-testid": "fileInput", hidden: true })),
    h("span", { class: "grow" }),
    h("button", { type: "button", class: "quiet", "data-testid": "addButton", "aria-label": "Bericht toevoegen", click: add }, "+"),
    button,
  );
  return h("div", { class: "card composer" }, rows, quoted, tools);
}
