import type { PolicyTextKey } from "./textKeys";
import type { Amount, PolicyText, RateCases, ThresholdTest, Verdict } from "./types";

export const nothing: Amount = { low: 0, likely: 0, high: 0 };

/** What each kind of rule fills in. */
export interface Finding {
  verdict: Verdict;
  amount: Amount;
  byMonth?: number[];
  distanceToThreshold?: number;
  threshold?: ThresholdTest;
  cases?: RateCases;
  reasons: PolicyText[];
  assumptions: PolicyText[];
}

export function say(key: PolicyTextKey, params: PolicyText["params"] = {}): PolicyText {
  return { key, params };
}

/** A refusal with its reason. */
export function refuse(...reasons: PolicyText[]): Finding {
  return { verdict: "doesNotApply", amount: nothing, reasons, assumptions: [] };
}

/** Money that hangs on an answer the document does not give. */
export function ask(reason: PolicyText, high = 0): Finding {
  return { verdict: "needsInput", amount: { low: 0, likely: 0, high }, reasons: [reason], assumptions: [] };
}
