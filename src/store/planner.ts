import type { StoreApi } from "zustand/vanilla";
import type { Advice, AdviceKnown, Portfolio, SimulateBatch } from "../experiment";
import type { Line, Retrofit, Run, Scenario } from "../model";
import { candidatesOf, firstLimits, type PlannerLimits } from "./plannerLimits";
import type { AppState, Demand, Evaluated, Project, StoreDeps } from "./state";
export type { Advice, AdviceKnown, FrontGoal, OrderAnswer, Portfolio, RoadMap, SimulateBatch } from "../experiment";

/** What an answer belongs to: another object in any of these makes it stale. Names, places and plans do not matter. */
export interface PlannerBasis {
  line: Line;
  retrofits: readonly Retrofit[];
  economics: Scenario["economics"];
  run: Run;
  demand: Demand;
  limits: PlannerLimits;
}

export interface PlannerState {
  limits: PlannerLimits;
  status: "idle" | "running" | "stopped" | "done" | "failed";
  message: string | null;
  /** how far it is, or was when it was stopped */
  known: AdviceKnown | null;
  /** sets looked at so far */
  looked: number;
  advice: Advice | null;
  basis: PlannerBasis | null;
}

export interface AdviceRequest {
  project: Project;
  candidates: Retrofit[];
  limits: PlannerLimits;
  run: Run;
  /** today's line as evaluated: what is sold today */
  today: Evaluated;
}

export interface AdviceOptions {
  simulate: SimulateBatch;
  isCancelled: () => boolean;
  onStep: (known: AdviceKnown) => void;
  signal: AbortSignal;
}

/** Looks for the best set of retrofits and the order of its steps; null when cancelled. */
export type Advise = (request: AdviceRequest, options: AdviceOptions) => Promise<Advice | null>;

export interface PlannerActions {
  setPlannerLimits(change: Partial<PlannerLimits>): void;
  findBest(): void;
  stopFinding(): void;
}

export function freshPlanner(scenario: Scenario): PlannerState {
  return {
    limits: firstLimits(scenario),
    status: "idle",
    message: null,
    known: null,
    looked: 0,
    advice: null,
    basis: null,
  };
}

const basisOf = ({ scenario, demand }: Project, limits: PlannerLimits): PlannerBasis => {
  const { line, retrofits, economics, run } = scenario;
  return { line, retrofits, economics, run, demand, limits };
};

/** True when the planner's answer belongs to another line, other prices, another demand or other limits. */
export function isPlannerStale({ planner, history }: Pick<AppState, "planner" | "history">): boolean {
  const { basis } = planner;
  if (basis === null) return false;
  const now = basisOf(history.present, planner.limits);
  const { limits, demand, ...rest } = basis;
  return (
    (Object.keys(rest) as (keyof typeof rest)[]).some((key) => now[key] !== rest[key]) ||
    JSON.stringify(now.demand) !== JSON.stringify(demand) ||
    (Object.keys(limits) as (keyof PlannerLimits)[]).some((key) => now.limits[key] !== limits[key])
  );
}

/** The best that is known so far: its retrofits, NPV and half of its 95 % interval. */
export function bestSoFar(known: AdviceKnown | null): { ids: string[]; npv: number; half: number } | null {
  if (known === null) return null;
  if (known.part === "selection" && known.selection !== null) {
    const { best, candidates } = known.selection;
    const standing = candidates.find((each) => each.id === best);
    if (standing !== undefined && best !== "") return { ids: best.split("+"), npv: standing.mean, half: standing.half };
  }
  return known.best === null ? null : inShort(known.best);
}

const inShort = ({ ids, npv }: Portfolio): { ids: string[]; npv: number; half: number } => ({
  ids,
  npv: npv.mean,
  half: (npv.ci95[1] - npv.ci95[0]) / 2,
});

/** Search and selection look at many lines: shorter runs, more of them (as the command line does). */
const shortRun = (run: Run): Run => ({
  ...run,
  hours: Math.min(run.hours, 350),
  warmUpHours: Math.min(run.warmUpHours, 50),
});

type Access = Pick<StoreApi<AppState>, "setState" | "getState">;

/** The planner's part of the store: one search at a time, stopped between two steps, kept as far as it came. */
export function plannerPart(
  deps: StoreDeps,
  { setState, getState }: Access,
): { actions: PlannerActions; reset: (scenario: Scenario) => void; end: () => void } {
  let finding: AbortController | null = null;
  const put = (change: Partial<PlannerState>): void => setState({ planner: { ...getState().planner, ...change } });
  const end = (): void => {
    finding?.abort();
    finding = null;
  };

  const findBest = (): void => {
    const today = getState().shown?.baseline;
    if (today === undefined) return;
    end();
    const own = new AbortController();
    finding = own;
    const { history, planner } = getState();
    const project = history.present;
    const { scenario } = project;
    const { limits } = planner;
    const start = { advice: null, known: null, looked: 0, message: null, basis: basisOf(project, limits) };
    put({ ...start, status: "running" });
    deps
      .advise(
        { project, candidates: candidatesOf(scenario), limits, run: shortRun(scenario.run), today },
        {
          signal: own.signal,
          simulate: (line, run, first, count) => deps.pool.simulate(line, run, { first, count, signal: own.signal }),
          isCancelled: () => own.signal.aborted,
          onStep: (known) => {
            if (own.signal.aborted) return;
            put(known.part === "search" ? { known, looked: known.looked } : { known });
          },
        },
      )
      .then(
        (advice) => {
          if (finding !== own || own.signal.aborted || advice === null) return;
          finding = null;
          put({ status: "done", advice, looked: advice.list.length });
        },
        (error: unknown) => {
          if (finding !== own || own.signal.aborted) return;
          finding = null;
          put({ status: "failed", message: error instanceof Error ? error.message : String(error) });
        },
      );
  };

  return {
    actions: {
      setPlannerLimits: (change) => put({ limits: { ...getState().planner.limits, ...change } }),
      findBest,
      stopFinding: () => {
        if (getState().planner.status !== "running") return;
        end();
        put({ status: "stopped" });
      },
    },
    reset: (scenario) => {
      end();
      setState({ planner: freshPlanner(scenario) });
    },
    end,
  };
}
