// The comment boxes of the two front ends, and the message box.
import { quill1 } from "../editors/quill.js";
import { tiptap } from "../editors/tiptap.js";
import { h } from "../common/dom.js";
import { post } from "../common/page.js";

const keep = (event) => event.preventDefault();
const tool = (name, label, act) => h("button", { type: "button", class: "quiet", "data-tool": name, mousedown: keep, click: act }, label);

function submitter(handle) {
  return () => {
    const text = handle().getText();
    if (!text.trim()) return;
    post(text);
    handle().clear();
  };
}

/** The newer front end: TipTap. */
export function commentBox() {
  let handle;
  const submit = submitter(() => handle);
  const editor = h("div", { "data-testid": "ui-core-tiptap-text-editor-wrapper" });
  const button = h("button", { type: "button", componentkey: "commentButtonSection-1", click: submit }, "Reageren");
  handle = tiptap(editor, { label: "Teksteditor voor het maken van een reactie", onPost: submit, onChange: () => {} });
  return h("div", { class: "box", "data-view-name": "comment-box" }, editor,
    h("div", { class: "row" }, tool("emoji", "☺", () => handle.insertEmoji()), tool("mention", "@", () => handle.insertMention()), h("span", { class: "grow" }), button));
}

/** The older front end: Quill 1. */
export function oldCommentBox() {
  let handle;
  const submit = submitter(() => handle);
  const editor = h("div", { class: "editor-container" });
  const button = h("button", { type: "button", class: "comments-comment-box__submit-button--cr", click: submit }, "Plaatsen");
  handle = quill1(editor, { label: "Teksteditor voor het maken van content", placeholder: "Voeg een reactie toe…", onPost: submit, onChange: () => {} });
  return h("form", { class: "box comments-comment-box__form", submit: keep }, editor,
    h("div", { class: "row" }, tool("emoji", "☺", () => handle.insertEmoji()), tool("mention", "@", () => handle.insertMention()), h("span", { class: "grow" }), button));
}

/** Messaging: a plain editable element; Enter sends. */
export function messageBox() {
  const box = h("div", { class: "msg-form__contenteditable", role: "textbox", contenteditable: "true", "aria-multiline": "true", "aria-label": "Schrijf een bericht…" });
  const submit = () => {
    if (!box.innerText.trim()) return;
    post(box.innerText);
    box.replaceChildren();
  };
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    submit();
  });
  return h("form", { class: "box msg-form", submit: keep }, h("div", { class: "msg-form__msg-content-container" }, box),
    h("div", { class: "row" }, h("span", { class: "grow" }), h("button", { type: "button", class: "msg-form__send-button", click: submit }, "Verzenden")));
}
