/**
 * What the engine counts in the measured hours of one replication, raw. Times in seconds of planned time, areas in
 * part-seconds or person-seconds. KPIs are made from these in `kpis.ts`.
 */
export interface RunCounters {
  replication: number;
  events: number;
  plannedSeconds: number;
  entered: number;
  good: number;
  escaped: number;
  scrapped: number;
  absorbed: number;
  lost: number;
  /** parts in the line when the measured hours began, and at their end: entered + atStart = left + atEnd */
  inProcessAtStart: number;
  inProcess: number;
  flowTimeSum: number;
  flowCount: number;
  firstPass: number;
  /** parts that left by their time in the line: so many parts from … to … seconds, in order */
  flowTimes: FlowTimeBin[];
  /** shifts, then days, that ended in the measured hours */
  series: SeriesCounters;
  wipArea: number;
  stations: StationCounters[];
  pools: { id: string; busyArea: number; capacityArea: number; waitingArea: number }[];
  transporters: TransporterCounters[];
  /** nothing could happen any more before the run ended: the line is stuck or starved for good; and for what it waits */
  stalled: boolean;
  stuck: StuckCounters | null;
}

/** Seconds summed over the vehicles; `down` is the repairs within `empty` and `loaded`. */
export interface TransporterCounters {
  id: string;
  vehicles: number;
  empty: number;
  loaded: number;
  charging: number;
  down: number;
  trips: number;
}

/** What a station of a line that stands still for good waits for, and on whom: a station, or a pool of people. */
export interface StuckWait {
  station: string;
  why: "room" | "component" | "batch" | "lot" | "card" | "level" | "people" | "parts";
  on: string;
}

export interface StuckCounters {
  waits: StuckWait[];
  /** stations that wait for each other in a circle; empty where there is none */
  circle: string[];
}

export interface StationCounters {
  id: string;
  machines: number;
  /** seconds summed over the machines */
  working: number;
  /** of which review and repair of parts */
  workingReview: number;
  /** seconds worked outside planned time (unattended), not in `working` */
  offShiftWorking: number;
  loading: number;
  setup: number;
  waitingSetter: number;
  blocked: number;
  starved: number;
  waitingOperator: number;
  down: number;
  waitingRepairer: number;
  /** before anybody is called (`response`) */
  waitingResponse: number;
  /** times a machine went down */
  failures: number;
  /** parts sent here for rework */
  reworked: number;
  /** most parts that waited in front (in one buffer), and seconds in which the only buffer was full (null: several or none) */
  queueMost: number;
  queueFull: number | null;
  processed: number;
  /** parts that became defective, were rejected or scrapped here */
  bad: number;
  queueArea: number;
}

/** What was counted in one shift or one calendar day: a row a period, in columns. */
export interface SeriesCounters {
  /** µs of calendar time at which the period ended, and its shift (−1 = a day) */
  end: number[];
  shift: number[];
  good: number[];
  escaped: number[];
  scrapped: number[];
  entered: number[];
  /** seconds of planned time in the period */
  planned: number[];
  /** parts in the line at its end */
  inLine: number[];
}

export interface FlowTimeBin {
  from: number;
  to: number;
  parts: number;
}
