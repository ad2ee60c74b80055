import { type Line, plannedHoursPerYear } from "../model";
import type { RunCounters, StationCounters } from "./counters";

/**
 * The time, quantity and maintenance elements of ISO 22400-2 for one work unit (a station with all its machines), from
 * the states of the line model. Seconds of planned time and parts. Every second of `pbt` is in exactly one of apt, aust,
 * adet, review and starved.
 */
export interface StationElements {
  /** planned busy time: machines × planned time (the line model plans no maintenance) */
  pbt: number;
  /**
   * actual production time: loading and processing. The standard wants value-adding functions alone; but `idealTime`, its
   * run time per item, holds the handling of the part, and both must mean one run: else effectiveness exceeds 1.
   */
  apt: number;
  /** actual unit set-up time, without waiting for the setter */
  aust: number;
  /** actual unit processing time = apt + aust */
  aupt: number;
  /** actual unit delay time: down, blocked, waiting for people or a setter */
  adet: number;
  /** not an element of the standard: review and repair of parts, busy, but neither production nor delay */
  review: number;
  /** actual unit busy time = aupt + adet + review; the rest of pbt is starved, the machine has no order (no part) */
  aubt: number;
  /** planned run time per item: `idealTime`, or the mean process time */
  pri: number;
  /** produced quantity, every pass of a reworked part counted, and what of it was neither made bad nor rejected here */
  pq: number;
  gq: number;
  /** failure events, and time to restoration summed: from the stop until the machine runs, waiting included */
  fe: number;
  ttr: number;
}

/** The same for the line (work centre) in one replication. */
export interface LineElements {
  /** sums over all machines of all stations */
  all: StationElements;
  plannedHours: number;
  plannedHoursPerYear: number;
  /** parts that left: produced = good + escaped + scrapped */
  pq: number;
  gq: number;
  sq: number;
  /** delivered: good + escaped */
  delivered: number;
  /** parts sent back for rework, once for every time */
  rq: number;
  /** parts that left good without rework, repair or reject */
  gp: number;
  /** parts finished at the first operation; null where there are several */
  pqFirst: number | null;
  /** actual order execution time, the order being one part: part-seconds spent in the line in the measured hours */
  aoet: number;
  /** a machine-second belongs to one part: no batches, no assembly, no ovens that hold parts outside machines */
  isPartByPart: boolean;
  /** mean number of parts in the line */
  wip: number;
  /** kWh of the measured hours, off-shift standby of the year added; null where no station says its power */
  energyKwh: number | null;
  /** people only, no robots: seconds at work on parts, set-ups and repairs; seconds on duty in planned time */
  apwt: number;
  apat: number;
}

export function stationElements(s: StationCounters, plannedSeconds: number, pri: number): StationElements {
  // waiting is a part of the larger state: rounding must not make a rest below 0 of it
  const apt = Math.max(0, s.working - s.workingReview) + s.loading;
  const aust = Math.max(0, s.setup - s.waitingSetter);
  const adet = s.down + s.blocked + s.waitingOperator + s.waitingSetter;
  return {
    pbt: s.machines * plannedSeconds,
    apt,
    aust,
    aupt: apt + aust,
    adet,
    review: s.workingReview,
    aubt: apt + aust + adet + s.workingReview,
    pri,
    pq: s.processed,
    gq: Math.max(0, s.processed - s.bad),
    fe: s.failures,
    ttr: s.down,
  };
}

/** Stations no flow leads to, by index. */
function firstStations(line: Line): number[] {
  if (line.flows === undefined) return [0];
  const fed = new Set(line.flows.map((f) => f.to));
  return line.stations.flatMap((s, i) => (fed.has(s.id) ? [] : [i]));
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

export function lineElements(
  line: Line,
  c: RunCounters,
  stations: readonly StationElements[],
  powerKw: number,
): LineElements {
  const all = Object.fromEntries(
    (Object.keys(stations[0]!) as (keyof StationElements)[]).map((k) => [k, sum(stations.map((s) => s[k]))]),
  ) as unknown as StationElements;
  const first = firstStations(line);
  const plannedHours = c.plannedSeconds / 3600;
  const people = c.pools.filter((p) => line.operators.find((o) => o.id === p.id)?.kind === "person");
  return {
    all,
    plannedHours,
    plannedHoursPerYear: plannedHoursPerYear(line.calendar),
    pq: c.good + c.escaped + c.scrapped,
    gq: c.good,
    sq: c.scrapped,
    delivered: c.good + c.escaped,
    rq: sum(c.stations.map((s) => s.reworked)),
    gp: c.firstPass,
    pqFirst: first.length === 1 ? stations[first[0]!]!.pq : null,
    aoet: c.wipArea,
    isPartByPart: line.stations.every(
      (s) => (s.batch?.size ?? 1) === 1 && s.assembly === undefined && s.process.transit === undefined,
    ),
    wip: c.wipArea / c.plannedSeconds,
    energyKwh: line.stations.some((s) => s.power !== undefined) ? powerKw * plannedHours : null,
    apwt: sum(people.map((p) => p.busyArea)),
    apat: sum(people.map((p) => p.capacityArea)),
  };
}
