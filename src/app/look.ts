import { cheapFirst, drive, type CheapFirstInput } from "../experiment";
import type { Look, LookInput } from "../store";
import { lpr } from "./library";
import type { FromLook, ToLook } from "./lookMessages";

const inputOf = (input: LookInput): CheapFirstInput => ({ ...input, lpr });

/** In this thread: where there are no workers, and in tests. */
export const lookHere: Look = (input, { simulate, onStep, signal }) =>
  drive(cheapFirst(inputOf(input)), simulate, { onStep, isCancelled: () => signal.aborted });

/** In a worker of its own, so that the page answers meanwhile. It ends with the answer or the signal. */
export const lookInWorker: Look = (input, { simulate, onStep, signal }) => {
  const worker = new Worker(new URL("./look.worker.ts", import.meta.url), { type: "module" });
  const post = (message: ToLook): void => worker.postMessage(message);
  return new Promise<Awaited<ReturnType<Look>>>((resolve, reject) => {
    signal.addEventListener("abort", () => resolve(null));
    worker.addEventListener("error", (event) => reject(new Error(event.message)));
    worker.addEventListener("message", ({ data }: MessageEvent<FromLook>) => {
      if (signal.aborted) return resolve(null);
      if (data.say === "step") onStep(data.known);
      else if (data.say === "found") resolve(data.answer);
      else if (data.say === "failed") reject(new Error(data.message));
      else
        simulate(data.line, data.run, data.first, data.count).then(
          (results) => post({ say: "simulated", ask: data.ask, results }),
          reject,
        );
    });
    post({ say: "start", input: inputOf(input) });
  }).finally(() => worker.terminate());
};
