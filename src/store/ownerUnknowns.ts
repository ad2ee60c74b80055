import { answerOf, factsOf, limitsOf, withEnd, type Answers, type NumberQuestionId } from "../interview";
import type { Estimate } from "../measure";
import type { Run, Scenario } from "../model";
import { plannedLine } from "./plans";
import { evaluated, type Runs } from "./ownerRuns";
import { ownLineOf, type OwnerOption, type OwnerQuestion, type WorkDeps } from "./ownerWork";

/** What an answer's range does to the value of the recommended option, yuan without subsidy. */
export interface OwnerUnknown {
  id: NumberQuestionId;
  range: [low: number, high: number];
  npv: [low: Estimate, high: Estimate];
}

/** Replications at an end of a range. */
const atEnd = 6;

/** Answers with a range that matter for the value. The machines at the step are counted by looking; nobody guesses them. */
const doubted = ["perDay", "changeover", "scrap", "people", "price", "wage"] as const satisfies NumberQuestionId[];

/** One answer after the other at both ends of its range: what the option is then worth. The largest swing first. */
export async function unknownsOf(
  deps: WorkDeps,
  runs: Runs,
  question: OwnerQuestion,
  withProposals: Scenario,
  option: OwnerOption,
  run: Run,
  signal: AbortSignal,
): Promise<OwnerUnknown[]> {
  const facts = factsOf(question.trade, question.template);
  const worth = async (answers: Answers, factor: number | null, price = 1): Promise<Estimate> => {
    const { scenario: told, demand } = ownLineOf({ ...question, answers, factor });
    const bare = withPrice(told, price);
    // the proposals of the search stay what they were: they are the option
    const own = new Set(bare.retrofits.map(({ id }) => id));
    const proposals = withProposals.retrofits.filter(({ id }) => !own.has(id));
    const scenario = { ...bare, retrofits: [...bare.retrofits, ...proposals] };
    const planned = plannedLine(scenario, option.ids);
    if (!planned.ok) return option.money.project.withoutSubsidy.npv;
    const [baseline, plan] = await Promise.all([
      evaluated(deps, runs, scenario.line, run, atEnd),
      evaluated(deps, runs, planned.line, run, atEnd),
    ]);
    signal.throwIfAborted();
    const project = { scenario, demand };
    const money = deps.money({ project, choice: option.ids, chosen: planned.chosen, baseline, plan, way: null });
    return (money ?? option.money).project.withoutSubsidy.npv;
  };
  const unknowns: OwnerUnknown[] = [];
  for (const id of doubted) {
    // without a scale factor the owner's own output changes nothing in the line
    if (id === "perDay" && question.factor === null) continue;
    const answer = answerOf(facts, question.answers, id);
    const range = limitsOf(id, answer);
    const at = (end: "low" | "high"): Promise<Estimate> => {
      // another price at the same cost of material: it is the margin that is not known
      if (id === "price") return worth(question.answers, question.factor, range[end === "low" ? 0 : 1] / answer.value);
      const answers = withEnd(facts, question.answers, id, end);
      const factor =
        id === "perDay" && question.factor !== null
          ? (question.factor * answer.value) / (answers.perDay?.value ?? answer.value)
          : question.factor;
      return worth(answers, factor);
    };
    unknowns.push({ id, range, npv: await Promise.all([at("low"), at("high")]) });
  }
  const swing = ({ npv: [a, b] }: OwnerUnknown): number => Math.abs(a.mean - b.mean);
  // what moves the value less than chance does is not worth a week's measuring
  const noise = ({ npv }: OwnerUnknown): number => Math.min(...npv.map(({ ci95: [low, high] }) => (high - low) / 2));
  return unknowns.filter((each) => swing(each) > noise(each)).sort((a, b) => swing(b) - swing(a));
}

const withPrice = (scenario: Scenario, factor: number): Scenario =>
  factor === 1
    ? scenario
    : {
        ...scenario,
        line: {
          ...scenario.line,
          products: scenario.line.products.map((product) => ({ ...product, price: product.price * factor })),
        },
      };
