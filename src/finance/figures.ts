import { equivalentAnnuity, mirrOfMonths } from "./mirr";
import { monthlyIrr } from "./monthlyIrr";
import { payback, type PaybackYears } from "./payback";
import type { Estimate, MoneyFigures, PartialEstimate, PointFigures } from "./types";

type Summarise = (values: readonly number[]) => Estimate;

/** Net present value of monthly flows, yuan: `Σ CF_m · (1 + r)^(−m/12)`; month 0 is not discounted. */
export function npvOfMonths(flows: ArrayLike<number>, rate: number): number {
  const factor = (1 + rate) ** (-1 / 12);
  let weight = 1;
  let sum = 0;
  for (let m = 0; m < flows.length; m++) {
    sum += (flows[m] ?? 0) * weight;
    weight *= factor;
  }
  return sum;
}

/** Payback of monthly flows in years, linear inside the month of crossing. */
export function paybackOfMonths(flows: readonly number[]): PaybackYears {
  const { status, years } = payback(flows);
  return { status, years: years === null ? null : years / 12 };
}

/** NPV, all IRRs, MIRR, annuity, simple and discounted payback of one row of monthly flows. Rates are effective a year. */
export function pointFigures(flows: readonly number[], rate: number): PointFigures {
  const npv = npvOfMonths(flows, rate);
  const years = (flows.length - 1) / 12;
  return {
    npv,
    irr: monthlyIrr(flows),
    mirr: mirrOfMonths(flows, rate, rate),
    annuity: years > 0 ? equivalentAnnuity(npv, rate, years) : npv,
    simplePayback: paybackOfMonths(flows),
    discountedPayback: paybackOfMonths(discounted(flows, rate)),
  };
}

export function discounted(flows: readonly number[], rate: number): number[] {
  return flows.map((flow, m) => flow / (1 + rate) ** (m / 12));
}

/** A figure nobody can average where a replication has none: then it says how many have none. */
export function partial(values: readonly (number | null)[], summarise: Summarise): PartialEstimate {
  const there = values.filter((v): v is number => v !== null);
  const missing = values.length - there.length;
  return { estimate: missing === 0 && there.length > 0 ? summarise(there) : null, missing, of: values.length };
}

/** Mean of each month over replications. */
export function meanFlows(rows: readonly ArrayLike<number>[]): number[] {
  const length = rows[0]?.length ?? 0;
  return Array.from({ length }, (_, m) => rows.reduce((sum, row) => sum + (row[m] ?? 0), 0) / Math.max(1, rows.length));
}

/** `rows`, `low`, `high`: monthly flows, one row a replication, at likely, low and high cost. */
export function figuresOf(
  rows: readonly (readonly number[])[],
  low: readonly (readonly number[])[],
  high: readonly (readonly number[])[],
  rate: number,
  summarise: Summarise,
): MoneyFigures {
  const simple = rows.map((flows) => paybackOfMonths(flows).years);
  const simplePayback = partial(simple, summarise);
  return {
    npv: spread(
      rows.map((flows) => npvOfMonths(flows, rate)),
      summarise,
    ),
    simplePayback,
    discountedPayback: partial(
      rows.map((flows) => paybackOfMonths(discounted(flows, rate)).years),
      summarise,
    ),
    neverPaysBackShare: simplePayback.of > 0 ? simplePayback.missing / simplePayback.of : 0,
    atMean: pointFigures(meanFlows(rows), rate),
    lowCost: pointFigures(meanFlows(low), rate),
    highCost: pointFigures(meanFlows(high), rate),
  };
}

/** Each period over replications; values that are all the same have no width (of one replication nothing is known). */
export function estimatesOf(rows: readonly ArrayLike<number>[], summarise: Summarise): Estimate[] {
  const length = rows[0]?.length ?? 0;
  return Array.from({ length }, (_, m) =>
    spread(
      rows.map((row) => row[m] ?? 0),
      summarise,
    ),
  );
}

export function spread(values: readonly number[], summarise: Summarise): Estimate {
  const first = values[0];
  const isSure = values.length > 1 && first !== undefined && values.every((v) => v === first);
  return isSure ? certain(first) : summarise(values);
}

/** A number that no replication changes. */
export function certain(value: number): Estimate {
  return { mean: value, ci95: [value, value], sd: 0 };
}

export function cumulative(flows: readonly number[]): number[] {
  let sum = 0;
  return flows.map((flow) => (sum += flow));
}
