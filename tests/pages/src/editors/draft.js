// Draft.js 0.11 as X uses it: emoji drawn as background pictures over the
// character, mentions as entities.
import React from "react";
import ReactDOM from "react-dom";
import { CompositeDecorator, ContentState, Editor, EditorState, Modifier, getDefaultKeyBinding } from "draft-js";
import { EMOJI, emojiPicture, redrawOn } from "../common/dom.js";

const e = React.createElement;

function Emoji({ children }) {
  const picture = { backgroundImage: `url("${emojiPicture()}")`, backgroundSize: "1em", backgroundRepeat: "no-repeat", display: "inline-block" };
  return e("span", { style: picture }, e("span", { style: { opacity: 0 } }, children));
}

function Handle({ children }) {
  return e("span", { className: "mention" }, children);
}

const matching = (pattern) => (block, found) => {
  for (const match of block.getText().matchAll(pattern)) found(match.index, match.index + match[0].length);
};

const decorator = new CompositeDecorator([
  { strategy: matching(/\p{Extended_Pictographic}/gu), component: Emoji },
  { strategy: matching(/@\w+/g), component: Handle },
]);

class Composer extends React.Component {
  constructor(props) {
    super(props);
    this.state = { editor: EditorState.createEmpty(decorator) };
    this.editor = React.createRef();
    props.handle.getText = () => this.state.editor.getCurrentContent().getPlainText("\n");
    props.handle.clear = () => this.set(EditorState.createEmpty(decorator));
    props.handle.insertEmoji = () => this.insert(EMOJI);
    props.handle.insertMention = () => this.insert("@sannedevries ");
    props.handle.focus = () => this.editor.current.focus();
    // The same text in blocks with other keys: React makes every node anew.
    props.handle.redraw = () =>
      this.set(EditorState.moveFocusToEnd(EditorState.createWithContent(ContentState.createFromText(props.handle.getText()), decorator)));
    this.set = (editor) => this.setState({ editor }, () => props.onChange(props.handle.getText()));
    this.insert = (text) => {
      const { editor } = this.state;
      const content = Modifier.replaceText(editor.getCurrentContent(), editor.getSelection(), text);
      this.set(EditorState.push(editor, content, "insert-characters"));
    };
    this.command = (command) => {
      if (command !== "post") return "not-handled";
      props.onPost();
      return "handled";
    };
    this.binding = (event) => (event.key === "Enter" && (event.ctrlKey || event.metaKey) ? "post" : getDefaultKeyBinding(event));
  }

  render() {
    return e(Editor, {
      ref: this.editor,
      editorState: this.state.editor,
      onChange: this.set,
      handleKeyCommand: this.command,
      keyBindingFn: this.binding,
      webDriverTestID: this.props.testId,
      placeholder: this.props.placeholder,
      ariaLabel: "Tekst van bericht",
      ariaMultiline: true,
      spellCheck: true,
    });
  }
}

/** Mounts an editor in `container` and returns the handle to its model. */
export function draft(container, { testId, placeholder, onChange, onPost }) {
  const handle = {};
  ReactDOM.render(e(Composer, { handle, testId, placeholder, onChange, onPost }), container);
  const editable = container.querySelector("[contenteditable]");
  editable.classList.add("notranslate");
  redrawOn(container, () => handle.redraw());
  return handle;
}
