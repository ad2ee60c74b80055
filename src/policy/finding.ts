import type { PolicyTextKey } from "./textKeys";
import type { Amount, PolicyText, Verdict } from "./types";

export const nothing: Amount = { low: 0, likely: 0, high: 0 };

/** What the three kinds of rule fill in. */
export interface Finding {
  verdict: Verdict;
  amount: Amount;
  byYear?: number[];
  distanceToThreshold?: number;
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
