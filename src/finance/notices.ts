import { isBeyondReference } from "../policy";
import type { Capital } from "./capital";
import type { Funding } from "./funding";
import type { Frame } from "./ledger";
import { likelyOf } from "./investment";
import { unpaidChanges } from "./labour";
import { mixOf, type Operating } from "./operating";
import type { Subsidies } from "./subsidies";
import { say, type MoneyText } from "./textKeys";
import type { DemandBinding, Investment, MoneyInput, PointFigures } from "./types";

/** Payback below half a year, or investment below 0.3 yuan a yuan of extra output: too good not to be asked about. */
const beyond = { paybackYears: 0.5, investmentPerOutput: 0.3 };

type Sides = readonly { before: Operating; after: Operating }[];

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
const change = (before: number, after: number): number | null => (before > 0 ? after / before - 1 : null);

/** Parts a year against what can be sold: `full` = the baseline alone already meets the demand. */
export function demandBinding(input: MoneyInput, sides: Sides): DemandBinding {
  const demand = input.plan.demand?.perYear;
  if (demand === undefined) return "none";
  if (demand <= mean(sides.map((s) => s.before.made))) return "full";
  return demand < mean(sides.map((s) => s.after.made)) ? "partial" : "none";
}

export function demandNotes(input: MoneyInput, binding: DemandBinding): MoneyText[] {
  const demand = input.plan.demand?.perYear;
  const { demandGrowth } = input.economics.market;
  const growth = demandGrowth === 0 ? [] : [say("finance.demand.growth", { growthRate: demandGrowth })];
  if (demand === undefined) return [say("finance.demand.noLimit"), ...growth];
  return [say(`finance.demand.${binding}`, { demandParts: demand }), ...growth];
}

export interface Warned {
  sides: Sides;
  people: { before: number; after: number };
  investment: Investment;
  binding: DemandBinding;
  point: PointFigures;
  support: Subsidies;
  capital: Capital;
}

/** What should make a reader look twice. */
export function warningsOf(input: MoneyInput, given: Warned): MoneyText[] {
  const { sides, people, investment, binding, point, support, capital } = given;
  const list: MoneyText[] = [];
  const made = change(mean(sides.map((s) => s.before.made)), mean(sides.map((s) => s.after.made)));
  const perPart = (heads: number, side: "before" | "after"): number =>
    heads / Math.max(1, mean(sides.map((s) => s[side].made)));
  const labour = change(perPart(people.before, "before"), perPart(people.after, "after"));
  const defects = change(
    mean(input.replications.map((r) => defectRate(r.baseline))),
    mean(input.replications.map((r) => defectRate(r.plan))),
  );
  const years = point.simplePayback.years;
  if (investment.total.likely > 0 && years !== null && years < beyond.paybackYears)
    list.push(say("finance.warning.payback", { paybackYears: years }));
  if (made !== null && isBeyondReference("outputGain", made))
    list.push(say("finance.warning.output", { changeRate: made }));
  if (labour !== null && isBeyondReference("unitLabourDrop", labour))
    list.push(say("finance.warning.labour", { changeRate: labour }));
  if (defects !== null && isBeyondReference("defectDrop", defects))
    list.push(say("finance.warning.defects", { changeRate: defects }));
  if (made !== null && made < 0) list.push(say("finance.warning.losesOutput", { changeRate: made }));

  const extra = mean(sides.map((s) => s.after.revenue - s.before.revenue));
  if (mixOf(input.plan).price === 0) list.push(say("finance.warning.noPrice"));
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
  if (support.late > 0) list.push(say("finance.warning.subsidyLate", { amountYuan: support.late }));
  if (capital.isOneOffRefused) list.push(say("finance.warning.oneOffRefused"));
  return list;
}

function defectRate(n: { goodPerYear: number; escapedPerYear: number; scrappedPerYear: number }): number {
  const all = n.goodPerYear + n.escapedPerYear + n.scrappedPerYear;
  return all > 0 ? (n.scrappedPerYear + n.escapedPerYear) / all : 0;
}

/** Everything that filled a gap, so that the report can list it. */
export function assumptionsOf(input: MoneyInput, frame: Frame, funding: Funding, support: Subsidies): MoneyText[] {
  const { economics, chosen } = input;
  const list = [say("finance.assumption.monthEnd"), ...taxAssumptions(input), ...peopleAssumptions(input, frame)];
  list.push(say("finance.assumption.escapesSold"), say("finance.assumption.unitCostOldAssets"));
  if (input.plan.demand !== null) list.push(say("finance.assumption.throttled"));
  if (input.plan.products.length > 1)
    list.push(say("finance.assumption.productMix", { count: input.plan.products.length }));
  if (economics.tariff.length > 0) list.push(say("finance.assumption.tariff"));
  if (economics.start === undefined) list.push(say("finance.assumption.noStart"));
  if (chosen.length === 0) return list;

  const { order, acceptance, retained } = paymentShares(economics.paymentTerms);
  list.push(
    say("finance.assumption.payment", { orderRate: order, acceptanceRate: acceptance, retainedRate: retained }),
    say("finance.assumption.resale", { saleRate: likelyOf(economics.resaleRate) }),
    say("finance.assumption.start", { startMonths: frame.lastGoLive }),
    say(input.way === undefined ? "finance.assumption.wayEstimated" : "finance.assumption.waySimulated"),
    say(economics.investmentOverrun === undefined ? "finance.assumption.noOverrun" : "finance.assumption.overrun"),
  );
  if (frame.vatLeft >= 1) list.push(say("finance.assumption.vatLeft", { amountYuan: frame.vatLeft }));
  if (frame.capital.replacements.length > 0)
    list.push(say("finance.assumption.replacement", { count: frame.capital.replacements.length }));
  if (chosen.some((c) => c.retrofit.failureProbability > 0)) list.push(say("finance.assumption.failure"));
  if (chosen.some((c) => c.retrofit.it !== undefined) && economics.itCostPerYear === null)
    list.push(say("finance.assumption.itUnknown"));
  if (support.total > 0 && support.isTaxed)
    list.push(say("finance.assumption.subsidyTaxable", { taxRate: economics.incomeTaxRate }));
  if (support.total > 0 && !support.isTaxed) list.push(say("finance.assumption.subsidyNotTaxed"));
  if (support.paidIn !== null) list.push(say("finance.assumption.subsidyLag", { paidMonth: support.paidIn }));
  if (funding.borrowed > 0) list.push(say("finance.assumption.loanDrawn"));
  if (funding.isSettledEarly)
    list.push(say("finance.assumption.loanSettled", { horizonYears: economics.horizonYears }));
  const provided = Object.values(funding.notOwned).reduce((a, b) => a + b, 0);
  if (provided > 0) list.push(say("finance.assumption.providerOwns", { amountYuan: provided }));
  return list;
}

function taxAssumptions({ economics }: MoneyInput): MoneyText[] {
  const { tax, vat, incomeTaxRate } = economics;
  const list = [
    say(vat.payer === "general" ? "finance.assumption.vat" : "finance.assumption.vatSmallScale", {
      goodsRate: vat.goodsRate,
      serviceRate: vat.serviceRate,
    }),
    tax.profitBefore === null
      ? say("finance.assumption.tax", { taxRate: incomeTaxRate })
      : say("finance.assumption.taxTwoWorlds", { profitYuan: tax.profitBefore, taxRate: incomeTaxRate }),
    say(`finance.assumption.depreciation.${tax.depreciation}`, {
      years: economics.depreciationYears,
      residualRate: economics.residualRate,
    }),
    tax.researchShare > 0
      ? say("finance.assumption.research", { shareRate: tax.researchShare })
      : say("finance.assumption.noResearch"),
  ];
  if (tax.regime === "smallProfit")
    list.push(say(tax.profitBefore === null ? "finance.assumption.cliffUnseen" : "finance.assumption.cliff"));
  return list;
}

function peopleAssumptions({ economics }: MoneyInput, frame: Frame): MoneyText[] {
  const { staffing, labourSaving } = economics;
  const list = [
    say(`finance.assumption.freed.${labourSaving}`, {
      leaversRate: staffing.leaversPerYear,
      years: staffing.serviceYears,
      worthRate: staffing.redeployedWorth,
    }),
  ];
  const derived = [...new Set([...frame.labour.before.derived, ...frame.labour.after.derived])];
  if (derived.length > 0) list.push(say("finance.assumption.headcountFromShifts", { pools: derived.join(", ") }));
  if (frame.labour.before.overtimeShare > 0) list.push(say(`finance.assumption.idle.${staffing.idleTime}`));
  return list;
}

function paymentShares(terms: MoneyInput["economics"]["paymentTerms"]) {
  const sum = (list: typeof terms): number => list.reduce((all, t) => all + t.share, 0);
  return {
    order: sum(terms.filter((t) => t.at === "order")),
    acceptance: sum(terms.filter((t) => t.at === "acceptance" && t.months === 0)),
    retained: sum(terms.filter((t) => t.at === "acceptance" && t.months > 0)),
  };
}
