import type { Retrofit, Run } from "../../model";
import type { Experiment } from "../ask";
import { selectBest, type Selection } from "../selection/selectBest";
import { fronts, type FrontGoal } from "./front";
import { bestOrder, mostSteps, type OrderAnswer } from "./order";
import { bestOf, isAllowed, searchSets, type Limits, type SearchKnown } from "./search";
import { keyOf } from "./sets";
import { lineOfSet, valued, type Portfolio, type ValueInput } from "./value";

export interface AdviceInput extends ValueInput {
  candidates: readonly Retrofit[];
  limits: Limits;
  /** yuan that may be out at once while the steps are put in order; null = no limit */
  cashLimit: number | null;
  run: Run;
  /** indifference: a difference in NPV below this share of the best is not worth finding */
  deltaShare?: number;
  /** probability of correct selection to be guaranteed */
  pcs?: number;
  /** replications: first look at a set, most of one set in the selection, of a state in the order */
  screening?: number;
  cap?: number;
  ordering?: number;
  beam?: number;
  /** sets that enter the selection at most */
  retained?: number;
}

export type AdviceKnown =
  | ({ part: "search" } & SearchKnown)
  | { part: "selection"; selection: Selection | null; best: Portfolio | null }
  | { part: "order"; best: Portfolio | null; waiting: number };

export interface Advice {
  /** null: doing nothing is better than every set that is allowed */
  best: Portfolio | null;
  /** the sets that entered the selection, best first */
  retained: Portfolio[];
  selection: Selection | null;
  order: OrderAnswer | null;
  fronts: Record<FrontGoal, Portfolio[]>;
  /** every set looked at, best first */
  list: Portfolio[];
  /** sets beyond the budget, and sets not grown further (the rule is in `searchSets`) */
  tooDear: number;
  pruned: number;
}

/** Fewer replications than this say nothing about a procedure's variance. */
const firstLook = 10;

/**
 * The best set of retrofits under the limits, and the order of its steps: a search that looks at all single steps and
 * pairs and grows the most promising sets, a ranking and selection among the best of them with a stated probability of
 * correct selection (KN++ with common random numbers), and the sequence with the highest NPV within the cash limit.
 */
export function* advise(input: AdviceInput): Experiment<AdviceKnown, Advice> {
  const { scenario, limits, run } = input;
  const { deltaShare = 0.02, pcs = 0.95, screening = 4, beam = 4, cap = 80, retained: most = 6, ordering = 8 } = input;
  const search = searchSets({ ...input, screening, beam });
  let step = search.next([]);
  while (step.done !== true) {
    const told = yield { batches: step.value.batches, known: { part: "search", ...step.value.known } };
    step = search.next(told);
  }
  const { list: found, tooDear, pruned } = step.value;
  const list = found.sort((a, b) => b.npv.mean - a.npv.mean);
  const allowed = list.filter((p) => isAllowed(p, limits) && p.npv.ci95[1] > 0);
  const leader = bestOf(list, limits);
  const answer: Advice = {
    best: leader,
    retained: [],
    selection: null,
    order: null,
    fronts: fronts(list.filter((p) => isAllowed(p, limits))),
    list,
    tooDear,
    pruned,
  };
  if (leader === null) return answer;

  // doing nothing always stands among those compared: it is worth exactly 0
  const rivals = allowed.filter((p) => p.npv.ci95[1] >= leader.npv.ci95[0]).slice(0, most);
  const sets: string[][] = [[], ...rivals.map((p) => p.ids)];
  const lines = sets.map((ids) => lineOfSet(scenario, ids));
  const selecting = selectBest({
    candidates: sets.map((ids, i) => ({ id: keyOf(ids), line: lines[i]!, run })),
    baseline: { line: scenario.line, run },
    value: (i, result, today) =>
      sets[i]!.length === 0 ? 0 : valued(input, sets[i]!, lines[i]!, [today], [result]).value.npv[0]!,
    delta: Math.max(1, deltaShare * Math.abs(leader.npv.mean)),
    pcs,
    first: firstLook,
    cap,
  });
  let choice = selecting.next([]);
  while (choice.done !== true) {
    const told = yield {
      batches: choice.value.batches,
      known: { part: "selection", selection: choice.value.known, best: leader },
    };
    choice = selecting.next(told);
  }
  const selection = choice.value;
  answer.selection = selection;
  answer.retained = rivals.map((p) => withStanding(p, selection)).sort((a, b) => b.npv.mean - a.npv.mean);
  answer.best = answer.retained.find((p) => keyOf(p.ids) === selection.best) ?? null;
  if (answer.best === null || answer.best.ids.length > mostSteps) return answer;

  const ordered = bestOrder({
    ...input,
    ids: answer.best.ids,
    replications: ordering,
    lastOrder: Math.min(60, scenario.economics.horizonYears * 12 - 12),
  });
  let sequence = ordered.next([]);
  while (sequence.done !== true) {
    const told = yield {
      batches: sequence.value.batches,
      known: { part: "order", best: answer.best, waiting: sequence.value.known.waiting },
    };
    sequence = ordered.next(told);
  }
  answer.order = sequence.value;
  return answer;
}

/** The NPV of a set as the selection knows it: from more replications than the search had. */
function withStanding(p: Portfolio, selection: Selection): Portfolio {
  const standing = selection.candidates.find((c) => c.id === keyOf(p.ids));
  if (standing === undefined) return p;
  const { mean, half, replications } = standing;
  const sd = replications > 1 ? (half * Math.sqrt(replications)) / 2 : p.npv.sd;
  return { ...p, npv: { mean, ci95: [mean - half, mean + half], sd }, replications };
}
