import type { Financing } from "../model";
import { lprAt } from "../policy";
import { debtServiceCover, peakCashNeed } from "./debtService";
import { npvOfMonths, paybackOfMonths } from "./figures";
import { monthsOf, plannedHoursPerMonth } from "./frame";
import { fundingOf } from "./funding";
import { purchase } from "./investment";
import { ledgerOf, netOf, type Frame, type Ledger, type Sides } from "./ledger";
import { subsidiesOf } from "./subsidies";
import { typicalOffers } from "./typicalOffers";
import type { FinancingOption, MoneyInput, RiskBearer } from "./types";

interface Candidate {
  financing: Financing;
  origin: FinancingOption["origin"];
  reasons: FinancingOption["reasons"];
}

/**
 * Every way to pay, side by side: the plan's own, the offers in the file, and typical terms for the kinds nobody has
 * offered. Same output, same costs; only who pays, when, and who bears the risk differ. `sides` = mean output with the
 * uncertain effects at their low, likely and high ends.
 */
export function financingOptions(
  input: MoneyInput,
  frame: Frame,
  sides: { low: Sides; likely: Sides; high: Sides },
): FinancingOption[] {
  if (input.chosen.length === 0) return [];
  const total = input.chosen.reduce((sum, c) => sum + purchase(c.retrofit, input.economics, "likely").total, 0);
  if (total <= 0) return [];
  return candidates(input, total, sides.likely).map((candidate, i) => option(input, frame, sides, candidate, i));
}

function candidates(input: MoneyInput, price: number, likely: Sides): Candidate[] {
  const list: Candidate[] = [{ financing: input.financing, origin: "plan", reasons: [] }];
  for (const offer of input.economics.offers) list.push({ financing: offer.financing, origin: "offer", reasons: [] });
  const months = monthsOf(input);
  const perMonth = likely.after[months]?.sold ?? 0;
  const lpr = lprAt(input.lpr, input.economics.start?.year);
  for (const { financing, reasons } of typicalOffers({
    price,
    lprOneYear: lpr.oneYear,
    usage: { unit: "part", perMonth },
  }))
    if (!list.some((known) => known.financing.kind === financing.kind))
      list.push({ financing, origin: "typical", reasons });
  const order: Financing["kind"][] = ["ownFunds", "loan", "lease", "gainShare", "payPerUse"];
  return list.sort((a, b) => order.indexOf(a.financing.kind) - order.indexOf(b.financing.kind));
}

function option(
  input: MoneyInput,
  frame: Frame,
  sides: { low: Sides; likely: Sides; high: Sides },
  { financing, origin, reasons }: Candidate,
  index: number,
): FinancingOption {
  const { discountRate } = input.economics;
  const funding = fundingOf({
    chosen: input.chosen,
    financing,
    isForAll: origin !== "plan",
    economics: input.economics,
    which: "likely",
    months: frame.months,
    plannedHoursPerMonth: plannedHoursPerMonth(input),
    inputVat: frame.capital.inputVat,
    vat: frame.vat,
  });
  const support = subsidiesOf(input, funding, "likely", frame.months);
  const ledger = (which: Sides): Ledger => ledgerOf(frame, which, funding, support);
  const [low, likely, high] = [ledger(sides.low), ledger(sides.likely), ledger(sides.high)];
  const npv = (rows: Ledger, view: "afterFinancing" | "afterFinancingWithSubsidy"): number =>
    npvOfMonths(netOf(rows, view), discountRate);
  const amount = (view: "afterFinancing" | "afterFinancingWithSubsidy") => ({
    low: npv(low, view),
    likely: npv(likely, view),
    high: npv(high, view),
  });
  const flows = netOf(likely, "afterFinancing");
  const service = serviceOf(likely, financing);
  const cashBefore = flows.map((yuan, m) => yuan + (service[m] ?? 0) - (likely.loanDrawn[m] ?? 0));
  // what is bought is not what serves debt: cover is asked of the running years
  const running = cashBefore.map((yuan, m) => yuan - invested(likely, m));
  return {
    id: `${financing.kind}-${index}`,
    financing,
    origin,
    reasons,
    riskBearer: bearerOf(financing),
    npv: amount("afterFinancingWithSubsidy"),
    npvWithoutSubsidy: amount("afterFinancing"),
    peakCash: peakCashNeed(flows),
    debtCover: debtServiceCover(running, service).minimum,
    mostPerMonth: mostPaid(likely, service),
    subsidy: support.total,
    simplePayback: paybackOfMonths(flows),
    endsShort: flows.reduce((sum, yuan) => sum + yuan, 0) < 0,
    providerLoses: providerBalance(likely) < 0,
  };
}

/** What a provider gets less what he pays, yuan, undiscounted; 0 without one. */
const providerBalance = (rows: Ledger): number => {
  const total = (row: Float64Array): number => row.reduce((sum, yuan) => sum + yuan, 0);
  const paid = total(rows.providerPays);
  return paid > 0 ? -total(rows.providerFee) - paid : 0;
};

/** Cash that goes out for buying, in month m (negative). */
const invested = (rows: Ledger, m: number): number =>
  (rows.investment[m] ?? 0) + (rows.vat[m] ?? 0) + (rows.replacement[m] ?? 0) + (rows.providerPays[m] ?? 0);

/** Interest and principal of loans, fees of a lease: what must be paid whatever the line makes. */
function serviceOf(rows: Ledger, financing: Financing): Float64Array {
  return rows.loanInterest.map((yuan, m) => {
    const lease = financing.kind === "lease" ? (rows.providerFee[m] ?? 0) : 0;
    return -(yuan + (rows.loanPrincipal[m] ?? 0) + lease);
  });
}

function mostPaid(rows: Ledger, service: Float64Array): number {
  return service.reduce((most, yuan, m) => Math.max(most, yuan, -(rows.providerFee[m] ?? 0)), 0);
}

function bearerOf(financing: Financing): RiskBearer {
  if (financing.kind === "loan") return "firmAndBank";
  if (financing.kind === "gainShare") return "shared";
  if (financing.kind === "payPerUse")
    return financing.minimumPerMonth > 0 || financing.unit !== "part" ? "shared" : "provider";
  return "firm";
}
