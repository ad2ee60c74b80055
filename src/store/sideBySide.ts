import type { StoreApi } from "zustand/vanilla";
import type { MoneyResult } from "../finance";
import type { Difference } from "../measure";
import { physicsKey, type Line, type Plan, type Retrofit, type Run, type Scenario } from "../model";
import { evaluate, type Batch, type BatchCache } from "./evaluation";
import { listedPlan, plannedLine, retrofitsOf } from "./plans";
import type { AppState, Demand, Evaluated, Project, Shown, StoreDeps } from "./state";

/** Plans that fit beside today's line on one screen. */
export const mostSideBySide = 4;

/** One plan of the comparison: its figures against today's, and its money. */
export interface Column {
  shown: Shown;
  money: MoneyResult | null;
  basis: ColumnBasis;
}

/** What a column's figures belong to; compared by identity first, so that nothing is hashed while nothing has changed. */
interface ColumnBasis {
  line: Line;
  run: Run;
  retrofits: readonly Retrofit[];
  plan: Plan;
  economics: Scenario["economics"];
  demand: Demand;
}

/** What a plan's card on the shelf remembers of the last time it was evaluated. */
export interface Seen {
  output: Difference;
  complete: boolean;
  keys: { baseline: string; plan: string };
}

export interface SideBySideState {
  /** what the compare tab shows: one plan in full, or several beside each other */
  view: "one" | "many";
  /** ids of plans, in the order they were picked */
  picked: readonly string[];
  columns: Readonly<Record<string, Column>>;
  status: "idle" | "running" | "failed";
  /** the plan that is being evaluated */
  now: string | null;
  seen: Readonly<Record<string, Seen>>;
}

export interface SideBySideActions {
  /** puts a plan into the comparison or takes it out */
  pickPlan(planId: string): void;
  showSideBySide(view: SideBySideState["view"]): void;
  compareSideBySide(): void;
  stopSideBySide(): void;
}

export const freshSideBySide: SideBySideState = {
  view: "one",
  picked: [],
  columns: {},
  status: "idle",
  now: null,
  seen: {},
};

/** What has been learned of the listed plan that `shown` is about, beside what was known. */
export function seenWith(
  { history, sideBySide }: Pick<AppState, "history" | "sideBySide">,
  shown: Shown,
): SideBySideState {
  const plan = listedPlan(history.present.scenario, shown.choice);
  const output = shown.differences?.goodPerYear;
  if (plan === null || shown.plan === null || output === undefined) return sideBySide;
  const seen: Seen = {
    output,
    complete: shown.baseline.complete,
    keys: { baseline: shown.baseline.key, plan: shown.plan.key },
  };
  return { ...sideBySide, seen: { ...sideBySide.seen, [plan.id]: seen } };
}

function basisOf({ scenario, demand }: Project, plan: Plan): ColumnBasis {
  const ids = retrofitsOf(plan);
  const { line, run, economics } = scenario;
  return { line, run, economics, plan, demand, retrofits: scenario.retrofits.filter(({ id }) => ids.includes(id)) };
}

/** True when a column was computed for other inputs than those of the project now. A new name alone ages nothing. */
export function isColumnStale(project: Project, planId: string, { basis }: Column): boolean {
  const plan = project.scenario.plans.find(({ id }) => id === planId);
  if (plan === undefined) return true;
  const now = basisOf(project, plan);
  return !(
    now.line === basis.line &&
    now.run === basis.run &&
    now.economics === basis.economics &&
    now.demand === basis.demand &&
    now.plan.financing === basis.plan.financing &&
    now.plan.retrofits === basis.plan.retrofits &&
    now.plan.policies === basis.plan.policies &&
    now.retrofits.length === basis.retrofits.length &&
    now.retrofits.every((retrofit, i) => retrofit === basis.retrofits[i])
  );
}

/** True when what a plan's card remembers was computed for other physics than the scenario's now. */
export function isSeenStale(scenario: Scenario, plan: Plan, { keys }: Seen): boolean {
  if (physicsKey(scenario.line, scenario.run) !== keys.baseline) return true;
  const planned = plannedLine(scenario, retrofitsOf(plan));
  return !planned.ok || physicsKey(planned.line, scenario.run) !== keys.plan;
}

type Access = Pick<StoreApi<AppState>, "setState" | "getState">;
type Deps = StoreDeps & {
  cache: BatchCache;
  evaluated: (line: Line, batch: Batch, wanted: Run) => Evaluated;
};

/** The comparison's part of the store: one plan after the other, with the sets that are known already. */
export function sideBySidePart(
  deps: Deps,
  { setState, getState }: Access,
): { actions: SideBySideActions; reset: () => void; end: () => void } {
  let running: AbortController | null = null;
  const put = (change: Partial<SideBySideState>): void =>
    setState({ sideBySide: { ...getState().sideBySide, ...change } });

  async function column(planId: string, signal: AbortSignal): Promise<void> {
    const project = getState().history.present;
    const { scenario } = project;
    const plan = scenario.plans.find(({ id }) => id === planId);
    if (plan === undefined) return;
    const choice = retrofitsOf(plan);
    const planned = plannedLine(scenario, choice);
    if (!planned.ok) return;
    const { run } = scenario;
    await deps.beforePricing?.();
    signal.throwIfAborted();
    const question = deps.way(scenario, plan);
    let way: Shown["way"] = null;
    const publish = (shown: Shown): void => {
      if (shown.plan === null) return;
      const { baseline } = shown;
      const request = { project, choice, chosen: planned.chosen, baseline, plan: shown.plan, way: shown.way };
      const { sideBySide } = getState();
      const columns = {
        ...sideBySide.columns,
        [planId]: { shown, money: deps.money(request), basis: basisOf(project, plan) },
      };
      setState({ sideBySide: { ...seenWith(getState(), shown), columns } });
    };
    let latest: Shown | null = null;
    await evaluate({
      pool: deps.pool,
      lines: [scenario.line, planned.line],
      run,
      cache: deps.cache,
      signal,
      onProgress: () => undefined,
      onBatches: ([a, b]) => {
        if (signal.aborted || a === undefined || b === undefined) return;
        latest = {
          choice,
          way,
          baseline: deps.evaluated(scenario.line, a, run),
          plan: deps.evaluated(planned.line, b, run),
          differences: deps.compare(a.results, b.results),
        };
        // the money of every step would cost more than the step; the first look and the end are enough
        if (latest.baseline.complete || latest.baseline.stage === "quick") publish(latest);
      },
      asks: question?.asks ?? [],
      onAnswers: (answers) => {
        if (question === null || signal.aborted) return;
        way = question.answered(answers);
        if (latest !== null) publish({ ...latest, way });
      },
    });
  }

  const stop = (): void => {
    running?.abort();
    running = null;
    if (getState().sideBySide.status === "running") put({ status: "idle", now: null });
  };

  return {
    actions: {
      pickPlan: (planId) => {
        const { picked } = getState().sideBySide;
        if (picked.includes(planId)) put({ picked: picked.filter((id) => id !== planId) });
        else if (picked.length < mostSideBySide) put({ picked: [...picked, planId] });
      },
      showSideBySide: (view) => put({ view }),
      compareSideBySide: () => {
        stop();
        const own = new AbortController();
        running = own;
        put({ status: "running", now: null });
        const all = async (): Promise<void> => {
          for (const planId of getState().sideBySide.picked) {
            const known = getState().sideBySide.columns[planId];
            const isDone = known?.shown.baseline.complete === true && known.shown.way !== null;
            if (isDone && !isColumnStale(getState().history.present, planId, known)) continue;
            put({ now: planId });
            await column(planId, own.signal);
            if (own.signal.aborted) return;
          }
        };
        all().then(
          () => {
            if (running === own) put({ status: "idle", now: null });
          },
          () => {
            if (running === own) put({ status: own.signal.aborted ? "idle" : "failed", now: null });
          },
        );
      },
      stopSideBySide: stop,
    },
    reset: () => {
      stop();
      setState({ sideBySide: freshSideBySide });
    },
    end: stop,
  };
}
