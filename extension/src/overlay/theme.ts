/** Whether the page around an element is light or dark, judged by what it shows. */
import { ancestors } from "../site/tree";

export type Theme = "light" | "dark";

interface Colour {
  luminance: number;
  alpha: number;
}

/** Computed colours come as rgb()/rgba(), or color(srgb …) with parts of one. */
function parse(css: string): Colour | null {
  const numbers = css.match(/[\d.]+/g)?.map(Number);
  if (numbers === undefined || !/^(rgba?|color\(srgb)/.test(css)) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  const scale = css.startsWith("color") ? 1 : 255;
  return { luminance: (0.2126 * red + 0.7152 * green + 0.0722 * blue) / scale, alpha };
}

export function themeOf(element: Element): Theme {
  for (const ancestor of ancestors(element)) {
    const background = parse(getComputedStyle(ancestor).backgroundColor);
    if (background !== null && background.alpha > 0.5) return background.luminance < 0.5 ? "dark" : "light";
  }
  // Nothing painted behind it: light text stands on something dark.
  const text = parse(getComputedStyle(element).color);
  return text !== null && text.luminance > 0.6 ? "dark" : "light";
}
