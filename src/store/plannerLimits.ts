import type { Retrofit, Scenario } from "../model";

/** What a plan must keep within; null = no limit. */
export interface PlannerLimits {
  /** yuan, on the likely investment */
  budget: number | null;
  paybackYears: number | null;
  /** people more than today at most */
  heads: number | null;
  /** yuan that may be out at once while the steps are put in order */
  cash: number | null;
}

/** A usual first sum for a retrofit of one line. */
const usualBudget = 1_500_000;

/** Fixed bundles are made of the others: the search builds its own. */
export const candidatesOf = (scenario: Pick<Scenario, "retrofits">): Retrofit[] =>
  scenario.retrofits.filter((r) => r.kind !== "bundle");

const likely = (range: number | { likely: number }): number => (typeof range === "number" ? range : range.likely);

/** The usual sum, or what all the candidates cost where that is less. */
export function firstLimits(scenario: Scenario): PlannerLimits {
  const overrun = 1 + likely(scenario.economics.investmentOverrun ?? 0);
  const all = candidatesOf(scenario).reduce((sum, { cost }) => {
    return sum + likely(cost.equipment) + likely(cost.software) + likely(cost.integration) + likely(cost.training);
  }, 0);
  const whole = Math.ceil((all * overrun) / 10_000) * 10_000;
  return {
    budget: whole > 0 ? Math.min(usualBudget, whole) : usualBudget,
    paybackYears: null,
    heads: null,
    cash: null,
  };
}
