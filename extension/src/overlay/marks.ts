/** The small drawings of the interface; the severities differ in shape. */
import type { Severity } from "../core/types";

const SVG = "http://www.w3.org/2000/svg";

type Shape = [tag: "path" | "circle" | "rect", attributes: Record<string, string>];

/** A thought, a triangle, a hand that stops. */
const SHAPES: Record<Severity | "close", Shape[]> = {
  hint: [
    ["circle", { cx: "10", cy: "10", r: "7.5", "stroke-dasharray": "0.1 3.27" }],
    ["circle", { cx: "10", cy: "10", r: "2.2", class: "dot" }],
  ],
  warning: [
    ["path", { d: "M10 2.8 18 17H2Z" }],
    ["path", { d: "M10 8v4" }],
    ["circle", { cx: "10", cy: "14.4", r: "1.1", class: "dot" }],
  ],
  serious: [
    ["path", { d: "M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7Z" }],
    ["path", { d: "M8 7v6M12 7v6" }],
  ],
  close: [["path", { d: "m5 5 10 10M15 5 5 15" }]],
};

export function drawing(name: Severity | "close"): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  if (name !== "close") svg.setAttribute("class", "mark");
  for (const [tag, attributes] of SHAPES[name]) {
    const shape = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
    svg.append(shape);
  }
  return svg;
}
