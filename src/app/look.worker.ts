import "./jitless";
import { cheapFirst, drive } from "../experiment";
import type { ReplicationResult } from "../measure";
import type { FromLook, ToLook } from "./lookMessages";

// Pricing dozens of steps and sets takes a second or two: not in the page's own thread.
const post = (message: FromLook): void => self.postMessage(message);
const waiting = new Map<number, (results: ReplicationResult[]) => void>();
let asked = 0;

self.addEventListener("message", ({ data }: MessageEvent<ToLook>) => {
  if (data.say === "simulated") {
    waiting.get(data.ask)?.(data.results);
    waiting.delete(data.ask);
    return;
  }
  drive(
    cheapFirst(data.input),
    (line, run, first, count) =>
      new Promise((resolve) => {
        const ask = asked++;
        waiting.set(ask, resolve);
        post({ say: "simulate", ask, line, run, first, count });
      }),
    { onStep: (known) => post({ say: "step", known }) },
  ).then(
    (answer) => post({ say: "found", answer }),
    (error: unknown) => post({ say: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});
