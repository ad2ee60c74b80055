/** Every visible word, zh and en, and every number, unit, date and money format. Pure: no React, no DOM. */
export { t, tLoose, isTextKey, nameOf, languageFrom, languages, addWords, onWords, wordsVersion } from "./t";
export type { Language, TextKey } from "./t";
export { loadWords } from "./load";
export type { WordPart } from "./load";
export { number, significant } from "./number";
export type { NumberOptions } from "./number";
export { quantity, percent, plusMinus, withUnit } from "./quantity";
export type { QuantityOptions, WithInterval } from "./quantity";
export { money, moneyColumn, unitPrice } from "./money";
export type { MoneyColumn, MoneyOptions } from "./money";
export { clockTime, dayTime, duration, months, payback } from "./time";
export { problemText, problemSentence } from "./problem";
export type { ProblemLike } from "./problem";
export { referenceValue } from "./reference";
export { reasonText } from "./reason";
export { stuckText } from "./stuck";
export { lackText, rootText, type WhyNames } from "./why";
