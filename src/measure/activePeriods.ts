import { distributionMean, type Line, type Station } from "../model";
import { EventKind, machineStates, stateReasons, type Trace } from "../trace";
import { plannedAt, type PlannedAxis, plannedAxisOf } from "./plannedAxis";

/** A station (all its machines), or a pool of people or robots that some station asks for. `index` is that of the trace's layout. */
export interface Resource {
  kind: "station" | "pool";
  index: number;
  id: string;
}

/** µs of planned time since the start of the trace. */
export interface ActivePeriod {
  resource: number;
  from: number;
  to: number;
}

export interface Activity {
  axis: PlannedAxis;
  resources: Resource[];
  /** of all resources, each resource's in order of time and disjoint */
  periods: ActivePeriod[];
}

type Doing = "active" | "people" | "idle";

/** Of a station's cycle: how long a wait for people may be and still be a pause. */
const pauseShare = 0.25;

const isWait = new Set(["waitingSetter", "waitingRepairer"]);

/** What a machine's state means: idle waits for parts or room, people waits for people; a standstill by plan limits like a failure. */
function doingOf(state: number, reason: number): Doing {
  const name = machineStates[state]!;
  if (name === "starved" || name === "blocked") return "idle";
  if (name === "waitingOperator" || isWait.has(stateReasons[reason]!)) return "people";
  return "active";
}

/** Opens and closes the active periods of one resource; a gap without length is none. */
class Pen {
  readonly periods: ActivePeriod[] = [];
  private since: number | null = null;
  /** `pause`: µs */
  constructor(
    private readonly resource: number,
    private readonly pause: number,
  ) {}

  set(isActive: boolean, at: number, isPause: boolean): void {
    if (isActive === (this.since !== null)) return;
    if (!isActive) {
      if (at > this.since!) this.periods.push({ resource: this.resource, from: this.since!, to: at });
      this.since = null;
      return;
    }
    const last = this.periods.at(-1);
    if (last !== undefined && (last.to === at || (isPause && at - last.to <= this.pause))) {
      this.periods.pop();
      this.since = last.from;
    } else this.since = at;
  }
}

/**
 * Active periods (Roser, Nakano, Tanaka, "A practical bottleneck detection method", Winter Simulation Conference 2001):
 * a resource is active while it does not wait for another one. Periods are cut by the ends of the trace.
 *
 * - A **machine** is active while it works, loads, is set up, is down or stands still by plan in planned time; it is not
 *   while it is starved, blocked or waits for people of any kind: what it waits for is active then.
 * - A **station** of n machines is active while all of them are: as long as one waits, n − 1 would do.
 * - A **pool** of n is active while it has nobody to spare for the smallest of its jobs (all n at work, where jobs need
 *   one), helpers of other pools included: one busy person of two holds nobody up.
 * - A wait for people shorter than a quarter of the station's own cycle (mean process + loading time) is a **pause**, not an
 *   end: a machine whose operator is ten seconds late has not become faster than the line; one that stands half the time
 *   for want of people has. `pauses: false` counts every such wait as an end, as the papers do for machines that need nobody.
 */
export function activePeriods(trace: Trace, line: Line, { pauses = true }: { pauses?: boolean } = {}): Activity {
  const { layout, columns } = trace;
  const axis = plannedAxisOf(trace);
  const needs = smallestNeeds(line);
  const resources: Resource[] = layout.stations.map(({ id }, index) => ({ kind: "station", index, id }));
  const poolResource = layout.pools.map(({ id }, index): number | null => {
    if (!needs.has(id)) return null;
    resources.push({ kind: "pool", index, id });
    return resources.length - 1;
  });
  const pens = resources.map(({ kind, index }, r) => {
    const station = kind === "station" && pauses ? line.stations[index] : undefined;
    return new Pen(r, station === undefined ? 0 : pauseShare * cycleOf(station, line) * 1e6);
  });
  const doing: Doing[] = layout.machineStation.map(() => "idle");
  const idle = layout.stations.map(({ machines }) => machines);
  const forPeople = layout.stations.map(() => 0);
  const wasIdle = layout.stations.map(() => true);
  const pools = poolsOf(trace, line, needs);
  let shift = -1;
  const setPool = (pool: number, at: number): void => {
    const r = poolResource[pool];
    if (r !== null && r !== undefined) pens[r]!.set(pools.isFull(pool, shift), at, false);
  };

  for (let row = 0; row < columns.time.length; row++) {
    const kind = columns.kind[row];
    if (kind !== EventKind.machineState && kind !== EventKind.operators && kind !== EventKind.shift) continue;
    const at = plannedAt(axis, columns.time[row]!);
    const a = columns.a[row]!;
    if (kind === EventKind.machineState) {
      const next = doingOf(columns.b[row]!, columns.c[row]!);
      const before = doing[a]!;
      if (next === before) continue;
      doing[a] = next;
      const station = layout.machineStation[a]!;
      idle[station]! += Number(next === "idle") - Number(before === "idle");
      forPeople[station]! += Number(next === "people") - Number(before === "people");
      const isActive = idle[station] === 0 && forPeople[station] === 0;
      if (idle[station]! > 0) wasIdle[station] = true;
      pens[station]!.set(isActive, at, !wasIdle[station]);
      if (isActive) wasIdle[station] = false;
    } else if (kind === EventKind.operators) {
      pools.busy[a]! += columns.c[row]!;
      for (const pool of pools.served[a]!) setPool(pool, at);
    } else {
      shift = columns.b[row]!;
      if (columns.a[row] === 1) layout.pools.forEach((_, pool) => setPool(pool, at));
    }
  }
  for (const pen of pens) pen.set(false, axis.length, false);
  return { axis, resources, periods: pens.flatMap(({ periods }) => periods) };
}

/** Seconds of process and loading of one part, or one batch, on one machine; mean over the product mix. */
function cycleOf({ process, load }: Station, { products }: Line): number {
  const mix = products.length > 0 ? products : [{ id: "", share: 1 }];
  const all = mix.reduce((sum, { share }) => sum + share, 0);
  const time = (id: string): number => distributionMean(process.timeByProduct?.[id] ?? process.time);
  const mean = all > 0 ? mix.reduce((sum, { id, share }) => sum + share * time(id), 0) / all : time("");
  return mean + (load === undefined ? 0 : distributionMean(load.time));
}

/** The fewest people of each pool that any step asks for; pools nobody asks for are not in it. */
function smallestNeeds(line: Line): Map<string, number> {
  const needs = new Map<string, number>();
  for (const s of line.stations)
    for (const need of [
      s.process.operators,
      s.load?.operators,
      s.setup?.operators,
      ...s.failures.map((f) => f.repairers),
    ])
      if (need !== undefined) needs.set(need.pool, Math.min(need.count, needs.get(need.pool) ?? Infinity));
  return needs;
}

/** People at work by pool, and whether a pool has nobody to spare for the smallest of its jobs, helpers of other pools included. */
function poolsOf(trace: Trace, line: Line, needs: ReadonlyMap<string, number>) {
  const shifts = "shifts" in line.calendar ? line.calendar.shifts : [];
  const of = trace.layout.pools.map(({ id }) => line.operators.find((pool) => pool.id === id));
  const helpers = trace.layout.pools.map(({ id }) =>
    of.flatMap((pool, i) => (pool?.alsoServes.includes(id) ? [i] : [])),
  );
  const busy = of.map(() => 0);
  const free = (pool: number, shift: number): number =>
    (of[pool]?.countByShift?.[shifts[shift]?.id ?? ""] ?? of[pool]?.count ?? 0) - busy[pool]!;
  return {
    busy,
    /** pools whose load changes with that of a pool: itself and those it helps */
    served: of.map((_, p) => [p, ...helpers.flatMap((h, other) => (h.includes(p) ? [other] : []))]),
    isFull: (pool: number, shift: number): boolean => {
      const need = needs.get(trace.layout.pools[pool]!.id) ?? Infinity;
      return busy[pool]! > 0 && [pool, ...helpers[pool]!].every((p) => free(p, shift) < need);
    },
  };
}
