import { depreciation, type DepreciationMethod } from "./depreciation";
import { exact, one, toNumber } from "./exact";

/** One-off deduction: yuan a unit at most (财政部 税务总局公告2023年第37号, bought 2024–2027; not for buildings). */
export const oneOffUnitLimit = 5_000_000;
/** A shortened life may not be below this share of the legal one (财税〔2014〕75号). */
export const shortestLifeShare = 0.6;

export type TaxDepreciationMethod = "straightLine" | "oneOff" | "sixtyPercentLife" | "doubleDeclining" | "sumOfDigits";

export interface TaxDepreciationInputs {
  /** yuan */
  cost: number;
  /** residual value as a share of the cost */
  residualRate: number;
  /** tax life; the methods by year count a started year whole */
  years: number;
  method: TaxDepreciationMethod;
  /** yuan a machine: `oneOff` looks at the single machine */
  unitCost: number;
  /** whole month index in which it is put into use */
  inUseMonth: number;
  /** month index in which it leaves, depreciated for the last time; Infinity = stays */
  endMonth: number;
  /** last index N */
  horizon: number;
}

export interface TaxDepreciation {
  /** yuan, positive, index 0 … horizon */
  byMonth: Float64Array;
  /** cost not yet deducted when it leaves or the horizon comes */
  bookAtEnd: number;
  /** asked for `oneOff`, but a unit costs more than 5 million yuan: straight line instead */
  isOneOffRefused: boolean;
}

/**
 * Depreciation the tax law allows, by month: from the month after it is put into use to the month it leaves
 * (企业所得税法实施条例 第59条). Straight line `cost · (1 − residual) / months`; `oneOff` the whole cost in the first of these
 * months; `sixtyPercentLife` straight line over 60 % of the life, whole months up; the declining methods by years of the
 * asset (98条), each spread evenly over its 12 months. Always `Σ byMonth + bookAtEnd = cost`.
 */
export function taxDepreciation(inputs: TaxDepreciationInputs): TaxDepreciation {
  const { cost, residualRate, horizon } = inputs;
  const isOneOffRefused = inputs.method === "oneOff" && inputs.unitCost > oneOffUnitLimit;
  const method = isOneOffRefused ? "straightLine" : inputs.method;
  const byMonth = new Float64Array(horizon + 1);
  const first = inputs.inUseMonth + 1;
  const last = Math.min(horizon, inputs.endMonth);
  let left = cost;
  const book = (m: number, yuan: number): void => {
    byMonth[m] = yuan;
    left -= yuan;
  };

  if (method === "oneOff") {
    if (first <= last) book(first, cost);
  } else if (method === "straightLine" || method === "sixtyPercentLife") {
    const share = method === "straightLine" ? 1 : shortestLifeShare;
    const months = Math.max(1, Math.ceil(inputs.years * 12 * share));
    const level = (cost * (1 - residualRate)) / months;
    for (let m = first; m <= Math.min(last, inputs.inUseMonth + months); m++) book(m, level);
  } else {
    yearlyShares(method, Math.max(1, Math.ceil(inputs.years)), residualRate).forEach((yearShare, k) => {
      const level = (cost * yearShare) / 12;
      for (let m = first + 12 * k; m < first + 12 * (k + 1) && m <= last; m++) book(m, level);
    });
  }
  return { byMonth, bookAtEnd: left, isOneOffRefused };
}

const remembered = new Map<string, readonly number[]>();

/** Depreciation of each year of the asset as a share of the cost. Exact fractions cost 0.1 ms, so answers are kept. */
function yearlyShares(method: DepreciationMethod, years: number, residualRate: number): readonly number[] {
  const key = `${method} ${years} ${residualRate}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const shares = depreciation(method, one, exact(residualRate), years).map(toNumber);
  if (remembered.size >= 64) remembered.clear();
  remembered.set(key, shares);
  return shares;
}
