import type { ChosenForMoney, EffectPosition, Way, YearlyNumbers } from "./types";
import { likelyOf } from "./investment";
import { slab } from "./slab";
import { goLiveMonth, learnedAt, monthsPerWeek } from "./timing";

export const quantities = [
  "goodPerYear",
  "escapedPerYear",
  "scrappedPerYear",
  "enteredPerYear",
  "energyKwhPerYear",
  "standbyKwhPerYear",
] as const;
export type Quantity = (typeof quantities)[number];

/** A line's output and use by month, parts and kWh a month; index 1 … N, index 0 unused. */
export type Physical = Record<Quantity, Float64Array>;

/** Moments a month is looked at: the middles of so many parts. A jump inside a month is then met to an eighth of it. */
const parts = 8;

/** Where the plan stands at every part of every month: the last simulated point passed, and how far to the next. */
export interface Schedule {
  /** index of the point before, by month · parts + part */
  from: Int32Array;
  /** share of the way from there to the next one */
  share: Float64Array;
  /** share of the finished plan's effect that is there (0 before the first go-live), for effects at their ends */
  learned: Float64Array;
  months: number;
}

/**
 * Between two simulated states the line moves as learning does: by `(L(t) − L(a)) / (L(b) − L(a))` with
 * `L(t) = Σ 1 − e^(−t/τ)` over the retrofits; where nobody learns, the state before holds until the next one.
 */
export function scheduleOf(points: readonly { month: number }[], chosen: readonly ChosenForMoney[], months: number) {
  const from = new Int32Array((months + 1) * parts);
  const share = new Float64Array((months + 1) * parts);
  const learned = new Float64Array((months + 1) * parts);
  const arriving = chosen.filter((c) => goLiveMonth(c) < months).length;
  for (let slot = parts; slot < from.length; slot++) {
    const t = (slot + 0.5) / parts - 1;
    let a = 0;
    while (a + 1 < points.length && (points[a + 1]?.month ?? Infinity) <= t) a++;
    from[slot] = a;
    const now = learnedAt(chosen, t);
    learned[slot] = arriving > 0 ? now / arriving : 1;
    const next = points[a + 1];
    if (next === undefined) continue;
    const begin = learnedAt(chosen, points[a]?.month ?? 0);
    // just before a jump only those count that run already: the limit from the left
    const end = Number.isFinite(next.month) ? learnedAt(chosen, next.month - 1e-9) : arriving;
    const isLast = !Number.isFinite(next.month);
    share[slot] = end > begin ? Math.min(1, Math.max(0, (now - begin) / (end - begin))) : isLast ? 1 : 0;
  }
  return { from, share, learned, months } satisfies Schedule;
}

/** What one replication knows of the way: the change at every point, at its finished ends, and what stops cost. */
export interface Path {
  points: YearlyNumbers[];
  low: YearlyNumbers | null;
  high: YearlyNumbers | null;
  stops: { from: number; month: number; lost: YearlyNumbers }[];
}

/** One replication's line by month: today, and the change the plan makes with likely effects and towards their ends. */
export interface Course {
  today: Physical;
  change: Physical;
  /** more change at the low and at the high end; null = no doubt given */
  towardsLow: Physical | null;
  towardsHigh: Physical | null;
}

export function courseOf(today: YearlyNumbers, path: Path, schedule: Schedule): Course {
  const { months } = schedule;
  const level = emptyPhysical(months);
  for (const key of quantities) level[key].fill(today[key] / 12, 1);
  const finished = path.points[path.points.length - 1];
  const learned = learnedByMonth(schedule);
  const towards = (end: YearlyNumbers | null): Physical | null => {
    if (end === null || finished === undefined) return null;
    const shift = emptyPhysical(months);
    for (const key of quantities) {
      const full = (end[key] - finished[key]) / 12;
      for (let m = 1; m <= months; m++) shift[key][m] = full * (learned[m] ?? 0);
    }
    return shift;
  };
  return {
    today: level,
    change: changeByMonth(path, schedule),
    towardsLow: towards(path.low),
    towardsHigh: towards(path.high),
  };
}

function learnedByMonth({ learned, months }: Schedule): Float64Array {
  const list = new Float64Array(months + 1);
  for (let slot = parts; slot < learned.length; slot++) {
    const m = Math.floor(slot / parts);
    list[m] = (list[m] ?? 0) + (learned[slot] ?? 0) / parts;
  }
  return list;
}

/** Change against today by month along the simulated states, stops taken out. */
function changeByMonth(path: Path, schedule: Schedule): Physical {
  const change = emptyPhysical(schedule.months);
  for (const key of quantities) {
    const list = change[key];
    const values = Float64Array.from(path.points, (point) => point[key]);
    for (let m = 1; m <= schedule.months; m++) {
      let sum = 0;
      for (let slot = m * parts; slot < (m + 1) * parts; slot++) {
        const a = schedule.from[slot] ?? 0;
        const before = values[a] ?? 0;
        sum += before + ((values[a + 1] ?? before) - before) * (schedule.share[slot] ?? 0);
      }
      list[m] = sum / parts / 12;
    }
    for (const stop of path.stops) {
      const span = stop.month - stop.from;
      const first = Math.max(1, Math.min(schedule.months, Math.ceil(stop.from + 1e-9)));
      for (let m = first; m <= schedule.months; m++) {
        const inside = Math.min(stop.month, m) - Math.max(stop.from, m - 1);
        if (m > first && inside <= 0) break;
        // what began before the start of the plan falls into its first month
        const share = span > 0 ? (m === 1 ? inside + Math.max(0, -stop.from) : inside) / span : 1;
        list[m] = (list[m] ?? 0) - stop.lost[key] * share;
      }
    }
  }
  return change;
}

/** The plan's line by month, `position` −1 … 1 placing the uncertain effects. It cannot make less than nothing. */
export function planAt(course: Course, position: EffectPosition): Physical {
  const shift = position < 0 ? course.towardsLow : course.towardsHigh;
  const weight = shift === null ? 0 : Math.abs(position);
  const after = emptyPhysical(course.today.goodPerYear.length - 1);
  for (const key of quantities) {
    const [to, today, change, more] = [after[key], course.today[key], course.change[key], shift?.[key]];
    for (let m = 1; m < to.length; m++)
      to[m] = Math.max(0, (today[m] ?? 0) + (change[m] ?? 0) + (weight === 0 ? 0 : weight * (more?.[m] ?? 0)));
  }
  return after;
}

export function emptyPhysical(months: number): Physical {
  const rows = slab(quantities.length, months + 1);
  return Object.fromEntries(quantities.map((key, i) => [key, rows[i]])) as Physical;
}

/** The moments of a path: those simulated, or only the two ends, the change beginning with the last go-live. */
export function momentsOf(way: Way | undefined, chosen: readonly ChosenForMoney[]): { month: number }[] {
  if (way !== undefined) return way.points;
  const last = chosen.reduce((latest, c) => Math.max(latest, goLiveMonth(c)), 0);
  return [{ month: 0 }, { month: last }, { month: Infinity }];
}

/**
 * What putting a retrofit in costs while nothing has been simulated: the stop as a share of a year's output, and the dip
 * on top, both as if the whole line stood.
 */
function estimatedStops(today: YearlyNumbers, chosen: readonly ChosenForMoney[], plannedHours: number): Path["stops"] {
  return chosen.flatMap((c) => {
    const { dip = 0, dipWeeks = 0 } = c.retrofit.rampUp ?? {};
    const stop = plannedHours > 0 ? likelyOf(c.retrofit.installStopHours) / plannedHours : 0;
    const share = stop + dip * dipWeeks * (monthsPerWeek / 12);
    if (share <= 0) return [];
    const lost = Object.fromEntries(quantities.map((key) => [key, today[key] * share])) as unknown as YearlyNumbers;
    return [{ from: goLiveMonth(c), month: goLiveMonth(c), lost }];
  });
}

/**
 * One path a replication. The finished plan comes from the long runs; states on the way from the short ones, as
 * changes, replication by replication (the short runs have fewer: they are used in turn). Ends of the effects are kept
 * as distances from the short run's finished plan, so that its own luck drops out.
 */
export function pathsOf(
  replications: readonly { baseline: YearlyNumbers; plan: YearlyNumbers }[],
  way: Way | undefined,
  chosen: readonly ChosenForMoney[],
  plannedHours: number,
): Path[] {
  return replications.map(({ baseline, plan }, i) => {
    const finished = minus(plan, baseline);
    if (way === undefined)
      return {
        points: [minus(baseline, baseline), minus(baseline, baseline), finished],
        low: null,
        high: null,
        stops: estimatedStops(baseline, chosen, plannedHours),
      };
    const pick = (list: readonly YearlyNumbers[]): YearlyNumbers => list[i % list.length] ?? finished;
    const last = way.points[way.points.length - 1];
    const reference = last === undefined ? finished : pick(last.change);
    const end = way.lacksSome === true ? reference : finished;
    const moved = (list: readonly YearlyNumbers[] | null): YearlyNumbers | null =>
      list === null ? null : add(end, minus(pick(list), reference));
    return {
      points: way.points.map((point, k) => (k === way.points.length - 1 ? end : pick(point.change))),
      low: moved(way.low),
      high: moved(way.high),
      stops: way.stops.map(({ from, month, lost }) => ({ from, month, lost: pick(lost) })),
    };
  });
}

const minus = (a: YearlyNumbers, b: YearlyNumbers): YearlyNumbers =>
  Object.fromEntries(quantities.map((key) => [key, a[key] - b[key]])) as unknown as YearlyNumbers;

const add = (a: YearlyNumbers, b: YearlyNumbers): YearlyNumbers =>
  Object.fromEntries(quantities.map((key) => [key, a[key] + b[key]])) as unknown as YearlyNumbers;
