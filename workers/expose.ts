import * as Comlink from "comlink";
import type { Trace } from "../src/trace";
import type { SimulationWorker } from "./contract";
import { simulationCore } from "./core";

function handedOver(trace: Trace): Trace {
  const { time, kind, a, b, c } = trace.columns;
  return Comlink.transfer(trace, [time.buffer, kind.buffer, a.buffer, b.buffer, c.buffer]);
}

/** Opens the core to the other side; trace columns are handed over, not copied. */
export function exposeCore(endpoint?: Comlink.Endpoint): void {
  const door: SimulationWorker = {
    ...simulationCore,
    watch: (request) => handedOver(simulationCore.watch(request)),
    window: (request) => handedOver(simulationCore.window(request)),
    keep: (request) => {
      const kept = simulationCore.keep(request);
      return Comlink.transfer(
        kept,
        kept.map(({ state }) => state),
      );
    },
  };
  Comlink.expose(door, endpoint);
}
