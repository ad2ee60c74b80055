/** Charts as functions of plain data: an options builder each, one lazy canvas wrapper, a table beside every picture. */
export { Chart, type ChartProps } from "./Chart";
export { cumulativeCashChart, type CumulativeCash } from "./cumulativeCash";
export { differencesChart, type DifferenceBar } from "./differences";
export { fitChart, type FitPoints } from "./fit";
export { intervalBarsChart, intervalBarsHeight, type IntervalBar } from "./intervalBars";
export { paretoChart, type ParetoPoint } from "./paretoChart";
export { roadMapChart, roadMapHeight, type RoadMapBar } from "./roadMapChart";
export { stateBarsChart, type StateBar } from "./stateBars";
export type { ChartLook } from "./look";
export { tornadoChart, tornadoHeight, type TornadoBar } from "./tornado";
export { waterfallChart, waterfallSpans, type WaterfallBar } from "./waterfall";
