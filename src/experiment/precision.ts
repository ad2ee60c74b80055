import { criticalFor, againstFirst, differences, momentsOf, type Comparisons } from "./comparisons";
import { tCritical } from "./student";

/** How exact a figure is wished: half of its interval, in its own unit or as a share of the figure. */
export type Wish = { absolute: number } | { relative: number };

export interface StopRule {
  /** replications before the first look, ten or more */
  first: number;
  /** fewest replications between two looks */
  batch: number;
  cap: number;
  confidence: number;
}

export const usualRule: StopRule = { first: 10, batch: 5, cap: 200, confidence: 0.95 };

/** A figure, or a difference, as far as it is known. */
export interface Running {
  mean: number;
  sd: number;
  /** half of the interval, corrected for having looked before; ∞ with one replication */
  half: number;
  replications: number;
}

/** More replications cost little against fewer, and nobody waits for a hundredfold: looks at most double the number. */
const growth = 2;
/** See `stretch`. */
const lookCost = 3;

/**
 * What looking costs. A run that may stop at each look stops sooner where its spread is underestimated by chance: the
 * fixed-sample interval then covers 93.5 % instead of 95 % (normal data, 20 to 30 replications needed). Widening by
 * √(1 + 3/n) after the first look, the form N. Starr (Ann. Math. Statist. 37, 1966) and M. Woodroofe (Ann. Statist. 5,
 * 1977) give for the correction of Chow & Robbins' rule (Ann. Math. Statist. 36, 1965), brings it to 94.4–95.2 %; the 3 is
 * measured (bench/coverage.mjs). Few looks — each where the wish is expected to be met — make it this small.
 */
export function stretch(replications: number, first: number): number {
  return replications <= first ? 1 : Math.sqrt(1 + lookCost / replications);
}

/** Mean and interval after some looks. `critical` is Student's t where one figure is asked for. */
export function running(values: readonly number[], rule: StopRule, critical?: number): Running {
  const n = values.length;
  const { mean, sd } = momentsOf(values);
  if (n < 2) return { mean, sd, half: Infinity, replications: n };
  const t = critical ?? tCritical(rule.confidence, n - 1);
  return { mean, sd, half: sd === 0 ? 0 : (t * stretch(n, rule.first) * sd) / Math.sqrt(n), replications: n };
}

/**
 * The half-width that is enough. A share is taken of the nearest the figure may be to 0, γ/(1 + γ) of what is seen, so
 * that the error is at most γ of the true figure (A. M. Law & W. D. Kelton, Simulation Modeling and Analysis, 9.4.1).
 */
export function wishedHalf(wish: Wish, reference: number): number {
  if ("absolute" in wish) return wish.absolute;
  return (wish.relative / (1 + wish.relative)) * Math.abs(reference);
}

/** Smallest number of replications from `from` on at which the spread seen gives a half-width of at most `half`; null beyond `most`. */
export function replicationsFor(
  sd: number,
  half: number,
  { from, most, rule, widen = 1 }: { from: number; most: number; rule: StopRule; widen?: number },
): number | null {
  const isEnough = (n: number): boolean =>
    tCritical(rule.confidence, n - 1) * widen * stretch(n, rule.first) * sd <= half * Math.sqrt(n);
  if (sd === 0) return from;
  if (!(half > 0) || !Number.isFinite(sd) || !isEnough(most)) return null;
  let low = from;
  let high = Math.max(from, most);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where to look next: where the wish is expected to be met, at least a batch on, at most twice as far, never beyond the cap. */
export function nextLook(now: number, expected: number | null, { batch, cap }: StopRule): number {
  return Math.min(cap, Math.max(now + batch, Math.min(expected ?? Infinity, now * growth)));
}

/** What an interval says about a difference. `same`: equal to the bit in every replication. */
export type Verdict = "more" | "less" | "notProven" | "same";

export function verdictOf({ mean, half, replications }: Running): Verdict {
  if (replications >= 2 && mean === 0 && half === 0) return "same";
  if (mean - half > 0) return "more";
  return mean + half < 0 ? "less" : "notProven";
}

/**
 * About how many more replications would prove the difference seen, were it true: the n at which its interval would
 * leave 0 aside. Null when that is beyond the cap, or nothing differs: more runs decide nothing anybody would wait for.
 */
export function moreToDecide(found: Running, rule: StopRule, widen = 1): number | null {
  const verdict = verdictOf(found);
  if (verdict === "more" || verdict === "less") return 0;
  if (verdict === "same" || found.replications < 2) return null;
  const n = replicationsFor(found.sd, Math.abs(found.mean), {
    from: found.replications + 1,
    most: rule.cap,
    rule,
    widen,
  });
  return n === null ? null : n - found.replications;
}

/** Figures of several lines as they stand: the first line's, and each other line's difference from it. */
export interface Standing {
  replications: number;
  first: Running;
  differences: (Running & { verdict: Verdict; more: number | null })[];
  rule: Comparisons["rule"];
  /** how far each half-width is from the wish: ≤ 1 is met */
  worst: number;
  /** about how many replications the wish needs; null beyond the cap */
  expected: number | null;
}

/**
 * The figures of lines with common replications. One line: its own figure is wished. Several: the differences from the
 * first, all at once; a share is of the first line's figure.
 */
export function standing(columns: readonly (readonly number[])[], wish: Wish, rule: StopRule): Standing {
  const first = running(columns[0] ?? [], rule);
  const n = first.replications;
  const contrasts = againstFirst(columns.length);
  const { critical, rule: how } = criticalFor(columns, contrasts, rule.confidence);
  const widen = Number.isFinite(critical) ? critical / tCritical(rule.confidence, n - 1) : 1;
  const found = contrasts.map((contrast) => running(differences(columns, contrast), rule, critical));
  const half = wishedHalf(wish, first.mean);
  const asked = found.length > 0 ? found : [first];
  const expected = asked.map(({ sd }) =>
    replicationsFor(sd, half, { from: n + 1, most: rule.cap, rule, widen: found.length > 0 ? widen : 1 }),
  );
  return {
    replications: n,
    first,
    differences: found.map((f) => ({ ...f, verdict: verdictOf(f), more: moreToDecide(f, rule, widen) })),
    rule: how,
    worst: Math.max(...asked.map((f) => (f.half === 0 ? 0 : f.half / half))),
    expected: expected.some((e) => e === null) ? null : Math.max(...expected.map((e) => e ?? 0)),
  };
}
