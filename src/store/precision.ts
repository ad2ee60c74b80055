import type { StoreApi } from "zustand/vanilla";
import type { SimulateBatch } from "../experiment";
import type { Line, Run } from "../model";
import { plannedLine } from "./plans";
import type { AppState, StoreDeps } from "./state";
import { freshStudy, physicsOfRun, studyRunner, type StudyState } from "./study";

interface PrecisionBasis {
  baseline: string;
  plan: string | null;
  /** half of the interval that is wished, as a share of today's output */
  wish: number;
}
interface WarmUpBasis {
  baseline: string;
  run: string;
}

/** "Go on until it is known this well", and the warm-up the line itself proposes. */
export interface PrecisionState extends StudyState<"precision", PrecisionBasis> {
  wish: number;
  warmUp: StudyState<"warmUp", WarmUpBasis>;
}

export interface PrecisionActions {
  setWish(wish: number): void;
  goOn(): void;
  stopGoingOn(): void;
  checkWarmUp(): void;
  stopWarmUp(): void;
}

export const freshPrecision: PrecisionState = { ...freshStudy, wish: 0.005, warmUp: freshStudy };

/** Replications of one line at most: at the usual length of a run a quarter of an hour on two cores. */
export const mostReplications = 400;

type Put = (change: Partial<PrecisionState>) => void;

/** True when what the stop says belongs to another pair of lines, or another wish. */
export function isPrecisionStale({ studies, wanted }: Pick<AppState, "studies" | "wanted">): boolean {
  const { basis, wish } = studies.precision;
  return basis !== null && (basis.baseline !== wanted.baseline || basis.plan !== wanted.plan || basis.wish !== wish);
}

/** True when the proposed warm-up belongs to another line or run. */
export function isWarmUpStale({ studies, wanted, history }: Pick<AppState, "studies" | "wanted" | "history">): boolean {
  const { basis } = studies.precision.warmUp;
  const { run } = history.present.scenario;
  return basis !== null && (basis.baseline !== wanted.baseline || basis.run !== physicsOfRun(run));
}

/** Goes on with the replications on screen until the interval is as narrow as wished; the screen then shows them all. */
export function precisionPart(
  deps: StoreDeps,
  { getState }: Pick<StoreApi<AppState>, "setState" | "getState">,
  put: Put,
  shared: (signal: AbortSignal) => SimulateBatch,
): { actions: PrecisionActions; end: () => void } {
  const get = (): PrecisionState => getState().studies.precision;
  const run = (): Run => getState().history.present.scenario.run;

  /** What was simulated belongs to the figures: the scenario's run gets as many replications as there are now. */
  const adopt = (): void => {
    const { answer, known } = get();
    const replications = (answer ?? known)?.replications ?? 0;
    if (isPrecisionStale(getState()) || replications <= run().replications) return;
    getState().actions.edit((project) => ({
      ...project,
      scenario: { ...project.scenario, run: { ...project.scenario.run, replications } },
    }));
  };
  const going = studyRunner("precision", { ...deps, get, put, simulate: shared, onEnd: adopt });
  const warming = studyRunner("warmUp", {
    ...deps,
    get: () => get().warmUp,
    put: (change) => put({ warmUp: { ...get().warmUp, ...change } }),
  });

  const linesNow = (): Line[] => {
    const { history, choice } = getState();
    const { scenario } = history.present;
    const planned = choice.length === 0 ? null : plannedLine(scenario, choice);
    return planned?.ok === true ? [scenario.line, planned.line] : [scenario.line];
  };

  return {
    actions: {
      setWish: (wish) => put({ wish }),
      goOn: () => {
        const { wanted } = getState();
        const { wish } = get();
        going.start({ ...wanted, wish }, () => ({
          lines: linesNow(),
          run: run(),
          kpi: "goodPerYear",
          halfWidth: { relative: wish },
          // nothing that is known is looked at again in smaller pieces
          first: Math.max(10, run().replications),
          cap: Math.max(mostReplications, run().replications),
        }));
      },
      stopGoingOn: going.stop,
      checkWarmUp: () => {
        const { wanted, history } = getState();
        const { line } = history.present.scenario;
        warming.start({ baseline: wanted.baseline, run: physicsOfRun(run()) }, () => ({ line, run: run() }));
      },
      stopWarmUp: warming.stop,
    },
    end: () => {
      going.end();
      warming.end();
    },
  };
}
