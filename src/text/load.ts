import { addWords, type Language } from "./t";

/** first: what the first screen says · later: all the rest, for whatever is opened afterwards */
export type WordPart = "first" | "later";

const sources: Record<Language, Record<WordPart, () => Promise<Readonly<Record<string, string>>>>> = {
  zh: {
    first: () => import("./zh/first").then((all) => all.first),
    later: () => import("./zh/later").then((all) => all.later),
  },
  en: {
    first: () => import("./en/first").then((all) => all.first),
    later: () => import("./en/later").then((all) => all.later),
  },
};

/** Fetches words and makes them known; at once where they are. A part that cannot be fetched is asked for anew next time. */
export async function loadWords(language: Language, ...parts: WordPart[]): Promise<void> {
  await Promise.all(parts.map(async (part) => addWords(language, await sources[language][part]())));
}
