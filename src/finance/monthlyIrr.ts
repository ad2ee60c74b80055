import type { Irr } from "./irr";
import { soundRoots } from "./soundRoots";

/** The rates of `irr`, −91.7 % < r < 99 900 % a year, as u = 1/(1+i) of a month. */
const lowestU = 0.001 ** (1 / 12);
const highestU = 12 ** (1 / 12);

/**
 * Internal rates of return of flows by month, as effective rates a year, ascending: all real i with
 * `Σ CF_m / (1+i)^m = 0`, r = (1+i)^12 − 1, and how many there are. `irr` counts roots exactly, which at degree 96 takes
 * minutes; here they are enclosed in doubles, and two roots nearer than rounding can tell count as one that touches. Flows
 * whose worth is nearly zero at a whole range of rates are "multiple" without those rates.
 */
export function monthlyIrr(flows: ArrayLike<number>): Irr {
  const list = Array.from(flows);
  const first = list.findIndex((f) => f !== 0);
  if (first < 0 || !list.every(Number.isFinite)) return { status: "none", rates: [] };
  const { list: roots, isVague } = soundRoots(list.slice(first), lowestU, highestU);
  const rates = roots.map(({ u }) => Math.expm1(-12 * Math.log(u))).sort((a, b) => a - b);
  if (isVague || roots.length > 1) return { status: "multiple", rates };
  const only = roots[0];
  return { status: only === undefined ? "none" : only.isTouch ? "double root" : "unique", rates };
}
