import type { Economics } from "../model";
import type { Frame } from "./frame";
import { contributionOf, physicalLines, type Operating } from "./operating";
import { cashFlowLineKeys, type CashFlowLineKey } from "./textKeys";
import type { CashFlowLine } from "./types";

/** Yuan by year 0 … horizon for every line, one replication. */
export type Rows = Record<CashFlowLineKey, number[]>;

const groups: Readonly<Partial<Record<CashFlowLineKey, CashFlowLine["group"]>>> = {
  subsidy: "subsidy",
  subsidyTax: "subsidy",
  loanDrawn: "financing",
  loanInterest: "financing",
  loanPrincipal: "financing",
  interestShield: "financing",
  interestSubsidy: "financing",
  interestSubsidyTax: "financing",
};
/** Lines that differ between replications; the others follow from the plan alone. */
const random: readonly CashFlowLineKey[] = [...physicalLines, "startUpLoss", "incomeTax"];
export const isRandom = (key: CashFlowLineKey): boolean => random.includes(key);

export const groupOf = (key: CashFlowLineKey): CashFlowLine["group"] => groups[key] ?? "project";

export interface RowInput {
  frame: Frame;
  before: Operating;
  after: Operating;
  /** yuan a year at first-year wages, positive = more wages */
  labourChange: number;
  /** share of a year's baseline output lost while starting, by year */
  startUp: readonly number[];
  economics: Economics;
}

/**
 * One replication's cash-flow table, plan − baseline. Gains come with the run-up, burdens from go-live on. Tax is paid, or
 * saved against other profit, in the same year: `−t · (operating lines + opex + start-up loss)`, `+t · depreciation`.
 */
export function rowsOf(input: RowInput): Rows {
  const { frame, before, after, economics } = input;
  const years = frame.investment.length;
  const t = economics.incomeTaxRate;
  const rows = Object.fromEntries(cashFlowLineKeys.map((key) => [key, new Array<number>(years).fill(0)])) as Rows;
  const contribution = contributionOf(after) - contributionOf(before);
  const perSold = before.sold > 0 ? contributionOf(before) / before.sold : 0;
  const spare = Math.max(0, before.made - before.sold);
  for (let y = 0; y < years; y++) {
    const live = frame.phasing.live[y] ?? 0;
    const ramp = frame.phasing.ramp[y] ?? 0;
    const physical = contribution >= 0 ? ramp : live;
    for (const key of physicalLines) rows[key][y] = (after[key] - before[key]) * physical;
    const wages = input.labourChange * (1 + economics.wageGrowth) ** Math.max(0, y - 1);
    rows.labour[y] = -wages * (wages < 0 ? ramp : live);
    const lostParts = Math.max(0, (input.startUp[y] ?? 0) * before.made - spare);
    rows.startUpLoss[y] = -lostParts * perSold;
    rows.opex[y] = frame.opex[y] ?? 0;
    const taxed =
      physicalLines.reduce((sum, key) => sum + (rows[key][y] ?? 0), 0) +
      (rows.labour[y] ?? 0) +
      (rows.startUpLoss[y] ?? 0) +
      (rows.opex[y] ?? 0);
    rows.incomeTax[y] = -t * taxed;
    rows.investment[y] = frame.investment[y] ?? 0;
    rows.replacement[y] = frame.replacement[y] ?? 0;
    rows.depreciationShield[y] = t * (frame.depreciation[y] ?? 0);
    rows.subsidy[y] = frame.subsidy[y] ?? 0;
    rows.subsidyTax[y] = -t * (frame.subsidy[y] ?? 0);
    rows.loanDrawn[y] = frame.loanDrawn[y] ?? 0;
    rows.loanInterest[y] = frame.loanInterest[y] ?? 0;
    rows.loanPrincipal[y] = frame.loanPrincipal[y] ?? 0;
    rows.interestShield[y] = -t * (frame.loanInterest[y] ?? 0);
    rows.interestSubsidy[y] = frame.interestSubsidy[y] ?? 0;
    rows.interestSubsidyTax[y] = -t * (frame.interestSubsidy[y] ?? 0);
  }
  return rows;
}

export type View = "project" | "projectWithSubsidy" | "afterFinancing" | "afterFinancingWithSubsidy";
const interestSupport: readonly CashFlowLineKey[] = ["interestSubsidy", "interestSubsidyTax"];

/** Net flow by year: support on interest counts only where the interest itself does. */
export function netOf(rows: Rows, view: View): number[] {
  const withSubsidy = view.endsWith("WithSubsidy");
  const financed = view.startsWith("afterFinancing");
  const kept = cashFlowLineKeys.filter((key) => {
    if (interestSupport.includes(key)) return withSubsidy && financed;
    const group = groupOf(key);
    return group === "project" || (group === "subsidy" ? withSubsidy : financed);
  });
  return rows.investment.map((_, y) => kept.reduce((sum, key) => sum + (rows[key][y] ?? 0), 0));
}
