import { createInstance } from "i18next";
import type { zh } from "./zh";

/** The languages of the product, of equal rank. */
export type Language = "zh" | "en";
export const languages: readonly Language[] = ["zh", "en"];

export type TextKey = keyof typeof zh;
type Placeholder<S extends string> = S extends `${string}{{${infer P}}}${infer Rest}` ? P | Placeholder<Rest> : never;
type Params<K extends TextKey> = { [P in Placeholder<(typeof zh)[K]>]: string | number };
type Rest<K extends TextKey> = [Placeholder<(typeof zh)[K]>] extends [never] ? [] : [params: Params<K>];

const instance = createInstance();
void instance.init({
  lng: "zh",
  fallbackLng: false,
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});
const fixed = { zh: instance.getFixedT("zh"), en: instance.getFixedT("en") };

const known: Record<Language, Record<string, string>> = { zh: {}, en: {} };
const listeners = new Set<() => void>();
let askedTooEarly = false;
let version = 0;

/** Makes words of a language known. Who asked for one of them before is told to ask again (see `onWords`). */
export function addWords(language: Language, words: Readonly<Record<string, string>>): void {
  Object.assign(known[language], words);
  instance.addResourceBundle(language, "translation", words, true, true);
  if (!askedTooEarly) return;
  askedTooEarly = false;
  version += 1;
  for (const listener of listeners) listener();
}

/** Calls back when words came that had been asked for too early; answers how to stop that. */
export function onWords(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Grows whenever `onWords` calls back. */
export const wordsVersion = (): number => version;

/**
 * The words of `key` in `language`. Placeholders are typed: a missing or misspelt one does not compile.
 * Example: `t("en", "run.replications", { n: 20 })`.
 */
export function t<K extends TextKey>(language: Language, key: K, ...rest: Rest<K>): string {
  return isKnown(language, key) ? fixed[language](key, rest[0] ?? {}) : "";
}

/** True when `key` is one of ours; for keys put together at run time (problem codes, rule reasons). */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(known.zh, key) || Object.hasOwn(known.en, key);
}

/** For keys known at run time only; unknown keys come back as they are, so that nothing is lost silently. */
export function tLoose(language: Language, key: string, params: Record<string, string | number> = {}): string {
  return isKnown(language, key) ? fixed[language](key, params) : key;
}

/** Every key has its word in both languages (a test holds that): a missing one is not loaded yet. */
function isKnown(language: Language, key: string): boolean {
  const isHere = Object.hasOwn(known[language], key);
  askedTooEarly ||= !isHere;
  return isHere;
}

/** A name of the scenario in the user's language; the other language, then the id, where it is empty. */
export function nameOf(language: Language, name: { zh: string; en: string } | undefined, id = ""): string {
  if (name === undefined) return id;
  return name[language] || name[language === "zh" ? "en" : "zh"] || id;
}

/** The first supported language of the browser's list; English where none is. */
export function languageFrom(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return "zh";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "en";
}
