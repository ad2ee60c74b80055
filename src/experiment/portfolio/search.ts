import type { ReplicationResult } from "../../measure";
import type { Retrofit, Run } from "../../model";
import type { Batch, Step, Told } from "../ask";
import { extended, keyOf } from "./sets";
import { lineOfSet, valued, type Portfolio, type ValueInput } from "./value";

export interface Limits {
  /** yuan, on the likely investment */
  budget: number;
  /** years; null = no limit */
  paybackYears: number | null;
  /** people more than today at most; null = no limit */
  heads: number | null;
}

export interface SearchInput extends ValueInput {
  candidates: readonly Retrofit[];
  limits: Limits;
  run: Run;
  /** replications a set is first looked at with */
  screening: number;
  /** sets of each size that are grown further */
  beam: number;
}

export interface SearchKnown {
  stage: "singles" | "pairs" | "growing";
  size: number;
  looked: number;
  /** sets of this stage still to be simulated */
  waiting: number;
  best: Portfolio | null;
}

export interface SearchAnswer {
  list: Portfolio[];
  baseline: readonly ReplicationResult[];
  /** sets left out because they cost more than the budget */
  tooDear: number;
  /** sets not grown because their upper bound was below the best lower bound, or outside the beam */
  pruned: number;
}

/** Sets simulated between two looks at what is known. */
const chunk = 6;

/**
 * Looks at every candidate alone, at every pair (effects are not additive: two useless steps may be the best pair), and
 * then grows the `beam` sets with the highest upper 95 % bound of NPV by every candidate, size by size, until no set of a
 * size is better than the best of the size before. A set dearer than the budget is not simulated; one whose upper bound
 * lies below the best lower bound is not grown. Common random numbers throughout.
 */
export function* searchSets(input: SearchInput): Generator<Step<SearchKnown>, SearchAnswer, Told> {
  const { scenario, candidates, limits, run, screening } = input;
  const found = new Map<string, Portfolio>();
  const refused = new Set<string>();
  let tooDear = 0;
  let pruned = 0;
  const batch = (line: Batch["line"]): Batch => ({ line, run, first: 0, count: screening });
  const known = (stage: SearchKnown["stage"], size: number, waiting: number): SearchKnown => ({
    stage,
    size,
    looked: found.size,
    waiting,
    best: bestOf([...found.values()], limits),
  });
  const [baseline = []] = yield { batches: [batch(scenario.line)], known: known("singles", 1, candidates.length) };

  function* look(sets: readonly string[][], stage: SearchKnown["stage"], size: number) {
    const affordable = sets.filter((ids) => {
      const isDear = costOf(input, ids) > limits.budget;
      if (isDear) tooDear++;
      return !isDear;
    });
    for (let i = 0; i < affordable.length; i += chunk) {
      const part = affordable.slice(i, i + chunk);
      const lines = part.map((ids) => lineOfSet(scenario, ids));
      const told: Told = yield { batches: lines.map(batch), known: known(stage, size, affordable.length - i) };
      part.forEach((ids, k) => {
        const { portfolio } = valued(input, ids, lines[k]!, baseline, told[k] ?? []);
        found.set(keyOf(ids), portfolio);
      });
    }
  }
  const unseen = (from: readonly (readonly string[])[]): string[][] => {
    const sets = new Map<string, string[]>();
    for (const ids of from)
      for (const candidate of candidates) {
        if (ids.includes(candidate.id)) continue;
        const rough = keyOf([...ids, candidate.id]);
        if (refused.has(rough) || found.has(rough)) continue;
        const set = extended(scenario, ids, candidate.id, candidates);
        if (set === null) refused.add(rough);
        else if (!found.has(keyOf(set))) sets.set(keyOf(set), set);
      }
    return [...sets.values()];
  };

  yield* look(unseen([[]]), "singles", 1);
  const singles = [...found.values()].map((p) => p.ids);
  yield* look(unseen(singles), "pairs", 2);
  let front = [...found.values()].filter((p) => p.ids.length >= 2);
  let best = bestOf([...found.values()], limits)?.npv.mean ?? 0;
  for (let size = 3; size <= candidates.length && front.length > 0; size++) {
    const floor = Math.max(...front.map((p) => p.npv.ci95[0]), -Infinity);
    const growing = front
      .filter((p) => p.npv.ci95[1] >= floor)
      .sort((a, b) => b.npv.ci95[1] - a.npv.ci95[1])
      .slice(0, input.beam);
    pruned += front.length - growing.length;
    const before = new Set(found.keys());
    yield* look(unseen(growing.map((p) => p.ids)), "growing", size);
    front = [...found].filter(([key]) => !before.has(key)).map(([, p]) => p);
    const now = bestOf([...found.values()], limits)?.npv.mean ?? 0;
    if (now <= best) break;
    best = now;
  }
  return { list: [...found.values()], baseline, tooDear, pruned };
}

function costOf({ scenario }: SearchInput, ids: readonly string[]): number {
  const likely = (range: number | { likely: number }): number => (typeof range === "number" ? range : range.likely);
  const overrun = 1 + likely(scenario.economics.investmentOverrun ?? 0);
  return scenario.retrofits
    .filter((r) => ids.includes(r.id))
    .reduce((sum, { cost }) => {
      const all = likely(cost.equipment) + likely(cost.software) + likely(cost.integration) + likely(cost.training);
      return sum + all * overrun;
    }, 0);
}

export const isAllowed = (p: Portfolio, limits: Limits): boolean =>
  p.investment <= limits.budget &&
  (limits.paybackYears === null || p.investment <= 0 || (p.paybackYears ?? Infinity) <= limits.paybackYears) &&
  (limits.heads === null || p.heads <= limits.heads);

/** The allowed set with the highest mean NPV; null when doing nothing is better than all of them. */
export function bestOf(list: readonly Portfolio[], limits: Limits): Portfolio | null {
  let best: Portfolio | null = null;
  for (const p of list) if (isAllowed(p, limits) && p.npv.mean > (best?.npv.mean ?? 0)) best = p;
  return best;
}
