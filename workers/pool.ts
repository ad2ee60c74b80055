import type { SimulationPool } from "./contract";
import { connect, createPool } from "./createPool";

export { createBrowserReplayer } from "./replayer";

/** The pool of the app: web workers. Size: all cores (at most 8), one fewer while the scene plays. */
export function createBrowserPool(size: number): SimulationPool {
  return createPool(size, () => {
    const worker = new Worker(new URL("./simulate.worker.ts", import.meta.url), { type: "module" });
    return connect(
      worker,
      () => worker.terminate(),
      (die) => {
        worker.addEventListener("error", (event) => {
          worker.terminate();
          die(event.message === "" ? "the worker could not start" : event.message);
        });
      },
    );
  });
}
