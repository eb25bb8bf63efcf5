// The share box: Quill in an open shadow root, opened over the page.
import { quill2 } from "../editors/quill.js";
import { h } from "../common/dom.js";
import { post } from "../common/page.js";

const keep = (event) => event.preventDefault();

/** The element the dialog appears in; it is on every page, empty at first. */
export function outlet() {
  const host = h("div", { id: "interop-outlet", "data-testid": "interop-shadowdom" });
  host.attachShadow({ mode: "open" });
  return host;
}

export function openShareBox(host) {
  const root = host.shadowRoot;
  let handle;
  const button = h("button", { type: "button", class: "share-actions__primary-action", disabled: true, click: () => submit() }, "Plaatsen");
  const submit = () => {
    const text = handle.getText();
    if (!text.trim()) return;
    post(text);
    root.replaceChildren();
  };
  const tool = (name, label, act) => h("button", { type: "button", class: "quiet", "data-tool": name, mousedown: keep, click: act }, label);
  const editor = h("div", { class: "editor-content" });
  const dialog = h("div", { class: "share-box", role: "dialog", "data-test-modal-id": "sharebox", "aria-labelledby": "share-title" },
    h("h1", { id: "share-title" }, "Bericht maken"), editor,
    h("div", { class: "row" }, tool("emoji", "☺", () => handle.insertEmoji()), tool("mention", "@", () => handle.insertMention()),
      h("input", { type: "file", id: "media-editor-file-selector__file-input", hidden: true }), h("span", { class: "grow" }), button));
  const style = h("link", { rel: "stylesheet", href: "/assets/linkedin.css" });
  root.replaceChildren(style);
  // Shown when it has its looks: before that it would move under the pointer.
  style.addEventListener("load", () => {
    root.append(h("div", { class: "shade" }, dialog));
    handle = quill2(editor, {
      label: "Teksteditor voor het maken van content", placeholder: "Waar wilt u het over hebben?", onPost: submit,
      attributes: { "data-test-ql-editor-contenteditable": "true" },
      onChange: (text) => { button.disabled = !text.trim(); },
    });
    handle.focus();
  });
}
