import type { Economics, Financing } from "../model";
import { capitalOf, lifeMonths, type Capital } from "./capital";
import { costKinds, purchase, type CostKind } from "./investment";
import { leaseRows } from "./leaseRows";
import { loanRows } from "./loanRows";
import { taxDepreciation } from "./taxDepreciation";
import { acceptanceMonth } from "./timing";
import type { ChosenForMoney, CostPoint } from "./types";
import { gainShareRows, payPerUseRows } from "./usageRows";

/** How the plan is paid, by month, yuan, inflow positive, on top of buying it with own money. */
export interface Funding {
  loanDrawn: Float64Array;
  loanInterest: Float64Array;
  loanPrincipal: Float64Array;
  /** balance at the start of each month, and interest paid, of all loans: what interest support is reckoned on */
  balance: Float64Array;
  /** purchases a provider makes instead of the firm, with the cash their input VAT would bind */
  providerPays: Float64Array;
  deposit: Float64Array;
  /** change of taxable income, fees aside: interest, depreciation the firm does not have, that of a finance lease */
  taxable: Float64Array;
  /** fees to providers: those that depend on what is saved and made are known only with a replication */
  fees(saving: Float64Array, sold: Float64Array): { cash: Float64Array; deductible: Float64Array };
  /** first month of a loan, Infinity without one */
  firstDraw: number;
  /** last payment to bank or provider by contract; 0 without */
  lastPayment: number;
  isSettledEarly: boolean;
  /** yuan of each kind of cost that somebody else owns: outside the base of a subsidy */
  notOwned: Record<CostKind, number>;
  /** yuan borrowed */
  borrowed: number;
}

export interface FundingInput {
  chosen: readonly ChosenForMoney[];
  /** for the retrofits that have none of their own, or for all of them */
  financing: Financing;
  isForAll: boolean;
  economics: Economics;
  which: CostPoint;
  months: number;
  plannedHoursPerMonth: number;
  /** input VAT of the whole purchase, and what it does to the firm's cash, by month */
  inputVat: Float64Array;
  vat: Float64Array;
}

type Fee = (saving: Float64Array, sold: Float64Array) => { cash: Float64Array; deductible: Float64Array };

/** Loans to the fen, leases, gain sharing and pay per use of all retrofits together. Each begins when its retrofit does. */
export function fundingOf(input: FundingInput): Funding {
  const { months } = input;
  const row = (): Float64Array => new Float64Array(months + 1);
  const fees: Fee[] = [];
  const funding: Funding = {
    loanDrawn: row(),
    loanInterest: row(),
    loanPrincipal: row(),
    balance: row(),
    providerPays: row(),
    deposit: row(),
    taxable: row(),
    firstDraw: Infinity,
    lastPayment: 0,
    isSettledEarly: false,
    notOwned: { equipment: 0, software: 0, integration: 0, training: 0 },
    borrowed: 0,
    fees(saving, sold) {
      const cash = row();
      const deductible = row();
      for (const fee of fees) {
        const one = fee(saving, sold);
        add(cash, one.cash);
        add(deductible, one.deductible);
      }
      return { cash, deductible };
    },
  };
  // a saving is shared out over the retrofits that are paid from it, by what they cost
  const shared = input.chosen.filter((c) => termsOf(c, input).kind === "gainShare");
  const weight = (c: ChosenForMoney): number => priceOf(c, input, costKinds);
  const all = shared.reduce((sum, c) => sum + weight(c), 0);
  for (const c of input.chosen) {
    const terms = termsOf(c, input);
    if (terms.kind === "loan") borrow(funding, c, terms, input);
    else if (terms.kind !== "ownFunds" && priceOf(c, input, terms.covers) > 0)
      fees.push(provide(funding, c, terms, input, all > 0 ? weight(c) / all : 1));
  }
  return funding;
}

const termsOf = (c: ChosenForMoney, input: FundingInput): Financing =>
  input.isForAll ? input.financing : (c.financing ?? input.financing);

function priceOf(c: ChosenForMoney, { economics, which }: FundingInput, kinds: readonly CostKind[]): number {
  const costs = purchase(c.retrofit, economics, which);
  return kinds.reduce((sum, kind) => sum + costs[kind], 0);
}

function add(into: Float64Array, more: ArrayLike<number>, factor = 1): void {
  for (let m = 0; m < into.length; m++) into[m] = (into[m] ?? 0) + (more[m] ?? 0) * factor;
}

type Terms<K extends Financing["kind"]> = Extract<Financing, { kind: K }>;

/** A loan is drawn whole at the order. */
function borrow(funding: Funding, c: ChosenForMoney, terms: Terms<"loan">, input: FundingInput): void {
  const principal = priceOf(c, input, costKinds) * terms.share;
  if (principal <= 0 || c.startMonth > input.months) return;
  const rows = loanRows(terms, principal, c.startMonth, input.months);
  add(funding.loanDrawn, rows.drawn);
  add(funding.loanInterest, rows.interest, -1);
  add(funding.loanPrincipal, rows.principal, -1);
  add(funding.balance, rows.balance);
  add(funding.taxable, rows.interest, -1);
  funding.firstDraw = Math.min(funding.firstDraw, c.startMonth);
  funding.lastPayment = Math.max(funding.lastPayment, rows.endMonth);
  funding.isSettledEarly ||= rows.isSettledEarly;
  funding.borrowed += principal;
}

/**
 * A provider pays for what he covers and owns it: its price, VAT, depreciation and resale leave the firm's books. He
 * replaces it too, unless it becomes the firm's at the end (gain sharing, a lease with buy-out).
 */
function provide(
  funding: Funding,
  c: ChosenForMoney,
  terms: Terms<"lease"> | Terms<"gainShare"> | Terms<"payPerUse">,
  input: FundingInput,
  savingShare: number,
): Fee {
  const { economics, which, months } = input;
  const price = priceOf(c, input, terms.covers);
  const start = Math.min(months, acceptanceMonth(c));
  const covered = capitalOf(c, economics, which, months, terms.covers);
  const handsOver = terms.kind === "gainShare" || (terms.kind === "lease" && terms.buyOutShare > 0);
  const isFinanceLease = terms.kind === "lease" && terms.form === "finance";
  const ends = handsOver || isFinanceLease;
  const allVat = input.inputVat.reduce((a, b) => a + b, 0);
  const vatShare = allVat > 0 ? covered.inputVat.reduce((a, b) => a + b, 0) / allVat : 0;
  add(funding.providerPays, input.vat, -vatShare);
  takeOver(funding, covered, ends ? start + lifeMonths(c) : Infinity, ends);
  const costs = purchase(c.retrofit, economics, which);
  for (const kind of terms.covers) funding.notOwned[kind] += costs[kind];
  funding.lastPayment = Math.max(funding.lastPayment, start + terms.months);

  if (terms.kind === "gainShare")
    return (saving) => {
      const part = saving.map((yuan) => yuan * savingShare);
      return asFee(gainShareRows(terms, part, start, months).fee);
    };
  if (terms.kind === "payPerUse") {
    const lasting = { ...terms, months: Math.max(terms.months, months - start) };
    const plannedHoursByMonth = new Float64Array(months + 1).fill(input.plannedHoursPerMonth);
    return (_, sold) => asFee(payPerUseRows(lasting, { partsByMonth: sold, plannedHoursByMonth }, start, months).fee);
  }
  const first = leaseRows(terms, price, start, months);
  // without a buy-out an operating lease goes on at the same fee: without the machine the plan would be over
  const rows =
    ends || months - start <= terms.months
      ? first
      : leaseRows({ ...terms, monthlyFee: first.monthlyFee, months: months - start }, price, start, months);
  add(funding.deposit, rows.depositPaid, -1);
  add(funding.deposit, rows.depositBack);
  const base = taxDepreciation({
    cost: rows.depreciableBase,
    residualRate: 0,
    years: economics.depreciationYears,
    method: "straightLine",
    unitCost: rows.depreciableBase,
    inUseMonth: Math.min(months, rows.baseMonth),
    endMonth: Infinity,
    horizon: months,
  });
  add(funding.taxable, base.byMonth, -1);
  if (rows.baseMonth <= months) funding.taxable[months] = (funding.taxable[months] ?? 0) - base.bookAtEnd;
  const cash = new Float64Array(months + 1);
  for (const list of [rows.fee, rows.buyOut, rows.settlement]) add(cash, list, -1);
  return () => ({ cash, deductible: rows.deductible });
}

function asFee(fee: Float64Array): { cash: Float64Array; deductible: Float64Array } {
  return { cash: fee.map((yuan) => -yuan), deductible: fee };
}

/** What the firm would have paid, written off and sold itself, taken out again (purchases after `until` stay its own). */
function takeOver(funding: Funding, covered: Capital, until: number, keepsResale: boolean): void {
  covered.investment.forEach((yuan, m) => {
    const again = m < until ? (covered.replacement[m] ?? 0) : 0;
    const resale = keepsResale ? 0 : (covered.resale[m] ?? 0);
    funding.providerPays[m] = (funding.providerPays[m] ?? 0) - yuan - again - resale;
    const own = m > until;
    funding.taxable[m] =
      (funding.taxable[m] ?? 0) +
      (own ? 0 : (covered.depreciation[m] ?? 0)) -
      (own || keepsResale ? 0 : (covered.disposal[m] ?? 0)) +
      (covered.research[m] ?? 0);
  });
}
