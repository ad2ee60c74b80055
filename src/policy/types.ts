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

/** Yuan, without creditable VAT. */
export interface ProjectCosts {
  equipment: number;
  software: number;
  integration: number;
  training: number;
}

/** One month of a loan: the balance at its start and the interest paid at its end, yuan. */
export interface LoanMonth {
  balance: number;
  interest: number;
}

export interface PolicyProject {
  costs: ProjectCosts;
  /** how the whole is paid; `share` of a loan = borrowed part of the investment */
  financing: Financing;
  /** calendar year of the investment; absent: undated, the newest LPR is used */
  year?: number;
  /** months of the loan from draw-down on; needed by rules on interest */
  loanSchedule?: readonly LoanMonth[];
  /** the user's own rate where a document gives a cap without a rate; null = not set */
  userRate: number | null;
  /** rates set by the user for single rules, by rule id; kept under the document's upper bound */
  rates?: Readonly<Record<string, number>>;
  /** ids claimed; absent = all */
  claimed?: readonly string[];
  /** pairs of rules the user allows to be drawn together although we hold them to be exclusive */
  stack?: readonly (readonly [string, string])[];
  /** test thresholds on own funds on the whole investment instead (loose reading of the text) */
  looseThreshold?: boolean;
}

export type Verdict = "applies" | "doesNotApply" | "needsInput" | "chance";

export interface RuleVerdict {
  ruleId: string;
  name: Name;
  kind: PolicyRule["kind"];
  status: PolicyRule["status"];
  verdict: Verdict;
  amount: Amount;
  /** likely yuan by year after draw-down for interest support (index 0 = year 1), otherwise null */
  byYear: number[] | null;
  payLagMonths: number | null;
  reasons: PolicyText[];
  /** yuan missing to the threshold; 0 = exactly on it, negative = above; null where there is no threshold */
  distanceToThreshold: number | null;
  document: string;
  section: string;
  phrase: string;
  notStated: Name[];
  assumptions: PolicyText[];
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
}
