/** Charts as functions of plain data: an options builder each, one lazy canvas wrapper, a table beside every picture. */
import type { ChartPicture } from "./picture";
export { Chart, type ChartProps } from "./Chart";
export { cumulativeCashChart, type CumulativeCash } from "./cumulativeCash";
export { differencesChart, type DifferenceBar } from "./differences";
export { fitChart, type FitPoints } from "./fit";
export { intervalBarsChart, intervalBarsHeight, type IntervalBar } from "./intervalBars";
export { paretoChart, type ParetoPoint } from "./paretoChart";
export { roadMapChart, roadMapHeight, type RoadMapBar } from "./roadMapChart";
export { stateBarsChart, type StateBar } from "./stateBars";
export { flowTimeChart, flowTimeShares, type FlowTimeSide } from "./flowTimes";
export type { ChartLook } from "./look";
export type { ChartPicture, LegendEntry } from "./picture";
export { shiftChart, shiftChartHeight, type ShiftRow } from "./shiftChart";
export { throughputChart, type ThroughputPoint, type ThroughputSide } from "./throughput";
export { tornadoChart, tornadoHeight, type TornadoBar } from "./tornado";
export { waterfallChart, waterfallSpans, type WaterfallBar } from "./waterfall";

/** A PNG of a chart, at twice the size and on white; drawn by code that is fetched with the first chart. */
export async function chartPicture(of: ChartPicture): Promise<Blob | null> {
  return await (await import("./picture")).chartPicture(of);
}
