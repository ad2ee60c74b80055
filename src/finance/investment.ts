import type { Economics, Opex, Range, Retrofit } from "../model";
import { triangularQuantile } from "./rangeQuantile";
import type { ChosenForMoney, CostPoint, Investment } from "./types";

/** One end of a range, or its triangular quantile; a bare number is all of them. */
export function at(range: Range, which: CostPoint): number {
  if (typeof range === "number") return range;
  if (typeof which === "string") return range[which];
  return triangularQuantile(which, range.low, range.likely, range.high);
}

export const likelyOf = (range: Range): number => at(range, "likely");

export const costKinds = ["equipment", "software", "integration", "training"] as const;
export type CostKind = (typeof costKinds)[number];
export type Costs = Record<CostKind, number> & { total: number };

/**
 * Purchase of one retrofit, yuan: Σ kinds · (1 + overrun), without VAT that is credited. A small-scale payer cannot
 * credit it: then VAT is part of the price (13 % on goods, 6 % on services).
 */
export function purchase(retrofit: Retrofit, economics: Economics, which: CostPoint): Costs {
  const factor = 1 + at(economics.investmentOverrun ?? 0, which);
  const { payer, goodsRate, serviceRate } = economics.vat;
  const vat = (kind: CostKind): number =>
    payer === "general" ? 1 : 1 + (kind === "equipment" ? goodsRate : serviceRate);
  const [equipment, software, integration, training] = costKinds.map(
    (kind) => at(retrofit.cost[kind], which) * factor * vat(kind),
  ) as [number, number, number, number];
  return { equipment, software, integration, training, total: equipment + software + integration + training };
}

/** Yearly running cost of one retrofit at today's prices, yuan; `invested` = its purchase. */
export function opexPerYear(retrofit: Retrofit, invested: number, which: CostPoint): { goods: number; wages: number } {
  let goods = 0;
  let wages = 0;
  for (const item of retrofit.opexPerYear) {
    if (item.kind === "fullTimeEquivalent") wages += wageOf(item, which);
    else if (item.kind === "shareOfInvestment") goods += at(item.share, which) * invested;
    else goods += at(item.amount, which);
  }
  return { goods, wages };
}

function wageOf(item: Extract<Opex, { kind: "fullTimeEquivalent" }>, which: CostPoint): number {
  return at(item.fte, which) * item.wagePerYear * (1 + item.onCostRate);
}

export function investmentOf(chosen: readonly ChosenForMoney[], economics: Economics): Investment {
  const sum = (kind: CostKind | "total", which: CostPoint): number =>
    chosen.reduce((all, { retrofit }) => all + purchase(retrofit, economics, which)[kind], 0);
  const amount = (kind: CostKind | "total") => ({
    low: sum(kind, "low"),
    likely: sum(kind, "likely"),
    high: sum(kind, "high"),
  });
  return {
    equipment: amount("equipment"),
    software: amount("software"),
    integration: amount("integration"),
    training: amount("training"),
    total: amount("total"),
  };
}
