import { addHours, emptyDigest, type DigestHours, type Trace, type TraceLayout, type TraceSource } from "../trace";
import type { BottleneckColumns, ReplayWindow } from "../../workers/contract";

const hour = 3600e6;

interface Held {
  window: ReplayWindow;
  bytes: number;
  used: number;
}

/**
 * One run that is watched: any window of it on demand, and a digest of all of it that grows by itself from the beginning.
 * `at` is what cursors ask. Runs shown together are in step: none shows a moment before all can.
 */
export class WatchedRun implements TraceSource {
  readonly start = 0;
  readonly end: number;
  readonly layout: TraceLayout;
  /** µs of one window */
  readonly windowLength: number;
  readonly digest: DigestHours;
  /** µs up to which the digest is filled: further on the run is not known yet */
  known = 0;
  /** hash of the trace of the first days; "" until it is known */
  fingerprint = "";
  readonly key: string;
  private readonly held = new Map<number, Held>();

  constructor(key: string, end: number, layout: TraceLayout, windowHours: number) {
    this.key = key;
    this.end = end;
    this.layout = layout;
    this.windowLength = windowHours * hour;
    this.digest = emptyDigest(layout, Math.ceil(end / hour));
  }

  /** Set by the replay it belongs to. */
  ask: (t: number) => boolean = () => true;

  at(t: number): Trace | null {
    return this.ask(t) ? (this.held.get(this.indexAt(t))?.window.trace ?? null) : null;
  }

  any(): Trace {
    for (const { window } of this.held.values()) return window.trace;
    throw new Error("no window is held yet");
  }

  /** Whose turn it is to be the bottleneck, in the window of `t`; null while that is not there. */
  bottlenecksAt(t: number): BottleneckColumns | null {
    return this.held.get(this.indexAt(t))?.window.bottlenecks ?? null;
  }

  /** The windows between two times that are held, in order. */
  heldBetween(from: number, to: number): ReplayWindow[] {
    const windows: ReplayWindow[] = [];
    for (let i = this.indexAt(from); i <= this.indexAt(to); i++) {
      const held = this.held.get(i);
      if (held !== undefined) windows.push(held.window);
    }
    return windows;
  }

  indexAt(t: number): number {
    const last = Math.ceil(this.end / this.windowLength) - 1;
    return Math.min(last, Math.max(0, Math.floor(t / this.windowLength)));
  }

  isHeld(index: number): boolean {
    return this.held.has(index);
  }
  touch(index: number, used: number): void {
    const held = this.held.get(index);
    if (held !== undefined) held.used = used;
  }
  hold(window: ReplayWindow, used: number): void {
    const { columns } = window.trace;
    const bytes = Object.values(columns).reduce((sum, column: ArrayBufferView) => sum + column.byteLength, 0);
    this.held.set(window.index, { window, bytes, used });
  }
  let(index: number): void {
    this.held.delete(index);
  }
  get holding(): ReadonlyMap<number, Readonly<Held>> {
    return this.held;
  }
  grow(hours: DigestHours): void {
    addHours(this.digest, hours, this.layout);
    this.known = Math.max(this.known, (hours.from + hours.hours) * hour);
  }
}
