// The compose boxes of Facebook.
import { lexical } from "../editors/lexical.js";
import { h } from "../common/dom.js";
import { post } from "../common/page.js";

const keep = (event) => event.preventDefault();

function tools(handle) {
  const tool = (name, label, act) =>
    h("div", { role: "button", tabindex: "0", class: "quiet", "data-tool": name, mousedown: keep, click: act }, label);
  return [tool("emoji", "☺", () => handle().insertEmoji()), tool("mention", "@", () => handle().insertMention())];
}

/** The dialog for a post, on the time line or in a group. */
export function dialog({ label, title }) {
  let handle;
  const button = h("div", { role: "button", tabindex: "0", "aria-label": "Plaatsen", "aria-disabled": "true", click: () => submit() }, "Plaatsen");
  const submit = () => {
    const text = handle.getText();
    if (!text.trim()) return;
    post(text);
    shade.remove();
  };
  const editor = h("div", { class: "editor" });
  const form = h("form", { method: "POST", submit: keep }, editor, h("div", { class: "row" }, ...tools(() => handle), h("input", { type: "file", hidden: true }), h("span", { class: "grow" }), button));
  const shade = h("div", { class: "shade" }, h("div", { role: "dialog", "aria-labelledby": "composer-title" }, h("h1", { id: "composer-title" }, title), form));
  handle = lexical(editor, { label, onPost: submit, onChange: (text) => button.setAttribute("aria-disabled", String(!text.trim())) });
  return { node: shade, focus: () => handle.focus() };
}

/** A box under a post, or in Messenger: a bare Enter sends. */
export function line({ label, sendLabel, comment }) {
  let handle;
  const submit = () => {
    const text = handle.getText();
    if (!text.trim()) return;
    post(text);
    handle.clear();
  };
  const editor = h("div", { class: "editor line" });
  const send = h("div", { role: "button", tabindex: "0", class: "quiet", "aria-label": sendLabel, click: submit }, "➤");
  const row = h("div", { class: "row", id: comment ? "focused-state-composer-submit" : null }, ...tools(() => handle), h("span", { class: "grow" }), send);
  handle = lexical(editor, { label, onPost: submit, onChange: () => {}, enterPosts: true });
  return h(comment ? "form" : "div", { class: "box", role: comment ? "presentation" : "group", submit: keep }, editor, row);
}
