import type { Quantiles } from "../../finance";
import type { Run } from "../../model";
import type { Batch, Experiment, Told } from "../ask";
import { caseOf, runOf, type Case } from "./case";
import { drawsOf, ordered } from "./draw";
import { inputsOf } from "./inputs";
import { pairOf } from "./outcome";
import { summed, type Sampled, type UncertainAnswer } from "./summed";
import type { Draw, Share, UncertainInput, UncertainQuestion } from "./types";

export interface UncertaintyOptions {
  /** draws at first, and in every further step; one step is one Latin hypercube */
  first?: number;
  more?: number;
  /** draws at most */
  most?: number;
  /** half-width of the chances of never paying back and of a loss at which it stops */
  within?: number;
  /** of so many draws one is run a second time, to tell luck from not knowing */
  secondOf?: number;
}

/** What is known so far, to be shown while it runs. */
export interface UncertaintyKnown {
  draws: number;
  most: number;
  npv: Quantiles | null;
  never: Share | null;
  loss: Share | null;
}

/** A second replication under the same draw has a number no first one has. */
const secondRuns = 500_000;

/**
 * What not knowing does to a plan: draws over all uncertain inputs, each run once on both lines with the same chance and
 * every third one twice, priced, until the chance of never paying back and of a loss are known well enough (Wilson's
 * interval: no narrower than the draws allow) or `most` are made. Draw k runs replication k: chance and draws are
 * independent, both lines share both. Null: the plan cannot be made.
 */
export function* uncertainty(
  question: UncertainQuestion,
  { first = 100, more = 50, most = 300, within = 0.06, secondOf = 3 }: UncertaintyOptions = {},
): Experiment<UncertaintyKnown, UncertainAnswer | null> {
  const inputs = ordered(question.inputs ?? inputsOf(question));
  const run = runOf(question);
  if (caseOf(question, inputs, new Map()) === null) return null;
  const done: Sampled[] = [];
  let skipped = 0;
  let made = 0;
  let answer: UncertainAnswer | null = null;
  for (let stage = 0; made < most; stage++) {
    const size = Math.min(stage === 0 ? first : more, most - made);
    const cases = drawsOf(inputs, question.scenario.run.seed, stage, size).flatMap((draw, i) => {
      const found = caseOf(question, inputs, draw);
      const atLikelyPrices = caseOf(question, inputs, onlyLine(inputs, draw));
      return found === null || atLikelyPrices === null
        ? []
        : [{ draw, case: found, atLikelyPrices, replication: made + i, isTwice: (made + i) % secondOf === 0 }];
    });
    made += size;
    skipped += size - cases.length;
    const told = yield { batches: cases.flatMap((c) => batchesOf(c, run)), known: knownOf(answer, done.length, most) };
    done.push(...read(cases, told));
    if (done.length === 0) return null;
    answer = summed(question, inputs, run, done, skipped);
    if (half(answer.never) <= within && half(answer.loss) <= within) break;
  }
  return answer;
}

interface Planned {
  draw: Draw;
  case: Case;
  atLikelyPrices: Case;
  replication: number;
  isTwice: boolean;
}

const onlyLine = (inputs: readonly UncertainInput[], draw: Draw): Draw =>
  new Map(inputs.flatMap(({ id, kind }) => (kind === "physics" ? [[id, draw.get(id) ?? 0.5] as const] : [])));

function batchesOf({ case: { baseline, plan }, replication, isTwice }: Planned, run: Run): Batch[] {
  const both = (first: number): Batch[] => [
    { line: baseline, run, first, count: 1 },
    { line: plan, run, first, count: 1 },
  ];
  return [...both(replication), ...(isTwice ? both(secondRuns + replication) : [])];
}

function read(cases: readonly Planned[], told: Told): Sampled[] {
  let next = 0;
  const pair = (of: Case) => pairOf(of, told[next++]![0]!, told[next++]![0]!);
  return cases.map(({ draw, case: of, atLikelyPrices, isTwice }) => ({
    draw,
    case: of,
    atLikelyPrices,
    drawn: { first: pair(of), second: isTwice ? pair(of) : null },
  }));
}

function knownOf(answer: UncertainAnswer | null, draws: number, most: number): UncertaintyKnown {
  return { draws, most, npv: answer?.npv ?? null, never: answer?.never ?? null, loss: answer?.loss ?? null };
}

const half = ({ ci95: [low, high] }: Share): number => (high - low) / 2;
