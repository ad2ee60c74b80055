import { irr } from "./irr";
import { npv } from "./npv";
import { payback } from "./payback";
import type { Estimate, MoneyFigures, PartialEstimate, PointFigures } from "./types";

type Summarise = (values: readonly number[]) => Estimate;

/** NPV, all IRRs, simple and discounted payback of one row of yearly flows. */
export function pointFigures(flows: readonly number[], rate: number): PointFigures {
  return {
    npv: npv(rate, flows),
    irr: irr(flows),
    simplePayback: payback(flows),
    discountedPayback: payback(discounted(flows, rate)),
  };
}

export function discounted(flows: readonly number[], rate: number): number[] {
  return flows.map((flow, k) => flow / (1 + rate) ** k);
}

/** A figure nobody can average where a replication has none: then it says how many have none. */
export function partial(values: readonly (number | null)[], summarise: Summarise): PartialEstimate {
  const there = values.filter((v): v is number => v !== null);
  const missing = values.length - there.length;
  return { estimate: missing === 0 && there.length > 0 ? summarise(there) : null, missing, of: values.length };
}

/** Mean of each year over replications. */
export function meanFlows(rows: readonly (readonly number[])[]): number[] {
  const years = rows[0]?.length ?? 0;
  return Array.from(
    { length: years },
    (_, y) => rows.reduce((sum, row) => sum + (row[y] ?? 0), 0) / Math.max(1, rows.length),
  );
}

/** `rows`, `low`, `high`: yearly flows, one row a replication, at likely, low and high cost. */
export function figuresOf(
  rows: readonly (readonly number[])[],
  low: readonly (readonly number[])[],
  high: readonly (readonly number[])[],
  rate: number,
  summarise: Summarise,
): MoneyFigures {
  const points = rows.map((flows) => pointFigures(flows, rate));
  const only = (p: PointFigures): number | null => (p.irr.status === "unique" ? (p.irr.rates[0] ?? null) : null);
  const simplePayback = partial(
    points.map((p) => p.simplePayback.years),
    summarise,
  );
  return {
    npv: summarise(points.map((p) => p.npv)),
    irr: partial(points.map(only), summarise),
    simplePayback,
    discountedPayback: partial(
      points.map((p) => p.discountedPayback.years),
      summarise,
    ),
    neverPaysBackShare: simplePayback.of > 0 ? simplePayback.missing / simplePayback.of : 0,
    atMean: pointFigures(meanFlows(rows), rate),
    lowCost: pointFigures(meanFlows(low), rate),
    highCost: pointFigures(meanFlows(high), rate),
  };
}

/** Each year over replications; values that are all the same have no width (of one replication nothing is known). */
export function yearEstimates(rows: readonly (readonly number[])[], summarise: Summarise): Estimate[] {
  const years = rows[0]?.length ?? 0;
  return Array.from({ length: years }, (_, y) => {
    const values = rows.map((row) => row[y] ?? 0);
    return spread(values, summarise);
  });
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
