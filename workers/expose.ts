import * as Comlink from "comlink";
import type { Trace } from "../src/trace";
import type { SimulationWorker } from "./contract";
import { simulationCore } from "./core";

/** Opens the core to the other side; trace columns are handed over, not copied. */
export function exposeCore(endpoint?: Comlink.Endpoint): void {
  const door: SimulationWorker = {
    ...simulationCore,
    watch: (request) => {
      const trace: Trace = simulationCore.watch(request);
      const { time, kind, a, b, c } = trace.columns;
      return Comlink.transfer(trace, [time.buffer, kind.buffer, a.buffer, b.buffer, c.buffer]);
    },
  };
  Comlink.expose(door, endpoint);
}
