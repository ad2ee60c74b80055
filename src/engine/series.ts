import type { SeriesCounters as Series } from "../measure";
import type { PlannedTime } from "../model";
import * as Tally from "./codes/tally";
import * as s from "./state";

const DAY = 86_400e6;
const WEEK = 7 * DAY;

export const emptySeries = (): Series => ({
  end: [],
  shift: [],
  good: [],
  escaped: [],
  scrapped: [],
  entered: [],
  planned: [],
  inLine: [],
});

/** Ends of shifts and of days after `from`, in order of time, without end. A shift ends with its last interval. */
export function* boundaries(planned: PlannedTime, from: number): Generator<{ at: number; shift: number }> {
  const ends: { at: number; shift: number }[] = [];
  for (let day = 1; day <= 7; day++) ends.push({ at: day * DAY, shift: -1 });
  if (!planned.continuous) {
    const n = planned.ends.length;
    for (let i = 0; i < n; i++) {
      const next = (i + 1) % n;
      // a break within the shift is no end of it
      const gap = planned.starts[next]! + (next === 0 ? WEEK : 0) - planned.ends[i]!;
      if (planned.shift[next] === planned.shift[i] && gap < DAY / 4) continue;
      ends.push({ at: planned.ends[i]!, shift: planned.shift[i]! });
    }
  }
  ends.sort((a, b) => a.at - b.at || b.shift - a.shift);
  for (let week = Math.max(0, Math.floor(from / WEEK) - 1); ; week++) {
    for (const { at, shift } of ends) {
      const end = week * WEEK + at;
      if (end > from) yield { at: end, shift };
    }
  }
}

/** Shifts first, then days. */
export function joined(shifts: Series, days: Series): Series {
  const all = emptySeries();
  for (const key of Object.keys(all) as (keyof Series)[]) all[key].push(...shifts[key], ...days[key]);
  return all;
}

/** Cumulated counts at the beginning of the open period. */
export class SeriesWriter {
  readonly series = emptySeries();
  private good = 0;
  private escaped = 0;
  private scrapped = 0;
  private entered = 0;
  private planned = 0;

  /** Opens a period: from here on is counted. */
  open(planned: number): void {
    this.good = s.tally[Tally.good]!;
    this.escaped = s.tally[Tally.escaped]!;
    this.scrapped = s.tally[Tally.scrapped]!;
    this.entered = s.tally[Tally.entered]!;
    this.planned = planned;
  }

  close(at: number, shift: number, planned: number, inLine: number): void {
    const { series } = this;
    series.end.push(at);
    series.shift.push(shift);
    series.good.push(s.tally[Tally.good]! - this.good);
    series.escaped.push(s.tally[Tally.escaped]! - this.escaped);
    series.scrapped.push(s.tally[Tally.scrapped]! - this.scrapped);
    series.entered.push(s.tally[Tally.entered]! - this.entered);
    series.planned.push((planned - this.planned) / 1e6);
    series.inLine.push(inLine);
    this.open(planned);
  }
}
