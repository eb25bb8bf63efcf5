import "../common/theme.css";
import { h } from "../common/dom.js";

const pages = [
  ["X", "https://x.com", { "/home": "startpagina", "/compose/post": "dialoog", "/wouter/status/1": "antwoord", "/i/chat": "chat" }],
  ["Facebook", "https://www.facebook.com", { "/": "tijdlijn en reactie", "/groups/1": "groep", "/messages/t/1": "Messenger" }],
  ["LinkedIn", "https://www.linkedin.com", { "/feed/": "bericht en reactie", "/posts/1": "reactie (oude opmaak)", "/article/new/": "artikel", "/messaging/": "berichten", "/interop/": "pagina in een frame" }],
];

const section = ([name, origin, paths]) =>
  h("section", { class: "card" }, h("h1", {}, name), h("ul", {}, Object.entries(paths).map(([path, label]) => h("li", {}, h("a", { href: origin + path }, label)))));

const list = () => h("main", { class: "sign-in" }, h("h1", {}, "Bezint: proefpagina's"),
  h("p", {}, "Nagebouwde pagina's met de echte editors, op deze computer. Wat u hier plaatst, gaat nergens heen."), pages.map(section));

/** A newspaper with a box of its own, and the comments of Facebook in a frame. */
const newspaper = () => h("main", { class: "sign-in" }, h("h1", {}, "Zuidrandse Courant"),
  h("div", { class: "own-box", contenteditable: "true", role: "textbox", "aria-multiline": "true", "aria-label": "Reactie" }),
  h("iframe", { src: "https://www.facebook.com/", title: "Reacties", width: "100%", height: "500" }));

document.body.append(location.pathname === "/newspaper" ? newspaper() : list());
document.body.dataset.ready = "yes";
