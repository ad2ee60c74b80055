import { t, tLoose, type Language } from "../text";
import { plain } from "./numbers";

/** Where the words of the file's codes lie. */
const keyOf = {
  clock: (code: string) => `editor.clock.${code}`,
  form: (code: string) => `editor.form.${code}`,
  interrupted: (code: string) => `editor.interrupted.${code}`,
  meanwhile: (code: string) => `editor.meanwhile.${code}`,
  pool: (code: string) => `editor.pool.${code}`,
  reject: (code: string) => `editor.reject.${code}`,
  rule: (code: string) => `editor.rule.${code}`,
  sequence: (code: string) => `editor.sequence.${code}`,
  supply: (code: string) => `editor.supply.${code}`,
  type: (code: string) => `editor.type.${code}`,
  vehicle: (code: string) => `editor.vehicle.${code}`,
};
export type Words = keyof typeof keyOf;

/** The word of a code: `wordOf("en", "pool", "robot")`; the code itself where it has none. */
export function wordOf(language: Language, words: Words, code: string): string {
  const key = keyOf[words](code);
  const word = tLoose(language, key);
  return word === key ? code : plain(word);
}

/** The code a text stands for: the code itself and its word in either language all mean it. */
export function codeOf(text: string, codes: readonly string[], words: Words): string | null {
  const wanted = plain(text).toLowerCase();
  const means = (code: string): boolean =>
    code.toLowerCase() === wanted ||
    (["zh", "en"] as const).some((language) => wordOf(language, words, code).toLowerCase() === wanted);
  return codes.find(means) ?? null;
}

const yesWords = ["true", "yes", "y", "1", "是", "有", "√", "✓"];
const noWords = ["false", "no", "n", "0", "否", "无", "没有", "×"];

/** Yes or no in either language; null where it is neither. */
export function readYes(text: string): boolean | null {
  const word = plain(text).toLowerCase();
  if (yesWords.includes(word)) return true;
  return noWords.includes(word) ? false : null;
}

/** "No limit" in either language. */
export function isUnlimited(text: string): boolean {
  const word = text.toLowerCase();
  return word === "∞" || [t("zh", "editor.unlimited"), t("en", "editor.unlimited")].includes(word);
}
