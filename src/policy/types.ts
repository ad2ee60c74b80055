import type { Financing, Name, PolicyRule } from "../model";
import type { PolicyTextKey } from "./textKeys";

/** Yuan. `low` and `high` are the ends of what the document allows, `likely` what a careful plan counts with. */
export interface Amount {
  low: number;
  likely: number;
  high: number;
}

/** A sentence as key and params; the words live in `text`. Params ending in `Yuan` are money, in `Rate` shares 0..1. */
export interface PolicyText {
  key: PolicyTextKey;
  params: Record<string, string | number>;
}

/** A gap of a document, filled to reckon at all: by whom and when (`date` null: the user gave none). */
export interface PolicyAssumption extends PolicyText {
  author: string;
  date: string | null;
}

/** Yuan, without creditable VAT. Lines left out are 0. */
export interface ProjectCosts {
  equipment: number;
  software: number;
  integration: number;
  training: number;
  /** fees of cloud services */
  cloud?: number;
  /** civil works */
  construction?: number;
}
export type CostLine = keyof ProjectCosts;

/** One month of a loan: the balance at its start and the interest paid at its end, yuan. */
export interface LoanMonth {
  balance: number;
  interest: number;
}

export interface PolicyProject {
  costs: ProjectCosts;
  /** what of a cost line is leased, not bought: all (true) or so many yuan; absent: what the financing's provider covers */
  leased?: Partial<Record<CostLine, boolean | number>>;
  /** count leased assets all the same (the user's reading; documents do not say) */
  countLeased?: boolean;
  /** how the whole is paid; `share` of a loan = borrowed part of the investment */
  financing: Financing;
  /** calendar year of the investment; absent: the year of draw-down, or undated */
  year?: number;
  /** the month the loan is drawn (1 … 12); its first interest accrues in that month. Absent: the LPR is held */
  drawDown?: { year: number; month: number };
  /** "same period" of the LPR: each month's own, or that of the draw-down; absent: each month's */
  lprReading?: "accrual" | "drawDown";
  /** months of the loan from draw-down on; needed by rules on interest */
  loanSchedule?: readonly LoanMonth[];
  /** city of the firm, as the packs name it; absent: not tested */
  city?: string;
  district?: string;
  /** class the city puts the firm's industry in; absent: "other", the lower one */
  industry?: "strategic" | "other";
  /** what counts against caps per firm (and year): other support of the same rule, yuan */
  firm?: { otherSupportThisYear?: number };
  /** titles the firm already holds: only a higher one of the same subject is newly recognised */
  heldTitles?: readonly { subject: string; rank: number }[];
  /** the user's own rate where a document gives a cap without a rate; null = not set */
  userRate: number | null;
  /** rates set by the user for single rules, by rule id; kept under the document's upper bound */
  rates?: Readonly<Record<string, number>>;
  /** yuan set by the user where a document states no amount, by rule id; kept under the cap */
  amounts?: Readonly<Record<string, number>>;
  /** chances of titles set by the user, by rule id, 0..1 */
  probabilities?: Readonly<Record<string, number>>;
  /** ids of rules from second hand that the user has checked against the document */
  confirmed?: readonly string[];
  /** ids claimed; absent = all */
  claimed?: readonly string[];
  /** pairs of rules the user allows to be drawn together although we hold them to be exclusive */
  stack?: readonly (readonly [string, string])[];
  /** test thresholds on own funds on the whole investment instead (loose reading of the text) */
  looseThreshold?: boolean;
  /** who filled what the user filled, and when (ISO date) */
  filledBy?: { author: string; date: string };
}

export type Verdict = "applies" | "doesNotApply" | "needsInput" | "chance";

/** What a threshold was tested on; both in yuan. */
export interface ThresholdTest {
  op: ">" | ">=" | "<=" | "=";
  thresholdYuan: number;
  testedYuan: number;
}

/** The three cases of a cap without a rate, yuan; `userRate` null until the user sets one. */
export interface RateCases {
  zero: 0;
  userRate: number | null;
  cap: number;
}

export interface RuleVerdict {
  ruleId: string;
  name: Name;
  kind: PolicyRule["kind"];
  status: PolicyRule["status"];
  verdict: Verdict;
  amount: Amount;
  /** likely yuan by month after draw-down for interest support (index 0 = first month), otherwise null */
  byMonth: number[] | null;
  /** the same by year after draw-down (index 0 = months 1 … 12), otherwise null */
  byYear: number[] | null;
  payLagMonths: number | null;
  reasons: PolicyText[];
  /** yuan missing to the threshold; 0 = exactly on it, negative = above; null where there is no threshold */
  distanceToThreshold: number | null;
  threshold: ThresholdTest | null;
  /** set where the document gives a cap and no rate */
  cases: RateCases | null;
  document: string;
  section: string;
  phrase: string;
  isSecondHand: boolean;
  stated: Name[];
  notStated: Name[];
  /** contradictions and cautions of the documents, as they are */
  notes: Name[];
  /** what the bureau will want to see; `ownReading`: the document does not say it */
  evidence: PolicyRule["evidence"];
  assumptions: PolicyAssumption[];
}

export interface PolicyEvaluation {
  rules: RuleVerdict[];
  /** what the base case counts with; awards are never in it */
  base: {
    amount: Amount;
    chosen: string[];
    /** rules with money left out because an exclusive one was chosen */
    left: { ruleId: string; because: string }[];
    reasons: PolicyText[];
  };
  /** other sets of rules that could be drawn together, best first, the chosen one included */
  alternatives: { ruleIds: string[]; amount: Amount }[];
  /** awards: recognition is competitive, so this stands beside the base case; likely = probability × amount */
  chance: { amount: Amount; ruleIds: string[] };
  /** every gap filled for the rules that could pay, once each, with the rules it touches */
  assumptions: (PolicyAssumption & { ruleIds: string[] })[];
}
