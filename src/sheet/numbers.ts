/** Numbers as people write and paste them. Exact both ways: what is printed in full reads back as the same number. */

/** One spelling for full-width digits and signs, odd spaces and the true minus. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2212\u2013\u2014]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

const pattern = /^([+-]?)((?:\d{1,3}(?:[, ']\d{3})+|\d+)?(?:\.\d*)?)(?:e([+-]?\d{1,3}))?\s*(\D.*)?$/i;

/** The number at the beginning and the word behind it; null where there is no number. Example: "1,200 元" → 1200, "元". */
export function readAmount(text: string, shift = 0): { value: number; unit: string } | null {
  const money = plain(text).replace(/^([+-]?)[¥￥$]\s*/, "$1");
  const match = pattern.exec(money);
  if (match === null) return null;
  const [, sign = "", digits = "", power = "0", rest = ""] = match;
  if (!/\d/.test(digits)) return null;
  const big = /^(万|亿)/.exec(rest)?.[1];
  const zeros = big === "万" ? 4 : big === "亿" ? 8 : 0;
  // by the decimal's own exponent, not by multiplying: 7 % is 0.07 and not 0.07000000000000001
  const value = Number(`${sign}${digits.replace(/[, ']/g, "")}e${Number(power) + zeros + shift}`);
  if (!Number.isFinite(value)) return null;
  return { value, unit: (big === undefined ? rest : rest.slice(1)).trim() };
}

/** A share as percent, exactly: 0.07 → "7". */
export function percentText(share: number): string {
  const text = String(share);
  const [mantissa = "", power] = text.split("e");
  if (power !== undefined) return `${mantissa}e${Number(power) + 2}`;
  const [whole = "0", part = ""] = mantissa.split(".");
  const sign = whole.startsWith("-") ? "-" : "";
  const digits = whole.replace("-", "") + part.padEnd(2, "0");
  const point = digits.length - Math.max(0, part.length - 2);
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const right = digits.slice(point);
  return `${sign}${left === "" ? "0" : left}${right === "" ? "" : `.${right}`}`;
}

export type TimeUnit = "s" | "min" | "h";
export const secondsPer: Readonly<Record<TimeUnit, number>> = { s: 1, min: 60, h: 3600 };

const timeWords: readonly [pattern: RegExp, seconds: number][] = [
  [/^(ms|毫秒)$/i, 0.001],
  [/^(s|secs?|seconds?|秒|秒钟|")$/i, 1],
  [/^(m|mins?|minutes?|分|分钟|')$/i, 60],
  [/^(h|hrs?|hours?|时|小时|钟头)$/i, 3600],
  [/^(d|days?|天|日)$/i, 86_400],
];

/** Seconds of a time as written; a bare number counts in `unit`. Example: "3.5 min" → 210. Null where it is no time. */
export function readSeconds(text: string, unit: TimeUnit): number | null {
  const amount = readAmount(text);
  if (amount === null) return null;
  // a cycle is often given for one part: "45 s/件"
  const word = amount.unit.replace(/\s*\/\s*(件|个|只|part|pc|pcs|piece)$/i, "").replace(/\.$/, "");
  if (word === "") return amount.value * secondsPer[unit];
  const known = timeWords.find(([each]) => each.test(word));
  return known === undefined ? null : amount.value * known[1];
}

/** A time in `unit`; in seconds where dividing would lose the last digit. */
export function secondsText(seconds: number, unit: TimeUnit): string {
  const inUnit = seconds / secondsPer[unit];
  return inUnit * secondsPer[unit] === seconds ? String(inUnit) : `${seconds} s`;
}

/** For the eye: six figures, thousands apart. What is edited and copied keeps all of them. */
export function rounded(text: string): string {
  const short = text.replace(/\d+\.\d{4,}(?![\de])/g, (digits) => String(Number(Number(digits).toPrecision(6))));
  const [whole = "", part] = short.split(".");
  if (!/^\d{5,}$/.test(whole) || (part !== undefined && !/^\d+$/.test(part))) return short;
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? apart : `${apart}.${part}`;
}
