import { goLiveMonth, progressAt, type ChosenForMoney, type Way, type WayPoint } from "../finance";
import { yearlyNumbers, type ReplicationResult } from "../measure";
import {
  calendarTimeAt,
  plannedHoursPerYear,
  plannedTimeOf,
  type Line,
  type Plan,
  type Run,
  type Scenario,
} from "../model";
import { applyPlan, type ApplyOptions, type Touched } from "../retrofit";
import { at, chosenForMoney } from "./chosenForMoney";

/** States between today and the finished plan are looked at under a short run; more would cost more than they tell. */
const shortRun = { hours: 350, warmUpHours: 50, replications: 10 };
/** Learning is looked at after these multiples of its time constant: 50 % and 80 % of the way. */
const learned = [0.7, 1.6];
/** States simulated on the way at most; the halfway points of learning are left out first. */
const mostStates = 12;
const monthsPerWeek = 12 / (365 / 7);

interface PlannedPoint {
  month: number;
  line: Line;
}
interface PlannedStop {
  month: number;
  hours: number;
  before: Line;
  stopped: Line;
  run: Run;
}

/** The runs that a plan's way asks for, and where each belongs. */
export interface WayPlan {
  run: Run;
  baseline: Line;
  points: PlannedPoint[];
  stops: PlannedStop[];
  /** the finished plan with every uncertain effect at its low and at its high end; null where that is the same line */
  low: Line | null;
  high: Line | null;
  /** a retrofit goes live after the horizon */
  lacksSome: boolean;
}

export interface Ask {
  line: Line;
  run: Run;
}

/** The short run with the scenario's seed; never longer than the scenario's own. */
export function shortRunOf(run: Run): Run {
  return {
    ...run,
    hours: Math.min(run.hours, shortRun.hours),
    warmUpHours: Math.min(run.warmUpHours, shortRun.warmUpHours),
    replications: Math.min(run.replications, shortRun.replications),
  };
}

/**
 * How a line gets from today to the finished plan: before, installation stop, dip, points of learning, after. Each state
 * is a line of its own, so each is simulated, not scaled (domain notes, rule 7: `parameter = base + Δ·(1 − e^(−t/τ))`).
 * A plan that cannot be applied has no way (null).
 */
export function planWay(scenario: Scenario, plan: Plan): WayPlan | null {
  const whole = applyPlan(scenario, plan);
  if (!whole.ok) return null;
  const chosen = chosenForMoney(plan, whole.chosen);
  const horizon = scenario.economics.horizonYears * 12;
  // what comes after the horizon is paid for there and brings nothing within it
  const arriving = chosen.filter((c) => goLiveMonth(c) < horizon).map((c) => c.retrofit.id);
  const lacksSome = arriving.length < chosen.length;
  const within = lacksSome ? only(plan, arriving) : plan;
  const finished = applyPlan(scenario, within);
  if (!finished.ok) return null;
  const run = shortRunOf(scenario.run);
  const stateAt = (month: number, side: "before" | "after"): Line | null =>
    lineAt(scenario, plan, chosen, month, side === "before");

  const points: PlannedPoint[] = [{ month: 0, line: scenario.line }];
  let last: Line = scenario.line;
  for (const { month, jumps } of momentsOf(chosen, horizon)) {
    for (const side of jumps ? (["before", "after"] as const) : (["after"] as const)) {
      last = stateAt(month, side) ?? last;
      points.push({ month, line: last });
    }
  }
  points.push({ month: Infinity, line: finished.line });

  const stops = chosen.flatMap((c): PlannedStop[] => {
    const hours = at(c.retrofit.installStopHours);
    const month = goLiveMonth(c);
    if (hours <= 0 || month >= horizon) return [];
    const before = stateAt(month, "before") ?? scenario.line;
    const stopRun = hours * 3 > run.hours ? { ...run, hours: hours * 3 } : run;
    const stations = touchedStations(whole.touched, c.retrofit.id, before);
    return [{ month, hours, before, stopped: withStop(before, stations, hours, stopRun), run: stopRun }];
  });
  const variant = (which: "low" | "high"): Line | null => {
    const applied = applyPlan(scenario, within, { case: which });
    return applied.ok && JSON.stringify(applied.line) !== JSON.stringify(finished.line) ? applied.line : null;
  };
  return { run, baseline: scenario.line, points, stops, low: variant("low"), high: variant("high"), lacksSome };
}

/** Every run the way needs, in the order `wayOf` expects the answers. */
export function asksOf(way: WayPlan): Ask[] {
  const { run } = way;
  return [
    { line: way.baseline, run },
    ...way.points.map(({ line }) => ({ line, run })),
    ...way.stops.flatMap((stop) => [
      { line: stop.before, run: stop.run },
      { line: stop.stopped, run: stop.run },
    ]),
    ...[way.low, way.high].flatMap((line) => (line === null ? [] : [{ line, run }])),
  ];
}

/** The way as plain numbers for the money: changes against today's line in the same replication. */
export function wayOf(way: WayPlan, answers: readonly (readonly ReplicationResult[])[]): Way {
  let next = 0;
  const take = (): readonly ReplicationResult[] => answers[next++] ?? [];
  const today = take().map((r) => yearlyNumbers(way.baseline, r));
  const change = (line: Line, results: readonly ReplicationResult[]): WayPoint["change"] =>
    results.map((r, i) => difference(yearlyNumbers(line, r), today[i]!));
  const points = way.points.map(({ month, line }) => ({ month, line, change: change(line, take()) }));
  const stops = way.stops.map((stop) => {
    const running = take();
    const stopped = take();
    // rates are a planned year's: what is missing over the run's hours is what the stop cost
    const share = stop.run.hours / plannedHoursPerYear(stop.before.calendar);
    return {
      from: stop.month - (stop.hours * 12) / plannedHoursPerYear(stop.before.calendar),
      month: stop.month,
      hours: stop.hours,
      lost: stopped.map((r, i) =>
        scaled(difference(yearlyNumbers(stop.before, running[i]!), yearlyNumbers(stop.stopped, r)), share),
      ),
    };
  });
  const low = way.low === null ? null : change(way.low, take());
  const high = way.high === null ? null : change(way.high, take());
  return { points, stops, low, high, lacksSome: way.lacksSome };
}

type Numbers = ReturnType<typeof yearlyNumbers>;

function difference(a: Numbers, b: Numbers): Numbers {
  return combined(a, b, (x, y) => x - y);
}

function scaled(a: Numbers, factor: number): Numbers {
  return combined(a, a, (x) => x * factor);
}

function combined(a: Numbers, b: Numbers, of: (x: number, y: number) => number): Numbers {
  return {
    goodPerYear: of(a.goodPerYear, b.goodPerYear),
    escapedPerYear: of(a.escapedPerYear, b.escapedPerYear),
    scrappedPerYear: of(a.scrappedPerYear, b.scrappedPerYear),
    enteredPerYear: of(a.enteredPerYear, b.enteredPerYear),
    energyKwhPerYear: of(a.energyKwhPerYear, b.energyKwhPerYear),
    standbyKwhPerYear: of(a.standbyKwhPerYear, b.standbyKwhPerYear),
  };
}

interface Moment {
  month: number;
  /** the line changes at once: both sides are looked at */
  jumps: boolean;
}

function momentsOf(chosen: readonly ChosenForMoney[], horizon: number): Moment[] {
  const moments = new Map<number, boolean>();
  for (const c of chosen) {
    const start = goLiveMonth(c);
    moments.set(start, true);
    const { dip = 0, dipWeeks = 0 } = c.retrofit.rampUp ?? {};
    if (dip > 0 && dipWeeks > 0) moments.set(start + dipWeeks * monthsPerWeek, true);
  }
  const halfway = chosen
    .flatMap((c) => learned.map((times) => goLiveMonth(c) + times * (c.retrofit.rampUp?.tauWeeks ?? 0) * monthsPerWeek))
    .sort((a, b) => a - b);
  for (const month of halfway) {
    const isNear = [...moments.keys()].some((other) => Math.abs(other - month) < 0.2);
    if (!isNear && moments.size < mostStates / 2) moments.set(month, false);
  }
  return [...moments]
    .map(([month, jumps]) => ({ month, jumps }))
    .filter(({ month }) => month < horizon)
    .sort((a, b) => a.month - b.month);
}

/** The plan with these of its retrofits and no others. */
function only(plan: Plan, ids: readonly string[]): Plan {
  const retrofits = plan.retrofits.filter((entry) => ids.includes(typeof entry === "string" ? entry : entry.id));
  return { ...plan, retrofits };
}

/** The line at a moment: what runs by then, learned so far, slowed by the dips that last. Null: it cannot exist so. */
function lineAt(
  scenario: Scenario,
  plan: Plan,
  chosen: readonly ChosenForMoney[],
  month: number,
  isBefore: boolean,
): Line | null {
  const live = chosen.filter((c) => (isBefore ? goLiveMonth(c) < month - 1e-9 : goLiveMonth(c) <= month + 1e-9));
  if (live.length === 0) return scenario.line;
  const options: ApplyOptions = {
    progress: Object.fromEntries(live.map((c) => [c.retrofit.id, progressAt(c, month)])),
  };
  const soFar = only(
    plan,
    live.map((c) => c.retrofit.id),
  );
  const applied = applyPlan(scenario, soFar, options);
  if (!applied.ok) return null;
  const dips = live.flatMap((c) => {
    const { dip = 0, dipWeeks = 0 } = c.retrofit.rampUp ?? {};
    // months are sums of fractions: an end met to a billionth is that end
    const left = dipWeeks * monthsPerWeek - (month - goLiveMonth(c));
    const lasts = isBefore ? left > -1e-9 : left > 1e-9;
    if (dip <= 0 || dipWeeks <= 0 || !lasts) return [];
    const stations = touchedStations(applied.touched, c.retrofit.id, applied.line);
    return [{ at: 0, stations, pace: 1 / (1 - Math.min(dip, 0.99)) }];
  });
  return { ...applied.line, changes: [...applied.line.changes, ...dips] };
}

/** Stations a retrofit works on; one that names none (software, organisation) is everywhere. */
function touchedStations(touched: readonly Touched[], retrofitId: string, line: Line): string[] {
  const named = touched
    .filter((t) => t.retrofitId === retrofitId && t.path.startsWith("stations."))
    .map((t) => t.path.split(".")[1]!);
  const known = line.stations.map((s) => s.id).filter((id) => named.includes(id));
  return known.length > 0 ? known : line.stations.map((s) => s.id);
}

/** The line standing still for `hours` planned hours at the beginning of what is measured. */
function withStop(line: Line, stations: string[], hours: number, run: Run): Line {
  const { planned } = plannedTimeOf(line.calendar);
  const from = calendarTimeAt(planned, (run.warmUpHours + 1) * 3600e6);
  const until = calendarTimeAt(planned, (run.warmUpHours + 1 + hours) * 3600e6);
  const change = { at: from / 3600e6, stations, stopHours: (until - from) / 3600e6 };
  return { ...line, changes: [...line.changes, change] };
}
