import type { Retrofit } from "../model";

type Range = Retrofit["installStopHours"];
export interface Span {
  low: number;
  likely: number;
  high: number;
}

export function span(range: Range): Span {
  return typeof range === "number" ? { low: range, likely: range, high: range } : range;
}

const add = (a: Span, b: Span): Span => ({ low: a.low + b.low, likely: a.likely + b.likely, high: a.high + b.high });
const zero: Span = { low: 0, likely: 0, high: 0 };

/** Yuan to be paid once for a retrofit: equipment, software, integration and training, as the catalogue prices it. */
export function purchaseOf(retrofit: Retrofit): Span {
  const { equipment, software, integration, training } = retrofit.cost;
  return [equipment, software, integration, training].map(span).reduce(add, zero);
}

/** Yuan a year to run it, at likely values; people the line itself employs come on top (wage bill). */
export function runningOf(retrofit: Retrofit): number {
  const purchase = purchaseOf(retrofit).likely;
  return retrofit.opexPerYear.reduce((sum, opex) => {
    if (opex.kind === "yuan") return sum + span(opex.amount).likely;
    if (opex.kind === "shareOfInvestment") return sum + span(opex.share).likely * purchase;
    return sum + span(opex.fte).likely * opex.wagePerYear * (1 + opex.onCostRate);
  }, 0);
}
