import type {
  CheapFirstAnswer,
  CheapFirstKnown,
  DoubtAnswer,
  DoubtKnown,
  FullAdvice,
  FullKnown,
  Precision,
  ReliefAnswer,
  ReliefGain,
  ReliefKnown,
  SimulateBatch,
  StaffingAnswer,
  StaffingKnown,
  WarmUpProposal,
  Wish,
} from "../experiment";
import type { LineKpi, PeriodBottlenecks } from "../measure";
export type { Standing } from "../experiment";
import type { Line, Plan, Run, Scenario } from "../model";
import type { Trace } from "../trace";
import type { SimulationPool } from "../../workers/contract";
import type { PlannerLimits } from "./plannerLimits";

/** Long questions: what each is asked (plain data), what it tells on the way, and its answer. */
export interface Studies {
  advice: {
    input: { scenario: Scenario; limits: PlannerLimits; run: Run; sellablePerYear: number | null };
    known: FullKnown;
    answer: FullAdvice;
  };
  bottleneck: {
    input: { line: Line; run: Run; fromHours: number; traces: Trace[] };
    known: { period: PeriodBottlenecks; relief: ReliefKnown; best: ReliefGain[] };
    /** `best`: of each place its best relief only */
    answer: { period: PeriodBottlenecks; relief: ReliefAnswer; best: ReliefGain[] };
  };
  doubt: {
    input: { scenario: Scenario; plan: Plan; sellablePerYear: number | null };
    known: DoubtKnown;
    answer: DoubtAnswer | null;
  };
  staffing: { input: { line: Line; run: Run; share: number }; known: StaffingKnown; answer: StaffingAnswer };
  precision: {
    input: { lines: Line[]; run: Run; kpi: LineKpi; halfWidth: Wish; first: number; cap: number };
    known: Precision | null;
    answer: Precision;
  };
  warmUp: { input: { line: Line; run: Run }; known: WarmUpProposal | null; answer: WarmUpProposal };
  /** the short search of the owner's way in */
  firstStep: {
    input: { scenario: Scenario; budget: number; run: Run; sellablePerYear: number | null };
    known: CheapFirstKnown;
    answer: CheapFirstAnswer;
  };
}
export type StudyKind = keyof Studies;

export interface StudyOptions<Known> {
  simulate: SimulateBatch;
  onStep: (known: Known) => void;
  signal: AbortSignal;
}

/** Answers a long question away from the page's thread; null when cancelled. */
export type Study = <K extends StudyKind>(
  kind: K,
  input: Studies[K]["input"],
  options: StudyOptions<Studies[K]["known"]>,
) => Promise<Studies[K]["answer"] | null>;

export interface StudyState<K extends StudyKind, Basis> {
  status: "idle" | "running" | "stopped" | "done" | "failed";
  message: string | null;
  /** how far it is, or was when it was stopped */
  known: Studies[K]["known"] | null;
  /** replications of the step under way */
  runs: { done: number; asked: number };
  answer: Studies[K]["answer"] | null;
  /** what the answer belongs to */
  basis: Basis | null;
}

export const freshStudy = {
  status: "idle",
  message: null,
  known: null,
  runs: { done: 0, asked: 0 },
  answer: null,
  basis: null,
} as const;

/** Often enough to be seen moving, seldom enough to cost nothing. */
const reportEvery = 100;

/**
 * Simulations of a study, a few at a time: whatever else is asked of the pool meanwhile (another plan, a replay) comes
 * between two of them, not behind hundreds.
 */
export function inTurn(simulate: SimulateBatch, atOnce: number): SimulateBatch {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (...asked) => {
    if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
    running++;
    try {
      return await simulate(...asked);
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}

export interface StudyRunner<K extends StudyKind> {
  start(basis: unknown, input: (signal: AbortSignal) => Studies[K]["input"] | Promise<Studies[K]["input"]>): void;
  /** keeps what is known */
  stop(): void;
  /** for good: the line is another one */
  end(): void;
}

interface RunnerDeps<K extends StudyKind> {
  study: Study;
  pool: SimulationPool;
  get: () => Pick<StudyState<K, unknown>, "status">;
  put: (change: Partial<StudyState<K, never>>) => void;
  /** instead of the pool's, for a study that shares its runs with the screen */
  simulate?: (signal: AbortSignal) => SimulateBatch;
  onEnd?: () => void;
}

/** One study of a kind at a time: started, told of, stopped between two steps, kept as far as it came. */
export function studyRunner<K extends StudyKind>(kind: K, deps: RunnerDeps<K>): StudyRunner<K> {
  let own: AbortController | null = null;
  const end = (): void => {
    own?.abort();
    own = null;
  };
  return {
    start: (basis, input) => {
      end();
      const mine = new AbortController();
      own = mine;
      const { signal } = mine;
      const isMine = (): boolean => own === mine && !signal.aborted;
      const runs = { done: 0, asked: 0 };
      let reported = -Infinity;
      const report = (): void => {
        const now = performance.now();
        if (!isMine() || (runs.done < runs.asked && now - reported < reportEvery)) return;
        reported = now;
        deps.put({ runs: { ...runs } });
      };
      const simulate = deps.simulate?.(signal) ?? fromPool(deps.pool, signal);
      const gated = inTurn(simulate, 2 * deps.pool.size);
      const counted: SimulateBatch = async (line, run, first, count) => {
        runs.asked += count;
        const results = await gated(line, run, first, count);
        runs.done += count;
        report();
        return results;
      };
      deps.put({ ...freshStudy, status: "running", basis: basis as never });
      Promise.resolve()
        .then(() => input(signal))
        .then((asked) =>
          deps.study(kind, asked, {
            signal,
            simulate: counted,
            onStep: (known) => {
              if (!isMine()) return;
              runs.done = 0;
              runs.asked = 0;
              deps.put({ known, runs: { ...runs } });
            },
          }),
        )
        .then(
          (answer) => {
            if (!isMine()) return;
            own = null;
            deps.put({ status: "done", answer });
            deps.onEnd?.();
          },
          (error: unknown) => {
            if (!isMine()) return;
            own = null;
            deps.put({ status: "failed", message: error instanceof Error ? error.message : String(error) });
          },
        );
    },
    stop: () => {
      if (deps.get().status !== "running") return;
      end();
      deps.put({ status: "stopped" });
      deps.onEnd?.();
    },
    end,
  };
}

const fromPool =
  (pool: SimulationPool, signal: AbortSignal): SimulateBatch =>
  (line, run, first, count) =>
    pool.simulate(line, run, { first, count, signal });

/** What an answer rests on: equal parts, or parts that say the same. */
export function isSameBasis(a: object | null, b: object | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  const [one, other] = [a, b] as Record<string, unknown>[];
  return Object.keys(one!).every(
    (key) => one![key] === other![key] || JSON.stringify(one![key]) === JSON.stringify(other![key]),
  );
}

/** What of a run changes an answer: more replications do not. */
export const physicsOfRun = ({ hours, warmUpHours, seed }: Run): string => `${hours} ${warmUpHours} ${seed}`;
