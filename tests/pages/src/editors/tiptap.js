// TipTap, and through it ProseMirror, as LinkedIn uses them.
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import Mention from "@tiptap/extension-mention";
import { EMOJI, MENTION, redrawOn } from "../common/dom.js";

/** Mounts an editor in `container`. */
export function tiptap(container, { label, onChange, onPost }) {
  const editor = new Editor({
    element: container,
    extensions: [StarterKit, Mention.configure({ HTMLAttributes: { class: "mention" }, renderText: ({ node }) => node.attrs.label })],
    injectCSS: false,
    editorProps: {
      attributes: { role: "textbox", "aria-label": label, "aria-multiline": "true" },
      handleKeyDown: (_view, event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !onPost) return false;
        onPost();
        return true;
      },
    },
    onUpdate: () => onChange(getText()),
  });
  redrawOn(container, () => editor.chain().setContent(editor.getJSON()).focus("end").run());
  const getText = () => editor.getText({ blockSeparator: "\n" });
  return {
    getText,
    clear: () => editor.commands.clearContent(true),
    insertEmoji: () => editor.chain().focus().insertContent(EMOJI).run(),
    insertMention: () => editor.chain().focus().insertContent({ type: "mention", attrs: { id: "1", label: MENTION } }).run(),
    focus: () => editor.commands.focus(),
  };
}
