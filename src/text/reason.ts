import { money } from "./money";
import { number } from "./number";
import { percent } from "./quantity";
import { tLoose, type Language } from "./t";

/**
 * A sentence of the money rooms, given as key and params. Params ending in `Yuan` are money, in `Rate` shares, in
 * `Years` years, in `Parts` pieces; the rest is put in as it is.
 */
export function reasonText(
  language: Language,
  reason: { key: string; params: Record<string, string | number> },
): string {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(reason.params))
    params[name] = typeof value === "number" ? worded(language, name, value) : value;
  return tLoose(language, reason.key, params);
}

function worded(language: Language, name: string, value: number): string {
  // yuan invested for each yuan of output: a ratio, not an amount
  if (name === "perYuan") return number(language, value, { decimals: 2 });
  if (name.endsWith("Yuan")) return money(language, value);
  if (name === "rate" || name.endsWith("Rate")) return percent(language, value);
  if (name === "year" || name === "from" || name === "to") return String(value);
  if (name.endsWith("Years")) return number(language, value, { decimals: Number.isInteger(value) ? 0 : 1 });
  return Number.isInteger(value) ? number(language, value, { decimals: 0 }) : number(language, value);
}
