import { EventKind, machineStates, type Before, type Trace, type TraceLayout } from "./columns";
import { LineState } from "./lineState";
import { Place } from "./places";

const hour = 3600e6;
const states = machineStates.length;
const setup = machineStates.indexOf("setup");
const down = machineStates.indexOf("down");

/** What is counted of each station and hour besides its states: set-ups and stops that began, parts scrapped there. */
export const countedKinds = ["setup", "down", "scrapped"] as const;
export type CountedKind = (typeof countedKinds)[number];

/** A share of 1 in a `DigestHours`: shares are whole numbers, so that a year of them is small. */
export const wholeShare = 65_535;

/**
 * What happened in some hours of a run, hour by hour, in columns: row h is calendar hour `from` + h. A year of a line of
 * twenty stations takes four megabytes, where its trace takes hundreds.
 */
export interface DigestHours {
  from: number;
  hours: number;
  /** [(hour × stations + station) × states + state] → share of its machines' time, of `wholeShare` */
  shares: Uint16Array;
  /** [(hour × stations + station) × countedKinds + kind] → how many */
  counted: Uint16Array;
  /** [hour × stations + station] → parts that left the line there, sold (undetected defects included) */
  finished: Uint16Array;
  /** [hour × flows + flow] → parts put into the flow */
  moved: Uint16Array;
}

/** Room for the digest of so many hours, all 0. */
export function emptyDigest({ stations, flows }: TraceLayout, hours: number): DigestHours {
  return {
    from: 0,
    hours,
    shares: new Uint16Array(hours * stations.length * states),
    counted: new Uint16Array(hours * stations.length * countedKinds.length),
    finished: new Uint16Array(hours * stations.length),
    moved: new Uint16Array(hours * flows.length),
  };
}

/** Writes hours into a longer digest that begins at hour 0. */
export function addHours(to: DigestHours, hours: DigestHours, { stations, flows }: TraceLayout): void {
  to.shares.set(hours.shares, hours.from * stations.length * states);
  to.counted.set(hours.counted, hours.from * stations.length * countedKinds.length);
  to.finished.set(hours.finished, hours.from * stations.length);
  to.moved.set(hours.moved, hours.from * flows.length);
}

/**
 * Reads the windows of one run, from its first on and without a gap, and adds up hours. Each trace may begin earlier than
 * the last one ended (it must not begin later): what is known already is not counted again.
 */
export class DigestReader extends LineState {
  /** µs up to which everything is counted */
  now: number;
  /** machine → its state, and µs up to which its time is booked */
  private readonly doing: Uint8Array;
  private readonly booked: Float64Array;
  private hour: number;
  /** of the hour under way: station × state → µs; then the counts as in `DigestHours` */
  private readonly time: Float64Array;
  private readonly counted: Uint16Array;
  private readonly sold: Uint16Array;
  private readonly moved: Uint16Array;

  constructor(trace: Trace) {
    super(trace);
    const { stations, flows } = trace.layout;
    this.now = trace.start;
    this.hour = Math.floor(trace.start / hour);
    this.doing = new Uint8Array(this.machineCount).fill(255);
    this.booked = new Float64Array(this.machineCount).fill(trace.start);
    this.time = new Float64Array(stations.length * states);
    this.counted = new Uint16Array(stations.length * countedKinds.length);
    this.sold = new Uint16Array(stations.length);
    this.moved = new Uint16Array(flows.length);
  }

  /** The hours that end within this window; and how everything stood at `keepAt` (µs, within it). */
  read(trace: Trace, keepAt: number): { hours: DigestHours; before: Before } {
    this.begin(trace);
    const from = this.hour;
    const known = this.now;
    const rows: Row[] = [];
    const { time } = trace.columns;
    let before: Before | null = null;
    const pass = (t: number): void => {
      if (before === null && t > keepAt) before = this.standing();
      for (; t >= (this.hour + 1) * hour; this.hour++) rows.push(this.closeHour());
    };
    for (let i = 0; i < time.length; i++) {
      const t = time[i]!;
      if (t > known || i === 0) pass(t);
      // rows at the very start say how it stands: nothing but a run's own beginning is news
      const isNews = t > known || (t === known && known === 0);
      this.note(i, t, isNews);
      this.step();
    }
    pass(trace.end);
    this.now = trace.end;
    return { hours: joined(rows, from), before: before ?? this.standing() };
  }

  /** What a window that begins now must be told. */
  private standing(): Before {
    const { finishedAt, escapedAt, scrappedAt, absorbedAt } = this;
    return {
      counts: Int32Array.from([...finishedAt, ...escapedAt, ...scrappedAt, ...absorbedAt]),
      machineSince: this.machineSince.slice(),
    };
  }

  private note(row: number, t: number, isNews: boolean): void {
    const { kind, a, b, c } = this.trace.columns;
    const what = kind[row];
    const x = a[row]!;
    const y = b[row]!;
    if (what === EventKind.machineState) {
      if (this.doing[x] === y) return;
      this.book(x, t);
      if (isNews && (y === setup || y === down)) this.counted[this.stationOf(x) * 3 + (y === setup ? 0 : 1)]!++;
      this.doing[x] = y;
    } else if (what === EventKind.partTo && isNews) {
      if (y === Place.finished) this.sold[c[row]!]!++;
      else if (y === Place.scrapped) this.counted[c[row]! * 3 + 2]!++;
      else this.noteMove(x, y, c[row]!);
    }
  }

  /** A part is put into a flow once: on its way, in its buffer, or straight on to a machine that waits for it. */
  private noteMove(part: number, place: number, index: number): void {
    const slot = this.slotOf(part);
    const from = slot < 0 ? -1 : this.kindOfSlot(slot);
    if (place === Place.transport || (place === Place.buffer && from !== Place.transport)) this.moved[index]!++;
    if (place !== Place.machine || (from !== Place.machine && from !== Place.transit)) return;
    const left = from === Place.machine ? this.stationOf(this.indexOfSlot(slot)) : this.indexOfSlot(slot);
    const flow = this.trace.layout.flows.findIndex((each) => each.from === left && each.to === this.stationOf(index));
    if (flow >= 0) this.moved[flow]!++;
  }

  private stationOf(machine: number): number {
    return this.trace.layout.machineStation[machine]!;
  }

  private book(machine: number, t: number): void {
    const state = this.doing[machine]!;
    const from = this.booked[machine]!;
    if (t <= from) return;
    if (state < states) this.time[this.stationOf(machine) * states + state]! += t - from;
    this.booked[machine] = t;
  }

  private closeHour(): Row {
    const { stations } = this.trace.layout;
    const end = (this.hour + 1) * hour;
    for (let m = 0; m < this.machineCount; m++) this.book(m, end);
    const row: Row = {
      shares: Uint16Array.from(this.time, (time, i) =>
        Math.round((wholeShare * time) / (hour * stations[Math.floor(i / states)]!.machines)),
      ),
      counted: this.counted.slice(),
      finished: this.sold.slice(),
      moved: this.moved.slice(),
    };
    for (const column of [this.time, this.counted, this.sold, this.moved]) column.fill(0);
    return row;
  }
}

type Row = Pick<DigestHours, "shares" | "counted" | "finished" | "moved">;

function joined(rows: readonly Row[], from: number): DigestHours {
  const column = (of: keyof Row): Uint16Array => {
    const all = new Uint16Array(rows.reduce((sum, row) => sum + row[of].length, 0));
    let at = 0;
    for (const row of rows) {
      all.set(row[of], at);
      at += row[of].length;
    }
    return all;
  };
  return {
    from,
    hours: rows.length,
    shares: column("shares"),
    counted: column("counted"),
    finished: column("finished"),
    moved: column("moved"),
  };
}
