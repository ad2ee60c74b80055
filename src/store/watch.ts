import type { Line, Run } from "../model";
import { nudge } from "./clock";
import { createReplay, type Replay } from "./replay";
import type { WatchedRun } from "./watchedRun";
import type { AppState, StoreDeps, WatchState } from "./state";

/** Calendar hours of a watched run: a year. */
export const watchedHours = 8760;

/** What is to be watched now. */
interface ToWatch {
  baseline: Line;
  plan: Line | null;
  run: Run;
  keys: AppState["wanted"];
}

interface Store {
  setState(change: Partial<AppState>): void;
  getState(): AppState;
}

/** A plan's run is kept under a name of its own: it may be the same line physically. */
const planSuffix = " plan";

/** Key of the plan that is watched; null = none is. */
export function watchedPlanKey({ plan }: WatchState): string | null {
  return plan?.key.slice(0, -planSuffix.length) ?? null;
}

/**
 * The watched runs: replication 0 of the line and of the plan, with the same streams, so that both meet the same luck. The
 * clock is held back where a moment is not there yet, and everybody looks again when it is.
 */
export function watchPart(
  deps: StoreDeps,
  { setState, getState }: Store,
  toWatch: () => ToWatch,
): { start(isNewLine: boolean): Promise<void>; replay: Replay; end(): void } {
  const { clock } = deps;
  const replay = createReplay(deps.replayer, {
    isBusy: () => getState().evaluation.status === "running",
    direction: () => clock.direction,
  });
  clock.isReady = replay.isReady;
  replay.onChange((isWindow) => isWindow && nudge(clock));
  let watching: AbortController | null = null;

  const start = async (isNewLine: boolean): Promise<void> => {
    watching?.abort();
    const own = new AbortController();
    watching = own;
    const { watch } = getState();
    const wanted = toWatch();
    const { keys } = wanted;
    const kept = watch.baseline?.key === keys.baseline ? watch.baseline : null;
    const keptPlan = keys.plan !== null && watchedPlanKey(watch) === keys.plan ? watch.plan : null;
    const moment = isNewLine ? (deps.firstMoment?.(wanted.baseline) ?? 0) : clock.now;
    const open = async (line: Line, key: string): Promise<WatchedRun> => {
      const request = { line, run: wanted.run, replication: 0, calendarHours: watchedHours };
      const run = await replay.open(key, request, moment);
      own.signal.throwIfAborted();
      return run;
    };
    const tell = (found: WatchState): void => {
      replay.show([found.baseline, found.plan].filter((run) => run !== null));
      setState({ watch: found });
    };
    setState({ watch: { baseline: isNewLine ? kept : (kept ?? watch.baseline), plan: keptPlan, status: "loading" } });
    try {
      const baseline = kept ?? (await open(wanted.baseline, keys.baseline));
      if (isNewLine) deps.onNewLine?.(baseline, moment);
      if (wanted.plan === null || keys.plan === null) return tell({ baseline, plan: null, status: "ready" });
      if (keptPlan === null) tell({ baseline, plan: null, status: "loading" });
      const plan = keptPlan ?? (await open(wanted.plan, `${keys.plan}${planSuffix}`));
      tell({ baseline, plan, status: "ready" });
    } catch {
      if (watching === own && !own.signal.aborted) setState({ watch: { ...getState().watch, status: "failed" } });
    }
  };

  return {
    start,
    replay,
    end() {
      watching?.abort();
      replay.dispose();
    },
  };
}
