import { mirr as mirrOfLibrary, pmt } from "financial";

/** A rate a month as the effective rate a year, `(1 + i)^12 − 1`. Example: 1 % → 12.6825 %. */
export const annualRate = (monthly: number): number => Math.expm1(12 * Math.log1p(monthly));

/** The rate a month that makes an effective rate a year, `(1 + r)^(1/12) − 1`. */
export const monthlyRateOf = (annual: number): number => Math.expm1(Math.log1p(annual) / 12);

/**
 * Modified internal rate of return a period: what is paid in is financed at one rate, what comes back is invested at the
 * other until the end, `(Σ CF⁺ (1+i)^(n−k) / Σ −CF⁻ (1+f)^−k)^(1/n) − 1`. There is one at most, where an IRR may be
 * ambiguous; null without an outflow or without an inflow. Example: −1000, 500, 600 at 10 % and 12 % → 7.70 %.
 */
export function mirr(flows: readonly number[], financeRate: number, reinvestRate: number): number | null {
  const rate = mirrOfLibrary([...flows], financeRate, reinvestRate);
  return Number.isFinite(rate) ? rate : null;
}

/** The same for flows by month, all three rates effective a year. */
export function mirrOfMonths(flows: ArrayLike<number>, financeRate: number, reinvestRate: number): number | null {
  const rate = mirr(Array.from(flows), monthlyRateOf(financeRate), monthlyRateOf(reinvestRate));
  return rate === null ? null : annualRate(rate);
}

/**
 * The level yearly amount worth as much as an NPV, yuan a year: `NPV · r / (1 − (1+r)^−n)`. It compares plans of different
 * lives. Example: 100 at 10 % over 2 years → 57.62.
 */
export function equivalentAnnuity(npv: number, rate: number, years: number): number {
  return pmt(rate, years, -npv);
}
