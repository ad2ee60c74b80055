import { add, divide, exact, negate, sign, zero, type Exact } from "./exact";

/**
 * `ok`: the cumulative sum crosses zero once, from below. `ambiguous`: it crosses more than once, or not from below; the
 * first upward crossing is given. `never`: within the flows it does not come back. `immediate`: nothing is ever out.
 */
export type PaybackStatus = "ok" | "ambiguous" | "never" | "immediate";

export interface Payback {
  status: PaybackStatus;
  /** years, linear inside the year of crossing; null = never */
  years: Exact | null;
  /** the whole year at whose end it is paid back */
  yearEnd: number | null;
}

/** The same in plain numbers. */
export interface PaybackYears {
  status: PaybackStatus;
  years: number | null;
}

/** Reads the signs of the cumulative sums (year 0 first); `at` = year whose end brings the first way up. */
function crossing(signs: readonly number[]): { status: PaybackStatus; at: number | null } {
  let up = 0;
  let down = 0;
  let at: number | null = null;
  for (let k = 1; k < signs.length; k++) {
    const before = signs[k - 1] ?? 0;
    const after = signs[k] ?? 0;
    if (before < 0 && after >= 0) {
      up++;
      at ??= k;
    }
    if (before >= 0 && after < 0) down++;
  }
  if (at !== null) return { status: up === 1 && down === 0 ? "ok" : "ambiguous", at };
  // without a way up the sum was either never below zero, or still is
  return { status: (signs[signs.length - 1] ?? 0) >= 0 ? "immediate" : "never", at };
}

/**
 * Payback of yearly flows (year 0 first): the years until the cumulative sum is back at zero,
 * `k − 1 + (−cumulative_{k−1}) / CF_k`. Hand in discounted flows for discounted payback.
 * Example: −100 000, 30 000, 40 000, 50 000 → 2.6 years.
 */
export function paybackExact(flows: readonly Exact[]): Payback {
  let sum = zero;
  const sums = flows.map((flow) => (sum = add(sum, flow)));
  const { status, at } = crossing(sums.map(sign));
  if (status === "immediate") return { status, years: zero, yearEnd: 0 };
  if (at === null) return { status, years: null, yearEnd: null };
  const inside = divide(negate(sums[at - 1] ?? zero), flows[at] ?? zero);
  return { status, years: add(exact(at - 1), inside), yearEnd: at };
}

/** The same for doubles, for figures that are estimates anyway. */
export function payback(flows: readonly number[]): PaybackYears {
  let sum = 0;
  const sums = flows.map((flow) => (sum += flow));
  const { status, at } = crossing(sums.map(Math.sign));
  if (status === "immediate") return { status, years: 0 };
  if (at === null) return { status, years: null };
  return { status, years: at - 1 - (sums[at - 1] ?? 0) / (flows[at] ?? 0) };
}
