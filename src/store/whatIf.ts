import type { StoreApi } from "zustand/vanilla";
import type { MoneyResult } from "../finance";
import { inputsOf, type Line, type Problem, type Run } from "../model";
import { applyPlan } from "../retrofit";
import { evaluate, type Batch, type BatchCache, type Ask, type EvaluationProgress } from "./evaluation";
import { withAskedDemand, withMoves, type Moves } from "./moves";
import { noPlan, planOf } from "./plans";
import type { AppState, Evaluated, MoneyRequest, Project, Shown, StoreDeps, WayQuestion } from "./state";

/** What is known of values on trial. */
export interface Tried {
  moves: Moves;
  /** `baseline` = today's line, `plan` = the line as it is tried */
  shown: Shown;
  money: MoneyResult | null;
  /** the money still belongs to fewer runs or to other values: it is being reckoned again */
  isMoneyOld: boolean;
}

/** running: a first estimate, then more runs by itself · done: as many runs as the file asks for */
export interface WhatIfState {
  moves: Moves;
  status: "idle" | "running" | "done" | "stopped" | "failed";
  message: string | null;
  progress: EvaluationProgress | null;
  /** why the line cannot be so */
  problems: Problem[];
  tried: Tried | null;
}

export interface WhatIfActions {
  /** a value on trial: nothing of the project changes; what was under way for the values before it ends */
  tryValue(path: string, value: number): void;
  /** back to what the project states: one input, or all */
  tryStated(path?: string): void;
  stopTrying(): void;
  goOnTrying(): void;
  /** the values on trial become the project's, as one step of undo */
  keepTried(): void;
}

export const freshWhatIf: WhatIfState = {
  moves: {},
  status: "idle",
  message: null,
  progress: null,
  problems: [],
  tried: null,
};

type Access = Pick<StoreApi<AppState>, "setState" | "getState">;
type Deps = StoreDeps & {
  cache: BatchCache;
  evaluated: (line: Line, batch: Batch, wanted: Run) => Evaluated;
  /** holds the evaluation on screen while values are tried, which shares the workers; true when it was running */
  pause: () => boolean;
  resume: () => void;
};

/**
 * Values on trial: each move ends what was computed for the one before. First a few short runs, then the evaluation's own
 * ladder with the file's seed, so that the last figures are those the evaluation would give. Nothing is kept until asked.
 */
export function whatIfPart(
  deps: Deps,
  { setState, getState }: Access,
): { actions: WhatIfActions; follow: () => void; reset: () => void; end: () => void } {
  let own: AbortController | null = null;
  let isHeld = false;
  const put = (change: Partial<WhatIfState>): void => setState({ whatIf: { ...getState().whatIf, ...change } });
  const end = (): void => {
    own?.abort();
    own = null;
  };
  const release = (): void => {
    if (!isHeld) return;
    isHeld = false;
    deps.resume();
  };
  const reset = (): void => {
    end();
    isHeld = false;
    if (getState().whatIf !== freshWhatIf) setState({ whatIf: freshWhatIf });
  };

  async function answer(moves: Moves, signal: AbortSignal): Promise<void> {
    // the slider first: it must be seen moving before anything is reckoned
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    const { history, choice } = getState();
    const stated = history.present;
    const project = withMoves(stated, moves);
    const { scenario } = project;
    const plan = planOf(scenario, choice);
    const applied = applyPlan(scenario, plan ?? noPlan);
    if (!applied.ok) return put({ status: "idle", problems: applied.problems, tried: null, progress: null });
    await deps.beforePricing?.();
    signal.throwIfAborted();
    const { run } = scenario;
    const lines = [plan === null ? stated.scenario.line : scenario.line, applied.line] as const;
    // asked for behind the first figures: to lay out a way takes longer than a glance at the line
    let question: WayQuestion | null = null;
    const asks = (): readonly Ask[] => {
      question = plan === null ? null : deps.way(scenario, plan);
      return question?.asks ?? [];
    };
    const priced = pricing(deps, signal, (money, isMoneyOld) => {
      const { tried } = getState().whatIf;
      if (tried !== null) put({ tried: { ...tried, money, isMoneyOld } });
    });
    let way: Shown["way"] = null;
    let shown: Shown | null = null;
    const show = (found: Shown): void => {
      shown = found;
      const { baseline } = found;
      if (found.plan === null) return;
      put({ tried: { moves, shown: found, money: getState().whatIf.tried?.money ?? null, isMoneyOld: true } });
      priced.ask({ project, choice, chosen: applied.chosen, baseline, plan: found.plan, way });
    };
    await evaluate({
      pool: deps.pool,
      lines,
      run,
      cache: deps.cache,
      signal,
      withGlance: true,
      onProgress: (progress) => {
        if (!signal.aborted) put({ progress });
      },
      onBatches: ([a, b]) => {
        if (signal.aborted || a === undefined || b === undefined) return;
        show({
          choice,
          way,
          baseline: deps.evaluated(lines[0], a, run),
          plan: deps.evaluated(lines[1], b, run),
          differences: deps.compare(a.results, b.results),
        });
      },
      asks,
      onAnswers: (answers) => {
        if (signal.aborted || question === null) return;
        way = question.answered(answers);
        if (shown !== null) show({ ...shown, way });
      },
    });
    await priced.settled();
    signal.throwIfAborted();
    put({ status: "done", progress: null });
    release();
  }

  const start = (): void => {
    end();
    const mine = new AbortController();
    own = mine;
    isHeld = deps.pause() || isHeld;
    put({ status: "running", progress: null, problems: [], message: null });
    answer(getState().whatIf.moves, mine.signal).catch((error: unknown) => {
      if (own !== mine || mine.signal.aborted) return;
      put({ status: "failed", message: error instanceof Error ? error.message : String(error) });
      release();
    });
  };

  const move = (moves: Moves): void => {
    if (Object.keys(moves).length === 0) {
      end();
      setState({ whatIf: freshWhatIf });
      return release();
    }
    put({ moves });
    start();
  };

  const statedValue = (project: Project, path: string): unknown =>
    inputsOf(withAskedDemand(project)).find((input) => input.path === path)?.value;

  return {
    actions: {
      tryValue: (path, value) => {
        const { [path]: _before, ...others } = getState().whatIf.moves;
        const isStated = statedValue(getState().history.present, path) === value;
        move(isStated ? others : { ...others, [path]: value });
      },
      tryStated: (path) => {
        const { moves } = getState().whatIf;
        move(path === undefined ? {} : Object.fromEntries(Object.entries(moves).filter(([each]) => each !== path)));
      },
      stopTrying: () => {
        end();
        put({ status: "stopped", progress: null });
        release();
      },
      goOnTrying: start,
      keepTried: () => {
        const { moves } = getState().whatIf;
        const { choice, history } = getState();
        const planId = planOf(history.present.scenario, choice)?.id;
        // what is tried is over before the project changes: its runs are known and are not asked for again
        end();
        isHeld = false;
        setState({ whatIf: freshWhatIf });
        const problems = getState().actions.attempt((project) => withMoves(project, moves), planId);
        if (problems.length > 0) return put({ moves, problems });
        deps.resume();
      },
    },
    // the project under the values on trial is another one
    follow: () => {
      if (Object.keys(getState().whatIf.moves).length > 0) start();
    },
    reset,
    end,
  };
}

/** The newest request is priced, one at a time: while the money of one is reckoned, those between it and the newest are dropped. */
function pricing(
  deps: Pick<StoreDeps, "money" | "moneyApart">,
  signal: AbortSignal,
  tell: (money: MoneyResult | null, isOld: boolean) => void,
): { ask(request: MoneyRequest): void; settled(): Promise<void> } {
  let next: MoneyRequest | null = null;
  let running: Promise<void> | null = null;
  const work = async (): Promise<void> => {
    for (let now = next; now !== null; now = next) {
      next = null;
      const money = deps.moneyApart === undefined ? deps.money(now) : await deps.moneyApart(now);
      if (signal.aborted) return;
      tell(money, next !== null);
    }
  };
  return {
    ask: (request) => {
      next = request;
      running ??= work().finally(() => (running = null));
    },
    settled: async () => {
      while (running !== null) await running;
    },
  };
}
