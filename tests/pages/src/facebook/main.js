import "../common/theme.css";
import "./facebook.css";
import { h } from "../common/dom.js";
import { feedPost, link, outbox, signIn, start, unknownBoxes } from "../common/page.js";
import { dialog, line } from "./boxes.js";

function opener(text, options) {
  const open = () => {
    const box = dialog(options);
    document.querySelector(".facebook").append(box.node);
    box.focus();
  };
  return h("div", { class: "card row" }, h("div", { class: "avatar" }), h("div", { role: "button", tabindex: "0", class: "opener grow", "data-open": "post", click: open }, text));
}

const home = () => [
  opener("Waar denk je aan?", { label: "Waar denk je aan?", title: "Bericht maken" }),
  outbox,
  feedPost("Buurtvereniging De Linde", "Zaterdag ruimen we samen het park op. Wie doet er mee?",
    line({ label: "Schrijf een reactie…", sendLabel: "Plaats reactie", comment: true })),
];

/** A conversation in the corner of another page. */
const chatWindow = () => h("div", { class: "card chat-window" },
  h("div", { class: "row" }, h("a", { href: "/messages/t/1/" }, "Sanne de Vries")),
  h("div", { role: "grid" }, h("p", {}, "Hoe is het?")),
  line({ label: "Bericht", sendLabel: "Verzenden", comment: false }));

const routes = {
  "/": home,
  "/groups/1": () => [
    h("h1", {}, "Moestuinders van de Zuidrand"),
    opener("Schrijf iets…", { label: "Maak een openbaar bericht…", title: "Bericht maken" }),
    outbox,
  ],
  "/messages/t/1": () => [
    h("h1", {}, "Chats"),
    outbox,
    h("div", { class: "card", role: "main" }, line({ label: "Bericht", sendLabel: "Verzenden", comment: false })),
  ],
  "/with-chat": () => [...home(), chatWindow()],
  "/events/create": () => [unknownBoxes(), outbox],
  "/login": () => [signIn(), ...home()],
};

function frame(children) {
  const bar = h("header", { role: "banner" }, h("input", { type: "search", role: "combobox", placeholder: "Zoeken", "aria-label": "Zoeken" }),
    link("/", "Start"), link("/groups/1", "Groepen"), link("/messages/t/1", "Messenger"));
  return h("div", { class: "facebook" }, bar, h("main", {}, ...children));
}

start(routes, frame);
