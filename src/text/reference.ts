import { money } from "./money";
import { number } from "./number";
import { percent } from "./quantity";
import type { Language } from "./t";

/** A figure reported elsewhere, or one's own beside it, in its unit: a change with its sign, a share, yuan, yuan a yuan, pieces. */
export function referenceValue(
  language: Language,
  unit: "change" | "share" | "yuan" | "perYuan" | "count",
  value: number | null,
): string | null {
  if (value === null) return null;
  switch (unit) {
    case "change":
      return percent(language, value, { signed: true, figures: 3 });
    case "share":
      return percent(language, value, { figures: 3 });
    case "yuan":
      return money(language, value, { headline: true });
    case "perYuan":
      return number(language, value, { decimals: Math.abs(value) < 1 ? 3 : 2 });
    case "count":
      return number(language, value);
  }
}
