import { summarise } from "../../measure";
import { physicsKey, type Run, type Scenario } from "../../model";
import { applyPlan } from "../../retrofit";
import type { Experiment } from "../ask";
import type { Proposal } from "../proposalBase";
import { proposalsFor, withProposals } from "../proposals";
import { gainIfRelieved, type ReliefAnswer } from "../relief";
import { advise, type Advice, type AdviceInput, type AdviceKnown } from "./advise";
import { type Beginning, beginningOf } from "./beginning";
import { stepReasons, type StepReasons } from "./reasons";
import { planOfSet } from "./sets";
import type { Portfolio } from "./value";

export interface FullInput extends Omit<AdviceInput, "candidates"> {
  /** changes without an asset that are tried beside the scenario's own retrofits */
  proposals?: number;
}

/** The proposals by name from the start, and the whole advice as soon as only the reasons are missing. */
export type FullKnown = (
  | AdviceKnown
  | { part: "baseline"; best: Portfolio | null }
  | { part: "relief" | "reasons"; best: Portfolio | null; advice: Advice }
) & { proposals: Proposal[] };

export interface FullAdvice extends Advice {
  /** the scenario with the proposals in it: ids in the answer are its retrofits */
  scenario: Scenario;
  proposals: Proposal[];
  relief: ReliefAnswer;
  /** null = no single relief has a proven gain */
  beginning: Beginning | null;
  steps: StepReasons[];
}

/** Replications of today's line from which proposals are made, and of each single step that is to be judged. */
const baselineReplications = 10;
const judged = 12;

/**
 * The whole advice: proposals that need no asset beside the scenario's retrofits (fixed bundles are made of the others and
 * left out), the best set and its order, what today's line gains most from, and what speaks against each single step.
 */
export function* adviceWithReasons(input: FullInput): Experiment<FullKnown, FullAdvice> {
  const { run, proposals: most = 6 } = input;
  const [today = []] = yield {
    batches: [{ line: input.scenario.line, run, first: 0, count: baselineReplications }],
    known: { part: "baseline", best: null, proposals: [] },
  };
  const proposals = newOnes(input.scenario, proposalsFor(input.scenario, summarise(today), most), run);
  const scenario = withProposals(input.scenario, proposals);
  const candidates = scenario.retrofits.filter((retrofit) => retrofit.kind !== "bundle");
  const advising = advise({ ...input, scenario, candidates });
  let looked = advising.next([]);
  while (looked.done !== true)
    looked = advising.next(yield { batches: looked.value.batches, known: { ...looked.value.known, proposals } });
  const advice = looked.value;
  const known = { best: advice.best, advice, proposals };

  const relieving = gainIfRelieved(scenario.line, run, { most: 12 });
  let step = relieving.next([]);
  while (step.done !== true)
    step = relieving.next(yield { batches: step.value.batches, known: { part: "relief", ...known } });
  const relief = step.value;
  const beginning = beginningOf(scenario, candidates, relief, run);

  const judging = stepReasons({ ...input, scenario, candidates, replications: judged, beginning });
  let reasons = judging.next([]);
  while (reasons.done !== true)
    reasons = judging.next(yield { batches: reasons.value.batches, known: { part: "reasons", ...known } });
  return { ...advice, scenario, proposals, relief, beginning, steps: reasons.value };
}

/** Proposals that make another line than every retrofit of the file makes: the same step under two names is one step. */
export function newOnes(scenario: Scenario, proposals: readonly Proposal[], run: Run): Proposal[] {
  const keyOf = (of: Scenario, id: string): string | null => {
    const applied = applyPlan(of, planOfSet(of, [id]));
    return applied.ok ? physicsKey(applied.line, run) : null;
  };
  const own = new Set(scenario.retrofits.map(({ id }) => keyOf(scenario, id)));
  return proposals.filter((proposal) => !own.has(keyOf(withProposals(scenario, [proposal]), proposal.retrofit.id)));
}
