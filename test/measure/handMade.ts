import { Line, type LineInput } from "../../src/model";
import type { RunCounters, StationCounters } from "../../src/measure";

const station = (of: Partial<StationCounters> & { id: string }): StationCounters => ({
  machines: 1,
  working: 0,
  workingReview: 0,
  offShiftWorking: 0,
  loading: 0,
  setup: 0,
  waitingSetter: 0,
  blocked: 0,
  starved: 0,
  waitingOperator: 0,
  down: 0,
  waitingRepairer: 0,
  waitingResponse: 0,
  failures: 0,
  reworked: 0,
  queueMost: 0,
  queueFull: null,
  processed: 0,
  bad: 0,
  queueArea: 0,
  ...of,
});

/** Counters of ten planned hours in which nothing happened, but for what is given. */
export function counters(
  of: Partial<Omit<RunCounters, "stations">> & { stations: (Partial<StationCounters> & { id: string })[] },
): RunCounters {
  return {
    replication: 0,
    events: 0,
    plannedSeconds: 36_000,
    entered: 0,
    good: 0,
    escaped: 0,
    scrapped: 0,
    absorbed: 0,
    lost: 0,
    inProcessAtStart: 0,
    inProcess: 0,
    flowTimeSum: 0,
    flowCount: 0,
    firstPass: 0,
    flowTimes: [],
    series: { end: [], shift: [], good: [], escaped: [], scrapped: [], entered: [], planned: [], inLine: [] },
    wipArea: 0,
    pools: [],
    transporters: [],
    stalled: false,
    stuck: null,
    ...of,
    stations: of.stations.map(station),
  };
}

export const lineOf = (input: LineInput): Line => Line.parse(input);

export const always = (value: number) => ({ dist: "constant" as const, value });
