import { number } from "./number";
import { t, type Language } from "./t";

const pad = (value: number): string => String(value).padStart(2, "0");

/** Calendar time of a run, µs from Monday 00:00 of the first week: "第 3 天 10:24", "Day 3 10:24". */
export function dayTime(language: Language, microseconds: number, withSeconds = false): string {
  const seconds = Math.max(0, Math.floor(microseconds / 1e6));
  const day = Math.floor(seconds / 86_400) + 1;
  const clock = `${pad(Math.floor(seconds / 3600) % 24)}:${pad(Math.floor(seconds / 60) % 60)}`;
  const time = withSeconds ? `${clock}:${pad(seconds % 60)}` : clock;
  return t(language, "time.dayTime", { day, time });
}

/** A span in the unit a foreman would say: seconds below 2 min, minutes below 2 h, hours below 3 days, then days. */
export function duration(language: Language, seconds: number): string {
  if (!Number.isFinite(seconds)) return "—";
  const size = Math.abs(seconds);
  if (size < 120) return t(language, "time.seconds", { n: number(language, seconds) });
  if (size < 7200) return t(language, "time.minutes", { n: number(language, seconds / 60) });
  if (size < 259_200) return t(language, "time.hours", { n: number(language, seconds / 3600) });
  return t(language, "time.days", { n: number(language, seconds / 86_400) });
}

/** Months in words: "约 4 个月", "约 2.3 年" from two years on. */
export function months(language: Language, count: number): string {
  if (count < 1) return t(language, "time.underMonth");
  if (count < 24) return t(language, "time.months", { n: number(language, count, { decimals: count < 10 ? 1 : 0 }) });
  return t(language, "time.years", { n: number(language, count / 12, { decimals: 1 }) });
}

/**
 * Payback in words. `years` null = the money does not come back within the horizon, never a negative or infinite
 * number; `investment` 0 = there is nothing to pay back.
 */
export function payback(language: Language, years: number | null, horizonYears: number, investment: number): string {
  if (investment <= 0) return t(language, "payback.nothingInvested");
  if (years === null || !Number.isFinite(years) || years < 0 || years > horizonYears) {
    return t(language, "payback.notWithin", { years: horizonYears });
  }
  return months(language, years * 12);
}

/** A moment on the user's own clock: "10:24", with the day "11-22 10:24". Milliseconds since 1970. */
export function clockTime(language: Language, milliseconds: number, withDay = false): string {
  const day = withDay ? ({ month: "2-digit", day: "2-digit" } as const) : {};
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  return new Intl.DateTimeFormat(locale, { ...day, hour: "2-digit", minute: "2-digit", hour12: false }).format(
    milliseconds,
  );
}
