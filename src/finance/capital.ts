import type { Economics } from "../model";
import { at, costKinds, opexPerYear, purchase, type CostKind, type Costs } from "./investment";
import { grown } from "./market";
import { slab } from "./slab";
import { taxDepreciation } from "./taxDepreciation";
import { acceptanceMonth, goLiveMonth } from "./timing";
import type { ChosenForMoney, CostPoint } from "./types";

/** What is bought, by month: yuan, inflow positive; `depreciation`, `expensed`, `research` are deductions (positive). */
export interface Capital {
  investment: Float64Array;
  replacement: Float64Array;
  /** old machine sold and removed */
  oldMachine: Float64Array;
  resale: Float64Array;
  /** input VAT on the purchases, positive; all 0 for a small-scale payer, whose VAT is in the price */
  inputVat: Float64Array;
  depreciation: Float64Array;
  /** training: deducted when the retrofit is accepted */
  expensed: Float64Array;
  /** taxable gain (or loss) of selling or scrapping, over what is on the books */
  disposal: Float64Array;
  /** extra deduction of recognised research, and tax credit of listed special equipment */
  research: Float64Array;
  credit: Float64Array;
  /** bought again within the horizon, at these months */
  replacements: number[];
  /** wanted to be written off at once, but above 5 million yuan a unit */
  isOneOffRefused: boolean;
}

const keys = [
  "investment",
  "replacement",
  "oldMachine",
  "resale",
  "inputVat",
  "depreciation",
  "expensed",
  "disposal",
  "research",
  "credit",
] as const;

export function emptyCapital(months: number): Capital {
  const all = slab(keys.length, months + 1);
  const rows = Object.fromEntries(keys.map((key, i) => [key, all[i]]));
  return {
    ...(rows as unknown as Record<(typeof keys)[number], Float64Array>),
    replacements: [],
    isOneOffRefused: false,
  };
}

export function addCapital(into: Capital, more: Capital): void {
  for (const key of keys) {
    const [to, from] = [into[key], more[key]];
    for (let m = 0; m < to.length; m++) to[m] = (to[m] ?? 0) + (from[m] ?? 0);
  }
  into.replacements.push(...more.replacements);
  into.isOneOffRefused ||= more.isOneOffRefused;
}

export const lifeMonths = (c: ChosenForMoney): number => Math.max(12, Math.round(c.retrofit.lifeYears * 12));

/** Share of the special-equipment purchase credited against tax, on at most half of the old tax base (公告2024年第9号). */
const specialCredit = { rate: 0.1, baseShare: 0.5 };
/** Extra deduction on recognised research, +100 % (公告2023年第7号). */
const researchDeduction = 1;

/**
 * The purchase of one retrofit, all of it or only some kinds of cost: paid by the payment terms (what falls due after
 * the horizon is paid at it), depreciated from the month after acceptance, bought again (training not) when its life
 * ends inside the horizon, and sold at its life's end or the horizon, whichever is first.
 */
export function capitalOf(
  c: ChosenForMoney,
  economics: Economics,
  which: CostPoint,
  months: number,
  kinds: readonly CostKind[] = costKinds,
): Capital {
  const capital = emptyCapital(months);
  const all = purchase(c.retrofit, economics, which);
  const costs = Object.fromEntries(costKinds.map((kind) => [kind, kinds.includes(kind) ? all[kind] : 0])) as Costs;
  costs.total = costKinds.reduce((sum, kind) => sum + costs[kind], 0);
  const accepted = Math.min(months, acceptanceMonth(c));
  const add = (row: Float64Array, month: number, yuan: number): void => {
    const m = Math.min(months, Math.max(0, month));
    row[m] = (row[m] ?? 0) + yuan;
  };

  const vat = inputVatOf(costs, economics);
  for (const term of c.retrofit.paymentTerms ?? economics.paymentTerms) {
    const month = (term.at === "order" ? c.startMonth : accepted) + term.months;
    add(capital.investment, month, -costs.total * term.share);
    add(capital.inputVat, month, vat * term.share);
  }
  add(capital.expensed, accepted, costs.training);
  add(
    capital.research,
    accepted,
    (costs.software + costs.integration) * economics.tax.researchShare * researchDeduction,
  );
  // what belongs to the firm, whoever buys the new machine
  if (kinds === costKinds) {
    if (c.retrofit.specialEquipmentBase !== undefined)
      add(capital.credit, accepted, specialEquipmentCredit(costs.equipment, c.retrofit.specialEquipmentBase));
    replaceOldMachine(capital, c, which, accepted, add);
  }

  const life = lifeMonths(c);
  const again = costs.total - costs.training;
  for (let start = accepted; start < months && again > 0; start += life) {
    if (start > accepted) {
      add(capital.replacement, start, -again);
      add(capital.inputVat, start, inputVatOf({ ...costs, training: 0 }, economics));
      capital.replacements.push(start);
    }
    wear(capital, c, costs, economics, which, start, Math.min(months, start + life), add);
  }
  return capital;
}

type Add = (row: Float64Array, month: number, yuan: number) => void;

function inputVatOf(costs: Costs, { vat }: Economics): number {
  if (vat.payer === "smallScale") return 0;
  return costs.equipment * vat.goodsRate + (costs.software + costs.integration + costs.training) * vat.serviceRate;
}

/** `10 % · min(price, half of the old tax base)` for listed energy-, water-saving or safety equipment (公告2024年第9号). */
export function specialEquipmentCredit(price: number, oldTaxBase: number): number {
  return specialCredit.rate * Math.min(price, specialCredit.baseShare * oldTaxBase);
}

function replaceOldMachine(capital: Capital, c: ChosenForMoney, which: CostPoint, accepted: number, add: Add): void {
  const old = c.retrofit.oldMachine;
  if (old === undefined) return;
  // a high cost case is one in which the old machine brings little
  const mirrored = typeof which === "number" ? 1 - which : which === "low" ? "high" : which === "high" ? "low" : which;
  const cash = at(old.salePrice, mirrored) - at(old.removalCost, which);
  add(capital.oldMachine, accepted, cash);
  add(capital.disposal, accepted, cash - old.bookValue);
}

/** Depreciation of one purchase in use from `start` to `end`, and its sale at the end. */
function wear(
  capital: Capital,
  c: ChosenForMoney,
  costs: Costs,
  economics: Economics,
  which: CostPoint,
  start: number,
  end: number,
  add: Add,
): void {
  const { tax, depreciationYears, residualRate } = economics;
  const horizon = capital.investment.length - 1;
  const machine = taxDepreciation({
    cost: costs.equipment + costs.integration,
    residualRate,
    years: depreciationYears,
    method: tax.depreciation,
    unitCost: costs.equipment / c.retrofit.units,
    inUseMonth: start,
    endMonth: end,
    horizon,
  });
  const software = taxDepreciation({
    cost: costs.software,
    residualRate: 0,
    years: tax.softwareYears ?? depreciationYears,
    method: "straightLine",
    unitCost: costs.software,
    inUseMonth: start,
    endMonth: end,
    horizon,
  });
  for (const part of [machine, software])
    part.byMonth.forEach((yuan, m) => (capital.depreciation[m] = (capital.depreciation[m] ?? 0) + yuan));
  capital.isOneOffRefused ||= machine.isOneOffRefused && costs.equipment > 0;
  // cheap when costs are high: the other end of the range
  const point = typeof which === "number" ? 1 - which : which === "low" ? "high" : which === "high" ? "low" : which;
  const price = costs.equipment * at(economics.resaleRate, point);
  add(capital.resale, end, price);
  add(capital.disposal, end, price - machine.bookAtEnd - software.bookAtEnd);
}

/** Running costs, floor space and IT by month, yuan (outflow negative), from go-live on. */
export interface Running {
  opex: Float64Array;
  floor: Float64Array;
  it: Float64Array;
}

/** A full year's running costs of one retrofit at today's prices, floor and IT included, yuan (positive = cost). */
export function runningPerYear(c: ChosenForMoney, economics: Economics): number {
  const { goods, wages } = opexPerYear(c.retrofit, purchase(c.retrofit, economics, "likely").total, "likely");
  const it = at(c.retrofit.it?.runningCost ?? 0, "likely") * (economics.itCostPerYear ?? 0);
  return goods + wages + c.retrofit.extraFloor * economics.floorRent + it;
}

export function runningOf(
  chosen: readonly ChosenForMoney[],
  economics: Economics,
  which: CostPoint,
  months: number,
): Running {
  const [opex, floor, itCost] = slab(3, months + 1) as [Float64Array, Float64Array, Float64Array];
  const rows: Running = { opex, floor, it: itCost };
  for (const c of chosen) {
    const yearly = opexPerYear(c.retrofit, purchase(c.retrofit, economics, which).total, which);
    // an effect on IT cost is a saving where it is negative: its cautious end is the high one
    const it = at(c.retrofit.it?.runningCost ?? 0, which) * (economics.itCostPerYear ?? 0);
    const live = goLiveMonth(c);
    for (let m = 1; m <= months; m++) {
      const share = Math.min(1, Math.max(0, m - live)) / 12;
      if (share === 0) continue;
      const goods = yearly.goods * grown(economics.serviceGrowth, m);
      const wages = yearly.wages * grown(economics.wageGrowth, m);
      rows.opex[m] = (rows.opex[m] ?? 0) - (goods + wages) * share;
      rows.floor[m] = (rows.floor[m] ?? 0) - c.retrofit.extraFloor * economics.floorRent * share;
      rows.it[m] = (rows.it[m] ?? 0) - it * share;
    }
  }
  return rows;
}
