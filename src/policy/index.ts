/**
 * Support rules: dated, quoted data against a project, with the reason for every yes and no. Pure; the rules and the LPR
 * table are handed in (`scenarios/policies/*.json`), the words of the reasons live in `text`.
 */
export { evaluatePolicies } from "./evaluate";
export { evaluateRule } from "./evaluateRule";
export { areExclusive } from "./stacking";
export { lprAt, type LprFound } from "./lpr";
export { policyTextKeys, type PolicyTextKey } from "./textKeys";
export type {
  Amount,
  LoanMonth,
  PolicyEvaluation,
  PolicyProject,
  PolicyText,
  ProjectCosts,
  RuleVerdict,
  Verdict,
} from "./types";
