// What every fixture page has: an outbox, a list of policy violations, routing.
import { h } from "./dom.js";

const violations = h("ol", { id: "violations", hidden: true });
document.addEventListener("securitypolicyviolation", (event) => {
  violations.append(h("li", {}, `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ""}`));
});

/** The posts made here. `data-posted` is what the site would have received. */
export const outbox = h("section", { id: "outbox", "aria-label": "Geplaatst" });

export function post(text) {
  outbox.prepend(h("article", { class: "post", "data-posted": text }, h("b", {}, "Jij"), h("p", {}, text)));
}

/** A post that was there already. */
export function feedPost(name, text, ...below) {
  return h("article", { class: "post" }, h("div", { class: "avatar" }), h("div", { class: "body" }, h("b", {}, name), h("p", {}, text), ...below));
}

/**
 * Draws the route in the address and the one each internal link leads to.
 * `routes` maps a path to a function that returns the page's nodes.
 */
export function start(routes, frame) {
  const draw = () => {
    const route = routes[location.pathname] ?? routes["/"];
    outbox.replaceChildren();
    document.body.replaceChildren(...[frame(route())].flat(), violations);
    document.body.dataset.ready = "yes";
  };
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-route]") : null;
    if (!link) return;
    event.preventDefault();
    history.pushState({}, "", link.getAttribute("href"));
    draw();
  });
  addEventListener("popstate", draw);
  draw();
}

export function link(path, label, attributes = {}) {
  return h("a", { href: path, "data-route": true, ...attributes }, label);
}

/** Boxes of a kind no adapter of Bezint's knows: a rich one and a plain one. */
export function unknownBoxes() {
  const rich = h("div", { class: "unknown-rich", contenteditable: "true", "aria-label": "Beschrijving" });
  const plain = h("textarea", { class: "unknown-plain", rows: 3, "aria-label": "Toelichting" });
  const send = () => post([rich.innerText, plain.value].filter((text) => text.trim()).join("\n"));
  return h("section", { class: "card" }, h("h1", {}, "Nieuw evenement"), rich, plain,
    h("div", { class: "row" }, h("span", { class: "grow" }), h("button", { type: "button", "data-open": "create", click: send }, "Maken")));
}

/** A page with fields that are nobody's compose box. */
export function signIn() {
  return h(
    "form",
    { class: "card sign-in", submit: (event) => event.preventDefault() },
    h("h1", {}, "Aanmelden"),
    h("label", {}, "Naam", h("input", { name: "name", type: "text", autocomplete: "off" })),
    h("label", {}, "Wachtwoord", h("input", { name: "password", type: "password", autocomplete: "off" })),
    h("label", {}, "Zoeken", h("input", { name: "find", type: "search" })),
    h("label", {}, "Geboren", h("input", { name: "born", type: "date" })),
    h("label", {}, "Zoeken", h("textarea", { name: "find-area", rows: 1, role: "combobox" })),
    h("label", {}, "Zoeken", h("textarea", { name: "find-key", rows: 1, enterkeyhint: "search" })),
    h("div", { "data-rich": "searchbox", contenteditable: "true", role: "searchbox", "aria-label": "Zoeken" }),
    h("div", { "data-rich": "combobox", contenteditable: "true", role: "combobox", "aria-label": "Kies" }),
    h("div", { "data-rich": "one-line", contenteditable: "true", role: "textbox", "aria-multiline": "false", "aria-label": "Naam" }),
    h("div", { "data-rich": "number", contenteditable: "true", role: "spinbutton", "aria-label": "Jaar" }),
    h("div", { role: "search" }, h("div", { "data-rich": "in-search", contenteditable: "true", role: "textbox", "aria-label": "Zoeken" })),
  );
}
