import type { PolicyRule } from "../model";
import { sumOf, type Counted } from "./costs";
import { say } from "./finding";
import { partOf, toFen } from "./threshold";
import type { PolicyProject, PolicyText, ThresholdTest } from "./types";

/** The rate and the cap that hold for this project, after class of industry and tier of size. */
export interface Terms {
  rate: PolicyRule["rate"];
  cap: PolicyRule["cap"];
  reasons: PolicyText[];
  assumptions: PolicyText[];
  /** set where the rule has tiers and none is reached */
  belowTiers?: { distance: number; test: ThresholdTest };
}

/**
 * Classes first (absent industry counts as "other", the lower one), then tiers: of all tiers reached the highest.
 * A tier or class that leaves rate or cap open takes the rule's own.
 * Example: first-year investment > 5 / 3 / 1 亿 → at most 500 / 300 / 100 万; exactly 3 亿 is still in the tier > 1 亿.
 */
export function termsOf(rule: PolicyRule, project: PolicyProject, counted: Counted): Terms {
  const terms: Terms = { rate: rule.rate, cap: rule.cap, reasons: [], assumptions: [] };
  if (rule.classes.length > 0) {
    const industry = project.industry ?? "other";
    const found = rule.classes.find((c) => c.industry === industry);
    if (found !== undefined) {
      terms.rate = found.rate ?? terms.rate;
      terms.cap = found.cap ?? terms.cap;
    }
    terms.reasons.push(say(industry === "strategic" ? "policy.reason.classStrategic" : "policy.reason.classOther"));
    terms.assumptions.push(
      say(project.industry === undefined ? "policy.assumption.industryOther" : "policy.assumption.industrySet"),
    );
  }
  if (rule.tiers.length === 0) return terms;

  const tested = toFen(sumOf(rule.tiersOn, counted) * partOf(rule, counted));
  const rising = [...rule.tiers].sort((a, b) => a.value - b.value || (a.op === ">=" ? -1 : 1));
  const reached = rising.filter((t) => (t.op === ">" ? tested > t.value : tested >= t.value)).at(-1);
  const first = rising[0];
  if (reached === undefined && first !== undefined) {
    const test = { op: first.op, thresholdYuan: first.value, testedYuan: tested };
    return { ...terms, belowTiers: { distance: first.value - tested, test } };
  }
  if (reached !== undefined) {
    terms.rate = reached.rate ?? terms.rate;
    terms.cap = reached.cap ?? terms.cap;
    terms.reasons.push(say("policy.reason.tier", { testedYuan: tested, tierYuan: reached.value }));
  }
  return terms;
}

/** The first tier not reached yet, with what is missing to it, yuan; null at the top or without tiers. */
export function nextTier(rule: PolicyRule, counted: Counted): { distance: number; test: ThresholdTest } | null {
  const tested = toFen(sumOf(rule.tiersOn, counted) * partOf(rule, counted));
  const next = [...rule.tiers]
    .sort((a, b) => a.value - b.value)
    .find((t) => (t.op === ">" ? tested <= t.value : tested < t.value));
  if (next === undefined) return null;
  return {
    distance: next.value - tested,
    test: { op: next.op, thresholdYuan: next.value, testedYuan: tested },
  };
}

/**
 * Yuan left under the cap. Caps per firm (and year) are lessened by what the firm drew elsewhere in the year; a cap
 * whose object the document does not state is taken per project.
 */
export function capLeft(cap: PolicyRule["cap"], project: PolicyProject): number {
  if (cap === null) return Infinity;
  if (cap.per !== "firm" && cap.per !== "firmYear") return cap.value;
  return Math.max(0, cap.value - (project.firm?.otherSupportThisYear ?? 0));
}

export function capAssumptions(cap: PolicyRule["cap"], project: PolicyProject): PolicyText[] {
  if (cap === null) return [];
  if (cap.per === null) return [say("policy.assumption.capPerProject")];
  if (cap.per !== "firm" && cap.per !== "firmYear") return [];
  const other = project.firm?.otherSupportThisYear ?? 0;
  return [
    other === 0
      ? say("policy.assumption.firmAlone")
      : say("policy.assumption.firmOther", { otherYuan: other, capYuan: cap.value }),
  ];
}
