import "draft-js/dist/Draft.css";
import "../common/theme.css";
import "./x.css";
import { h } from "../common/dom.js";
import { feedPost, link, outbox, post, signIn, start } from "../common/page.js";
import { composer } from "./composer.js";

function modal() {
  const dialog = h("div", { role: "dialog", "aria-modal": "true", "aria-labelledby": "modal-header" });
  const close = () => {
    shade.remove();
    history.pushState({}, "", "/home");
  };
  const shade = h("div", { class: "shade", id: "layers" }, dialog);
  dialog.append(
    h("button", { type: "button", class: "quiet", "data-testid": "app-bar-close", "aria-label": "Sluiten", click: close }, "✕"),
    composer({ kind: "post", buttonId: "tweetButton", onPosted: close }),
  );
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
  "/i/chat": chat,
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

function frame(children) {
  const nav = h("nav", {}, link("/home", "Startpagina"), link("/i/chat", "Chat"), link("/wouter/status/1", "Bericht"),
    link("/compose/post", "Posten", { "data-testid": "SideNav_NewTweet_Button", class: "button" }));
  const find = h("form", { role: "search" }, h("input", { "data-testid": "SearchBox_Search_Input", role: "combobox", placeholder: "Zoeken", "aria-label": "Zoekopdracht" }));
  return h("div", { class: "x" }, nav, h("main", {}, ...children), h("aside", {}, find));
}

start(routes, frame);
