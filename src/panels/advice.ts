import type { MoneyResult } from "../finance";
import type { Difference } from "../measure";
import { judge } from "./judge";

/**
 * What an owner is told to do, in one word each.
 * first: proven gain, nothing to buy. worth: pays even at the worst. likely: pays, but not at the worst.
 * unsure: more output, money not proven. notWorth: more output, loses money. notForOutput: no difference seen.
 * losesOutput: proven less, and worth speaking of. wait: not yet certain.
 */
export type Advice =
  "first" | "worth" | "likely" | "unsure" | "notWorth" | "more" | "notForOutput" | "losesOutput" | "wait";

/** A loss of less than so many percent of today's output is no reason by itself. */
const tinyPercent = 0.5;

/** Output first, then the money without subsidy: a subsidy is never a reason to buy. */
export function advise(
  output: Difference,
  isComplete: boolean,
  money: Pick<MoneyResult, "investment" | "project" | "worst" | "wayIs"> | null,
): Advice {
  const judgement = judge(output, isComplete);
  if (judgement !== "proven") return judgement === "none" ? "notForOutput" : "wait";
  // five parts fewer of half a million are proven and lose nobody anything
  const isTiny = (output.percent?.ci95 ?? [-Infinity]).every((percent) => percent > -tinyPercent);
  if (output.mean < 0) return isTiny ? "notForOutput" : "losesOutput";
  // before the ends of the effects are simulated nothing can be said of the worst case
  if (money === null || money.wayIs === "estimated") return "more";
  const [low, high] = money.project.withoutSubsidy.npv.ci95;
  if (high < 0) return "notWorth";
  if (low <= 0) return "unsure";
  if (money.worst.npv <= 0) return "likely";
  return money.investment.total.likely > 0 ? "worth" : "first";
}
