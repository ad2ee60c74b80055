/**
 * From runs to answers about a plan: replications of two lines, paired, the simulated way between them, the money, and
 * the search for the best plan. Experiments ask for batches and are told results in order: they know no worker.
 */
export { planMoney, type PlanMoneyInput } from "./planMoney";
export { asksOf, planWay, wayOf, type Ask, type WayPlan } from "./way";
export { answersTo, type Simulate } from "./answers";
export type { Batch, Experiment, Step, Told } from "./ask";
export { drive, type DriveOptions, type SimulateBatch } from "./drive";
export { advise, type Advice, type AdviceInput, type AdviceKnown } from "./portfolio/advise";
export { adviceWithReasons, type FullAdvice, type FullInput, type FullKnown } from "./portfolio/adviceWithReasons";
export type { Beginning } from "./portfolio/beginning";
export { cheapFirst, type CheapFirstAnswer, type CheapFirstInput, type CheapFirstKnown } from "./portfolio/cheapFirst";
export type { StepReasons } from "./portfolio/reasons";
export type { FrontGoal } from "./portfolio/front";
export type { OrderAnswer, RoadMap, RoadStep } from "./portfolio/order";
export type { Limits } from "./portfolio/search";
export type { Portfolio } from "./portfolio/value";
export {
  bestReliefs,
  gainIfRelieved,
  type ReliefAnswer,
  type ReliefGain,
  type ReliefKnown,
  type ReliefOptions,
  type ReliefVerdict,
} from "./relief";
export { type Relief, type ReliefKind, reliefKinds } from "./reliefs";
export { proposalsFor, withProposals } from "./proposals";
export type { Proposal, ProposalReason } from "./proposalBase";
export {
  fewestPeople,
  type StaffingAnswer,
  type StaffingKnown,
  type StaffingOptions,
  type StaffingStep,
} from "./staffing";
export type { Counts, Staffed } from "./staffingRuns";
export { doNotBuy, type DoNotBuy, type Measured, type Objection, type ObjectionKey, synergyOf } from "./doNotBuy";
export { planDoubt, type DoubtAnswer, type DoubtKnown } from "./uncertain/planDoubt";
export type { Bar, Measure, TornadoAnswer } from "./uncertain/tornado";
export type { BreakEvenAnswer, Flip } from "./uncertain/breakEven";
export type { InformationAnswer, InformationValue } from "./uncertain/valueOfInformation";
export { assumed } from "./uncertain/defaults";
export { uncertainTextKeys, type UncertainText } from "./uncertain/texts";
export type { UncertainInput, UncertainQuestion } from "./uncertain/types";
export type { UncertainAnswer } from "./uncertain/summed";
export { proposeWarmUp, type WarmUpProposal } from "./warmUp";
export { compareUntil, type CompareUntil, type Precision } from "./compareUntil";
export { standing, type Standing, usualRule, type Verdict, type Wish } from "./precision";
export { compareTogether, againstFirst, type Comparisons } from "./comparisons";
export { selectBest, type Selection } from "./selection/selectBest";
