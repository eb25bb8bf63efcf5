/** The words of the interface, in the language of the browser. */
import type { Localised } from "../core/types";

export function word(key: string, ...substitutes: (string | number)[]): string {
  return chrome.i18n.getMessage(key, substitutes.map(String));
}

/** The locale that was taken, told by the locale itself. */
export function language(): "nl" | "en" {
  return word("language") === "en" ? "en" : "nl";
}

export function local(text: Localised): string {
  return text[language()];
}
