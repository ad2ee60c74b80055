import { mean, sampleStandardDeviation } from "simple-statistics";
import { binnedQuantile, type FlowTimeQuantile, flowTimeQuantiles, mergeFlowTimes } from "./flowTime";
import type { Difference, Estimate, LineFigures, LineKpi, PartialEstimate, ReplicationResult } from "./result";

/**
 * Student's t quantile t(p = 0.975) for `df` degrees of freedom. Hill, "Student's t-quantiles" (Algorithm 396, CACM 1970),
 * refined by nothing: its error is below 1e-4 from df = 3 on; df 1 and 2 are exact.
 */
export function t975(df: number): number {
  if (df < 1) return Infinity;
  if (df === 1) return 12.706204736432095;
  if (df === 2) return 4.302652729911275;
  const p = 0.05;
  const a = 1 / (df - 0.5);
  const b = 48 / (a * a);
  let c = ((20700 * a) / b - 98) * a - 16;
  c = c * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * df;
  let x = d * p;
  let y = Math.pow(x, 2 / df);
  if (y > 0.05 + a) {
    x = -1.959963984540054;
    y = x * x;
    if (df < 5) c += 0.3 * (df - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = a * y * y;
    y = y > 0.002 ? Math.expm1(y) : 0.5 * y * y + y;
  } else {
    y =
      ((1 / (((df + 6) / (df * y) - 0.089 * d - 0.822) * (df + 2) * 3) + 0.5 / (df + 4)) * y - 1) *
        ((df + 1) / (df + 2)) +
      1 / y;
  }
  return Math.sqrt(df * y);
}

/** Mean, 95 % interval of the mean (Student's t) and standard deviation of independent replications. One value: no interval can be given, it is ±∞. */
export function estimate(values: readonly number[]): Estimate {
  const n = values.length;
  const m = mean(values as number[]);
  if (n < 2) return { mean: m, ci95: [-Infinity, Infinity], sd: NaN };
  const sd = sampleStandardDeviation(values as number[]);
  const half = (t975(n - 1) * sd) / Math.sqrt(n);
  return { mean: m, ci95: [m - half, m + half], sd };
}

/**
 * The same over the replications that have the figure. Where some lack it, this is a mean **on condition** that it exists
 * (repair time of the replications with a failure): the number of replications is a part of the answer.
 */
export function partialEstimate(values: readonly (number | null)[]): PartialEstimate {
  const there = values.filter((v) => v !== null);
  if (there.length === 0) return { mean: null, ci95: null, sd: null, replications: 0 };
  return { ...estimate(there), replications: there.length };
}

function mapRecord<T, K extends string>(keys: readonly K[], f: (key: K) => T): Record<K, T> {
  return Object.fromEntries(keys.map((k) => [k, f(k)])) as Record<K, T>;
}

const keysOf = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as K[];

/** Every figure of every replication as mean with interval. Throws on an empty list (a bug of the caller). */
export function summarise(results: readonly ReplicationResult[]): LineFigures {
  const first = results[0];
  if (first === undefined) throw new Error("no replications to summarise");
  return {
    replications: results.length,
    events: results.reduce((a, r) => a + r.events, 0),
    stalled: results.filter((r) => r.stalled).length,
    line: mapRecord(keysOf(first.line), (k) => estimate(results.map((r) => r.line[k]))),
    stations: mapRecord(keysOf(first.stations), (id) =>
      mapRecord(keysOf(first.stations[id]!), (k) => estimate(results.map((r) => r.stations[id]![k]))),
    ),
    operators: mapRecord(keysOf(first.operators), (id) => ({
      busy: estimate(results.map((r) => r.operators[id]!.busy)),
      waitingMean: estimate(results.map((r) => r.operators[id]!.waitingMean)),
    })),
    iso22400: {
      line: eachPartial(results.map((r) => r.iso22400.line)),
      stations: mapRecord(keysOf(first.iso22400.stations), (id) =>
        eachPartial(results.map((r) => r.iso22400.stations[id]!)),
      ),
    },
    transporters: mapRecord(keysOf(first.transporters), (id) =>
      mapRecord(keysOf(first.transporters[id]!), (k) => estimate(results.map((r) => r.transporters[id]![k]))),
    ),
    stuck: results.find((r) => r.stuck !== null)?.stuck ?? null,
    queueFull: eachPartial(results.map((r) => r.queueFull)),
    flowTime: mapRecord(keysOf<FlowTimeQuantile>(flowTimeQuantiles), (q) =>
      partialEstimate(results.map((r) => binnedQuantile(r.flowTimes, flowTimeQuantiles[q]))),
    ),
    flowTimes: mergeFlowTimes(results.map((r) => r.flowTimes)),
  };
}

function eachPartial<K extends string>(of: readonly Record<K, number | null>[]): Record<K, PartialEstimate> {
  return mapRecord(keysOf(of[0]!), (k) => partialEstimate(of.map((values) => values[k])));
}

/**
 * Plan minus baseline, replication by replication (common random numbers make the pairs; paired t interval).
 * `percent` divides by the baseline mean.
 */
export function difference(base: readonly number[], plan: readonly number[]): Difference {
  const n = Math.min(base.length, plan.length);
  const deltas = Array.from({ length: n }, (_, i) => plan[i]! - base[i]!);
  const e = estimate(deltas);
  const reference = mean(base.slice(0, n) as number[]);
  const share = (x: number) => (x / reference) * 100;
  return {
    mean: e.mean,
    ci95: e.ci95,
    percent: reference > 0 ? { mean: share(e.mean), ci95: [share(e.ci95[0]), share(e.ci95[1])] } : null,
    proven: e.ci95[0] > 0 || e.ci95[1] < 0,
  };
}

/** Differences of all line KPIs, paired by replication number. */
export function compareLines(
  base: readonly ReplicationResult[],
  plan: readonly ReplicationResult[],
): Record<LineKpi, Difference> {
  const first = base[0];
  if (first === undefined) throw new Error("no replications to compare");
  return mapRecord(keysOf(first.line), (k) =>
    difference(
      base.map((r) => r.line[k]),
      plan.map((r) => r.line[k]),
    ),
  );
}
