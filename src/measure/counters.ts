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
  wipArea: number;
  stations: StationCounters[];
  pools: { id: string; busyArea: number; capacityArea: number; waitingArea: number }[];
  /** nothing could happen any more before the run ended: the line is stuck or starved for good */
  stalled: boolean;
}

export interface StationCounters {
  id: string;
  machines: number;
  /** seconds summed over the machines */
  working: number;
  /** of which review and repair of parts */
  workingReview: number;
  loading: number;
  setup: number;
  waitingSetter: number;
  blocked: number;
  starved: number;
  waitingOperator: number;
  down: number;
  waitingRepairer: number;
  processed: number;
  /** parts that became defective, were rejected or scrapped here */
  bad: number;
  queueArea: number;
}
