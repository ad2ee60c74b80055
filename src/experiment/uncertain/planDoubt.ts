import type { Batch, Experiment, Told } from "../ask";
import { applyPlan } from "../../retrofit";
import { asksOf, planWay, wayOf } from "../way";
import { breakEvenOfPlan, type BreakEvenAnswer } from "./breakEven";
import { runOf } from "./case";
import { tornado, type TornadoAnswer } from "./tornado";
import type { UncertainAnswer } from "./summed";
import type { UncertainQuestion } from "./types";
import { uncertainty, type UncertaintyKnown } from "./uncertainty";
import { valueOfInformation, type InformationAnswer } from "./valueOfInformation";
import { wayFlows } from "./wayFlows";

/** Everything that is asked about the doubt in one plan. */
export interface DoubtAnswer {
  chance: UncertainAnswer;
  information: InformationAnswer;
  bars: TornadoAnswer;
  flips: BreakEvenAnswer;
}

/** What is known so far; a part that is finished stays. */
export interface DoubtKnown {
  part: "way" | "draws" | "tornado" | "breakEven";
  draws: UncertaintyKnown | null;
  chance: UncertainAnswer | null;
  information: InformationAnswer | null;
  bars: TornadoAnswer | null;
}

/** Replications of today's line and of the finished plan from which the way's part in the flows is taken. */
const wayReplications = 8;

/**
 * How sure a plan's money is: the draws first (they answer most), then one input at a time, then where the answer flips.
 * All of it around the simulated way from today to the plan. Null: the plan cannot be made.
 */
export function* planDoubt(asked: UncertainQuestion): Experiment<DoubtKnown, DoubtAnswer | null> {
  const known: DoubtKnown = { part: "way", draws: null, chance: null, information: null, bars: null };
  const question = yield* around(asked, known);
  if (question === null) return null;
  const drawing = yield* told(uncertainty(question), (draws) => ({ ...known, part: "draws", draws }));
  if (drawing === null) return null;
  known.chance = drawing;
  known.information = valueOfInformation(drawing.inputs, drawing.table);
  known.bars = yield* told(tornado(question), () => ({ ...known, part: "tornado" }));
  const flips = yield* told(breakEvenOfPlan(question), () => ({ ...known, part: "breakEven" }));
  if (known.bars === null || flips === null) return null;
  return { chance: drawing, information: known.information, bars: known.bars, flips };
}

/** The question with what the simulated way brings more or less than its two ends; null where the plan has no way. */
function* around(
  question: UncertainQuestion,
  known: DoubtKnown,
): Generator<{ batches: Batch[]; known: DoubtKnown }, UncertainQuestion | null, Told> {
  const { scenario, plan } = question;
  const applied = applyPlan(scenario, plan);
  const way = planWay(scenario, plan);
  if (!applied.ok || way === null) return null;
  const run = runOf(question);
  const ends = [scenario.line, applied.line].map((line) => ({ line, run, first: 0, count: wayReplications }));
  const asks = asksOf(way).map(({ line, run: own }) => ({ line, run: own, first: 0, count: own.replications }));
  const [today = [], finished = [], ...states] = yield { batches: [...ends, ...asks], known };
  return { ...question, wayFlows: wayFlows(question, today, finished, wayOf(way, states)) };
}

/** An experiment inside another one, with its own words for what is known. */
function* told<Known, Answer>(
  experiment: Experiment<Known, Answer>,
  knownOf: (known: Known) => DoubtKnown,
): Experiment<DoubtKnown, Answer> {
  let step = experiment.next([]);
  while (step.done !== true)
    step = experiment.next(yield { batches: step.value.batches, known: knownOf(step.value.known) });
  return step.value;
}
