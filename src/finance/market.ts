import type { Economics } from "../model";
import { calendarMonth } from "./timing";

/** Calendar month of the plan's first month; January where the file gives no start. */
export const firstMonthOf = (economics: Economics): number => economics.start?.month ?? 1;

/** The year of the plan a month end lies in, from 0; growth steps once a year. */
const yearIndex = (month: number): number => Math.floor(Math.max(0, month - 1) / 12);

/** Parts that can be sold in each month 1 … N (index 0 unused), Infinity without a limit. Season weights have mean 1. */
export function demandByMonth(economics: Economics, perYear: number | null, months: number): Float64Array {
  const list = new Float64Array(months + 1);
  const { seasonality, demandGrowth } = economics.market;
  const sum = (seasonality ?? []).reduce((a, b) => a + b, 0);
  for (let m = 1; m <= months; m++) {
    const weight =
      seasonality === undefined || sum === 0
        ? 1
        : ((seasonality[calendarMonth(m, firstMonthOf(economics)) - 1] ?? 0) * 12) / sum;
    list[m] = perYear === null ? Infinity : (perYear / 12) * (1 + demandGrowth) ** yearIndex(m) * weight;
  }
  return list;
}

/** Factor on today's prices in month m, by yearly steps: `(1 + growth)^(year − 1)`. */
export const grown = (growth: number, month: number): number => (growth === 0 ? 1 : (1 + growth) ** yearIndex(month));
