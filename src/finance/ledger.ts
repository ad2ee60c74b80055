import type { Capital, Running } from "./capital";
import type { Funding } from "./funding";
import { incomeTaxDue, type IncomeTaxTerms } from "./incomeTax";
import { overtimeSaved, type Labour } from "./labour";
import { grown } from "./market";
import { contributionOf, type Operating, type Terms } from "./operating";
import { slab } from "./slab";
import { cashFlowLineKeys, type CashFlowLineKey } from "./textKeys";
import type { LineGroup } from "./types";

/** Yuan by month 0 … N for every line, one replication; plan − baseline, inflow positive. */
export type Ledger = Record<CashFlowLineKey, Float64Array>;

const groups: Readonly<Partial<Record<CashFlowLineKey, LineGroup>>> = {
  subsidy: "subsidy",
  subsidyTax: "subsidy",
  loanDrawn: "financing",
  loanInterest: "financing",
  loanPrincipal: "financing",
  providerPays: "financing",
  providerFee: "financing",
  deposit: "financing",
  financingTax: "financing",
  interestSubsidy: "financing",
  interestSubsidyTax: "financing",
};
export const groupOf = (key: CashFlowLineKey): LineGroup => groups[key] ?? "project";

/** Everything about a plan's money that no replication changes, for one cost point. */
export interface Frame {
  months: number;
  before: Terms;
  after: Terms;
  /** parts a month that can be sold */
  demand: Float64Array;
  /** VAT on today's sales less VAT on what goes into them, a month: what input VAT can be set off against */
  room: Float64Array;
  capital: Capital;
  vat: Float64Array;
  /** input VAT not set off by the horizon, yuan: counted as lost */
  vatLeft: number;
  running: Running;
  wages: { labour: Float64Array; severance: Float64Array };
  labour: { before: Labour; after: Labour };
  /** from here on the plan's people and shifts are those of the finished plan */
  lastGoLive: number;
  tax: IncomeTaxTerms;
}

/** Subsidies by month, yuan: on the investment and on interest. `untaxed`: deductions lost instead of tax on receipt. */
export interface Support {
  subsidy: Float64Array;
  interest: Float64Array;
  isTaxed: boolean;
}

/** Both lines by month, one replication. */
export interface Sides {
  before: readonly Operating[];
  after: readonly Operating[];
}

type Row = Float64Array;

/**
 * One replication's cash flow. Income tax is what the firm pays more (or less) with each layer on top: the project
 * bought with own money, then the financing, then the subsidy, then the support on interest.
 */
export function ledgerOf(frame: Frame, sides: Sides, funding: Funding | null, support: Support | null): Ledger {
  const { months, capital, running, wages } = frame;
  // one piece of memory and each row found once: a draw over what is not known prices some hundred ledgers
  const rowsOf = slab(11, months + 1) as [Row, Row, Row, Row, Row, Row, Row, Row, Row, Row, Row];
  const [nothing, revenue, material, consumables, energy, scrapValue, escape, labour, taxable, saving, sold] = rowsOf;
  // lines with nothing in them share one row; nobody writes into a ledger
  const rows = Object.fromEntries(cashFlowLineKeys.map((key) => [key, nothing])) as Ledger;
  Object.assign(rows, { revenue, material, consumables, energy, scrapValue, escape, labour });
  const hasOvertime = frame.labour.before.overtimeShare > 0 || frame.labour.after.overtimeShare > 0;
  const { economics } = frame.before;
  for (let m = 1; m <= months; m++) {
    const before = sides.before[m];
    const after = sides.after[m];
    if (before === undefined || after === undefined) continue;
    revenue[m] = after.revenue - before.revenue;
    material[m] = after.material - before.material;
    consumables[m] = after.consumables - before.consumables;
    energy[m] = after.energy - before.energy;
    scrapValue[m] = after.scrapValue - before.scrapValue;
    escape[m] = after.escape - before.escape;
    labour[m] = wages.labour[m] ?? 0;
    if (hasOvertime) {
      const staff = m > frame.lastGoLive ? frame.labour.after : frame.labour.before;
      const saved =
        overtimeSaved(staff, after.running, economics) - overtimeSaved(frame.labour.before, before.running, economics);
      labour[m] = (labour[m] ?? 0) + (saved / 12) * grown(economics.wageGrowth, m);
    }
    saving[m] =
      contributionOf(after) -
      contributionOf(before) +
      (labour[m] ?? 0) +
      (running.opex[m] ?? 0) +
      (running.floor[m] ?? 0) +
      (running.it[m] ?? 0);
    sold[m] = after.sold;
    taxable[m] = (saving[m] ?? 0) + (wages.severance[m] ?? 0);
  }
  rows.investment = capital.investment;
  rows.vat = frame.vat;
  rows.replacement = capital.replacement;
  rows.oldMachine = capital.oldMachine;
  rows.resale = capital.resale;
  rows.severance = wages.severance;
  rows.opex = running.opex;
  rows.floor = running.floor;
  rows.it = running.it;
  for (let m = 0; m <= months; m++)
    taxable[m] =
      (taxable[m] ?? 0) +
      (capital.disposal[m] ?? 0) -
      (capital.depreciation[m] ?? 0) -
      (capital.expensed[m] ?? 0) -
      (capital.research[m] ?? 0);

  const layers = new TaxLayers(frame.tax, taxable);
  rows.incomeTax = layers.first();
  if (funding !== null) {
    const fee = funding.fees(saving, sold);
    rows.loanDrawn = funding.loanDrawn;
    rows.loanInterest = funding.loanInterest;
    rows.loanPrincipal = funding.loanPrincipal;
    rows.providerPays = funding.providerPays;
    rows.deposit = funding.deposit;
    rows.providerFee = fee.cash;
    rows.financingTax = layers.add((m) => (funding.taxable[m] ?? 0) - (fee.deductible[m] ?? 0));
  }
  if (support !== null) {
    rows.subsidy = support.subsidy;
    const lost = support.isTaxed ? support.subsidy : lostDeductions(support.subsidy, capital);
    rows.subsidyTax = layers.add((m) => lost[m] ?? 0);
    rows.interestSubsidy = support.interest;
    rows.interestSubsidyTax = layers.add((m) => support.interest[m] ?? 0);
  }
  return rows;
}

/** Tax of each layer on top of the ones before, yuan, outflow negative. */
class TaxLayers {
  private paid: Float64Array;
  constructor(
    private readonly terms: IncomeTaxTerms,
    private readonly taxable: Float64Array,
  ) {
    this.paid = incomeTaxDue(terms, taxable);
  }
  first(): Float64Array {
    return this.paid.map((yuan) => -yuan);
  }
  add(more: (month: number) => number): Float64Array {
    let isNothing = true;
    for (let m = 0; m < this.taxable.length; m++) {
      const extra = more(m);
      if (extra !== 0) isNothing = false;
      this.taxable[m] = (this.taxable[m] ?? 0) + extra;
    }
    if (isNothing) return new Float64Array(this.taxable.length);
    const now = incomeTaxDue(this.terms, this.taxable);
    const tax = now.map((yuan, m) => (this.paid[m] ?? 0) - yuan);
    this.paid = now;
    return tax;
  }
}

/**
 * A subsidy that is not taxed on receipt costs the deductions it paid for (财税〔2011〕70号): depreciation from then on is
 * not deductible in the proportion of the subsidy to what is still to be depreciated.
 */
function lostDeductions(subsidy: Float64Array, capital: Capital): Float64Array {
  const lost = new Float64Array(subsidy.length);
  subsidy.forEach((yuan, received) => {
    if (yuan === 0) return;
    let rest = 0;
    for (let m = received; m < subsidy.length; m++) rest += capital.depreciation[m] ?? 0;
    if (rest <= 0) return;
    const share = Math.min(1, yuan / rest);
    for (let m = received; m < subsidy.length; m++) lost[m] = (lost[m] ?? 0) + (capital.depreciation[m] ?? 0) * share;
  });
  return lost;
}

export type View = "project" | "projectWithSubsidy" | "afterFinancing" | "afterFinancingWithSubsidy";
const interestSupport: readonly CashFlowLineKey[] = ["interestSubsidy", "interestSubsidyTax"];

/** The lines a view adds up: support on interest counts only where the interest itself does. */
export const keysOf = (view: View): readonly CashFlowLineKey[] => keysByView[view];

function keysIn(view: View): readonly CashFlowLineKey[] {
  const withSubsidy = view.endsWith("WithSubsidy");
  const financed = view.startsWith("afterFinancing");
  return cashFlowLineKeys.filter((key) => {
    if (interestSupport.includes(key)) return withSubsidy && financed;
    const group = groupOf(key);
    return group === "project" || (group === "subsidy" ? withSubsidy : financed);
  });
}

const keysByView: Readonly<Record<View, readonly CashFlowLineKey[]>> = {
  project: keysIn("project"),
  projectWithSubsidy: keysIn("projectWithSubsidy"),
  afterFinancing: keysIn("afterFinancing"),
  afterFinancingWithSubsidy: keysIn("afterFinancingWithSubsidy"),
};

/** Net flow by month. */
export function netOf(rows: Ledger, view: View): number[] {
  const net = new Array<number>(rows.investment.length).fill(0);
  for (const key of keysOf(view)) {
    const row = rows[key];
    for (let m = 0; m < net.length; m++) net[m] = (net[m] ?? 0) + (row[m] ?? 0);
  }
  return net;
}

/** Monthly flows as years 0 … horizon: the start by itself, then twelve months each. */
export function byYear(months: ArrayLike<number>): number[] {
  const years = new Array<number>(Math.floor((months.length - 1) / 12) + 1).fill(0);
  for (let m = 0; m < months.length; m++) years[Math.ceil(m / 12)] = (years[Math.ceil(m / 12)] ?? 0) + (months[m] ?? 0);
  return years;
}
