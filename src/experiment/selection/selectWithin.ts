import type { ReplicationResult } from "../../measure";
import type { Batch, Experiment } from "../ask";
import { momentsOf } from "../comparisons";
import { approximatePcs, leaderOf, ocbaAllocation, type Seen } from "./ocba";
import type { SelectBest } from "./selectBest";

export interface SelectWithin extends Pick<SelectBest, "candidates" | "baseline" | "value" | "first"> {
  /** replications of all candidates together, the baseline's not counted */
  budget: number;
  /** replications shared out at a time; default a tenth of the budget, at least one a candidate */
  step?: number;
}

export interface Within {
  best: string;
  /** by candidate, in the order asked for */
  seen: Seen[];
  /** approximate: replications were not spent until it is proven, but until they were spent */
  pcs: number;
  spent: number;
}

/** The best guess a fixed number of replications allows: OCBA shares them out, step by step, where a mistake is likeliest. */
export function* selectWithin(asked: SelectWithin): Experiment<Within | null, Within> {
  const { candidates, baseline, value, budget, first = 10 } = asked;
  const step = asked.step ?? Math.max(candidates.length, Math.floor(budget / 10));
  if (candidates.length === 0) throw new Error("selection needs candidates");
  const values: number[][] = candidates.map(() => []);
  const today: ReplicationResult[] = [];
  let known: Within | null = null;
  let spent = 0;
  let counts = candidates.map(() => Math.max(2, first));
  for (;;) {
    const wanted = candidates.map((_, i) => i).filter((i) => (counts[i] ?? 0) > 0);
    const most = Math.max(...wanted.map((i) => values[i]!.length + counts[i]!));
    const batches: Batch[] = wanted.map((i) => {
      const { line, run } = candidates[i]!;
      return { line, run, first: values[i]!.length, count: counts[i]! };
    });
    const reference = { ...baseline, first: today.length, count: Math.max(0, most - today.length) };
    const [base = [], ...told] = yield { batches: [reference, ...batches], known };
    today.push(...base);
    wanted.forEach((index, i) => {
      for (const result of told[i] ?? []) values[index]!.push(value(index, result, today[values[index]!.length]!));
    });
    spent += batches.reduce((sum, { count }) => sum + count, 0);
    const seen = values.map((column): Seen => {
      const { mean, sd } = momentsOf(column);
      return { mean, variance: sd ** 2, replications: column.length };
    });
    known = { best: candidates[leaderOf(seen)]!.id, seen, pcs: approximatePcs(seen), spent };
    if (spent >= budget) return known;
    counts = ocbaAllocation(seen, Math.min(step, budget - spent));
  }
}
