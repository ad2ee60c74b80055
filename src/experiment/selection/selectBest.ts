import type { ReplicationResult } from "../../measure";
import type { Line, Run } from "../../model";
import type { Batch, Experiment } from "../ask";
import { momentsOf } from "../comparisons";
import { tCritical } from "../student";
import { chancesOf } from "./chances";
import { type Elimination, moreToSelect, pairOf, screen, type Screening } from "./kn";

export interface Candidate {
  id: string;
  line: Line;
  run: Run;
}

/** What one replication of a candidate is worth, more being better, beside the same replication of the baseline. */
export type Value = (index: number, result: ReplicationResult, baseline: ReplicationResult) => number;

export interface SelectBest {
  candidates: readonly Candidate[];
  baseline: { line: Line; run: Run };
  value: Value;
  /** a difference in value this small is not worth finding */
  delta: number;
  /** probability to be guaranteed; default 95 % */
  pcs?: number;
  /** replications of each before the first look; default 10 */
  first?: number;
  /** replications between looks; default 5 */
  batch?: number;
  /** most replications of one candidate; default 200 */
  cap?: number;
}

export interface CandidateStanding {
  id: string;
  mean: number;
  /** half of the 95 % interval of its own mean */
  half: number;
  /** mean of the best now minus its own, over common replications, and half of that difference's 95 % interval */
  behind: number;
  behindHalf: number;
  replications: number;
  /** estimated from what was seen; the guarantee is the procedure's, not this */
  chanceBest: number;
  out: (Omit<Elimination, "index" | "by"> & { by: string }) | null;
}

export interface Selection {
  /** proven: the guarantee holds; cap: the replications ran out first, and it does not */
  state: "running" | "proven" | "cap";
  best: string;
  candidates: CandidateStanding[];
  /** stated: with this probability the best, or within delta of it */
  pcs: number;
  delta: number;
  /** estimated probability that the best now is within delta of the best there is */
  chanceWithinDelta: number;
  /** replications simulated, the baseline's included */
  spent: number;
  /** about how many more replications of each one left would end it */
  more: number;
}

/**
 * The best of several lines by KN++ with common random numbers. Streams how matters stand; ends with one candidate and the
 * stated guarantee, or at the cap and says so.
 */
export function* selectBest(asked: SelectBest): Experiment<Selection | null, Selection> {
  const { candidates, baseline, value, delta, pcs = 0.95, first = 10, batch = 5, cap = 200 } = asked;
  if (candidates.length === 0 || !(delta > 0) || !(pcs > 0.5 && pcs < 1) || first < 3)
    throw new Error("selection needs candidates, delta > 0, 0.5 < pcs < 1 and three replications");
  const screening: Screening = { candidates: candidates.length, delta, pcs };
  const values: number[][] = candidates.map(() => []);
  const out = new Map<number, Elimination>();
  let inPlay = candidates.map((_, i) => i);
  let n = 0;
  let spent = 0;
  let known: Selection | null = null;
  for (;;) {
    const count = Math.min(n === 0 ? first : batch, cap - n);
    const batches: Batch[] = [baseline, ...inPlay.map((i) => candidates[i]!)].map(({ line, run }) => {
      return { line, run, first: n, count };
    });
    const [today = [], ...told] = yield { batches, known };
    inPlay.forEach((index, i) => {
      for (const [r, result] of (told[i] ?? []).entries()) values[index]!.push(value(index, result, today[r]!));
    });
    n += count;
    spent += count * batches.length;
    // one alone is the best there is; the first look shows what it is worth
    const fallen = inPlay.length > 1 ? screen(values, inPlay, n, screening) : [];
    fallen.forEach((each) => out.set(each.index, each));
    inPlay = inPlay.filter((i) => !out.has(i));
    const state = inPlay.length === 1 ? "proven" : n >= cap ? "cap" : "running";
    known = stateOf(asked, screening, values, inPlay, out, n, { state, spent });
    if (state !== "running") return known;
  }
}

function stateOf(
  { candidates }: SelectBest,
  screening: Screening,
  values: readonly (readonly number[])[],
  inPlay: readonly number[],
  out: ReadonlyMap<number, Elimination>,
  n: number,
  { state, spent }: Pick<Selection, "state" | "spent">,
): Selection {
  const moments = values.map((column) => momentsOf(column));
  const best = inPlay.reduce((a, b) => (moments[b]!.mean > moments[a]!.mean ? b : a));
  const chances = chancesOf(values, inPlay, best, screening.delta);
  const halfOf = (variance: number, of: number) =>
    of < 2 ? Infinity : tCritical(0.95, of - 1) * Math.sqrt(variance / of);
  return {
    state,
    spent,
    best: candidates[best]!.id,
    pcs: screening.pcs,
    delta: screening.delta,
    chanceWithinDelta: chances.withinDelta,
    more: inPlay.length > 1 ? moreToSelect(values, inPlay, best, n, screening) : 0,
    candidates: candidates.map(({ id }, i): CandidateStanding => {
      const replications = values[i]!.length;
      const pair = pairOf(values[best]!, values[i]!, replications);
      const fell = out.get(i);
      return {
        id,
        mean: moments[i]!.mean,
        half: halfOf(moments[i]!.sd ** 2, replications),
        behind: pair.mean,
        behindHalf: halfOf(pair.variance, replications),
        replications,
        chanceBest: chances.best[i]!,
        out:
          fell === undefined
            ? null
            : {
                by: candidates[fell.by]!.id,
                replications: fell.replications,
                behind: fell.behind,
                isSame: fell.isSame,
              },
      };
    }),
  };
}
