import { play, seek, setSpan, shiftSpans, type PlaybackClock, type Watched } from "../store";

const hour = 3600e6;
const day = 24 * hour;

/**
 * Where a fresh replay begins: half an hour into the first shift of the second day, when an empty line has filled and the
 * first picture is a line at work.
 */
export function firstMoment(trace: Watched["trace"]): number {
  const second = shiftSpans(trace).find((span) => span.start >= day - hour);
  const at = second === undefined ? trace.start + day : second.start + hour / 2;
  return at < trace.end ? at : trace.start + (trace.end - trace.start) / 2;
}

/** Puts the clock over the trace. A new line starts at its first moment and runs, unless the user asked for less motion. */
export function showTrace(clock: PlaybackClock, trace: Watched["trace"], isNewLine: boolean, isCalm: boolean): void {
  const isFirst = clock.stop === 0;
  if (clock.start !== trace.start || clock.stop !== trace.end) setSpan(clock, trace.start, trace.end);
  if (!isNewLine && !isFirst) return;
  seek(clock, firstMoment(trace));
  clock.loop = true;
  if (!isCalm) play(clock);
}
