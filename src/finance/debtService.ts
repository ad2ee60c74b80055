export interface CashNeed {
  /** the most money that is out at once, yuan, 0 when it never is */
  yuan: number;
  /** index at which that is so for the first time; 0 when it never is */
  month: number;
}

/**
 * Peak cash need: `max(0, −min_m Σ_{k ≤ m} CF_k)`, flows by month from index 0, inflow positive.
 * Example: −100, 30, −50, 200 → 120 in month 2.
 */
export function peakCashNeed(flows: ArrayLike<number>): CashNeed {
  let total = 0;
  let lowest = 0;
  let month = 0;
  for (let m = 0; m < flows.length; m++) {
    total += flows[m] ?? 0;
    if (total < lowest) {
      lowest = total;
      month = m;
    }
  }
  // 0 − 0, so that no debt is not −0
  return { yuan: 0 - lowest, month };
}

export interface DebtServiceCover {
  /** of plan year 1, 2, …; null in a year without debt service. Index 0 of the flows belongs to year 1 */
  byYear: (number | null)[];
  /** the worst year; null without debt */
  minimum: number | null;
}

/**
 * Debt service cover ratio (DSCR) by plan year: cash before debt service / (principal + interest). Banks usually want 1.2 or
 * more; below 1 the plan alone does not carry its debt. Both by month, yuan; `service` positive. With less than a year left
 * the last year is what there is. Example: 150 earned, 100 due → 1.5.
 */
export function debtServiceCover(cashBefore: ArrayLike<number>, service: ArrayLike<number>): DebtServiceCover {
  const years = Math.max(1, Math.ceil((cashBefore.length - 1) / 12));
  const earned = new Float64Array(years);
  const due = new Float64Array(years);
  for (let m = 0; m < cashBefore.length; m++) {
    const year = Math.max(0, Math.ceil(m / 12) - 1);
    earned[year] = (earned[year] ?? 0) + (cashBefore[m] ?? 0);
    due[year] = (due[year] ?? 0) + (service[m] ?? 0);
  }
  const byYear = Array.from(due, (d, y) => (d > 0 ? (earned[y] ?? 0) / d : null));
  const there = byYear.filter((ratio): ratio is number => ratio !== null);
  return { byYear, minimum: there.length > 0 ? Math.min(...there) : null };
}
