import type { Economics, Financing, Line, LprTable, PolicyRule, Retrofit } from "../model";
import type { Amount, PolicyEvaluation, PolicyText, ThresholdView } from "../policy";
import type { FourMeasures, Readiness } from "./measures";
import type { Reference } from "./references";
import type { Irr } from "./irr";
import type { OfferReason } from "./typicalOffers";
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
  /** of this outside the shifts */
  standbyKwhPerYear: number;
}

export interface ChosenForMoney {
  retrofit: Retrofit;
  /** months after the start of the plan at which it is ordered */
  startMonth: number;
  /** its own financing; absent = the plan's */
  financing?: Financing;
}

/** A simulated state of the line on its way; `change` = plan − today in the same replication, yearly numbers. */
export interface WayPoint {
  /** months after the start; two points of one month are the line before and after a jump; Infinity = finished */
  month: number;
  line: Line;
  change: YearlyNumbers[];
}

/** What an installation stop cost, simulated: parts and kWh missing against the line that did not stop. */
export interface WayStop {
  /** months after the start: it begins and ends, the end being go-live */
  from: number;
  month: number;
  hours: number;
  lost: YearlyNumbers[];
}

/** From today to the finished plan. `low`, `high` = finished, with uncertain effects at their ends; null = no doubt. */
export interface Way {
  points: WayPoint[];
  stops: WayStop[];
  low: YearlyNumbers[] | null;
  high: YearlyNumbers[] | null;
  /** a retrofit comes after the horizon: the last point lacks it, and is not the finished plan of the long runs */
  lacksSome?: boolean;
}

export interface MoneyInput {
  baseline: Line;
  plan: Line;
  /** same seed on both sides, one entry a replication */
  replications: readonly { baseline: YearlyNumbers; plan: YearlyNumbers }[];
  /** absent: the way there is estimated from the two ends alone */
  way?: Way;
  economics: Economics;
  chosen: readonly ChosenForMoney[];
  financing: Financing;
  rules: readonly PolicyRule[];
  lpr: LprTable;
  /** ids of the rules claimed; absent = all */
  claimed?: readonly string[];
  /** hours a year in which the people of a pool were busy, by replication: what is freed is hours first, then people */
  poolHours?: readonly { id: string; before: readonly number[]; after: readonly number[] }[];
  /** seed of the draws over uncertain inputs */
  seed: number;
  /** mean with Student's interval, from `measure` */
  estimate: (values: readonly number[]) => Estimate;
}

export type CostCase = "low" | "likely" | "high";
/** One end of every range, or the quantile 0 … 1 of a triangular distribution over it. */
export type CostPoint = CostCase | number;
/** Where the uncertain effects lie: −1 low, 0 likely, 1 high. */
export type EffectPosition = number;

/** Investment in yuan, without creditable VAT, overrun included. */
export interface Investment {
  equipment: Amount;
  software: Amount;
  integration: Amount;
  training: Amount;
  total: Amount;
}

export type LineGroup = "project" | "subsidy" | "financing";

export interface CashFlowLine {
  key: CashFlowLineKey;
  /** text keys of its name, its formula and where its numbers come from */
  name: `finance.line.${CashFlowLineKey}`;
  formula: `finance.formula.${CashFlowLineKey}`;
  group: LineGroup;
  /** yuan, index = year 0 … horizon; plan minus baseline, inflow positive; year 0 = the start itself */
  years: Estimate[];
  /** mean by month, index 0 = the start */
  months: number[];
}

/** Figures of one row of monthly flows. */
export interface PointFigures {
  /** yuan */
  npv: number;
  irr: Irr;
  /** modified IRR, finance and reinvestment at the discount rate; null where there is no outlay or no inflow */
  mirr: number | null;
  /** the NPV as equal yearly amounts, yuan */
  annuity: number;
  simplePayback: PaybackYears;
  discountedPayback: PaybackYears;
}

/** A figure that some replications may not have (no payback). */
export interface PartialEstimate {
  /** null when even one replication has none */
  estimate: Estimate | null;
  /** replications without the figure */
  missing: number;
  of: number;
}

export interface MoneyFigures {
  npv: Estimate;
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

/** 10th, 50th and 90th percentile; null where that many draws have none (never paid back). */
export interface Percentiles {
  p10: number | null;
  p50: number | null;
  p90: number | null;
}

/** What not knowing does to the result: draws over cost, effect, failure and luck together, without subsidy. */
export interface Doubt {
  draws: number;
  npv: Percentiles;
  paybackYears: Percentiles;
  /** share that never pays back within the horizon, with Wilson's 95 % interval */
  never: { share: number; ci95: [number, number] };
  /** the same for a negative NPV */
  loss: { share: number; ci95: [number, number] };
  /** cumulative cash by month */
  cumulative: { p10: number[]; p50: number[]; p90: number[] };
  /** what was drawn, as sentences */
  inputs: MoneyText[];
}

export type RiskBearer = "firm" | "firmAndBank" | "provider" | "shared";

/** One way to pay for the plan, seen by the owner. */
export interface FinancingOption {
  id: string;
  financing: Financing;
  /** whose terms these are: the plan's, an offer in the file, or typical ones (an assumption) */
  origin: "plan" | "offer" | "typical";
  /** why typical terms are what they are, each an assumption */
  reasons: readonly OfferReason[];
  riskBearer: RiskBearer;
  /** NPV with subsidy, yuan, when the uncertain effects come out low, likely and high */
  npv: Amount;
  /** the same without subsidy */
  npvWithoutSubsidy: Amount;
  /** the deepest point of the cumulative cash before subsidy, yuan (positive), and its month */
  peakCash: { yuan: number; month: number };
  /** least yearly cash before debt service / debt service; null without debt */
  debtCover: number | null;
  /** largest payment to bank or provider in one month, yuan */
  mostPerMonth: number;
  subsidy: number;
  simplePayback: PaybackYears;
  /** at the end of the horizon money is still out: the peak is a loss, not a need of cash */
  endsShort: boolean;
  /** likely fees come to less than what the provider pays: nobody would offer these terms */
  providerLoses: boolean;
}

/**
 * On which side of a value the NPV is 0 or more. `always` and `never`: on the whole range looked at (volume: up to what the
 * plan makes; price: up to ten times today's); then there is no value.
 */
export type Flip = { pays: "atLeast" | "atMost"; value: number } | { pays: "always" | "never"; value: null };

export type MarkKind = "order" | "goLive" | "accepted" | "subsidy" | "loanEnd" | "replacement";

export type DemandBinding = "none" | "partial" | "full";

export interface MoneyResult {
  investment: Investment;
  /** is the way there simulated state by state, or only estimated from its two ends? */
  wayIs: "simulated" | "estimated";
  /** good parts an hour on the way, for the road map; change against today */
  way: { month: number; goodPerHour: Estimate }[];
  cashFlow: {
    horizonYears: number;
    lines: CashFlowLine[];
    /** tax depreciation of what was bought, mean by month (no cash) */
    depreciation: number[];
    /** sums by year; `Cumulative` = running sum */
    project: Estimate[];
    projectWithSubsidy: Estimate[];
    afterFinancing: Estimate[];
    afterFinancingWithSubsidy: Estimate[];
    projectWithSubsidyCumulative: Estimate[];
    afterFinancingWithSubsidyCumulative: Estimate[];
    /** events on the time line, months */
    marks: { kind: MarkKind; month: number; retrofitId: string | null }[];
  };
  /** the project itself, however it is paid: payback and IRR are read here */
  project: WithAndWithout;
  /** what the firm's own money sees: loan, fees and interest support included */
  afterFinancing: WithAndWithout;
  /** high cost, effects at their low end, lower end of the interval in every year, no subsidy */
  worst: PointFigures;
  /** NPV without subsidy by the effects' ends, yuan; null = no doubt given for that end */
  byEffect: { low: PointFigures; likely: PointFigures; high: PointFigures };
  doubt: Doubt;
  financing: FinancingOption[];
  /** where the answer flips, without subsidy: parts a year that can be sold, and yuan a part */
  breakEven: { volume: Flip; price: Flip };
  /** the other tax treatment of the subsidy, and what it changes, yuan of NPV */
  subsidyTreatment: { chosen: "taxable" | "nonTaxable"; npvTaxable: number; npvNonTaxable: number };
  measures: FourMeasures;
  /** figures reported elsewhere beside this plan's own */
  references: Reference[];
  readiness: Readiness;
  /** busy hours a year of each pool of people, before and after, and what is freed (negative: more work) */
  hours: { id: string; before: Estimate; after: Estimate; freed: Estimate }[];
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
  /** distance to the next rule, value of one more yuan, effect of bundling and phasing */
  thresholds: ThresholdView;
  notes: MoneyText[];
  warnings: MoneyText[];
  assumptions: (MoneyText | PolicyText)[];
}
