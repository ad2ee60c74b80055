import { advise, drive, type Advice, type AdviceInput } from "../experiment";
import type { AdviceOptions, AdviceRequest } from "../store";
import type { FromPlanner, ToPlanner } from "./adviseMessages";
import { lpr } from "./library";
import { sellable } from "./money";

/** What the planner is asked, in the experiment's words. */
function inputOf({ project, candidates, limits, run, today }: AdviceRequest): AdviceInput {
  const { scenario, demand } = project;
  return {
    scenario,
    candidates,
    run,
    lpr,
    limits: { budget: limits.budget ?? Infinity, paybackYears: limits.paybackYears, heads: limits.heads },
    cashLimit: limits.cash,
    sellablePerYear: sellable(demand, today),
  };
}

/** In this thread: where there are no workers, and in tests. */
export function adviseHere(request: AdviceRequest, options: AdviceOptions): Promise<Advice | null> {
  return drive(advise(inputOf(request)), options.simulate, options);
}

/** In a worker of its own, so that the page answers while sets and orders are priced. It ends with the answer or the signal. */
export function adviseInWorker(request: AdviceRequest, options: AdviceOptions): Promise<Advice | null> {
  const worker = new Worker(new URL("./advise.worker.ts", import.meta.url), { type: "module" });
  const post = (message: ToPlanner): void => worker.postMessage(message);
  return new Promise<Advice | null>((resolve, reject) => {
    options.signal.addEventListener("abort", () => resolve(null));
    worker.addEventListener("error", (event) => reject(new Error(event.message)));
    worker.addEventListener("message", ({ data }: MessageEvent<FromPlanner>) => {
      if (options.isCancelled()) return resolve(null);
      if (data.say === "step") options.onStep(data.known);
      else if (data.say === "advice") resolve(data.advice);
      else if (data.say === "failed") reject(new Error(data.message));
      else
        options
          .simulate(data.line, data.run, data.first, data.count)
          .then((results) => post({ say: "simulated", ask: data.ask, results }), reject);
    });
    post({ say: "start", input: inputOf(request) });
  }).finally(() => worker.terminate());
}
