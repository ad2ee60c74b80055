import type { Language } from "../text";

/** Sentences one after another: Chinese ones stand close, English ones a space apart. */
export const sentences = (language: Language, parts: readonly string[]): string =>
  parts.filter((part) => part !== "").join(language === "zh" ? "" : " ");
