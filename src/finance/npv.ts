import { npv as npvOfLibrary } from "financial";
import { add, divide, one, power, sumOf, type Exact } from "./exact";

/** Net present value, yuan: `Σ CF_k / (1+r)^k`, year-end flows, year 0 not discounted. */
export function npv(rate: number, flows: readonly number[]): number {
  return npvOfLibrary(rate, [...flows]);
}

/** The same, exact. */
export function npvExact(rate: Exact, flows: readonly Exact[]): Exact {
  return sumOf(presentValues(rate, flows));
}

/** Each flow's present value. */
export function presentValues(rate: Exact, flows: readonly Exact[]): Exact[] {
  const growth = add(one, rate);
  return flows.map((flow, k) => divide(flow, power(growth, k)));
}

/** Present value of 1 yuan at the end of each of `years` years: `Σ (1+r)^-k`. */
export function annuityFactor(rate: Exact, years: number): Exact {
  return npvExact(rate, [{ n: 0n, d: 1n }, ...new Array<Exact>(years).fill(one)]);
}
