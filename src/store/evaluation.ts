import type { Line, Run } from "../model";
import type { ReplicationResult } from "../measure";
import type { SimulationPool } from "../../workers/contract";

/** A first answer must come within seconds, so it is a short run; the scenario's own run follows and replaces it. */
const firstLook = { hours: 350, warmUpHours: 50, replications: 10 };
/** While a slider moves the answer must come within a blink: the least replications that have an interval worth reading. */
const glance = { hours: 100, warmUpHours: 50, replications: 4 };
/** Replications a step of the full run: often enough to see the interval shrink, seldom enough to keep the cores busy. */
const stepSize = 5;

export type Stage = "quick" | "full";

/** Replications of one line under one run: a complete set, or the first ones of it. */
export interface Batch {
  run: Run;
  stage: Stage;
  results: ReplicationResult[];
  complete: boolean;
}

export interface EvaluationProgress {
  stage: Stage | "way";
  /** share of all the planned hours of this evaluation that have been simulated */
  share: number;
  replications: number;
  wanted: number;
}

/** The short run with the same seed; null where the scenario's run is no longer than that. */
export const quickRun = (run: Run): Run | null => shorter(run, firstLook);

function shorter(run: Run, { hours, warmUpHours, replications }: typeof firstLook): Run | null {
  const short: Run = {
    ...run,
    hours: Math.min(run.hours, hours),
    warmUpHours: Math.min(run.warmUpHours, warmUpHours),
    replications,
  };
  return load(short) * 2 < load(run) ? short : null;
}

const load = (run: Run): number => run.replications * (run.hours + run.warmUpHours);

/** What is kept of one line: complete sets, and the first replications of a cancelled one. */
export interface BatchCache {
  get(line: Line, run: Run): ReplicationResult[] | undefined;
  set(line: Line, run: Run, results: ReplicationResult[]): void;
}

export interface EvaluateOptions {
  pool: SimulationPool;
  /** [baseline] or [baseline, plan]: same seeds, so that both share luck */
  lines: readonly Line[];
  run: Run;
  cache: BatchCache;
  signal: AbortSignal;
  onProgress: (progress: EvaluationProgress) => void;
  /** a glance before the first look */
  withGlance?: boolean;
  /** called with one batch a line, all of equal length */
  onBatches: (batches: Batch[]) => void;
  /** further runs wanted once the first look is on screen (the way from today to the plan); answered in their order */
  asks?: readonly Ask[] | (() => readonly Ask[]);
  onAnswers?: (answers: ReplicationResult[][]) => void;
}

export interface Ask {
  line: Line;
  run: Run;
}

/**
 * Evaluates the lines progressively: ten short replications of each, shown at once; then what else was asked for; then the
 * scenario's run in steps, shown from ten replications on. What is known already is not simulated again. Rejects with
 * AbortError on abort.
 */
export async function evaluate(options: EvaluateOptions): Promise<void> {
  const { run, cache, lines } = options;
  const knows = (of: Run): boolean => lines.every((line) => (cache.get(line, of)?.length ?? 0) >= of.replications);
  const quick = quickRun(run);
  // what is sharper and known already needs no rougher answer before it
  const looks = knows(run)
    ? []
    : quick !== null && knows(quick)
      ? [quick]
      : [options.withGlance === true ? shorter(run, glance) : null, quick].filter((each) => each !== null);
  const meter = { done: 0, total: lines.length * [...looks, run].reduce((sum, each) => sum + load(each), 0) };
  const ahead = (asks: readonly Ask[]): readonly Ask[] => {
    meter.total += asks.reduce((sum, each) => sum + load(each.run), 0);
    return asks;
  };
  const given = options.asks ?? [];
  const known = typeof given === "function" ? null : ahead(given);
  for (const look of looks) await evaluateRun(options, look, "quick", look.replications, meter);
  const asks = known ?? (typeof given === "function" ? ahead(given()) : given);
  if (asks.length > 0) options.onAnswers?.(await answer(options, asks, meter));
  await evaluateRun(options, run, "full", stepSize, meter);
}

/** One set of replications an ask; lines that are physically the same are found in the cache. */
async function answer(
  { pool, cache, signal, onProgress }: EvaluateOptions,
  asks: readonly Ask[],
  meter: { done: number; total: number },
): Promise<ReplicationResult[][]> {
  const answers: ReplicationResult[][] = [];
  for (const { line, run } of asks) {
    const known = cache.get(line, run)?.slice(0, run.replications) ?? [];
    const more =
      known.length >= run.replications
        ? []
        : await pool.simulate(line, run, { first: known.length, count: run.replications - known.length, signal });
    signal.throwIfAborted();
    const all = [...known, ...more];
    if (more.length > 0) cache.set(line, run, all);
    answers.push(all);
    meter.done += load(run);
    onProgress({
      stage: "way",
      share: Math.min(1, meter.done / meter.total),
      replications: answers.length,
      wanted: asks.length,
    });
  }
  return answers;
}

async function evaluateRun(
  options: EvaluateOptions,
  run: Run,
  stage: Stage,
  stepOf: number,
  meter: { done: number; total: number },
): Promise<void> {
  const { pool, lines, cache, signal } = options;
  const hoursEach = run.hours + run.warmUpHours;
  const sets = lines.map((line) => cache.get(line, run)?.slice(0, run.replications) ?? []);
  const least = stage === "quick" ? run.replications : Math.min(firstLook.replications, run.replications);
  const report = (inStep: number): void => {
    const done = meter.done + (sets.reduce((sum, set) => sum + set.length, 0) + inStep) * hoursEach;
    options.onProgress({
      stage,
      share: meter.total === 0 ? 1 : Math.min(1, done / meter.total),
      replications: Math.min(...sets.map((set) => set.length)),
      wanted: run.replications,
    });
  };
  const publish = (): void => {
    const common = Math.min(...sets.map((set) => set.length));
    if (common < least) return;
    const complete = common >= run.replications;
    options.onBatches(sets.map((set) => ({ run, stage, results: set.slice(0, common), complete })));
  };
  report(0);
  if (sets.every((set) => set.length >= least)) publish();
  const known = Math.min(...sets.map((set) => set.length));
  for (
    let upTo = Math.min(Math.max(stepOf, known), run.replications);
    ;
    upTo = Math.min(upTo + stepOf, run.replications)
  ) {
    const inStep = lines.map(() => 0);
    const tellProgress = (): void => report(inStep.reduce((a, b) => a + b, 0));
    // both lines at once: with an odd number of replications no core waits for the other line
    await Promise.all(
      lines.map(async (line, index) => {
        const set = sets[index] ?? [];
        if (set.length >= upTo) return;
        const more = await pool.simulate(line, run, {
          first: set.length,
          count: upTo - set.length,
          signal,
          onProgress: (done) => {
            inStep[index] = done;
            tellProgress();
          },
        });
        signal.throwIfAborted();
        inStep[index] = 0;
        sets[index] = [...set, ...more];
        cache.set(line, run, sets[index]);
        tellProgress();
      }),
    );
    if (stage === "full" || upTo >= run.replications) publish();
    if (upTo >= run.replications) break;
  }
  meter.done += lines.length * load(run);
}
