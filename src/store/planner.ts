import type { StoreApi } from "zustand/vanilla";
import type { Advice, Beginning, FullKnown, Portfolio, Proposal, ReliefAnswer, StepReasons } from "../experiment";
import type { Line, Retrofit, Run, Scenario } from "../model";
import { firstLimits, type PlannerLimits } from "./plannerLimits";
import { sellable } from "./sellable";
import type { AppState, Demand, Project, StoreDeps } from "./state";
import { freshStudy, isSameBasis, physicsOfRun, studyRunner, type StudyState } from "./study";
export type {
  Advice,
  Beginning,
  FrontGoal,
  FullKnown,
  Objection,
  OrderAnswer,
  Portfolio,
  Proposal,
  RoadMap,
  SimulateBatch,
  StepReasons,
} from "../experiment";

/** What an answer belongs to: a difference in any of these makes it stale. Names, places and plans do not matter. */
export interface PlannerBasis {
  line: Line;
  /** without the proposals of the answer itself: opening one changes no question */
  retrofits: readonly Retrofit[];
  economics: Scenario["economics"];
  run: string;
  demand: Demand;
  limits: PlannerLimits;
}

export interface PlannerState extends StudyState<"advice", PlannerBasis> {
  limits: PlannerLimits;
  /** sets looked at so far */
  looked: number;
}

/** What the planner can be shown to have found: the advice first, the reasons against single steps when they are there. */
export interface PlannerAnswer {
  advice: Advice;
  proposals: Proposal[];
  steps: StepReasons[] | null;
  relief: ReliefAnswer | null;
  /** null = not known yet, or no single relief has a proven gain */
  beginning: Beginning | null;
}

export interface PlannerActions {
  setPlannerLimits(change: Partial<PlannerLimits>): void;
  findBest(): void;
  stopFinding(): void;
  /** puts a set on the stage; proposals in it become retrofits of the scenario first */
  openSet(ids: readonly string[]): void;
}

export const freshPlanner = (scenario: Scenario): PlannerState => ({
  ...freshStudy,
  limits: firstLimits(scenario),
  looked: 0,
});

export function plannerAnswer({ answer, known }: Pick<PlannerState, "answer" | "known">): PlannerAnswer | null {
  if (answer !== null) {
    const { proposals, steps, relief, beginning } = answer;
    return { advice: answer, proposals, steps, relief, beginning };
  }
  if (known === null || !("advice" in known)) return null;
  return { advice: known.advice, proposals: known.proposals, steps: null, relief: null, beginning: null };
}

const proposalsOf = ({ answer, known }: Pick<PlannerState, "answer" | "known">): readonly Proposal[] =>
  answer?.proposals ?? known?.proposals ?? [];

/** The scenario with the planner's proposals behind its own retrofits; those that were opened are in it already. */
export function withPlannerProposals(scenario: Scenario, planner: Pick<PlannerState, "answer" | "known">): Scenario {
  const known = new Set(scenario.retrofits.map(({ id }) => id));
  const more = proposalsOf(planner).flatMap(({ retrofit }) => (known.has(retrofit.id) ? [] : [retrofit]));
  return more.length === 0 ? scenario : { ...scenario, retrofits: [...scenario.retrofits, ...more] };
}

const basisOf = ({ scenario, demand }: Project, planner: PlannerState, isNew: boolean): PlannerBasis => {
  const { line, retrofits, economics, run } = scenario;
  const own = isNew ? [] : proposalsOf(planner).map(({ retrofit }) => retrofit.id);
  // one that was in the file when the question was asked belongs to it
  const asked = new Set(isNew ? [] : planner.basis?.retrofits.map(({ id }) => id));
  const isTheirs = ({ id }: Retrofit): boolean => own.includes(id) && !asked.has(id);
  const kept = retrofits.some(isTheirs) ? retrofits.filter((retrofit) => !isTheirs(retrofit)) : retrofits;
  return { line, retrofits: kept, economics, run: physicsOfRun(run), demand, limits: planner.limits };
};

/** True when the planner's answer belongs to another line, other prices, another demand or other limits. */
export function isPlannerStale({ planner, history }: Pick<AppState, "planner" | "history">): boolean {
  return planner.basis !== null && !isSameBasis(planner.basis, basisOf(history.present, planner, false));
}

/** The best that is known so far: its retrofits, NPV and half of its 95 % interval. */
export function bestSoFar(known: FullKnown | null): { ids: string[]; npv: number; half: number } | null {
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
  const put = (change: Partial<PlannerState>): void => {
    const { planner } = getState();
    const { known } = change;
    const looked = known === null ? 0 : known?.part === "search" ? known.looked : planner.looked;
    setState({ planner: { ...planner, looked, ...change } });
  };
  const runner = studyRunner("advice", { ...deps, get: () => getState().planner, put });

  const findBest = (): void => {
    const { history, planner, shown } = getState();
    if (shown === null) return;
    const { scenario, demand } = history.present;
    const { limits } = planner;
    runner.start(basisOf(history.present, planner, true), () => ({
      scenario,
      limits,
      run: shortRun(scenario.run),
      sellablePerYear: sellable(demand, shown.baseline),
    }));
  };

  return {
    actions: {
      setPlannerLimits: (change) => put({ limits: { ...getState().planner.limits, ...change } }),
      findBest,
      stopFinding: runner.stop,
      openSet: (ids) => {
        const { history, planner, actions } = getState();
        const { scenario } = history.present;
        const whole = withPlannerProposals(scenario, planner);
        // all of them at once: they name each other where they exclude each other
        if (ids.some((id) => !scenario.retrofits.some((retrofit) => retrofit.id === id)))
          actions.edit((project) => ({ ...project, scenario: { ...project.scenario, retrofits: whole.retrofits } }));
        actions.choose(ids);
      },
    },
    reset: (scenario) => {
      runner.end();
      setState({ planner: freshPlanner(scenario) });
    },
    end: runner.end,
  };
}
