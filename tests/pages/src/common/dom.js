// Elements without markup strings: LinkedIn's policy forbids those.

/** Makes an element; attributes that are functions become listeners. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

/** A picture of an emoji, as the sites show instead of the character. */
export function emojiPicture() {
  const svg =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'><circle cx='10' cy='10' r='9' fill='#fc3'/>" +
    "<circle cx='7' cy='8' r='1.3'/><circle cx='13' cy='8' r='1.3'/><path d='M5 12q5 5 10 0' fill='none' stroke='#000'/></svg>";
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Sites redraw their editors at will; a test asks for it with this event. */
export function redrawOn(container, redraw) {
  container.addEventListener("fixture-redraw", redraw);
}

export const EMOJI = "😀";
export const MENTION = "Sanne de Vries";
