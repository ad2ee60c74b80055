import type { Scenario } from "../scenario";
import { elementName } from "./list";

/** A new value for an input; the ends belong to a {low, likely, high} only. */
export interface NewValue {
  value: number | boolean | null;
  range?: { low: number; high: number } | null;
}

function changed(container: unknown, names: readonly string[], to: NewValue): unknown {
  const [name, ...rest] = names;
  if (name === undefined) {
    const { value, range } = to;
    return range == null ? value : { low: range.low, likely: value, high: range.high };
  }
  if (Array.isArray(container)) {
    const list: readonly unknown[] = container;
    return list.map((element, index) => (elementName(element, index) === name ? changed(element, rest, to) : element));
  }
  if (typeof container !== "object" || container === null) return container;
  // ids may look like numbers, and keys hold no dots: one name is one step
  const record = container as Record<string, unknown>;
  return Object.hasOwn(record, name) ? { ...record, [name]: changed(record[name], rest, to) } : container;
}

/** The scenario with one input changed; everything else stays the same object. Whether it is valid is for the caller to check. */
export function withInput(scenario: Scenario, path: string, to: NewValue): Scenario {
  return changed(scenario, path.split("."), to) as Scenario;
}
