// Statistics and KPIs from the engine's counters: ISO 22400 figures, intervals, paired differences.
export {
  bottleneckAt,
  bottlenecks,
  type Bottlenecks,
  type BottleneckShare,
  type MomentaryBottleneck,
} from "./bottleneck";
export { type BottleneckTurn, heldBack, type HeldBack, type PeriodBottlenecks } from "./heldBack";
export type { Resource } from "./activePeriods";
export type {
  FlowTimeBin,
  RunCounters,
  StuckCounters,
  StuckWait,
  TransporterCounters,
  SeriesCounters,
  StationCounters,
} from "./counters";
export { calendarAt } from "./plannedAxis";
export { compareLines, difference, estimate, partialEstimate, summarise, t975 } from "./estimate";
export { binnedMean, binnedQuantile, type FlowTimeQuantile, flowTimeQuantiles, mergeFlowTimes } from "./flowTime";
export { iso22400, type IsoKpi, type LineIsoKpi, type StationIsoKpi } from "./iso22400";
export { headcount, idealSeconds, kpis, paidHoursPerPlannedHour, yearlyNumbers } from "./kpis";
export type {
  Difference,
  Estimate,
  LineFigures,
  LineKpi,
  LineNumbers,
  PartialEstimate,
  ReplicationResult,
  StationNumbers,
  TransporterNumbers,
} from "./result";
export { type SeriesPeriod, summariseSeries } from "./series";
