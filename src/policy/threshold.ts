import type { PolicyRule } from "../model";
import { sumOf, type Counted } from "./costs";
import { say } from "./finding";
import type { PolicyProject, PolicyText, ThresholdTest } from "./types";

/** Within this share below a threshold the jump itself deserves a word. */
const near = 0.2;

export interface Tested {
  passed: boolean;
  /** yuan missing; negative above */
  distance: number;
  test: ThresholdTest;
  reasons: PolicyText[];
  assumptions: PolicyText[];
}

type Threshold = NonNullable<PolicyRule["threshold"]>;

/** Part of the investment a rule speaks of: own funds, loan, or all of it. 0..1 */
export function partOf(rule: PolicyRule, counted: Counted): number {
  if (rule.funding === "ownFunds") return counted.ownPart;
  return rule.funding === "loan" && rule.kind !== "interestShare" ? 1 - counted.ownPart : 1;
}

/** To the fen: a sum of doubles must not decide a strict comparison. */
export const toFen = (yuan: number): number => Math.round(yuan * 100) / 100;

function reaches(tested: number, op: Threshold["op"], value: number): boolean {
  return op === ">" ? tested > value : op === ">=" ? tested >= value : op === "=" ? tested === value : tested <= value;
}

/**
 * All thresholds of a rule; the first that fails decides, else the rule's main one is reported; null where none is set.
 * ">" is strict: an investment of exactly the threshold fails ("超"). With mixed finance a rule on own funds is tested
 * on the own-funds part (strict reading), or on the whole (loose reading, the user's switch).
 */
export function testThresholds(rule: PolicyRule, project: PolicyProject, counted: Counted): Tested | null {
  const all = [...(rule.threshold === null ? [] : [rule.threshold]), ...rule.conditions];
  const results = all.map((threshold) => testOne(rule, threshold, project, counted));
  return results.find((t) => !t.passed) ?? results[0] ?? null;
}

function testOne(rule: PolicyRule, threshold: Threshold, project: PolicyProject, counted: Counted): Tested {
  const { op, value } = threshold;
  const part = partOf(rule, counted);
  const isLoose = project.looseThreshold === true && part < 1;
  const tested = toFen(sumOf(threshold.on, counted) * (isLoose ? 1 : part));
  const test = { op, thresholdYuan: value, testedYuan: tested };
  const distance = value - tested;
  const assumptions: PolicyText[] = [];
  if (part < 1) assumptions.push(say(isLoose ? "policy.assumption.looseThreshold" : "policy.assumption.ownFundsPart"));
  if (threshold.per === "year") assumptions.push(say("policy.assumption.oneYearSpend"));
  const params = { thresholdYuan: value, testedYuan: tested };
  if (reaches(tested, op, value)) {
    const reasons = [say(op === ">" ? "policy.reason.thresholdReached" : "policy.reason.thresholdMet", params)];
    const narrow = (counted.costs.equipment + counted.costs.software) * (isLoose ? 1 : part);
    if (rule.base === null && threshold.on === null && op !== "<=" && !reaches(toFen(narrow), op, value))
      reasons.push(say("policy.reason.thresholdNarrowBase", { narrowYuan: narrow, thresholdYuan: value }));
    return { passed: true, distance, test, reasons, assumptions };
  }
  if (distance < 0) {
    const reasons = [say("policy.reason.aboveCeiling", params)];
    return { passed: false, distance, test, reasons, assumptions };
  }
  const reasons = [
    distance === 0
      ? say("policy.reason.thresholdExactlyMet", { thresholdYuan: value })
      : say(op === ">" ? "policy.reason.thresholdNotReached" : "policy.reason.thresholdMissed", {
          ...params,
          missingYuan: distance,
        }),
  ];
  if (distance > 0 && distance <= near * value)
    reasons.push(say("policy.reason.thresholdNear", { missingYuan: distance }));
  return { passed: false, distance, test, reasons, assumptions };
}
