import type { Replayer } from "../../workers/contract";
import { createReplayCore } from "../../workers/replayCore";

/** The worker of the watched runs, in this thread and with promises, going no further than `mostHours`; notes what it was asked. */
export function localReplayer(mostHours = Infinity): Replayer & { asked: string[] } {
  const core = createReplayCore();
  const asked: string[] = [];
  const later = async <T>(what: string, answer: () => T): Promise<T> => {
    asked.push(what);
    await new Promise((resolve) => setTimeout(resolve));
    return answer();
  };
  return {
    asked,
    open: (key, request) =>
      later("open", () => core.open(key, { ...request, calendarHours: Math.min(mostHours, request.calendarHours) })),
    window: (key, index) => later(`window ${index}`, () => core.window(key, index)),
    extend: (key) => later("extend", () => core.extend(key)),
    causes: (...of) => later("causes", () => core.causes(...of)),
    fingerprint: (key, hours) => later("fingerprint", () => core.fingerprint(key, hours)),
    close: (key) => later("close", () => core.close(key)),
    dispose: () => undefined,
  };
}
