/**
 * The sentences this room may ask for; the words live in `text`. Params ending in `Yuan` are money, in `Rate` shares 0..1,
 * in `Years` years. Every cash-flow line has a name (`finance.line.X`) and a formula (`finance.formula.X`).
 */
export const cashFlowLineKeys = [
  "investment",
  "replacement",
  "revenue",
  "material",
  "consumables",
  "labour",
  "energy",
  "scrapValue",
  "escape",
  "startUpLoss",
  "opex",
  "incomeTax",
  "depreciationShield",
  "subsidy",
  "subsidyTax",
  "loanDrawn",
  "loanInterest",
  "loanPrincipal",
  "interestShield",
  "interestSubsidy",
  "interestSubsidyTax",
] as const;
export type CashFlowLineKey = (typeof cashFlowLineKeys)[number];

export const moneyTextKeys = [
  "finance.demand.none",
  "finance.demand.partial",
  "finance.demand.full",
  "finance.demand.noLimit",
  "finance.warning.payback",
  "finance.warning.output",
  "finance.warning.labour",
  "finance.warning.defects",
  "finance.warning.cheapOutput",
  "finance.warning.hardwareOnly",
  "finance.warning.noPrice",
  "finance.warning.extraWorthNothing",
  "finance.warning.losesOutput",
  "finance.warning.headcountUnchanged",
  "finance.warning.irrNotUnique",
  "finance.warning.subsidyLate",
  "finance.assumption.yearEnd",
  "finance.assumption.throttled",
  "finance.assumption.productMix",
  "finance.assumption.escapesSold",
  "finance.assumption.headcountFromShifts",
  "finance.assumption.freedStayPaid",
  "finance.assumption.paidHeads",
  "finance.assumption.vat",
  "finance.assumption.tax",
  "finance.assumption.depreciation",
  "finance.assumption.lifeEnd",
  "finance.assumption.replacement",
  "finance.assumption.noResale",
  "finance.assumption.start",
  "finance.assumption.installStop",
  "finance.assumption.failureProbability",
  "finance.assumption.subsidyTaxable",
  "finance.assumption.subsidyLag",
  "finance.assumption.interestSubsidyYearly",
  "finance.assumption.loanSettled",
  "finance.assumption.overrun",
  "finance.assumption.noOverrun",
  "finance.assumption.unitCostOldAssets",
] as const;
export type MoneyTextKey = (typeof moneyTextKeys)[number];

export interface MoneyText {
  key: MoneyTextKey;
  params: Record<string, string | number>;
}

export function say(key: MoneyTextKey, params: MoneyText["params"] = {}): MoneyText {
  return { key, params };
}
