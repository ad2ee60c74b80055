import type { Economics, Financing, Line, LprTable, PolicyRule, Retrofit } from "../model";
import type { Amount, PolicyEvaluation, PolicyText } from "../policy";
import type { Irr } from "./irr";
import type { PaybackYears } from "./payback";
import type { CashFlowLineKey, MoneyText } from "./textKeys";

/** Over replications: mean, its 95 % interval, standard deviation (the shape `measure` gives). */
export interface Estimate {
  mean: number;
  ci95: [number, number];
  sd: number;
}

/** What one replication says about one line in a year, as the simulation gives it (parts a year, kWh a year). */
export interface YearlyNumbers {
  /** left good, without those that escaped defective */
  goodPerYear: number;
  /** left defective and unnoticed: sold, and then a cost */
  escapedPerYear: number;
  scrappedPerYear: number;
  /** raw parts started */
  enteredPerYear: number;
  energyKwhPerYear: number;
}

export interface ChosenForMoney {
  retrofit: Retrofit;
  /** months after the start of the plan at which it is ordered and paid */
  startMonth: number;
  /** its own financing; absent = the plan's */
  financing?: Financing;
}

export interface MoneyInput {
  baseline: Line;
  plan: Line;
  /** same seed on both sides, one entry a replication */
  replications: readonly { baseline: YearlyNumbers; plan: YearlyNumbers }[];
  economics: Economics;
  chosen: readonly ChosenForMoney[];
  financing: Financing;
  rules: readonly PolicyRule[];
  lpr: LprTable;
  /** ids of the rules claimed; absent = all */
  claimed?: readonly string[];
  /** calendar year of the investment, dates the rules and the LPR */
  year?: number;
  /** pairs of exclusive rules the user allows together */
  stack?: readonly (readonly [string, string])[];
  /** mean with Student's interval, from `measure` */
  estimate: (values: readonly number[]) => Estimate;
}

export type CostCase = "low" | "likely" | "high";

/** Investment in yuan, without VAT, overrun included. */
export interface Investment {
  equipment: Amount;
  software: Amount;
  integration: Amount;
  training: Amount;
  total: Amount;
}

export interface CashFlowLine {
  key: CashFlowLineKey;
  /** text keys of its name and its formula */
  name: `finance.line.${CashFlowLineKey}`;
  formula: `finance.formula.${CashFlowLineKey}`;
  group: "project" | "subsidy" | "financing";
  /** yuan, index = year 0 … horizon; plan minus baseline, inflow positive */
  years: Estimate[];
}

/** Figures of one row of yearly flows. */
export interface PointFigures {
  /** yuan */
  npv: number;
  irr: Irr;
  simplePayback: PaybackYears;
  discountedPayback: PaybackYears;
}

/** A figure that some replications may not have (no payback, no IRR). */
export interface PartialEstimate {
  /** null when even one replication has none */
  estimate: Estimate | null;
  /** replications without the figure */
  missing: number;
  of: number;
}

export interface MoneyFigures {
  npv: Estimate;
  irr: PartialEstimate;
  simplePayback: PartialEstimate;
  discountedPayback: PartialEstimate;
  /** share of replications whose flows never come back within the horizon */
  neverPaysBackShare: number;
  /** from the mean flows, at likely, low and high cost */
  atMean: PointFigures;
  lowCost: PointFigures;
  highCost: PointFigures;
}

export interface WithAndWithout {
  withSubsidy: MoneyFigures;
  withoutSubsidy: MoneyFigures;
}

export interface UnitCost {
  /** yuan a good part sold; null when nothing good is sold */
  before: Estimate | null;
  after: Estimate | null;
  difference: Estimate | null;
  /** difference / before */
  changeShare: Estimate | null;
}

export type DemandBinding = "none" | "partial" | "full";

export interface MoneyResult {
  investment: Investment;
  cashFlow: {
    horizonYears: number;
    lines: CashFlowLine[];
    /** sums by year; `Cumulative` = running sum */
    project: Estimate[];
    projectWithSubsidy: Estimate[];
    afterFinancing: Estimate[];
    afterFinancingWithSubsidy: Estimate[];
    projectWithSubsidyCumulative: Estimate[];
    afterFinancingWithSubsidyCumulative: Estimate[];
  };
  /** the project itself, however it is paid: payback and IRR are read here */
  project: WithAndWithout;
  /** what the firm's own money sees: loan, interest and interest support included */
  afterFinancing: WithAndWithout;
  /** high cost, lower end of the interval in every year, no subsidy */
  worst: PointFigures;
  unitCost: UnitCost;
  /** parts a year, plan − baseline: what the line can make more, and what of it can be sold */
  extraMade: Estimate;
  extraSold: Estimate;
  demandBinding: DemandBinding;
  /** full year after run-up, before tax, labour and opex: what the extra and better output is worth */
  annualContribution: Estimate;
  /** the same with labour and opex */
  annualGain: Estimate;
  policies: PolicyEvaluation;
  notes: MoneyText[];
  warnings: MoneyText[];
  assumptions: (MoneyText | PolicyText)[];
}
