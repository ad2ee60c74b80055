import type { Frame } from "./frame";
import { at } from "./investment";
import { unpaidChanges, type Labour } from "./labour";
import { mixOf, type Operating } from "./operating";
import { say, type MoneyText } from "./textKeys";
import type { DemandBinding, Investment, MoneyInput, PointFigures } from "./types";

/** Averages of the 51 workshops (常工信复〔2021〕第44号); beyond them a plan must explain itself. */
const beyond = { paybackYears: 0.5, output: 0.7, labour: -0.5, defects: -0.5, investmentPerOutput: 0.3 };

export interface Sides {
  sides: readonly { before: Operating; after: Operating }[];
  headcount: { before: number; after: number };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
const change = (before: number, after: number): number | null => (before > 0 ? after / before - 1 : null);

/** Parts a year against what can be sold: `full` = the baseline alone already meets the demand. */
export function demandBinding(input: MoneyInput, sides: Sides["sides"]): DemandBinding {
  const demand = input.plan.demand?.perYear;
  if (demand === undefined) return "none";
  if (demand <= mean(sides.map((s) => s.before.made))) return "full";
  return demand < mean(sides.map((s) => s.after.made)) ? "partial" : "none";
}

export function demandNotes(input: MoneyInput, binding: DemandBinding): MoneyText[] {
  const demand = input.plan.demand?.perYear;
  if (demand === undefined) return [say("finance.demand.noLimit")];
  return [say(`finance.demand.${binding}`, { demandParts: demand })];
}

/** What should make a reader look twice. */
export function warningsOf(
  input: MoneyInput,
  { sides, headcount }: Sides,
  investment: Investment,
  binding: DemandBinding,
  point: PointFigures,
  frame: Frame,
): MoneyText[] {
  const list: MoneyText[] = [];
  const made = change(mean(sides.map((s) => s.before.made)), mean(sides.map((s) => s.after.made)));
  const perPart = (people: number, side: "before" | "after"): number =>
    people / Math.max(1, mean(sides.map((s) => s[side].made)));
  const labour = change(perPart(headcount.before, "before"), perPart(headcount.after, "after"));
  const defects = change(
    mean(input.replications.map((r) => defectRate(r.baseline))),
    mean(input.replications.map((r) => defectRate(r.plan))),
  );
  const years = point.simplePayback.years;
  if (investment.total.likely > 0 && years !== null && years < beyond.paybackYears)
    list.push(say("finance.warning.payback", { paybackYears: years }));
  if (made !== null && made > beyond.output) list.push(say("finance.warning.output", { changeRate: made }));
  if (labour !== null && labour < beyond.labour) list.push(say("finance.warning.labour", { changeRate: labour }));
  if (defects !== null && defects < beyond.defects) list.push(say("finance.warning.defects", { changeRate: defects }));
  if (made !== null && made < 0) list.push(say("finance.warning.losesOutput", { changeRate: made }));

  const price = mixOf(input.plan).price;
  const extra = mean(sides.map((s) => s.after.revenue - s.before.revenue));
  if (price === 0) list.push(say("finance.warning.noPrice"));
  if (binding === "full")
    list.push(say("finance.warning.extraWorthNothing", { demandParts: input.plan.demand?.perYear ?? 0 }));
  if (extra > 0 && investment.total.likely > 0 && investment.total.likely / extra < beyond.investmentPerOutput)
    list.push(say("finance.warning.cheapOutput", { perYuan: investment.total.likely / extra }));
  if (investment.equipment.likely > 0 && investment.software.likely === 0)
    list.push(say("finance.warning.hardwareOnly"));
  const unpaid = unpaidChanges(input.baseline, input.plan);
  if (unpaid.length > 0) list.push(say("finance.warning.headcountUnchanged", { pools: unpaid.join(", ") }));
  if (point.irr.status === "multiple" || point.irr.status === "double root")
    list.push(say("finance.warning.irrNotUnique", { count: point.irr.rates.length }));
  if (frame.subsidyAfterHorizon > 0)
    list.push(say("finance.warning.subsidyLate", { amountYuan: frame.subsidyAfterHorizon }));
  return list;
}

function defectRate(n: { goodPerYear: number; escapedPerYear: number; scrappedPerYear: number }): number {
  const all = n.goodPerYear + n.escapedPerYear + n.scrappedPerYear;
  return all > 0 ? (n.scrappedPerYear + n.escapedPerYear) / all : 0;
}

/** Everything that filled a gap, so that the report can list it. */
export function assumptionsOf(input: MoneyInput, frame: Frame, labour: { before: Labour; after: Labour }): MoneyText[] {
  const { economics, chosen } = input;
  const list = [
    say("finance.assumption.yearEnd"),
    say("finance.assumption.vat"),
    say("finance.assumption.tax", { taxRate: economics.incomeTaxRate }),
    say("finance.assumption.escapesSold"),
    say("finance.assumption.unitCostOldAssets"),
    say(economics.labourSaving === "none" ? "finance.assumption.freedStayPaid" : "finance.assumption.paidHeads"),
  ];
  if (input.plan.demand !== null) list.push(say("finance.assumption.throttled"));
  if (input.plan.products.length > 1)
    list.push(say("finance.assumption.productMix", { count: input.plan.products.length }));
  const derived = [...new Set([...labour.before.derived, ...labour.after.derived])];
  if (derived.length > 0) list.push(say("finance.assumption.headcountFromShifts", { pools: derived.join(", ") }));
  if (chosen.length === 0) return list;

  list.push(
    say("finance.assumption.depreciation", {
      years: economics.depreciationYears,
      residualRate: economics.residualRate,
    }),
    say("finance.assumption.lifeEnd"),
    say("finance.assumption.noResale"),
    say("finance.assumption.start", { startYears: frame.phasing.start, runUpYears: frame.phasing.tau }),
    say(economics.investmentOverrun === undefined ? "finance.assumption.noOverrun" : "finance.assumption.overrun"),
  );
  if (frame.replaced.length > 0)
    list.push(say("finance.assumption.replacement", { retrofits: frame.replaced.join(", ") }));
  const stops = chosen.some((c) => at(c.retrofit.installStopHours, "likely") > 0 || (c.retrofit.rampUp?.dip ?? 0) > 0);
  if (stops) list.push(say("finance.assumption.installStop"));
  if (chosen.some((c) => c.retrofit.failureProbability > 0)) list.push(say("finance.assumption.failureProbability"));
  const paid = frame.policies.rules.filter((v) => frame.policies.base.chosen.includes(v.ruleId) && v.amount.likely > 0);
  if (paid.length > 0) list.push(say("finance.assumption.subsidyTaxable", { taxRate: economics.incomeTaxRate }));
  if (paid.some((v) => v.byYear === null && v.payLagMonths === null)) list.push(say("finance.assumption.subsidyLag"));
  if (paid.some((v) => v.byYear !== null)) list.push(say("finance.assumption.interestSubsidyYearly"));
  if (frame.isLoanSettledEarly)
    list.push(say("finance.assumption.loanSettled", { horizonYears: economics.horizonYears }));
  return list;
}
