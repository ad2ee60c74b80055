import type { StoreApi } from "zustand/vanilla";
import type { SimulateBatch } from "../experiment";
import type { Line, Plan, Retrofit, Run, Scenario } from "../model";
import { watchedWeeks } from "../trace";
import type { BatchCache } from "./evaluation";
import { plannedLine, planOf } from "./plans";
import { freshPrecision, precisionPart, type PrecisionActions, type PrecisionState } from "./precision";
import { sellable } from "./sellable";
import type { AppState, Demand, Project, StoreDeps } from "./state";
import { freshStudy, isSameBasis, physicsOfRun, studyRunner, type StudyKind, type StudyState } from "./study";

/** Today's line, or the line with the plan in view. */
export type Side = "baseline" | "plan";

interface LineBasis {
  side: Side;
  line: Line;
  run: string;
}
export interface BottleneckState extends StudyState<"bottleneck", LineBasis> {
  side: Side;
}
export interface DoubtBasis {
  plan: Plan;
  line: Line;
  retrofits: readonly Retrofit[];
  economics: Scenario["economics"];
  run: string;
  demand: Demand;
}
export type DoubtState = StudyState<"doubt", DoubtBasis>;
export interface StaffingState extends StudyState<"staffing", LineBasis & { share: number }> {
  side: Side;
  /** output that may be lost, as a share of the best */
  share: number;
}

/** Which part of the advice is on screen. */
export type AdviceView = "planner" | "bottleneck" | "doubt" | "staffing";

/** Long questions beside the planner's. */
export interface StudiesState {
  view: AdviceView;
  bottleneck: BottleneckState;
  doubt: DoubtState;
  staffing: StaffingState;
  precision: PrecisionState;
}

export interface StudiesActions extends PrecisionActions {
  showAdvice(view: AdviceView): void;
  setSide(kind: "bottleneck" | "staffing", side: Side): void;
  setStaffingShare(share: number): void;
  start(kind: "bottleneck" | "doubt" | "staffing"): void;
  stop(kind: "bottleneck" | "doubt" | "staffing"): void;
}

export const freshStudies = (view: AdviceView = "planner"): StudiesState => ({
  view,
  bottleneck: { ...freshStudy, side: "baseline" },
  doubt: freshStudy,
  staffing: { ...freshStudy, side: "baseline", share: 0.01 },
  precision: freshPrecision,
});

type Here = Pick<AppState, "history" | "choice" | "studies">;

/** The line of a side; today's where there is no plan, or one that cannot be applied. */
function lineOf({ history, choice }: Here, side: Side): { side: Side; line: Line } {
  const { scenario } = history.present;
  if (side === "plan" && choice.length > 0) {
    const planned = plannedLine(scenario, choice);
    if (planned.ok) return { side, line: planned.line };
  }
  return { side: "baseline", line: scenario.line };
}

const runOf = ({ history }: Here): Run => history.present.scenario.run;
const lineBasis = (state: Here, side: Side): LineBasis => ({
  ...lineOf(state, side),
  run: physicsOfRun(runOf(state)),
});

function doubtBasis({ scenario, demand }: Project, plan: Plan): DoubtBasis {
  const { line, retrofits, economics, run } = scenario;
  const ids = plan.retrofits.map((entry) => (typeof entry === "string" ? entry : entry.id));
  // a retrofit beside the plan changes nothing about it
  const own = retrofits.filter(({ id }) => ids.includes(id));
  return { plan, line, retrofits: own, economics, run: physicsOfRun(run), demand };
}

/** True when an answer, or what is known of one, belongs to something else than what is in view now. */
export function isStudyStale(state: Here, kind: "bottleneck" | "doubt" | "staffing"): boolean {
  const { studies, history, choice } = state;
  if (studies[kind].basis === null) return false;
  if (kind === "doubt") {
    const plan = planOf(history.present.scenario, choice);
    return plan === null || !isSameBasis(studies.doubt.basis, doubtBasis(history.present, plan));
  }
  const now = lineBasis(state, studies[kind].side);
  return !isSameBasis(studies[kind].basis, kind === "staffing" ? { ...now, share: studies.staffing.share } : now);
}

type Access = Pick<StoreApi<AppState>, "setState" | "getState">;

/** The studies' part of the store: each kind runs once at a time and stops by itself or when told. */
export function studiesPart(
  deps: StoreDeps & { cache: BatchCache },
  { setState, getState }: Access,
): { actions: StudiesActions; reset: () => void; end: () => void } {
  const put =
    <K extends keyof StudiesState>(kind: K) =>
    (change: Partial<StudiesState[K]>): void => {
      const { studies } = getState();
      setState({ studies: { ...studies, [kind]: { ...(studies[kind] as object), ...(change as object) } } });
    };
  const runner = <K extends StudyKind & keyof StudiesState>(kind: K) =>
    studyRunner(kind, {
      ...deps,
      get: () => getState().studies[kind] as never,
      put: put(kind) as never,
    });
  const runners = { bottleneck: runner("bottleneck"), doubt: runner("doubt"), staffing: runner("staffing") };
  const precision = precisionPart(deps, { setState, getState }, put("precision"), sharedWith(deps));

  const startBottleneck = (): void => {
    const state = getState();
    const basis = lineBasis(state, state.studies.bottleneck.side);
    const { line } = basis;
    const run = runOf(state);
    const calendarHours = watchedWeeks.fillHours + watchedWeeks.hours;
    runners.bottleneck.start(basis, async (signal) => {
      const watch = (replication: number, hours: number) =>
        deps.pool.watch({ line, run, replication, calendarHours: hours }, signal);
      const traces = await Promise.all(Array.from({ length: watchedWeeks.runs }, (_, r) => watch(r, calendarHours)));
      return { line, run, fromHours: watchedWeeks.fillHours, traces };
    });
  };

  const startDoubt = (): void => {
    const { history, choice, shown } = getState();
    const { scenario, demand } = history.present;
    const plan = planOf(scenario, choice);
    if (plan === null || shown === null) return;
    runners.doubt.start(doubtBasis(history.present, plan), () => ({
      scenario,
      plan,
      sellablePerYear: sellable(demand, shown.baseline),
    }));
  };

  const startStaffing = (): void => {
    const state = getState();
    const { share, side } = state.studies.staffing;
    const basis = lineBasis(state, side);
    runners.staffing.start({ ...basis, share }, () => ({ line: basis.line, run: runOf(state), share }));
  };

  const starts = { bottleneck: startBottleneck, doubt: startDoubt, staffing: startStaffing };
  const end = (): void => {
    for (const each of Object.values(runners)) each.end();
    precision.end();
  };
  return {
    actions: {
      ...precision.actions,
      showAdvice: (view) => setState({ studies: { ...getState().studies, view } }),
      setSide: (kind, side) => put(kind)({ side }),
      setStaffingShare: (share) => put("staffing")({ share }),
      start: (kind) => starts[kind](),
      stop: (kind) => runners[kind].stop(),
    },
    reset: () => {
      end();
      setState({ studies: freshStudies(getState().studies?.view) });
    },
    end,
  };
}

/** Replications that the screen has already, or will have: asked of its cache first, and put into it. */
const sharedWith =
  ({ pool, cache }: StoreDeps & { cache: BatchCache }) =>
  (signal: AbortSignal): SimulateBatch =>
  async (line, run, first, count) => {
    const known = cache.get(line, run) ?? [];
    if (known.length >= first + count) return known.slice(first, first + count);
    const from = known.length;
    const more = await pool.simulate(line, run, { first: from, count: first + count - from, signal });
    const all = [...known, ...more];
    if (all.length > (cache.get(line, run)?.length ?? 0)) cache.set(line, run, all);
    return all.slice(first, first + count);
  };
