import "./jitless";
import { drive } from "../experiment";
import type { ReplicationResult } from "../measure";
import type { StudyKind } from "../store";
import { experimentOf } from "./studyInputs";
import type { FromStudy, ToStudy } from "./studyMessages";

// Pricing thousands of sets, orders and draws takes seconds: not in the page's own thread.
const post = (message: FromStudy<StudyKind>): void => self.postMessage(message);
const waiting = new Map<number, (results: ReplicationResult[]) => void>();
let asked = 0;

self.addEventListener("message", ({ data }: MessageEvent<ToStudy<StudyKind>>) => {
  if (data.say === "simulated") {
    waiting.get(data.ask)?.(data.results);
    waiting.delete(data.ask);
    return;
  }
  drive(
    experimentOf(data.of),
    (line, run, first, count) =>
      new Promise((resolve) => {
        const ask = asked++;
        waiting.set(ask, resolve);
        post({ say: "simulate", ask, line, run, first, count });
      }),
    { onStep: (known) => post({ say: "step", known }) },
  ).then(
    (answer) => post({ say: "answer", answer }),
    (error: unknown) => post({ say: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});
