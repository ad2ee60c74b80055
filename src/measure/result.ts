import type { FlowTimeBin, SeriesCounters, StuckCounters } from "./counters";
import type { FlowTimeQuantile } from "./flowTime";
import type { LineIsoKpi, StationIsoKpi } from "./iso22400";

/**
 * What one replication says, as plain numbers. Rates are per **planned** hour after warm-up, times in seconds of planned
 * time, shares 0..1. `simulate` returns one per replication; `summarise` turns many into means with intervals.
 */
export interface ReplicationResult {
  replication: number;
  events: number;
  /** nothing could happen any more before the run ended */
  stalled: boolean;
  line: LineNumbers;
  stations: Record<string, StationNumbers>;
  operators: Record<string, { busy: number; waitingMean: number }>;
  /** KPIs of ISO 22400-2, table in `iso22400.ts`; null = nothing to divide by in this replication */
  iso22400: { line: Record<LineIsoKpi, number | null>; stations: Record<string, Record<StationIsoKpi, number | null>> };
  /** by station: share of planned time in which the buffer in front was full; null where there is none, or several */
  queueFull: Record<string, number | null>;
  /** how long the parts that left had been in the line */
  flowTimes: FlowTimeBin[];
  /** shifts, then days */
  series: SeriesCounters;
  /** by transporter: shares of its vehicles' planned time, trips per planned hour */
  transporters: Record<string, TransporterNumbers>;
  /** for what a stalled line waits; null = it is not stalled */
  stuck: StuckCounters | null;
}

export interface LineNumbers {
  /** parts leaving good or escaped, per planned hour */
  throughputPerHour: number;
  goodPerHour: number;
  goodPerYear: number;
  /** parts that entered the line, per planned hour */
  entered: number;
  /** mean number of parts in the line */
  wip: number;
  flowTimeSeconds: number;
  /** scrapped / (good + escaped + scrapped) */
  scrapShare: number;
  /** escaped / (good + escaped) */
  escapedShare: number;
  /** parts that left good without scrap, repair, rework or false reject / all that left */
  firstPassYield: number;
  labourHoursPerGoodPart: number;
  energyKwhPerGoodPart: number;
  lostArrivalsPerHour: number;
  escapedPerHour: number;
  scrappedPerHour: number;
  /** mean power drawn per planned hour, off-shift standby of the year included, kW */
  powerKw: number;
  /** of this what is drawn outside the shifts, kW */
  offShiftPowerKw: number;
}

export interface StationNumbers {
  working: number;
  loading: number;
  setup: number;
  blocked: number;
  starved: number;
  waitingOperator: number;
  down: number;
  /** share of calendar time outside planned time */
  offShift: number;
  /** sub-shares of `down` and `setup` */
  waitingRepairer: number;
  waitingResponse: number;
  waitingSetter: number;
  /** parts finished per planned hour, good or not */
  processed: number;
  /** mean number waiting in front, rework queue excluded */
  queueMean: number;
  /** most that waited in front at once, in one buffer */
  queueMost: number;
  /** parts received for rework per planned hour */
  reworked: number;
  /** stops of all its machines together per 100 planned hours */
  failuresPer100Hours: number;
  oee: number;
  lineOee: number;
}

export interface TransporterNumbers {
  /** loading and driving with parts, driving without; repairs on the way excluded */
  loaded: number;
  empty: number;
  charging: number;
  down: number;
  idle: number;
  trips: number;
}

export type LineKpi = keyof LineNumbers;

/** A random figure over replications: never shown without its interval. */
export interface Estimate {
  mean: number;
  /** 95 % confidence interval of the mean, Student's t */
  ci95: [number, number];
  /** standard deviation between replications */
  sd: number;
}

/** A figure that not every replication has: of those that have it, and how many they are. */
export type PartialEstimate =
  (Estimate & { replications: number }) | { mean: null; ci95: null; sd: null; replications: 0 };

/** The difference plan − baseline, replication by replication with common random numbers. */
export interface Difference {
  mean: number;
  ci95: [number, number];
  /** the same in percent of the baseline mean; null where the baseline is 0 */
  percent: { mean: number; ci95: [number, number] } | null;
  /** true when the interval excludes 0 */
  proven: boolean;
}

export interface LineFigures {
  replications: number;
  events: number;
  /** replications in which the line got stuck */
  stalled: number;
  line: Record<LineKpi, Estimate>;
  stations: Record<string, Record<keyof StationNumbers, Estimate>>;
  operators: Record<string, { busy: Estimate; waitingMean: Estimate }>;
  iso22400: {
    line: Record<LineIsoKpi, PartialEstimate>;
    stations: Record<string, Record<StationIsoKpi, PartialEstimate>>;
  };
  queueFull: Record<string, PartialEstimate>;
  /** seconds: the quantile within a replication, then its mean over replications */
  flowTime: Record<FlowTimeQuantile, PartialEstimate>;
  transporters: Record<string, Record<keyof TransporterNumbers, Estimate>>;
  /** of the first replication that got stuck */
  stuck: StuckCounters | null;
  /** the parts of all replications together */
  flowTimes: FlowTimeBin[];
}
