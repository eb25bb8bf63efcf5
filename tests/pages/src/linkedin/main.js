import "./policy.js";
import "../common/theme.css";
import "./linkedin.css";
import { h } from "../common/dom.js";
import { feedPost, link, outbox, post, signIn, start, unknownBoxes } from "../common/page.js";
import { tiptap } from "../editors/tiptap.js";
import { commentBox, messageBox, oldCommentBox } from "./comments.js";
import { openShareBox, outlet } from "./share.js";

const host = outlet();

const feed = () => [
  h("div", { class: "card row" }, h("div", { class: "avatar" }),
    h("button", { type: "button", class: "opener grow", "aria-label": "Bericht beginnen", "data-open": "share", click: () => openShareBox(host) }, "Bericht beginnen")),
  outbox,
  feedPost("Sanne de Vries", "Vandaag begonnen bij de gemeente Zuidrand. Ik kijk uit naar het werk!", commentBox()),
];

const single = () => [feedPost("Sanne de Vries", "Vandaag begonnen bij de gemeente Zuidrand. Ik kijk uit naar het werk!", oldCommentBox()), outbox];

function article() {
  let handle;
  const body = h("div", { class: "article" });
  const title = h("textarea", { class: "article-title", rows: 1, placeholder: "Titel", "aria-label": "Titel" });
  title.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  const publish = h("button", { type: "button", "data-open": "publish", click: () => post(`${title.value}\n${handle.getText()}`) }, "Publiceren");
  handle = tiptap(body, { label: "Artikel", onChange: () => {} });
  return [h("div", { class: "card" }, title, body, h("div", { class: "row" }, h("span", { class: "grow" }), publish)), outbox];
}

/** A conversation in the corner of another page. */
const messageOverlay = () => h("aside", { class: "card msg-overlay-conversation-bubble" }, h("b", {}, "Sanne de Vries"), messageBox());

const routes = {
  "/": feed,
  "/feed/": feed,
  "/posts/1": single,
  "/preload/feed/": single,
  "/article/new/": article,
  "/messaging/": () => [h("h1", {}, "Berichten"), outbox, h("div", { class: "card" }, messageBox())],
  "/with-chat/": () => [...feed(), messageOverlay()],
  "/events/create/": () => [unknownBoxes(), outbox],
  "/interop/": () => [h("iframe", { "data-testid": "interop-iframe", src: "/preload/feed/", title: "LinkedIn" })],
  "/login": () => [signIn(), ...feed()],
};

function frame(children) {
  host.shadowRoot.replaceChildren();
  const bar = h("header", {}, h("input", { class: "search-global-typeahead__input", role: "combobox", placeholder: "Zoeken", "aria-label": "Zoeken" }),
    link("/feed/", "Startpagina"), link("/messaging/", "Berichten"), link("/article/new/", "Artikel schrijven"));
  const content = h("main", {}, ...children);
  return [h("div", { class: "linkedin" }, location.pathname.startsWith("/preload/") ? [content] : [bar, content]), host];
}

start(routes, frame);
