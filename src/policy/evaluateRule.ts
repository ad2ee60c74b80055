import type { LprTable, PolicyRule } from "../model";
import { capexAmount } from "./capexShare";
import { nothing, refuse, say, type Finding } from "./finding";
import { interestAmount } from "./interestShare";
import type { PolicyProject, PolicyText, RuleVerdict } from "./types";

/**
 * One rule against one project: what it pays at least, likely and at most, and why. Amounts are yuan. Works from the
 * rule's data only, never from its id.
 */
export function evaluateRule(rule: PolicyRule, project: PolicyProject, lpr: LprTable): RuleVerdict {
  const found = outsideForce(rule, project) ?? byKind(rule, project, lpr);
  const assumptions = found.verdict === "doesNotApply" ? found.assumptions : [...found.assumptions, ...common(rule)];
  return {
    ruleId: rule.id,
    name: rule.name,
    kind: rule.kind,
    status: rule.status,
    verdict: found.verdict,
    amount: found.amount,
    byYear: found.byYear ?? null,
    payLagMonths: rule.payLagMonths,
    reasons: found.reasons,
    distanceToThreshold: found.distanceToThreshold ?? null,
    document: rule.document,
    section: rule.section,
    phrase: rule.phrase,
    notStated: rule.notStated,
    assumptions,
  };
}

function outsideForce(rule: PolicyRule, project: PolicyProject): Finding | null {
  const { year } = project;
  if (project.claimed !== undefined && !project.claimed.includes(rule.id))
    return refuse(say("policy.reason.notClaimed"));
  if (rule.status === "historical") return refuse(say("policy.reason.notInForce"));
  if (year !== undefined && rule.validFrom !== null && year < rule.validFrom)
    return refuse(say("policy.reason.notYetValid", { from: rule.validFrom, year }));
  if (year !== undefined && rule.validTo !== null && year > rule.validTo)
    return refuse(say("policy.reason.expired", { to: rule.validTo, year }));
  return null;
}

function byKind(rule: PolicyRule, project: PolicyProject, lpr: LprTable): Finding {
  if (rule.kind === "capexShare") return capexAmount(rule, project);
  if (rule.kind === "interestShare") return interestAmount(rule, project, lpr);
  return award(rule);
}

/** A title is won in a competition: low 0, likely probability × amount, high the amount; never in the base case. */
function award(rule: PolicyRule): Finding {
  const cap = rule.cap?.value;
  if (cap === undefined)
    return { verdict: "needsInput", amount: nothing, reasons: [say("policy.reason.amountNotStated")], assumptions: [] };
  const probability = rule.probability;
  if (probability === undefined)
    return {
      verdict: "chance",
      amount: { low: 0, likely: 0, high: cap },
      reasons: [say("policy.reason.awardNoProbability", { capYuan: cap })],
      assumptions: [],
    };
  return {
    verdict: "chance",
    amount: { low: 0, likely: probability * cap, high: cap },
    reasons: [say("policy.reason.award", { capYuan: cap, probabilityRate: probability })],
    assumptions: [say("policy.assumption.probability", { probabilityRate: probability })],
  };
}

function common(rule: PolicyRule): PolicyText[] {
  const list = [say("policy.assumption.eligible")];
  if (rule.status !== "inForce") list.unshift(say("policy.assumption.inForce"));
  if (rule.kind !== "award" && rule.cap !== null && rule.cap.per === null)
    list.push(say("policy.assumption.capPerProject"));
  return list;
}
