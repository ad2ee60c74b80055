import { fromNow, simulate, snapshots, watch, watchWindow } from "../src/engine";
import { kpis } from "../src/measure";
import { contractVersion, type SimulationWorker } from "./contract";

/** What a simulation worker does, without any messaging: the same functions in the browser, in Node and in tests. */
export const simulationCore: SimulationWorker = {
  version: () => contractVersion,
  simulate: ({ line, run, first, count }) => simulate(line, run, first, count).map((c) => kpis(line, c)),
  watch: ({ line, run, replication, calendarHours }) => watch(line, run, replication, calendarHours),
  keep: ({ line, run, replication, hours }) => snapshots(line, run, replication, hours),
  window: ({ line, snapshot, fromHour, toHour }) => watchWindow(line, snapshot, fromHour, toHour),
  fromNow: ({ line, snapshot, run, first, count }) =>
    fromNow(line, snapshot, run, first, count).map((c) => kpis(line, c)),
};
