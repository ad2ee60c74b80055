import { continueRun, type RunSnapshot, snapshots, watch, watchWindow } from "../src/engine";
import { bottlenecks, type Bottlenecks, calendarAt } from "../src/measure";
import { type Before, type DigestHours, DigestReader, type Trace, whyDuring, type WhyDuring } from "../src/trace";
import type { BottleneckColumns, ReplayOpened, ReplayRequest, ReplayWindow } from "./contract";

const hour = 3600e6;
/** A window's trace begins so much earlier: what glides or walks at its beginning is seen to come from somewhere. */
const leadHours = 1 / 12;
/** Rows of a window: as many as are made, sent and read well within a tenth of a second. */
const rowsOfWindow = 40_000;
const windowChoices = [24, 12, 8, 6, 4, 3, 2, 1, 0.5, 0.25];
/** Bytes of snapshots kept of a run; beyond them every second one is dropped. */
const mostSnapshotBytes = 20 * 2 ** 20;

/**
 * One run, kept for replay: snapshots at the beginnings of its windows, and what a trace that begins there must be told.
 * Windows are a fixed grid, so that the same moment is always told by the same trace, whichever way one came there.
 */
export class KeptRun {
  readonly opened: ReplayOpened;
  private readonly request: ReplayRequest;
  private readonly windows: number;
  /** windows counted so far: window `frontier` is the next one */
  private frontier = 0;
  private reader: DigestReader | null = null;
  private readonly befores: (Before | undefined)[] = [undefined];
  private readonly kept = new Map<number, RunSnapshot>();
  private keepEvery = 1;
  private bytes = 0;
  /** stands at the beginning of window `frontier` */
  private last: RunSnapshot;
  /** the window whose causes were asked for last */
  private asked: { index: number; trace: Trace } | null = null;
  /** hours counted and not yet told */
  private untold: DigestHours[] = [];

  constructor(request: ReplayRequest) {
    this.request = request;
    const { line, run, replication, calendarHours } = request;
    const day = watch(line, run, replication, Math.min(24, calendarHours));
    this.opened = { layout: day.layout, windowHours: windowHoursOf(day) };
    this.windows = Math.ceil(calendarHours / this.opened.windowHours);
    [this.last] = snapshots(line, run, replication, [0]) as [RunSnapshot];
    this.keep();
  }

  /** Everything that happens in a window. */
  window(index: number): ReplayWindow {
    const trace = this.traceAt(index);
    return { index, trace, bottlenecks: columnsOf(bottlenecks(trace, this.request.line)) };
  }

  private traceAt(index: number): Trace {
    let trace: Trace | null = null;
    while (this.frontier <= index && this.frontier < this.windows) trace = this.advance();
    return trace ?? this.traceOf(index);
  }

  /** The next hours nobody has been told; goes on by one window where all are told. */
  extend(): { hours: DigestHours; done: boolean } {
    if (this.untold.length === 0 && this.frontier < this.windows) this.advance();
    const hours = this.untold.shift();
    const done = this.untold.length === 0 && this.frontier >= this.windows;
    const none = new Uint16Array(0);
    return { hours: hours ?? { from: 0, hours: 0, shares: none, counted: none, finished: none, moved: none }, done };
  }

  causes(station: number, from: number, to: number): WhyDuring {
    const index = Math.min(this.windows - 1, Math.floor(from / (this.opened.windowHours * hour)));
    // asked again and again while a machine is looked at: what was made for it is kept, and bottlenecks are not its concern
    if (this.asked?.index !== index) this.asked = { index, trace: this.traceAt(index) };
    return whyDuring(this.asked.trace, this.request.line, { station }, from, to);
  }

  fingerprint(calendarHours: number): string {
    const { line, run, replication } = this.request;
    return watch(line, run, replication, calendarHours).hash;
  }

  /** Calendar hour at which the trace of a window begins. */
  private beginning(index: number): number {
    return Math.max(0, index * this.opened.windowHours - leadHours);
  }

  private end(index: number): number {
    return Math.min(this.request.calendarHours, (index + 1) * this.opened.windowHours);
  }

  private traceOf(index: number): Trace {
    // the frontier's own snapshot is the nearest where the run has just come there
    let near = Math.min(index, this.frontier);
    while (near !== this.frontier && !this.kept.has(near)) near--;
    const snapshot = near === this.frontier ? this.last : this.kept.get(near)!;
    const { line, run, replication, calendarHours } = this.request;
    const before = this.befores[index];
    // a run's own first rows are not those of a snapshot
    const trace =
      index === 0
        ? watch(line, run, replication, Math.min(this.end(0), calendarHours))
        : watchWindow(line, snapshot, this.beginning(index), this.end(index));
    return before === undefined ? trace : { ...trace, before };
  }

  /** Counts the next window and goes on to the beginning of the one after it. */
  private advance(): Trace {
    const index = this.frontier;
    const trace = this.traceOf(index);
    this.reader ??= new DigestReader(trace);
    const { hours, before } = this.reader.read(trace, Math.round(this.beginning(index + 1) * hour));
    this.befores[index + 1] = before;
    if (hours.hours > 0) this.untold.push(hours);
    this.frontier = index + 1;
    if (this.frontier < this.windows) {
      this.last = continueRun(this.request.line, this.last, this.beginning(this.frontier));
      this.keep();
    }
    return trace;
  }

  private keep(): void {
    if (this.frontier % this.keepEvery !== 0) return;
    this.kept.set(this.frontier, this.last);
    this.bytes += this.last.state.byteLength;
    if (this.bytes <= mostSnapshotBytes) return;
    this.keepEvery *= 2;
    for (const [index, { state }] of this.kept) {
      if (index % this.keepEvery === 0) continue;
      this.kept.delete(index);
      this.bytes -= state.byteLength;
    }
  }
}

/** Hours of which even the busiest make a window that is quickly there. */
function windowHoursOf({ columns }: Trace): number {
  const rows = new Uint32Array(25);
  for (const time of columns.time) rows[Math.floor(time / hour)]!++;
  const busiest = Math.max(1, ...rows.subarray(1, 24));
  return windowChoices.find((hours) => hours * busiest <= rowsOfWindow) ?? windowChoices.at(-1)!;
}

function columnsOf(found: Bottlenecks): BottleneckColumns {
  const { spans, resources, axis } = found;
  return {
    from: Float64Array.from(spans, (span) => calendarAt(axis, span.from)),
    to: Float64Array.from(spans, (span) => calendarAt(axis, span.to)),
    resource: Int16Array.from(spans, (span) => {
      const { kind, index } = resources[span.resource]!;
      return kind === "station" ? index : -1 - index;
    }),
  };
}
