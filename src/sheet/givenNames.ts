import type { JsonObject } from "./json";

/** What a new row is called until somebody names it. */
const words = {
  stations: ["工位", "Station"],
  operators: ["人员组", "Group"],
  indirect: ["岗位", "Post"],
  transporters: ["车", "Vehicle"],
  products: ["产品", "Product"],
  shifts: ["班次", "Shift"],
} as const;

/** Id and name of a new row, numbered alike: `s3` is "工位 3" and "Station 3". */
export function given(table: keyof typeof words, id: string): JsonObject {
  const n = /\d+$/.exec(id)?.[0] ?? "";
  const [zh, en] = words[table];
  return { id, name: { zh: `${zh} ${n}`.trim(), en: `${en} ${n}`.trim() } };
}

/** A name nobody has chosen: the first one that is typed takes its place in both languages. */
export function isGivenName(text: string): boolean {
  return Object.values(words).some((pair) => pair.some((word) => new RegExp(`^${word}( \\d+)?$`).test(text)));
}
