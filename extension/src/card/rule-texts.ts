/** The rules' texts, asked of the background when first needed and then kept. */
import type { Employer, RuleText } from "../core/types";
import { ask } from "../messages";

export class RuleTexts {
  readonly #known = new Map<string, RuleText>();

  async for(rules: readonly string[], employer: Employer): Promise<Record<string, RuleText>> {
    const key = (rule: string) => `${employer} ${rule}`;
    const missing = [...new Set(rules)].filter((rule) => !this.#known.has(key(rule)));
    if (missing.length > 0) {
      const answer = await ask("rule-texts", { rules: missing, employer }).catch(() => ({}));
      for (const [rule, text] of Object.entries(answer ?? {})) {
        if (text !== null) this.#known.set(key(rule), text);
      }
    }
    const texts: Record<string, RuleText> = {};
    for (const rule of rules) {
      const text = this.#known.get(key(rule));
      if (text !== undefined) texts[rule] = text;
    }
    return texts;
  }
}
