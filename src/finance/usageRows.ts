import type { Financing } from "../model";

export type GainShareFinancing = Extract<Financing, { kind: "gainShare" }>;
export type PayPerUseFinancing = Extract<Financing, { kind: "payPerUse" }>;

/** Fees to the provider by month index 0 … N, yuan without VAT, positive: the caller puts the sign. */
export interface FeeRows {
  fee: Float64Array;
  /** index of the last month the contract covers, may lie beyond N */
  endMonth: number;
}

export interface GainShareRows extends FeeRows {
  /** the cap over the whole term was reached */
  isCapped: boolean;
}

/**
 * Gain sharing (优化提升付费): `max(floor, share · max(0, saving))` for each of the `months` after go-live, until the cap over
 * the whole term is used up, floor or not. Example: half of 1000, 3000, −200 with floor 100, cap 1700 → 500, 1200, 0.
 */
export function gainShareRows(
  terms: GainShareFinancing,
  savingByMonth: ArrayLike<number>,
  startMonth: number,
  N: number,
): GainShareRows {
  const fee = new Float64Array(N + 1);
  const endMonth = startMonth + terms.months;
  let room = terms.cap ?? Infinity;
  let isCapped = false;
  for (let m = startMonth + 1; m <= Math.min(endMonth, N); m++) {
    const asked = Math.max(terms.floorPerMonth, terms.share * Math.max(0, savingByMonth[m] ?? 0));
    if (asked > room) isCapped = true;
    fee[m] = Math.min(asked, room);
    room -= fee[m] ?? 0;
  }
  return { fee, endMonth, isCapped };
}

/** What the plan uses by month index 0 … N: parts made, planned hours. */
export interface Usage {
  partsByMonth: ArrayLike<number>;
  plannedHoursByMonth: ArrayLike<number>;
}

/**
 * Pay per use (算力付费 and the like): `max(minimum, units · price · (1 + growth)^y)` for each of the `months` after go-live,
 * y = whole years since then. The minimum does not grow.
 */
export function payPerUseRows(terms: PayPerUseFinancing, usage: Usage, startMonth: number, N: number): FeeRows {
  const fee = new Float64Array(N + 1);
  const endMonth = startMonth + terms.months;
  for (let m = startMonth + 1; m <= Math.min(endMonth, N); m++) {
    const units =
      terms.unit === "month"
        ? 1
        : ((terms.unit === "part" ? usage.partsByMonth[m] : usage.plannedHoursByMonth[m]) ?? 0);
    const price = terms.price * (1 + terms.growth) ** Math.floor((m - startMonth - 1) / 12);
    fee[m] = Math.max(terms.minimumPerMonth, units * price);
  }
  return { fee, endMonth };
}
