import type { CashFlowLine, MoneyResult } from "../../finance";

/** Present value of monthly flows, yuan: `Σ CF_m / (1 + r)^(m/12)`; month 0 is not discounted. Example: 110 in month 12 at 10 % → 100. */
export function presentValue(months: readonly number[], rate: number): number {
  return months.reduce((sum, yuan, month) => sum + yuan / (1 + rate) ** (month / 12), 0);
}

export interface Step {
  /** null = several small lines together */
  line: CashFlowLine | null;
  count: number;
  yuan: number;
}

/** Lines below this share of the largest one are put together: a bar one cannot see tells nothing. */
const smallest = 0.01;

/** What each line of the project is worth today, in the order of the table; the small ones as one step. */
export function stepsToNpv(result: MoneyResult, rate: number): { steps: Step[]; subsidy: number } {
  const { lines } = result.cashFlow;
  const valued = lines
    .filter((line) => line.group === "project")
    .map((line) => ({ line, count: 1, yuan: presentValue(line.months, rate) }))
    .filter((step) => Math.abs(step.yuan) >= 1);
  const largest = valued.reduce((most, step) => Math.max(most, Math.abs(step.yuan)), 0);
  const isSmall = (step: Step): boolean => Math.abs(step.yuan) < largest * smallest && step.line?.key !== "investment";
  const small = valued.filter(isSmall);
  const steps: Step[] = small.length < 2 ? valued : valued.filter((step) => !isSmall(step));
  if (small.length >= 2)
    steps.push({ line: null, count: small.length, yuan: small.reduce((sum, step) => sum + step.yuan, 0) });
  const subsidy = lines
    .filter((line) => line.group === "subsidy")
    .reduce((sum, line) => sum + presentValue(line.months, rate), 0);
  return { steps, subsidy };
}
