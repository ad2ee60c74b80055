import { atCost } from "./frame";
import { npvOfMonths, paybackOfMonths } from "./figures";
import { ledgerOf, netOf, type Frame } from "./ledger";
import { operatingByMonth, type Operating } from "./operating";
import { planAt, type Course } from "./physical";
import { latinHypercube, quantilesOf, wilson } from "./spread";
import { triangularQuantile } from "./rangeQuantile";
import { say, type MoneyText } from "./textKeys";
import type { Doubt, MoneyInput, Percentiles } from "./types";

/** Draws over everything uncertain; Wilson's interval of a share is then at most ± 6 points. */
const draws = 250;
/**
 * Costs and effects are drawn from triangular distributions over their ranges, failure by its probability (a retrofit
 * that fails has its effects at their low end; of several, in proportion), luck by drawing a replication. One quantile
 * for all costs of a draw: estimates that are too low are so together, which keeps the tail honest. Latin hypercube.
 */
export function doubtOf(
  input: MoneyInput,
  likely: Frame,
  courses: readonly Course[],
  before: readonly (readonly Operating[])[],
): Doubt {
  const { chosen, economics } = input;
  const failing = chosen.filter((c) => c.retrofit.failureProbability > 0);
  const points = latinHypercube(draws, 3 + failing.length, input.seed);
  const npvs: number[] = [];
  const paybacks: number[] = [];
  const cumulative: Float64Array[] = [];
  for (const point of points) {
    const [cost = 0.5, effect = 0.5, luck = 0] = point;
    const r = Math.min(courses.length - 1, Math.floor(luck * courses.length));
    const course = courses[r];
    const today = before[r];
    if (course === undefined || today === undefined) continue;
    const failed = failing.filter((c, k) => (point[3 + k] ?? 1) < c.retrofit.failureProbability).length;
    const drawn = triangularQuantile(effect, -1, 0, 1);
    const position = failed > 0 ? Math.min(drawn, -failed / failing.length) : drawn;
    const frame = atCost(likely, input, cost);
    const after = operatingByMonth(frame.after, planAt(course, position), frame.demand);
    const flows = netOf(ledgerOf(frame, { before: today, after }, null, null), "project");
    npvs.push(npvOfMonths(flows, economics.discountRate));
    paybacks.push(paybackOfMonths(flows).years ?? Infinity);
    let sum = 0;
    cumulative.push(Float64Array.from(flows, (flow) => (sum += flow)));
  }
  const share = (count: number) => ({ share: count / npvs.length, ci95: wilson(count, npvs.length) });
  const bands = Array.from({ length: input.economics.horizonYears * 12 + 1 }, (_, m) =>
    quantilesOf(cumulative.map((c) => c[m] ?? 0)),
  );
  return {
    draws: npvs.length,
    npv: quantilesOf(npvs),
    paybackYears: finite(quantilesOf(paybacks)),
    never: share(paybacks.filter((years) => !Number.isFinite(years)).length),
    loss: share(npvs.filter((npv) => npv < 0).length),
    cumulative: { p10: bands.map((b) => b.p10), p50: bands.map((b) => b.p50), p90: bands.map((b) => b.p90) },
    inputs: inputsOf(input, failing.length),
  };
}

/** Between a year and never there is no number. */
function finite(q: { p10: number; p50: number; p90: number }): Percentiles {
  const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return { p10: known(q.p10), p50: known(q.p50), p90: known(q.p90) };
}

function inputsOf(input: MoneyInput, failing: number): MoneyText[] {
  const list = [say("finance.doubt.costs"), say("finance.doubt.luck", { replications: input.replications.length })];
  const hasEnds = input.way !== undefined && (input.way.low !== null || input.way.high !== null);
  if (hasEnds) list.push(say("finance.doubt.effects"));
  if (failing > 0) list.push(say("finance.doubt.failure", { count: failing }));
  return list;
}
