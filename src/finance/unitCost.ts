import { pmt } from "financial";
import { lifeMonths } from "./capital";
import { spread } from "./figures";
import { purchase } from "./investment";
import type { Estimate, MoneyInput, UnitCost } from "./types";

/** Yearly capital cost of the plan, yuan: Σ purchases as an annuity over their lives, `C r / (1 − (1+r)^−n)`. */
export function capitalPerYear(input: MoneyInput): number {
  const { economics } = input;
  return input.chosen.reduce((sum, c) => {
    const cost = purchase(c.retrofit, economics, "likely").total;
    return cost > 0 ? sum + pmt(economics.discountRate, lifeMonths(c) / 12, -cost) : sum;
  }, 0);
}

/** A full year of both lines: yuan of cost, and good parts sold. */
export interface YearOfCost {
  before: number;
  after: number;
  goodBefore: number;
  goodAfter: number;
}

/**
 * Yuan a good part sold: `(labour + material + consumables + energy + opex + annuity of the investment) / good parts sold`,
 * full year after run-up, first-year wages. What the old machines once cost is in neither side.
 */
export function unitCost(years: readonly YearOfCost[], estimate: MoneyInput["estimate"]): UnitCost {
  const per = (cost: number, parts: number): number | null => (parts > 0 ? cost / parts : null);
  const before = years.map((y) => per(y.before, y.goodBefore));
  const after = years.map((y) => per(y.after, y.goodAfter));
  const both = (of: (b: number, a: number) => number | null): Estimate | null =>
    whole(
      before.map((b, i) => {
        const a = after[i] ?? null;
        return b === null || a === null ? null : of(b, a);
      }),
      estimate,
    );
  return {
    before: whole(before, estimate),
    after: whole(after, estimate),
    difference: both((b, a) => a - b),
    changeShare: both((b, a) => (b === 0 ? null : a / b - 1)),
  };
}

function whole(values: readonly (number | null)[], estimate: MoneyInput["estimate"]): Estimate | null {
  const there = values.filter((v): v is number => v !== null);
  return there.length === values.length && there.length > 0 ? spread(there, estimate) : null;
}
