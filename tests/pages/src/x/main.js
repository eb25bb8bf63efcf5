import "draft-js/dist/Draft.css";
import "../common/theme.css";
import "./x.css";
import { h } from "../common/dom.js";
import { feedPost, link, outbox, post, signIn, start, unknownBoxes } from "../common/page.js";
import { draft } from "../editors/draft.js";
import { composer } from "./composer.js";

function modal() {
  const dialog = h("div", { role: "dialog", "aria-modal": "true", "aria-labelledby": "modal-header" });
  const close = () => {
    shade.remove();
    history.pushState({}, "", "/home");
  };
  const shade = h("div", { class: "shade", id: "layers" }, dialog);
  // A quote and a reply are the same dialog, with the other post in or above it.
  const asked = new URLSearchParams(location.search);
  const other = feedPost("Wouter", "Wie heeft er tips voor een lange wandeling met kinderen?");
  const quoted = asked.has("url") ? h("div", { "data-testid": "attachments", role: "link", tabindex: "0" }, other) : null;
  dialog.append(...[
    h("button", { type: "button", class: "quiet", "data-testid": "app-bar-close", "aria-label": "Sluiten", click: close }, "✕"),
    asked.has("in_reply_to") ? other : null,
    composer({ kind: asked.has("in_reply_to") ? "reply" : "post", buttonId: "tweetButton", quoted, onPosted: close }),
  ].filter((part) => part !== null));
  return shade;
}

const timeline = () => [
  feedPost("Gemeente Zuidrand", "De weekmarkt is morgen op het Raadhuisplein in plaats van de Brink."),
  feedPost("Wouter", "Wie heeft er tips voor een lange wandeling met kinderen?"),
];

const home = () => [h("h1", {}, "Voor jou"), composer({ kind: "post", buttonId: "tweetButtonInline" }), outbox, ...timeline()];

const routes = {
  "/": home,
  "/home": home,
  "/compose/post": () => [...home(), modal()],
  "/wouter/status/1": () => [
    feedPost("Wouter", "Wie heeft er tips voor een lange wandeling met kinderen?"),
    composer({ kind: "reply", buttonId: "tweetButtonInline" }),
    outbox,
  ],
  // No compose box at all.
  "/explore": () => [h("h1", {}, "Ontdekken"), outbox, ...timeline()],
  "/i/chat": chat,
  "/messages/1": oldMessages,
  "/i/events/new": () => [unknownBoxes(), outbox],
  "/login": () => [signIn(), outbox, ...home()],
};

function chat() {
  const box = h("textarea", { "data-testid": "dm-composer-textarea", placeholder: "Bericht", rows: 2 });
  const send = () => {
    if (!box.value.trim()) return;
    post(box.value);
    box.value = "";
  };
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    send();
  });
  return [
    h("h1", {}, "Chat"),
    outbox,
    h("div", { class: "card row" }, box, h("button", { type: "button", "data-testid": "dm-composer-send-button", click: send }, "Verstuur")),
  ];
}

/** Private messages before the new chat: Draft.js once more. */
function oldMessages() {
  const holder = h("div", { "data-testid": "dmComposerTextInputRichTextInputContainer", class: "draft grow" });
  let handle;
  const send = () => {
    if (!handle.getText().trim()) return;
    post(handle.getText());
    handle.clear();
  };
  handle = draft(holder, { testId: "dmComposerTextInput", placeholder: "Begin een nieuw bericht", onChange: () => {}, onPost: send });
  return [h("h1", {}, "Berichten"), outbox,
    h("aside", { class: "card row" }, holder, h("button", { type: "button", "data-testid": "dmComposerSendButton", click: send }, "Verstuur"))];
}

function frame(children) {
  const nav = h("nav", {}, link("/home", "Startpagina"), link("/i/chat", "Chat"), link("/wouter/status/1", "Bericht"),
    link("/compose/post", "Posten", { "data-testid": "SideNav_NewTweet_Button", class: "button" }));
  const find = h("form", { role: "search" }, h("input", { "data-testid": "SearchBox_Search_Input", role: "combobox", placeholder: "Zoeken", "aria-label": "Zoekopdracht" }));
  return h("div", { class: "x" }, nav, h("main", {}, ...children), h("aside", {}, find));
}

start(routes, frame);
