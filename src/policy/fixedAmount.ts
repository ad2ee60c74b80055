import type { PolicyRule } from "../model";
import { openGate, setByUser } from "./capexShare";
import { ask, nothing, refuse, say, type Finding } from "./finding";
import { capAssumptions, capLeft } from "./terms";
import type { PolicyProject, RuleVerdict } from "./types";

/**
 * A sum of money, not a share: exactly ("=") or at most ("<="), with a lower end where a range is stated. The likely
 * amount of an upper bound is the stated lower end, else what the user sets, else 0. Yuan.
 * Example: "20 to 100 万" → likely 20 万, at most 100 万.
 */
export function fixedAmount(rule: PolicyRule, project: PolicyProject): Finding {
  const gate = openGate(rule, project);
  if (gate.refused !== null) return gate.refused;
  const found = sumStated(rule, project, gate.terms.cap);
  return {
    ...found,
    ...gate.place,
    reasons: [...gate.reasons, ...found.reasons],
    assumptions: [...gate.assumptions, ...capAssumptions(gate.terms.cap, project), ...found.assumptions],
  };
}

function sumStated(rule: PolicyRule, project: PolicyProject, capStated: PolicyRule["cap"]): Finding {
  const cap = capLeft(capStated, project);
  const set = project.amounts?.[rule.id];
  const stated = rule.amount;
  if (stated === null && set !== undefined) return setByUser(set, cap);
  if (stated === null && Number.isFinite(cap)) return ask(say("policy.reason.rateNotStated", { capYuan: cap }), cap);
  if (stated === null) return ask(say("policy.reason.amountNotStated"));
  const high = Math.min(stated.value, cap);
  if (stated.op === "=") {
    const low = rule.status === "inForce" ? high : 0;
    const reasons = [say("policy.reason.fixedAmount", { amountYuan: high })];
    return { verdict: "applies", amount: { low, likely: high, high }, reasons, assumptions: [] };
  }
  if (set !== undefined) return setByUser(set, high);
  const reasons = [say("policy.reason.atMost", { amountYuan: high })];
  if (stated.from === undefined)
    return { verdict: "needsInput", amount: { low: 0, likely: 0, high }, reasons, assumptions: [] };
  const from = Math.min(stated.from, high);
  return {
    verdict: "applies",
    amount: { low: rule.status === "inForce" ? from : 0, likely: from, high },
    reasons,
    assumptions: [say("policy.assumption.lowerEnd", { amountYuan: from })],
  };
}

/**
 * A title is won in a competition: low 0, likely probability × amount, high the amount; never in the base case. Only a
 * newly gained level pays: a title of the same subject and of the same or a higher rank in hand refuses it.
 */
export function awardAmount(rule: PolicyRule, project: PolicyProject): Finding {
  const { title } = rule;
  if (title !== undefined && project.heldTitles?.some((h) => h.subject === title.subject && h.rank >= title.rank))
    return refuse(say("policy.reason.titleHeld"));
  const set = project.amounts?.[rule.id];
  const cap = capLeft(rule.cap, project);
  if (!Number.isFinite(cap) && set === undefined)
    return { verdict: "needsInput", amount: nothing, reasons: [say("policy.reason.amountNotStated")], assumptions: [] };
  const high = set === undefined ? cap : Math.min(set, cap);
  const bySet = set === undefined ? [] : [say("policy.assumption.userAmount", { amountYuan: high })];
  const byUser = project.probabilities?.[rule.id];
  const probability = byUser ?? rule.probability;
  if (probability === undefined)
    return {
      verdict: "chance",
      amount: { low: 0, likely: 0, high },
      reasons: [say("policy.reason.awardNoProbability", { capYuan: high })],
      assumptions: bySet,
    };
  const params = { probabilityRate: probability };
  return {
    verdict: "chance",
    amount: { low: 0, likely: probability * high, high },
    reasons: [say("policy.reason.award", { capYuan: high, ...params })],
    assumptions: [
      ...bySet,
      byUser === undefined
        ? say("policy.assumption.probability", params)
        : say("policy.assumption.probabilitySet", params),
    ],
  };
}

/** A multiple of another rule's amount (e.g. a district doubles the city's award): `rate · amount of that rule`. */
export function addOnAmount(rule: PolicyRule, project: PolicyProject, under: RuleVerdict | undefined): Finding {
  const other = rule.addOnTo[0] ?? "";
  if (under === undefined || (under.verdict !== "applies" && under.verdict !== "needsInput"))
    return refuse(say("policy.reason.noBaseRule", { other }));
  if (rule.rate === null) return ask(say("policy.reason.amountNotStated"));
  const factor = rule.rate.value;
  const cap = capLeft(rule.cap, project);
  const likely = Math.min(under.amount.likely * factor, cap);
  const scale = under.amount.likely > 0 ? likely / under.amount.likely : 0;
  return {
    verdict: under.verdict,
    amount: {
      low: Math.min(under.amount.low * factor, cap),
      likely,
      high: Math.min(under.amount.high * factor, cap),
    },
    ...(under.byMonth === null ? {} : { byMonth: under.byMonth.map((yuan) => yuan * scale) }),
    reasons: [say("policy.reason.addOn", { factor, other, amountYuan: likely })],
    assumptions: capAssumptions(rule.cap, project),
  };
}
