/**
 * From logs to a line: reading measured tables and fitting the line model's distributions to them, so that a scenario
 * can rest on what was measured and show how well it fits. Pure: text and numbers in, parameters or problems out.
 */
export { columnOf, readCsv, type Table } from "./csv";
export { deciles, fitDistribution, ksDistance, type Candidate, type FitResult } from "./fit";
export { fitDefectRate, fitProcessTime, fitStations, type RateFit, type TimeFit } from "./station";
