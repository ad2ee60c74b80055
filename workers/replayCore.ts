import type { ReplayWorker } from "./contract";
import { KeptRun } from "./replay";

/** What the worker of the watched runs does, without any messaging: the same functions in the browser and in tests. */
export function createReplayCore(): ReplayWorker {
  const runs = new Map<string, KeptRun>();
  const run = (key: string): KeptRun => {
    const kept = runs.get(key);
    if (kept === undefined) throw new Error(`run ${key} is not open`);
    return kept;
  };
  return {
    open: (key, request) => {
      const kept = new KeptRun(request);
      runs.set(key, kept);
      return kept.opened;
    },
    window: (key, index) => run(key).window(index),
    extend: (key) => run(key).extend(),
    causes: (key, station, from, to) => run(key).causes(station, from, to),
    fingerprint: (key, calendarHours) => run(key).fingerprint(calendarHours),
    close: (key) => void runs.delete(key),
  };
}
