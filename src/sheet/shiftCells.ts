import type { Language } from "../text";
import { isList, isObject, type Json } from "./json";
import { plain } from "./numbers";

/** Days, times of the day and breaks as written in a shift plan. */
const chinese = ["一", "二", "三", "四", "五", "六", "日"];
const english = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const spelled = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** "一二三四五" · "Mon Tue Wed Thu Fri": words, because a spreadsheet takes "1-5" for a date. */
export function daysText(language: Language, value: Json): string | null {
  if (!isList(value) || value.some((day) => typeof day !== "number" || chinese[day - 1] === undefined)) return null;
  return language === "zh"
    ? value.map((day) => chinese[Number(day) - 1]).join("")
    : value.map((day) => spelled[Number(day) - 1]).join(" ");
}

/** Days by digit, Chinese or English name, single or as a range: "1-5", "一至六", "Mon-Fri, Sun". */
export function readDays(text: string): number[] | null {
  const days: number[] = [];
  const words = plain(text)
    .toLowerCase()
    .replace(/周|星期|礼拜/g, "")
    .replace(/天/g, "日")
    .match(/[a-z]+|[1-7]|[一二三四五六日]|[-~至到]|[^\s,;、]/g);
  let open = false;
  for (const word of words ?? []) {
    if (/^[-~至到]$/.test(word)) {
      if (days.length === 0 || open) return null;
      open = true;
      continue;
    }
    const day = dayOf(word);
    if (day === 0) return null;
    if (open) for (let between = days.at(-1)! + 1; between < day; between++) days.push(between);
    days.push(day);
    open = false;
  }
  return days.length === 0 || open || new Set(days).size < days.length ? null : days;
}

function dayOf(word: string): number {
  if (/^[1-7]$/.test(word)) return Number(word);
  const byName = chinese.indexOf(word) + 1;
  return byName > 0 ? byName : word.length >= 3 ? english.indexOf(word.slice(0, 3)) + 1 : 0;
}

/** "8:00", "08:00:00", "8：30" → "08:00" …; null where it is no time of the day. */
export function readClock(text: string): string | null {
  const match = /^(\d{1,2}):(\d{2})(?::00)?\s*(am|pm)?$/i.exec(plain(text));
  if (match === null) return null;
  const [, hourText = "", minute = "", half] = match;
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  }
  if (Number(minute) > 59 || hour > 24 || (hour === 24 && minute !== "00")) return null;
  return `${String(hour).padStart(2, "0")}:${minute}`;
}

/** "10:00-10:30; 18:00-18:30"; null where the value is not a list of breaks. */
export function breaksText(value: Json): string | null {
  if (!isList(value)) return null;
  const spans = value.map((each) =>
    isObject(each) && typeof each.start === "string" && typeof each.end === "string"
      ? `${each.start}-${each.end}`
      : null,
  );
  return spans.includes(null) ? null : spans.join("; ");
}

export function readBreaks(text: string): { start: string; end: string }[] | null {
  const spans = plain(text)
    .split(/[;,、]/)
    .map((span) => span.trim())
    .filter((span) => span !== "")
    .map((span) => {
      const [start, end, ...more] = span.split(/[-~至到]/).map((each) => readClock(each));
      return start == null || end == null || more.length > 0 ? null : { start, end };
    });
  return spans.includes(null) ? null : (spans as { start: string; end: string }[]);
}
