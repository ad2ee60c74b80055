import type { Effect } from "../model";
import { isRecord } from "./plain";

/** Which end of a {low, likely, high} value is used. `low` is what a retrofit does that did not reach its goal. */
export type EffectCase = "low" | "likely" | "high";

export function isRange(value: unknown): value is Record<EffectCase, unknown> {
  return isRecord(value) && Object.keys(value).length === 3 && "low" in value && "likely" in value && "high" in value;
}

export function inCase(value: unknown, which: EffectCase): unknown {
  return isRange(value) ? value[which] : value;
}

/**
 * What an effect's number becomes when only a share `rate` of the found losses is acted upon (domain notes, rule 6):
 * scale → 1 + a·(v − 1), add → a·v, set → before + a·(v − before). With a = 0 nothing changes, with a = 1 all of it.
 */
export function actedUpon(op: Effect["op"], value: number, before: number, rate: number): number {
  if (rate === 1) return value;
  if (op === "scale") return 1 + rate * (value - 1);
  if (op === "set") return before + rate * (value - before);
  return rate * value;
}
