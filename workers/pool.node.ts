import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { Worker } from "node:worker_threads";
import type { SimulationPool } from "./contract";
import { connect, createPool } from "./createPool";

/**
 * The pool of the command line: worker_threads behind the same contract. `script` is the bundled worker; the bundle lies
 * flat, so the default is right wherever the bundler puts this file.
 */
export function createNodePool(
  size: number,
  script: URL = new URL("./simulate.node.mjs", import.meta.url),
): SimulationPool {
  return createPool(size, () => {
    const worker = new Worker(script);
    return connect(
      nodeEndpoint(worker),
      () => void worker.terminate(),
      (die) => {
        worker.on("error", (error: unknown) => die(error instanceof Error ? error.message : String(error)));
        worker.on("exit", (code) => die(`the worker ended with code ${code}`));
      },
    );
  });
}
