import type { Trace, TraceColumns } from "./columns";
import type { Keyframe } from "./keyframe";
import { LineState } from "./lineState";

/** A run that is longer than what is held of it: the traces of its windows, each of which tells what the others do. */
export interface TraceSource {
  /** µs of calendar time from which and up to which windows can be had */
  readonly start: number;
  readonly end: number;
  /** The window that holds `t`; null while it is not there yet. Always the same one for the same `t`. */
  at(t: number): Trace | null;
  /** Any window that is there. */
  any(): Trace;
}

/**
 * The state of the line at `now`. `seek` goes anywhere, forwards by applying rows, backwards from the nearest keyframe;
 * keyframes are built on the first pass. Going to t at once and playing to t, forwards or backwards, give the same state.
 * Steady playback within one trace allocates nothing.
 */
export class TraceCursor extends LineState {
  /** µs; everything that happened at or before it is in the state */
  now: number;
  private readonly source: TraceSource | null;
  private keyframes: Keyframe[] = [];
  private stride = 1;

  constructor(of: Trace | TraceSource) {
    const source = "at" in of ? of : null;
    super(source === null ? (of as Trace) : source.any());
    this.source = source;
    this.now = Number.NEGATIVE_INFINITY;
    this.stride = strideOf(this.trace.columns);
    this.seek(this.trace.start);
  }

  /** µs of the first event after `now`, or null; of a long run, within its window. */
  nextEventTime(): number | null {
    return this.trace.columns.time[this.at] ?? null;
  }
  /** µs of the last event before `now`, or null; of a long run, within its window. */
  previousEventTime(): number | null {
    const { time } = this.trace.columns;
    const row = firstRowAt(time, this.now, false);
    return row === 0 ? null : (time[row - 1] as number);
  }

  /**
   * Goes to `t` µs (clamped to the run). Returns whether the state is another one. Where the window of `t` is not there
   * yet, everything stays as it is: an old picture is true of its own moment, half a new one of none.
   */
  seek(t: number): boolean {
    const { version } = this;
    const { start, end } = this.source ?? this.trace;
    const target = Math.min(end, Math.max(start, t));
    if (this.source !== null) {
      const window = this.source.at(target);
      if (window === null) return false;
      if (window !== this.trace) this.turnTo(window);
    }
    if (target < this.now) {
      const row = firstRowAt(this.trace.columns.time, target, true);
      if (row < this.at) this.goBackTo(row);
      this.advanceTo(row);
    } else {
      const { time } = this.trace.columns;
      // the usual frame: a few rows on; a long jump starts from the nearest keyframe already built
      const ahead = time[Math.min(time.length - 1, this.at + this.stride)];
      if (ahead !== undefined && ahead <= target) {
        const row = firstRowAt(time, target, true);
        const frame = this.keyframeBefore(row);
        if (frame && frame.row > this.at) this.restore(frame);
        this.advanceTo(row);
      } else while (this.at < time.length && (time[this.at] as number) <= target) this.stepOn();
    }
    this.now = target;
    return version !== this.version;
  }

  private turnTo(window: Trace): void {
    this.begin(window);
    this.keyframes = [];
    this.stride = strideOf(window.columns);
    this.now = Number.NEGATIVE_INFINITY;
  }

  private goBackTo(row: number): void {
    const frame = this.keyframeBefore(row);
    if (frame) this.restore(frame);
  }

  private keyframeBefore(row: number): Keyframe | undefined {
    return this.keyframes[Math.min(this.keyframes.length - 1, Math.floor(row / this.stride))];
  }

  private advanceTo(row: number): void {
    while (this.at < row) this.stepOn();
  }

  private stepOn(): void {
    const row = this.at;
    if (row % this.stride === 0 && this.keyframes.length === row / this.stride) this.keyframes.push(this.copy());
    this.step();
  }
}

/** Rows from one keyframe to the next. */
function strideOf({ time }: TraceColumns): number {
  return Math.max(2048, Math.ceil(time.length / 400));
}

/** First row later than `t` (`after`), or at or later than `t`: binary search in a non-decreasing column. */
function firstRowAt(time: Float64Array, t: number, after: boolean): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = time[middle] as number;
    if (after ? at <= t : at < t) low = middle + 1;
    else high = middle;
  }
  return low;
}
