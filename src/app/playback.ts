import { play, seek, setSpan, shiftSpans, type PlaybackClock, type WatchedRun } from "../store";
import type { Line } from "../model";

const hour = 3600e6;
const day = 24 * hour;

/**
 * Where a fresh replay begins, µs of calendar time: half an hour into the first shift of the second day, when an empty line
 * has filled and the first picture is a line at work.
 */
export function firstMoment({ calendar }: Line): number {
  const second = shiftSpans(calendar, 0, 8 * day).find((span) => span.start >= day - hour);
  return second === undefined ? day : second.start + hour / 2;
}

/** Puts the clock over a new line's run; it begins at its first moment and plays, unless the user asked for less motion. */
export function showRun(clock: PlaybackClock, run: WatchedRun, moment: number, isCalm: boolean): void {
  setSpan(clock, run.start, run.end);
  seek(clock, moment);
  clock.loop = true;
  if (!isCalm) play(clock);
}
