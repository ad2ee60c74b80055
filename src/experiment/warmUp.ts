import type { ReplicationResult } from "../measure";
import type { Line, Run } from "../model";
import type { Experiment, Told } from "./ask";
import { mser, type Truncation } from "./mser";

/** One period of a run from empty: what left good per planned hour, and the parts in the line, means over replications. */
export interface WarmUpPoint {
  /** planned hours from the start of the run to the end of the period */
  hours: number;
  goodPerHour: number;
  inLine: number;
}

export interface WarmUpProposal {
  /** planned hours to leave out: the later of what output and parts in the line need */
  hours: number;
  outputHours: number;
  inLineHours: number;
  /** for the chart, with the replications behind it */
  points: WarmUpPoint[];
  replications: number;
  /** the line still changes in the second half of what was looked at: the run is too short to say where it settles */
  isTooShort: boolean;
  /** planned hours that were looked at */
  lookedAt: number;
}

/** Periods below which shifts and days are too coarse, and windows are simulated instead. */
const fewestPeriods = 50;
/** Windows of a short run. The run up to each is simulated again, so their number is squared in the cost. */
const windows = 32;
/** Windows begin with the first quarter of the run: mostly it is settled by then, at a quarter of the cost of the whole. */
const firstLook = 1 / 4;
/** Below this many periods each is a batch of its own. */
const enoughForBatches = 100;

/**
 * The warm-up of a line, by MSER-5 on the mean of a few replications from empty (K. Hoad, S. Robinson & R. Davies,
 * "Automating warm-up length estimation", J. Operational Research Society 61, 2010), of output and of parts in the line,
 * the later of both. Long runs are read shift by shift or day by day; where that is too coarse, windows of a quarter of
 * the run are simulated, then of twice as much, until the line settles within the first half.
 */
export function* proposeWarmUp(
  line: Line,
  run: Run,
  replications = 5,
): Experiment<WarmUpProposal | null, WarmUpProposal> {
  const total = run.hours + run.warmUpHours;
  const rows = periodsOf(line, total);
  if (rows >= fewestPeriods) {
    const whole = { ...run, hours: total, warmUpHours: 0 };
    const told = yield { batches: [{ line, run: whole, first: 0, count: replications }], known: null };
    const points = seriesOf(told[0] ?? []);
    if (points.length >= fewestPeriods / 2) return proposalOf(points, replications);
  }
  let known: WarmUpProposal | null = null;
  for (let share = firstLook; share <= 1; share *= 2) {
    const width = Math.max(0.001, (total * share) / windows);
    const batches = Array.from({ length: windows }, (_, i) => {
      const window = { ...run, hours: width, warmUpHours: i * width };
      return { line, run: window, first: 0, count: replications };
    });
    const told: Told = yield { batches, known };
    known = proposalOf(windowsOf(told, width), replications);
    if (!known.isTooShort) break;
  }
  return known!;
}

/** About how many shifts, or days round the clock, `hours` planned hours have; breaks are not taken off. */
function periodsOf({ calendar }: Line, hours: number): number {
  if ("continuous" in calendar) return hours / 24;
  const perWeek = calendar.shifts.reduce((sum, s) => sum + new Set(s.days).size, 0);
  const hoursPerWeek = calendar.shifts.reduce((sum, s) => sum + new Set(s.days).size * shiftHours(s.start, s.end), 0);
  return (hours / hoursPerWeek) * perWeek;
}

function shiftHours(start: string, end: string): number {
  const clock = (at: string) => Number(at.slice(0, 2)) + Number(at.slice(3)) / 60;
  const hours = clock(end) - clock(start);
  return hours > 0 ? hours : hours + 24;
}

/** The finer of shifts and days that were worked in, means over replications. */
function seriesOf(results: readonly ReplicationResult[]): WarmUpPoint[] {
  const first = results[0]?.series;
  if (first === undefined) return [];
  const mean = (column: "good" | "inLine", row: number): number =>
    results.reduce((sum, r) => sum + (r.series[column][row] ?? 0), 0) / results.length;
  const pointsOf = (isWanted: (shift: number) => boolean): WarmUpPoint[] => {
    let hours = 0;
    return first.planned.flatMap((planned, row) => {
      if (!isWanted(first.shift[row] ?? -1) || planned <= 0) return [];
      hours += planned / 3600;
      return [{ hours, goodPerHour: (mean("good", row) / planned) * 3600, inLine: mean("inLine", row) }];
    });
  };
  const shifts = pointsOf((shift) => shift >= 0);
  const days = pointsOf((shift) => shift < 0);
  return shifts.length >= days.length ? shifts : days;
}

function windowsOf(told: Told, width: number): WarmUpPoint[] {
  return told.map((results, i) => {
    const mean = (of: (r: ReplicationResult) => number) => results.reduce((sum, r) => sum + of(r), 0) / results.length;
    return {
      hours: (i + 1) * width,
      goodPerHour: mean((r) => r.line.goodPerHour),
      inLine: mean((r) => r.line.wip),
    };
  });
}

function proposalOf(points: WarmUpPoint[], replications: number): WarmUpProposal {
  const batch = points.length >= enoughForBatches ? 5 : 1;
  const output = mser(
    points.map((p) => p.goodPerHour),
    batch,
  );
  const inLine = mser(
    points.map((p) => p.inLine),
    batch,
  );
  const hoursOf = ({ from }: Truncation) => points[from - 1]?.hours ?? 0;
  const outputHours = hoursOf(output);
  const inLineHours = hoursOf(inLine);
  return {
    hours: Math.max(outputHours, inLineHours),
    outputHours,
    inLineHours,
    points,
    replications,
    // nothing has left yet: the output is as constant as can be, and says nothing
    isTooShort: output.isTooShort || inLine.isTooShort || points.every((p) => p.goodPerHour === 0),
    lookedAt: points[points.length - 1]?.hours ?? 0,
  };
}
