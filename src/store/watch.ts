import type { Line, Run } from "../model";
import type { SimulationPool } from "../../workers/contract";
import type { AppState, Watched, WatchState } from "./state";

/** Calendar hours of the watched run: three days show every shift and the night between. */
const watchedHours = 72;

interface WatchBoth {
  pool: SimulationPool;
  baseline: Line;
  plan: Line | null;
  run: Run;
  keys: AppState["wanted"];
  kept: Watched | null;
  keptPlan: Watched | null;
  signal: AbortSignal;
}

/**
 * Traces of replication 0 of the line and of the plan: the same streams, so that both meet the same luck. Each is told
 * as soon as it is there.
 */
export async function watchBoth(of: WatchBoth, tell: (state: WatchState) => void): Promise<void> {
  const record = async (line: Line, key: string): Promise<Watched> => ({
    key,
    trace: await of.pool.watch({ line, run: of.run, replication: 0, calendarHours: watchedHours }, of.signal),
  });
  const baseline = of.kept ?? (await record(of.baseline, of.keys.baseline));
  if (of.plan === null || of.keys.plan === null) {
    tell({ baseline, plan: null, status: "ready" });
    return;
  }
  if (of.keptPlan === null) tell({ baseline, plan: null, status: "loading" });
  const plan = of.keptPlan ?? (await record(of.plan, of.keys.plan));
  tell({ baseline, plan, status: "ready" });
}
