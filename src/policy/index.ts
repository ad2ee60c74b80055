/**
 * Support rules: dated, quoted data against a project, with the reason for every yes and no. Pure; the rules and the LPR
 * table are handed in (`scenarios/policies/*.json`), the words of the reasons live in `text`.
 */
export { defaultAuthor, defaultsDate } from "./assumptions";
export { evaluatePolicies } from "./evaluate";
export { evaluateRule } from "./evaluateRule";
export { areExclusive } from "./stacking";
export { lprAt, type LprFound, lprOn } from "./lpr";
export { checkLprTable, checkPolicyPack, parsePolicyPack } from "./pack";
export {
  isBeyondReference,
  type ProjectKind,
  projectKinds,
  projectKindsSource,
  type ReferenceLine,
  referenceLine,
  referenceLines,
} from "./reference";
export { policyTextKeys, type PolicyTextKey } from "./textKeys";
export { type PartsView, type RuleThresholdView, thresholdView, type ThresholdView } from "./thresholdView";
export type {
  Amount,
  CostLine,
  LoanMonth,
  PolicyAssumption,
  PolicyEvaluation,
  PolicyProject,
  PolicyText,
  ProjectCosts,
  RateCases,
  RuleVerdict,
  ThresholdTest,
  Verdict,
} from "./types";
