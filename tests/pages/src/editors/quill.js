// Quill, the two versions LinkedIn has in use.
import Quill1 from "quill1";
import Quill2 from "quill2";
import { EMOJI, MENTION, h, redrawOn } from "../common/dom.js";

/**
 * Quill asks the document for the selection, which says nothing about a shadow
 * root. A site that puts it in one must answer these three questions itself.
 */
function livesInShadow(quill, root) {
  const native = document.getSelection();
  const place = (node, offset) =>
    node.nodeName === "BR" ? [node.parentNode, [...node.parentNode.childNodes].indexOf(node)] : [node, offset];
  Object.assign(quill.selection, {
    hasFocus() {
      return root.activeElement === this.root;
    },
    getNativeRange() {
      const [range] = native.getComposedRanges({ shadowRoots: [root] });
      return range ? this.normalizeNative(range) : null;
    },
    setNativeRange(startNode, startOffset, endNode = startNode, endOffset = startOffset) {
      if (startNode == null) return this.root.blur();
      if (!this.hasFocus()) this.root.focus({ preventScroll: true });
      native.setBaseAndExtent(...place(startNode, startOffset), ...place(endNode, endOffset));
    },
  });
}

function mount(Quill, container, { label, placeholder, onChange, onPost, attributes = {} }) {
  const holder = h("div", { class: "ql-container" });
  container.append(holder);
  const bindings = { post: { key: Quill === Quill1 ? 13 : "Enter", shortKey: true, handler: onPost } };
  const quill = new Quill(holder, { placeholder, modules: { keyboard: { bindings }, toolbar: false }, formats: [] });
  const root = container.getRootNode();
  if (root instanceof ShadowRoot) livesInShadow(quill, root);
  const editable = holder.querySelector(".ql-editor");
  const all = { role: "textbox", "aria-label": label, "aria-multiline": "true", ...attributes };
  for (const [name, value] of Object.entries(all)) editable.setAttribute(name, value);
  quill.on("text-change", () => onChange(getText()));
  // The model always ends with a line feed of its own.
  const getText = () => quill.getText().replace(/\n$/, "");
  redrawOn(container, () => {
    quill.setContents(quill.getContents());
    quill.setSelection(quill.getLength(), 0);
  });
  const insert = (text) => {
    const at = quill.getSelection(true)?.index ?? quill.getLength() - 1;
    quill.insertText(at, text, "user");
    quill.setSelection(at + text.length, 0, "user");
  };
  return {
    getText,
    clear: () => quill.setText(""),
    insertEmoji: () => insert(EMOJI),
    insertMention: () => insert(MENTION),
    focus: () => quill.focus(),
  };
}

export const quill1 = (container, options) => mount(Quill1, container, options);
export const quill2 = (container, options) => mount(Quill2, container, options);
