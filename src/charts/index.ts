/** Charts as functions of plain data: an options builder each, one lazy canvas wrapper, a table beside every picture. */
export { Chart, type ChartProps } from "./Chart";
export { cashFlowChart, type CashYear } from "./cashFlow";
export { differencesChart, type DifferenceBar } from "./differences";
export { fitChart, type FitPoints } from "./fit";
export { stateBarsChart, type StateBar } from "./stateBars";
export type { ChartLook } from "./look";
