import { likelyOf } from "./investment";
import type { ChosenForMoney } from "./types";

export const monthsPerWeek = 12 / (365 / 7);

/** Months after the start of the plan at which a retrofit runs: its order + order-to-go-live. */
export function goLiveMonth({ retrofit, startMonth }: ChosenForMoney): number {
  return startMonth + likelyOf(retrofit.leadTimeWeeks) * monthsPerWeek;
}

/** The month at whose end a retrofit is accepted: the first full month end after go-live. */
export const acceptanceMonth = (c: ChosenForMoney): number => Math.ceil(goLiveMonth(c) - 1e-9);

/**
 * Share of a retrofit's effect that has been learned at a moment: `1 − e^(−t/τ)` after go-live (domain notes, rule 7),
 * all of it at once without a run-up. Example: τ after go-live → 63 %.
 */
export function progressAt(c: ChosenForMoney, month: number): number {
  const age = month - goLiveMonth(c);
  if (age < 0) return 0;
  const tau = (c.retrofit.rampUp?.tauWeeks ?? 0) * monthsPerWeek;
  return tau > 0 ? 1 - Math.exp(-age / tau) : 1;
}

/** The same over all retrofits, 0 … their number: what the way between two simulated states is measured by. */
export function learnedAt(chosen: readonly ChosenForMoney[], month: number): number {
  return chosen.reduce((sum, c) => sum + progressAt(c, month), 0);
}

/** Calendar month 1 … 12 of the end of month `index`; the plan's first month is `first`. */
export const calendarMonth = (index: number, first: number): number => ((((first - 1 + index - 1) % 12) + 12) % 12) + 1;
