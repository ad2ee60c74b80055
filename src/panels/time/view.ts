import type { ShiftSpan } from "../../store";

const minute = 60e6;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;

export const zooms = ["year", "week", "shift", "hour"] as const;
export type Zoom = (typeof zooms)[number];

/** A stretch of calendar time in µs. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * What of the run the time bar shows: the stretch of a fixed grid in which `now` lies, so that it turns over like a page
 * instead of creeping. `spans` are the shifts about `now`; between two shifts the time between is the page.
 */
export function stretchOf(zoom: Zoom, now: number, end: number, spans: readonly ShiftSpan[]): Stretch {
  if (zoom === "year") return { from: 0, to: end };
  const page = (length: number): Stretch => {
    const from = Math.min(Math.floor(now / length), Math.ceil(end / length) - 1) * length;
    return { from, to: Math.min(end, from + length) };
  };
  if (zoom === "week") return page(week);
  if (zoom === "hour") return page(hour);
  if (spans.length === 0) return page(8 * hour);
  const own = spans.find((span) => span.start <= now && now < span.end);
  if (own !== undefined) return { from: own.start, to: Math.min(end, own.end) };
  const before = spans.findLast((span) => span.end <= now)?.end ?? 0;
  const after = spans.find((span) => span.start > now)?.start ?? end;
  return { from: before, to: Math.min(end, after) };
}

export interface Tick {
  at: number;
  /** which word: the week's or day's number, or the time of day */
  kind: "week" | "day" | "clock";
}

/** Marks of the scale: at most a dozen. */
export function ticksOf(zoom: Zoom, { from, to }: Stretch): Tick[] {
  const step =
    zoom === "year"
      ? 4 * week
      : zoom === "week"
        ? day
        : zoom === "hour"
          ? 10 * minute
          : to - from > 16 * hour
            ? 6 * hour
            : hour;
  const kind = zoom === "year" ? "week" : zoom === "week" ? "day" : "clock";
  const ticks: Tick[] = [];
  for (let at = Math.ceil(from / step) * step; at < to; at += step) ticks.push({ at, kind });
  return ticks;
}

/** Number of the week or day in which a moment lies, from 1. */
export const weekOf = (at: number): number => Math.floor(at / week) + 1;
export const dayOf = (at: number): number => Math.floor(at / day) + 1;

/** "10:24" */
export function clockOf(at: number): string {
  const minutes = Math.floor(at / minute);
  const pad = (n: number): string => String(n).padStart(2, "0");
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
}

/** Where a moment lies in a stretch, as a length of CSS; and how wide a part of it is. */
export const leftOf = ({ from, to }: Stretch, at: number): string => `${(100 * (at - from)) / (to - from)}%`;
export const widthOf = ({ from, to }: Stretch, a: number, b: number): string => `${(100 * (b - a)) / (to - from)}%`;
