import { pmt } from "financial";
import { spread } from "./figures";
import { lifeOf } from "./frame";
import { purchase } from "./investment";
import type { Operating } from "./operating";
import type { Estimate, MoneyInput, UnitCost } from "./types";

/** Yearly capital cost of the plan, yuan: Σ purchases as an annuity over their lives, `C r / (1 − (1+r)^−n)`. */
export function capitalPerYear(input: MoneyInput): number {
  const { economics } = input;
  return input.chosen.reduce((sum, c) => {
    const cost = purchase(c.retrofit, economics, "likely").total;
    return cost > 0 ? sum + pmt(economics.discountRate, lifeOf(c), -cost) : sum;
  }, 0);
}

/**
 * Yuan a good part sold: `(labour + material + consumables + energy + opex + annuity of the investment) / good parts sold`,
 * full year after run-up, first-year wages. What the old machines once cost is in neither side.
 */
export function unitCost(
  input: MoneyInput,
  sides: readonly { before: Operating; after: Operating }[],
  labour: { before: number; after: number },
  opex: number,
): UnitCost {
  const capital = capitalPerYear(input);
  const cost = (o: Operating, fixed: number): number | null =>
    o.goodSold > 0 ? (fixed - o.material - o.consumables - o.energy) / o.goodSold : null;
  const before = sides.map((s) => cost(s.before, labour.before));
  const after = sides.map((s) => cost(s.after, labour.after + opex + capital));
  const pairs = before.map((b, i): [number | null, number | null] => [b, after[i] ?? null]);
  return {
    before: whole(before, input),
    after: whole(after, input),
    difference: whole(
      pairs.map(([b, a]) => (b === null || a === null ? null : a - b)),
      input,
    ),
    changeShare: whole(
      pairs.map(([b, a]) => (b === null || a === null || b === 0 ? null : a / b - 1)),
      input,
    ),
  };
}

function whole(values: readonly (number | null)[], input: MoneyInput): Estimate | null {
  const there = values.filter((v): v is number => v !== null);
  return there.length === values.length && there.length > 0 ? spread(there, input.estimate) : null;
}
