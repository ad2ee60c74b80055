import { summarise, type ReplicationResult } from "../../measure";
import type { Retrofit, Run, Scenario } from "../../model";
import type { Batch, Experiment } from "../ask";
import { proposalsFor, withProposals } from "../proposals";
import { bestReliefs, gainIfRelieved, type ReliefGain } from "../relief";
import { beginningOf } from "./beginning";
import { newOnes } from "./adviceWithReasons";
import { stepReasons, type StepReasons } from "./reasons";
import { extended, keyOf } from "./sets";
import { lineOfSet, valued, type Portfolio, type ValueInput } from "./value";

export interface CheapFirstInput extends ValueInput {
  run: Run;
  /** yuan, on the likely investment */
  budget: number;
  /** changes without an asset that are tried beside the scenario's own retrofits */
  proposals?: number;
  /** replications of a step and of a set */
  looks?: number;
}

export interface CheapFirstKnown {
  part: "today" | "relief" | "steps" | "together";
  /** what holds the line back, once it is known */
  reliefs: ReliefGain[] | null;
}

/** A few answers for somebody who wants to know what to do first, not the best of all sets. */
export interface CheapFirstAnswer {
  /** the scenario with the proposals in it: ids in the answer are its retrofits */
  scenario: Scenario;
  /** proven gains of relieving one place, the largest on top */
  reliefs: ReliefGain[];
  /** every single step, the one worth most first */
  steps: StepReasons[];
  /** three at most, cheapest first: without an asset, with one, and two or three steps together */
  options: Portfolio[];
}

const firstLook = 10;
/** Of the single steps, those that are tried together. */
const mostPartners = 4;

/**
 * A short search for a first step: what holds the line back, what each step brings alone, and which few go well together.
 * Unlike `advise` it states no probability of having found the best set: it looks at singles and at sets of two and three
 * that grow from the best single, with common random numbers, and names the best it saw of each sort.
 */
export function* cheapFirst(input: CheapFirstInput): Experiment<CheapFirstKnown, CheapFirstAnswer> {
  const { run, budget, proposals: most = 4, looks = 8 } = input;
  const batch = (line: Batch["line"], count: number): Batch => ({ line, run, first: 0, count });
  const [today = []] = yield {
    batches: [batch(input.scenario.line, firstLook)],
    known: { part: "today", reliefs: null },
  };

  const relieving = gainIfRelieved(input.scenario.line, run, { kinds: ["machine", "server"], first: 4, most: 8 });
  let relieved = relieving.next([]);
  while (relieved.done !== true)
    relieved = relieving.next(yield { batches: relieved.value.batches, known: { part: "relief", reliefs: null } });
  const reliefs = bestReliefs(relieved.value.ranked).filter((gain) => gain.verdict === "gain");

  const proposed = newOnes(input.scenario, proposalsFor(input.scenario, summarise(today), most), run);
  const scenario = withProposals(input.scenario, proposed);
  const candidates = scenario.retrofits.filter((retrofit) => retrofit.kind !== "bundle");
  const beginning = beginningOf(scenario, candidates, relieved.value, run);
  const judging = stepReasons({ ...input, scenario, candidates, replications: looks, beginning });
  let judged = judging.next([]);
  while (judged.done !== true)
    judged = judging.next(yield { batches: judged.value.batches, known: { part: "steps", reliefs } });
  const steps = [...judged.value].sort((a, b) => b.alone.npv.mean - a.alone.npv.mean);

  const affordable = steps.map((step) => step.alone).filter((p) => p.investment <= budget);
  const together = yield* growing({ ...input, scenario }, affordable, candidates, today, function* (lines) {
    return yield { batches: lines.map((line) => batch(line, looks)), known: { part: "together", reliefs } };
  });
  return { scenario, reliefs, steps, options: chosen(scenario, affordable, together) };
}

type Look = (
  lines: readonly Batch["line"][],
) => Generator<
  { batches: Batch[]; known: CheapFirstKnown },
  readonly (readonly ReplicationResult[])[],
  readonly (readonly ReplicationResult[])[]
>;

/** The best set of two or three that grows from the best single step; null where nothing together is better. */
function* growing(
  input: CheapFirstInput,
  singles: readonly Portfolio[],
  candidates: readonly Retrofit[],
  today: readonly ReplicationResult[],
  look: Look,
): Generator<
  { batches: Batch[]; known: CheapFirstKnown },
  Portfolio | null,
  readonly (readonly ReplicationResult[])[]
> {
  const { scenario, budget } = input;
  const [leader] = singles;
  if (leader === undefined || leader.npv.mean <= 0) return null;
  // a step that is worth nothing alone may be the other half of the best pair: those with the highest bound are tried
  const partners = [...singles].sort((a, b) => b.npv.ci95[1] - a.npv.ci95[1]).slice(0, mostPartners + 1);
  let best = leader;
  for (let size = 2; size <= 3; size++) {
    const sets = new Map<string, string[]>();
    for (const { ids } of partners) {
      const set = best.ids.includes(ids[0]!) ? null : extended(scenario, best.ids, ids.at(-1)!, candidates);
      if (set !== null && set.length > best.ids.length) sets.set(keyOf(set), set);
    }
    const tried = [...sets.values()];
    if (tried.length === 0) break;
    const lines = tried.map((ids) => lineOfSet(scenario, ids));
    const told = yield* look(lines);
    const found = tried
      .map((ids, i) => valued(input, ids, lines[i]!, today, told[i] ?? []).portfolio)
      .filter((p) => p.investment <= budget && p.npv.mean > best.npv.mean)
      .sort((a, b) => b.npv.mean - a.npv.mean)[0];
    if (found === undefined) break;
    best = found;
  }
  return best === leader ? null : best;
}

/** One without an asset, one with, one of several steps; where a sort is missing, the next best single stands in. */
function chosen(scenario: Scenario, singles: readonly Portfolio[], together: Portfolio | null): Portfolio[] {
  const isFree = ({ ids }: Portfolio): boolean =>
    ids.every((id) => scenario.retrofits.find((retrofit) => retrofit.id === id)?.kind === "organisation");
  const picked = [singles.find(isFree), singles.find((p) => !isFree(p)), together ?? undefined];
  const options = picked.filter((p) => p !== undefined);
  for (const p of singles) if (options.length < 3 && !options.includes(p)) options.push(p);
  return options.sort((a, b) => a.investment - b.investment || a.ids.length - b.ids.length);
}
