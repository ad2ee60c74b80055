import type { TextKey } from "../../text";

/** The unit a foreman would say for so many seconds, as `duration` in `text` does. */
export function unitOfTime(seconds: number): { key: TextKey & `flowTime.unit.${string}`; seconds: number } {
  if (seconds < 120) return { key: "flowTime.unit.seconds", seconds: 1 };
  if (seconds < 7200) return { key: "flowTime.unit.minutes", seconds: 60 };
  if (seconds < 259_200) return { key: "flowTime.unit.hours", seconds: 3600 };
  return { key: "flowTime.unit.days", seconds: 86_400 };
}

const mostBars = 30;

/** Bins of a round width up to `longest`: 1, 2 or 5 times a power of ten. 47 → 24 bins of 2. */
export function roundBins(longest: number): { width: number; count: number } {
  if (!(longest > 0)) return { width: 1, count: 1 };
  const power = 10 ** Math.floor(Math.log10(longest / mostBars));
  const width = [1, 2, 5, 10].map((step) => step * power).find((each) => longest / each <= mostBars) ?? 10 * power;
  return { width: Number(width.toPrecision(6)), count: Math.max(1, Math.ceil(longest / width)) };
}
