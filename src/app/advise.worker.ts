import "./jitless";
import { advise, drive } from "../experiment";
import type { ReplicationResult } from "../measure";
import type { FromPlanner, ToPlanner } from "./adviseMessages";

// Pricing thousands of sets and orders takes seconds: not in the page's own thread.
const post = (message: FromPlanner): void => self.postMessage(message);
const waiting = new Map<number, (results: ReplicationResult[]) => void>();
let asked = 0;

self.addEventListener("message", ({ data }: MessageEvent<ToPlanner>) => {
  if (data.say === "simulated") {
    waiting.get(data.ask)?.(data.results);
    waiting.delete(data.ask);
    return;
  }
  drive(
    advise(data.input),
    (line, run, first, count) =>
      new Promise((resolve) => {
        const ask = asked++;
        waiting.set(ask, resolve);
        post({ say: "simulate", ask, line, run, first, count });
      }),
    { onStep: (known) => post({ say: "step", known }) },
  ).then(
    (advice) => post({ say: "advice", advice }),
    (error: unknown) => post({ say: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});
