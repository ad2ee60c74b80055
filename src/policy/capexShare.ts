import type { PolicyRule } from "../model";
import { nothing, refuse, say, type Finding } from "./finding";
import type { PolicyProject, PolicyText, ProjectCosts } from "./types";

/** Within this share below a threshold the jump itself deserves a word. */
const near = 0.2;

export function totalOf(costs: ProjectCosts): number {
  return costs.equipment + costs.software + costs.integration + costs.training;
}

/** Share of the investment paid from own funds, 0..1. */
export function ownShare(project: PolicyProject): number {
  return project.financing.kind === "loan" ? 1 - project.financing.share : 1;
}

/**
 * Support as a share of the investment. With a rate: `min(r · base, cap)`, where an upper bound ("≤ r") pays between 0
 * and that, likely `min(observed share × total, r · base, cap)`. A cap without a rate stays an open question: 0 until
 * the user sets a rate. Example: equipment + software 103 万 of 124 万 at ≤ 6 % → 0 … 6.2 万, likely 3.4 万.
 */
export function capexAmount(rule: PolicyRule, project: PolicyProject): Finding {
  const total = totalOf(project.costs);
  if (total <= 0) return refuse(say("policy.reason.noInvestment"));
  const part = rule.funding === "ownFunds" ? ownShare(project) : rule.funding === "loan" ? 1 - ownShare(project) : 1;
  if (part <= 0) return refuse(say(rule.funding === "loan" ? "policy.reason.noLoan" : "policy.reason.noOwnFunds"));

  const threshold = testThreshold(rule, project, total, part);
  if (threshold !== null && !threshold.passed)
    return {
      ...refuse(...threshold.reasons),
      distanceToThreshold: threshold.distance,
      assumptions: threshold.assumptions,
    };

  const base = baseOf(rule, project.costs, total) * part;
  const reasons = threshold?.reasons ?? [];
  const assumptions = [...(threshold?.assumptions ?? []), say("policy.assumption.exclVat")];
  if (rule.base === null) assumptions.push(say("policy.assumption.baseWholeInvestment"));
  const amount = amountOf(rule, project, base, total * part, reasons, assumptions);
  const distance = threshold === null ? {} : { distanceToThreshold: threshold.distance };
  return { ...amount, ...distance, reasons, assumptions };
}

function baseOf(rule: PolicyRule, costs: ProjectCosts, total: number): number {
  if (rule.base === null) return total;
  return rule.base.reduce((sum, item) => sum + (item === "loan" ? 0 : costs[item]), 0);
}

type Sum = Pick<Finding, "verdict" | "amount">;

function amountOf(
  rule: PolicyRule,
  project: PolicyProject,
  base: number,
  invested: number,
  reasons: PolicyText[],
  assumptions: PolicyText[],
): Sum {
  const cap = rule.cap?.value ?? Infinity;
  const asked = project.rates?.[rule.id] ?? (rule.rate === null ? project.userRate : null);
  if (rule.rate === null) {
    if (cap === Infinity) {
      reasons.push(say("policy.reason.amountNotStated"));
      return { verdict: "needsInput", amount: nothing };
    }
    reasons.push(say("policy.reason.rateNotStated", { capYuan: cap }));
    if (asked === null) return { verdict: "needsInput", amount: { low: 0, likely: 0, high: cap } };
    reasons.push(say("policy.reason.userRate", { userRate: asked }));
    return { verdict: "applies", amount: { low: 0, likely: capped(asked * base), high: cap } };
  }

  const bound = rule.rate.value;
  const high = capped(bound * base);
  reasons.push(say("policy.reason.upperBound", { boundRate: bound, baseYuan: base, amountYuan: high }));
  if (high === 0) return { verdict: "doesNotApply", amount: nothing };
  if (Number.isFinite(cap) && high < cap / 2)
    reasons.push(say("policy.reason.capFarAway", { amountYuan: high, capYuan: cap }));
  if (rule.rate.op === "=")
    return { verdict: "applies", amount: { low: rule.status === "inForce" ? high : 0, likely: high, high } };
  if (asked !== null) {
    reasons.push(say("policy.reason.userRate", { userRate: Math.min(asked, bound) }));
    return { verdict: "applies", amount: { low: 0, likely: capped(Math.min(asked, bound) * base), high } };
  }
  if (rule.observed === undefined) return { verdict: "needsInput", amount: { low: 0, likely: 0, high } };
  const likely = Math.min(rule.observed.share * invested, high);
  reasons.push(say("policy.reason.observedRate", { observedRate: rule.observed.share, amountYuan: likely }));
  assumptions.push(say("policy.assumption.observedShare", { observedRate: rule.observed.share }));
  return { verdict: "applies", amount: { low: 0, likely, high } };

  function capped(yuan: number): number {
    if (yuan > cap) reasons.push(say("policy.reason.capBinds", { capYuan: cap }));
    return Math.min(yuan, cap);
  }
}

interface Tested {
  passed: boolean;
  /** yuan missing; negative above */
  distance: number;
  reasons: PolicyText[];
  assumptions: PolicyText[];
}

/** ">" is strict: an investment of exactly the threshold fails. */
function testThreshold(rule: PolicyRule, project: PolicyProject, total: number, part: number): Tested | null {
  if (rule.threshold === null) return null;
  const { op, value } = rule.threshold;
  const loose = project.looseThreshold === true && part < 1;
  // to the fen: a sum of doubles must not decide a strict comparison
  const tested = Math.round((loose ? total : total * part) * 100) / 100;
  const passed =
    op === ">" ? tested > value : op === ">=" ? tested >= value : op === "=" ? tested === value : tested <= value;
  const distance = value - tested;
  const assumptions: PolicyText[] = [];
  if (part < 1) assumptions.push(say(loose ? "policy.assumption.looseThreshold" : "policy.assumption.ownFundsPart"));
  const params = { thresholdYuan: value, testedYuan: tested };
  if (passed) {
    const reasons = [say("policy.reason.thresholdReached", params)];
    const narrow = (project.costs.equipment + project.costs.software) * (loose ? 1 : part);
    if (rule.base === null && narrow <= value)
      reasons.push(say("policy.reason.thresholdNarrowBase", { narrowYuan: narrow, thresholdYuan: value }));
    return { passed, distance, reasons, assumptions };
  }
  const reasons =
    distance === 0
      ? [say("policy.reason.thresholdExactlyMet", { thresholdYuan: value })]
      : [say("policy.reason.thresholdNotReached", { ...params, missingYuan: distance })];
  if (distance > 0 && distance <= near * value)
    reasons.push(say("policy.reason.thresholdNear", { missingYuan: distance }));
  return { passed, distance, reasons, assumptions };
}
