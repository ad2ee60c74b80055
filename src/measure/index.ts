// Statistics and KPIs from the engine's counters: ISO 22400 figures, intervals, paired differences.
export type { FlowTimeBin, RunCounters, SeriesCounters, StationCounters } from "./counters";
export { compareLines, difference, estimate, summarise, t975 } from "./estimate";
export { headcount, idealSeconds, kpis, paidHoursPerPlannedHour, yearlyNumbers } from "./kpis";
export type {
  Difference,
  Estimate,
  LineFigures,
  LineKpi,
  LineNumbers,
  ReplicationResult,
  StationNumbers,
} from "./result";
