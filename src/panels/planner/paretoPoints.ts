import type { ParetoPoint } from "../../charts";
import type { Difference } from "../../measure";
import type { Advice, FrontGoal, PlannerLimits, Portfolio } from "../../store";
import { plusMinus, type Language, type MoneyColumn } from "../../text";
import { halfWidth } from "../judge";

export const goals: readonly FrontGoal[] = ["npv", "output", "labour", "defects"];

/** Value of a goal in the unit of its axis, half of its interval, and whether it is beyond chance. */
export interface GoalValue {
  mean: number;
  half: number;
  isProven: boolean;
}

const inPercent = ({ percent, proven }: Difference): GoalValue => ({
  mean: percent?.mean ?? 0,
  half: percent === null ? 0 : halfWidth(percent.ci95),
  isProven: proven,
});

export function goalValue(goal: FrontGoal, p: Portfolio, column: MoneyColumn): GoalValue {
  if (goal === "npv") {
    const { mean, ci95 } = p.npv;
    const isProven = ci95[0] > 0 || ci95[1] < 0;
    return { mean: mean / column.divisor, half: halfWidth(ci95) / column.divisor, isProven };
  }
  if (goal === "output") return inPercent(p.output);
  if (goal === "labour") return inPercent(p.labour);
  // a share already: percentage points, not percent of a small share
  const { mean, ci95, proven } = p.defects;
  return { mean: mean * 100, half: halfWidth(ci95) * 100, isProven: proven };
}

export const idOfSet = (ids: readonly string[]): string => ids.join("+");
const sorted = (ids: readonly string[]): string => [...ids].sort().join("+");

/** The sets that keep within the limits: only those are drawn. */
export function allowedSets(advice: Advice, limits: PlannerLimits): Portfolio[] {
  return advice.list.filter(
    (p) =>
      (limits.budget === null || p.investment <= limits.budget) &&
      (limits.heads === null || p.heads <= limits.heads) &&
      (limits.paybackYears === null || p.investment <= 0 || (p.paybackYears ?? Infinity) <= limits.paybackYears),
  );
}

export interface ParetoQuestion {
  advice: Advice;
  limits: PlannerLimits;
  goal: FrontGoal;
  column: MoneyColumn;
  choice: readonly string[];
  language: Language;
  markOf: (ids: readonly string[]) => string;
  unit: string;
}

export function paretoPoints(question: ParetoQuestion): ParetoPoint[] {
  const { advice, limits, goal, column, choice, language, markOf, unit } = question;
  const front = new Set(advice.fronts[goal].map((p) => sorted(p.ids)));
  const best = advice.best === null ? null : sorted(advice.best.ids);
  return allowedSets(advice, limits)
    .sort((a, b) => a.investment - b.investment)
    .map((p) => {
      const value = goalValue(goal, p, column);
      const key = sorted(p.ids);
      const { mean, proven } = p.labour;
      const mark = markOf(p.ids);
      return {
        id: idOfSet(p.ids),
        label: front.has(key) || key === best ? mark : "",
        x: p.investment / column.divisor,
        y: value.mean,
        labour: proven ? (mean < 0 ? "less" : "more") : "same",
        isProven: value.isProven,
        isOnFront: front.has(key),
        isBest: key === best,
        isChosen: choice.length > 0 && key === sorted(choice),
        tooltip: `${mark}\n${plusMinus(language, value.mean, value.half, { signed: true })} ${unit}`,
      };
    });
}
