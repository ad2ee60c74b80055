import type { Study, StudyKind, Studies, StudyOptions } from "../store";
import { lpr } from "./library";
import type { FromStudy, ToStudy } from "./studyMessages";

/** In a worker of its own, so that the page answers while sets, orders and draws are priced. It ends with the answer or the signal. */
export const studyInWorker: Study = <K extends StudyKind>(
  kind: K,
  input: Studies[K]["input"],
  { simulate, onStep, signal }: StudyOptions<Studies[K]["known"]>,
) => {
  const worker = new Worker(new URL("./study.worker.ts", import.meta.url), { type: "module" });
  const post = (message: ToStudy<K>): void => worker.postMessage(message);
  return new Promise<Studies[K]["answer"] | null>((resolve, reject) => {
    signal.addEventListener("abort", () => resolve(null));
    worker.addEventListener("error", (event) => reject(new Error(event.message)));
    worker.addEventListener("message", ({ data }: MessageEvent<FromStudy<K>>) => {
      if (signal.aborted) return resolve(null);
      if (data.say === "step") onStep(data.known);
      else if (data.say === "answer") resolve(data.answer);
      else if (data.say === "failed") reject(new Error(data.message));
      else
        simulate(data.line, data.run, data.first, data.count).then(
          (results) => post({ say: "simulated", ask: data.ask, results }),
          reject,
        );
    });
    post({ say: "start", of: { kind, input, lpr } });
  }).finally(() => worker.terminate());
};
