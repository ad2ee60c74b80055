import type { ChosenForMoney } from "./types";
import { at } from "./investment";

const weeksPerYear = 365 / 7;

/** Years after the start of the plan at which a retrofit runs: start month + order-to-go-live. */
export function goLive({ retrofit, startMonth }: ChosenForMoney): number {
  return startMonth / 12 + at(retrofit.leadTimeWeeks, "likely") / weeksPerYear;
}

/** Year-end convention: a payment in month m (0 = the start) falls into year ⌈m / 12⌉. */
export const yearOfMonth = (month: number): number => Math.ceil(month / 12);

export interface Phasing {
  /** share of each year in which the whole plan runs, index = year */
  live: number[];
  /** the same with run-up: mean of 1 − e^(−t/τ) over the year */
  ramp: number[];
  /** years: when the last retrofit runs, and the slowest run-up constant */
  start: number;
  tau: number;
}

/**
 * When the plan's effect is there. The simulation knows the plan as a whole, so it counts from the last go-live on, with
 * the slowest run-up: `∫ (1 − e^(−(t−g)/τ)) dt` over the year. Example: g = 0, τ = 0 → 1 in every year.
 */
export function phasing(chosen: readonly ChosenForMoney[], horizon: number): Phasing {
  const start = chosen.reduce((latest, c) => Math.max(latest, goLive(c)), 0);
  const tau = chosen.reduce((most, c) => Math.max(most, (c.retrofit.rampUp?.tauWeeks ?? 0) / weeksPerYear), 0);
  const live: number[] = [0];
  const ramp: number[] = [0];
  for (let year = 1; year <= horizon; year++) {
    const from = Math.max(year - 1, start);
    const span = Math.max(0, year - from);
    live.push(span);
    const missing = tau > 0 ? tau * (Math.exp(-(from - start) / tau) - Math.exp(-(from + span - start) / tau)) : 0;
    ramp.push(Math.max(0, span - missing));
  }
  return { live, ramp, start, tau };
}

/**
 * Share of a year's baseline output lost by putting the retrofits in, by year: installation stops (hours of a planned
 * year) and the dip afterwards (share · weeks). Taken as stopping the whole line.
 */
export function startUpShare(chosen: readonly ChosenForMoney[], horizon: number, plannedHours: number): number[] {
  const lost = new Array<number>(horizon + 1).fill(0);
  for (const c of chosen) {
    const year = Math.floor(goLive(c)) + 1;
    if (year > horizon) continue;
    const stop = plannedHours > 0 ? at(c.retrofit.installStopHours, "likely") / plannedHours : 0;
    const { dip, dipWeeks } = c.retrofit.rampUp ?? { dip: 0, dipWeeks: 0 };
    lost[year] = Math.min(1, (lost[year] ?? 0) + stop + (dip * dipWeeks) / weeksPerYear);
  }
  return lost;
}
