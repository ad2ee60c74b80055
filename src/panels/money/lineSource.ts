import type { CashFlowLine } from "../../finance";

/** Where the numbers of a line come from, in the order of their weight. */
export type LineSource = "catalogue" | "simulation" | "premises" | "staff" | "rules" | "terms";

export const lineSources: Readonly<Record<CashFlowLine["key"], readonly LineSource[]>> = {
  investment: ["catalogue", "premises"],
  vat: ["catalogue", "premises"],
  replacement: ["catalogue"],
  oldMachine: ["catalogue"],
  resale: ["catalogue", "premises"],
  revenue: ["simulation", "premises"],
  material: ["simulation", "premises"],
  consumables: ["simulation", "premises"],
  energy: ["simulation", "premises"],
  scrapValue: ["simulation", "premises"],
  escape: ["simulation", "premises"],
  labour: ["staff", "premises"],
  severance: ["staff", "premises"],
  opex: ["catalogue", "premises"],
  floor: ["catalogue", "premises"],
  it: ["catalogue", "premises"],
  incomeTax: ["premises"],
  subsidy: ["rules"],
  subsidyTax: ["rules", "premises"],
  loanDrawn: ["terms"],
  loanInterest: ["terms"],
  loanPrincipal: ["terms"],
  providerPays: ["terms"],
  providerFee: ["terms", "simulation"],
  deposit: ["terms"],
  financingTax: ["terms", "premises"],
  interestSubsidy: ["rules", "terms"],
  interestSubsidyTax: ["rules", "premises"],
};
