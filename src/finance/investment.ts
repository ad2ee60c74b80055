import type { Economics, Opex, Retrofit } from "../model";
import type { ChosenForMoney, CostCase, Investment } from "./types";

type RangeValue = number | { low: number; likely: number; high: number };

/** One end of a range; a bare number is all three. */
export function at(range: RangeValue, which: CostCase): number {
  return typeof range === "number" ? range : range[which];
}

export const costKinds = ["equipment", "software", "integration", "training"] as const;

/** Purchase of one retrofit, yuan: Σ kinds · (1 + overrun). */
export function purchase(
  retrofit: Retrofit,
  economics: Economics,
  which: CostCase,
): Record<(typeof costKinds)[number], number> & { total: number } {
  const factor = 1 + at(economics.investmentOverrun ?? 0, which);
  const [equipment, software, integration, training] = [
    at(retrofit.cost.equipment, which) * factor,
    at(retrofit.cost.software, which) * factor,
    at(retrofit.cost.integration, which) * factor,
    at(retrofit.cost.training, which) * factor,
  ];
  return { equipment, software, integration, training, total: equipment + software + integration + training };
}

/** Yearly running cost of one retrofit at today's wages, yuan; `invested` = its purchase. */
export function opexPerYear(retrofit: Retrofit, invested: number, which: CostCase): { goods: number; wages: number } {
  let goods = 0;
  let wages = 0;
  for (const item of retrofit.opexPerYear) {
    if (item.kind === "fullTimeEquivalent") wages += wageOf(item, which);
    else if (item.kind === "shareOfInvestment") goods += at(item.share, which) * invested;
    else goods += at(item.amount, which);
  }
  return { goods, wages };
}

function wageOf(item: Extract<Opex, { kind: "fullTimeEquivalent" }>, which: CostCase): number {
  return at(item.fte, which) * item.wagePerYear * (1 + item.onCostRate);
}

export function investmentOf(chosen: readonly ChosenForMoney[], economics: Economics): Investment {
  const sum = (kind: (typeof costKinds)[number] | "total", which: CostCase): number =>
    chosen.reduce((all, { retrofit }) => all + purchase(retrofit, economics, which)[kind], 0);
  const amount = (kind: (typeof costKinds)[number] | "total") => ({
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
