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

/** Members of a line that count people, machines, parts or places: there is no half of them. */
const counted = new Set([
  "count",
  "countByShift",
  "headcount",
  "machines",
  "capacity",
  "queueCapacity",
  "cards",
  "level",
  "lot",
  "size",
  "minSize",
  "everyParts",
  "scrapParts",
]);

export function isCounted(target: string): boolean {
  return target.split(".").some((segment) => counted.has(segment));
}

/**
 * A `set` that has been learned only so far: `before + progress · (after − before)`, member by member. Counts, another
 * family of distribution and everything that is no number have no halfway and are set whole.
 */
export function partly(target: string, before: unknown, after: unknown, progress: number): unknown {
  if (progress === 1 || isCounted(target)) return after;
  if (typeof before === "number" && typeof after === "number") return actedUpon("set", after, before, progress);
  if (!isRecord(before) || !isRecord(after) || before.dist !== after.dist) return after;
  return Object.fromEntries(
    Object.entries(after).map(([key, value]) => [key, partly(key, before[key], value, progress)]),
  );
}
