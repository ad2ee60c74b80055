import { divide, exact, fraction, one, subtract, toNumber, type Exact } from "./exact";
import { commonDivisor, derivative, isolate, primitive, quotient, type Polynomial } from "./polynomial";
import { quickRoots } from "./quickRoots";

/** How many internal rates of return there are; "double root" = NPV touches zero without crossing it. */
export type IrrStatus = "none" | "unique" | "multiple" | "double root";

export interface Irr {
  status: IrrStatus;
  /** all rates, ascending, as shares of 1 a period */
  rates: number[];
}

/** Rates sought: u = 1/(1+r) in (0.001, 12), that is −91.7 % < r < 99 900 %. */
const lowestU: Exact = { n: 1n, d: 1000n };
const highestU: Exact = { n: 12n, d: 1n };
/** Width of the final interval in u; r is good to about 1e-15. */
const width: Exact = { n: 1n, d: 10n ** 22n };

/**
 * Internal rates of return: all real r in range with `Σ CF_k / (1+r)^k = 0`, and how many. The flows are a polynomial in
 * u = 1/(1+r) with exact coefficients; its roots are counted with Sturm's theorem (roots of odd and even multiplicity
 * apart, by Yun's square-free factors) and enclosed by bisection. A search for sign changes would miss a double root and
 * a Newton iteration may return a number that is no root at all. Example: [-10000, 23000, -13200] → 10 % and 20 %.
 */
export function irrExact(flows: readonly Exact[]): Irr {
  const common = flows.reduce((d, f) => (d % f.d === 0n ? d : d * f.d), 1n);
  const coefficients = primitive(flows.map((f) => (f.n * common) / f.d));
  const first = coefficients.findIndex((c) => c !== 0n);
  if (first < 0) return { status: "none", rates: [] };
  // u = 0 is no rate: drop the empty periods in front
  const factors = squareFree(coefficients.slice(first));
  const roots = factors.flatMap(({ p, multiplicity }) =>
    isolate(p, lowestU, highestU, width)
      // the enclosing interval is (low, high]; the range is open at both ends
      .filter(({ low, high }) => !(low.n === high.n && low.d === high.d && high.n === 12n && high.d === 1n))
      .map(({ low, high }) => ({ rate: rateOf(low, high), multiplicity })),
  );
  roots.sort((a, b) => a.rate - b.rate);
  const rates = roots.map((r) => r.rate);
  const single = roots[0];
  if (single === undefined) return { status: "none", rates };
  if (roots.length > 1) return { status: "multiple", rates };
  return { status: single.multiplicity % 2 === 0 ? "double root" : "unique", rates };
}

/**
 * The same for doubles: flows of a simulation come by the thousand. Roots are isolated in floating point with a bound on
 * the rounding error; where that cannot decide (a root that only touches, roots very near each other), the exact way does.
 */
export function irr(flows: readonly number[]): Irr {
  const first = flows.findIndex((f) => f !== 0);
  if (first < 0) return { status: "none", rates: [] };
  if (!flows.every(Number.isFinite)) return { status: "none", rates: [] };
  const roots = quickRoots(flows.slice(first), toNumber(lowestU), toNumber(highestU));
  if (roots === null) return irrExact(flows.map(exact));
  const rates = roots.map((u) => 1 / u - 1).sort((a, b) => a - b);
  return { status: rates.length === 0 ? "none" : rates.length === 1 ? "unique" : "multiple", rates };
}

function rateOf(low: Exact, high: Exact): number {
  const u = fraction(low.n * high.d + high.n * low.d, 2n * low.d * high.d);
  return toNumber(subtract(divide(one, u), one));
}

/** Square-free factors with their multiplicities (Yun's idea, by repeated common divisors). Example: (x−1)²(x−2). */
function squareFree(p: Polynomial): { p: Polynomial; multiplicity: number }[] {
  const list: { p: Polynomial; multiplicity: number }[] = [];
  let repeated = commonDivisor(p, derivative(p));
  let radical = quotient(p, repeated);
  for (let multiplicity = 1; radical.length > 1; multiplicity++) {
    const shared = commonDivisor(radical, repeated);
    const factor = quotient(radical, shared);
    if (factor.length > 1) list.push({ p: factor, multiplicity });
    radical = shared;
    repeated = repeated.length > 0 ? quotient(repeated, shared) : repeated;
  }
  return list;
}
