import { projectFlows, type MoneyInput, type Way } from "../../finance";
import { estimate, yearlyNumbers, type ReplicationResult } from "../../measure";
import { caseOf } from "./case";
import type { UncertainQuestion } from "./types";

/**
 * What simulating the way (stops, dip, learning state by state) changes against estimating it from its two ends: mean
 * flow with it − mean flow without it, yuan by month, from the plan's own replications. Added to every draw it puts the
 * middle of the doubt where the plan's money is; that the way itself would differ from draw to draw is left out.
 * Empty where the plan cannot be made.
 */
export function wayFlows(
  question: UncertainQuestion,
  baseline: readonly ReplicationResult[],
  plan: readonly ReplicationResult[],
  way: Way,
): number[] {
  const likely = caseOf(question, [], new Map());
  if (likely === null) return [];
  const demand = question.sellablePerYear === null ? null : { perYear: question.sellablePerYear };
  const pairs = Math.min(baseline.length, plan.length);
  const input: MoneyInput = {
    baseline: { ...likely.baseline, demand },
    plan: { ...likely.plan, demand },
    replications: Array.from({ length: pairs }, (_, i) => ({
      baseline: yearlyNumbers(likely.baseline, baseline[i]!),
      plan: yearlyNumbers(likely.plan, plan[i]!),
    })),
    economics: likely.economics,
    chosen: likely.chosen,
    financing: { kind: "ownFunds" },
    rules: [],
    lpr: question.lpr,
    seed: question.scenario.run.seed,
    estimate: (values) => estimate(values),
  };
  const without = projectFlows(input);
  const sum = new Array<number>(without[0]?.length ?? 0).fill(0);
  projectFlows({ ...input, way }).forEach((row, r) =>
    row.forEach((yuan, m) => (sum[m] = (sum[m] ?? 0) + (yuan - (without[r]?.[m] ?? 0)) / pairs)),
  );
  return sum;
}
