import type { Name } from "../line";
import type { Scenario } from "../scenario";
import { unitOfPath, type InputUnit } from "./units";

export type GroupKind = "station" | "pool" | "logistics" | "product" | "economics" | "retrofit" | "plan" | "run";

/** A thing of the scenario that inputs belong to: a station, a pool, the economics … `id` is "" where there is but one. */
export interface InputGroup {
  kind: GroupKind;
  id: string;
  name?: Name | undefined;
}

/** One number of the scenario that somebody gave, and that somebody may doubt. */
export interface Input {
  /** place in the scenario, elements of lists by what identifies them: "line.stations.op10.process.time.mean" */
  path: string;
  group: InputGroup;
  /** place inside the group; a list's element by its name where it has one */
  keys: readonly (string | Name)[];
  value: number | boolean | null;
  /** the ends of a {low, likely, high}; `value` is then the likely one */
  range: { low: number; high: number } | null;
  unit: InputUnit;
  /** the same figure in the other two cases of what an effect sets as a whole: a range to read, not one to write back */
  ends?: { low: number; high: number };
}

type Found = Record<string, unknown>;
const isObject = (value: unknown): value is Found =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isSpan = (value: unknown): value is { low: number; likely: number; high: number } =>
  isObject(value) &&
  Object.keys(value).length === 3 &&
  (["low", "likely", "high"] as const).every((end) => typeof value[end] === "number");

/** What an effect sets in three cases, each a part of the line: {low: {time: …}, likely: {time: …}, high: {time: …}}. */
const isCases = (value: Found): value is Record<"low" | "likely" | "high", Found> =>
  Object.keys(value).length === 3 && (["low", "likely", "high"] as const).every((end) => isObject(value[end]));

/** The number at a place inside a value; undefined where there is none. */
function numberAt(value: unknown, [step, ...rest]: readonly string[]): number | undefined {
  if (step === undefined) return typeof value === "number" ? value : undefined;
  return isObject(value) ? numberAt(value[step], rest) : undefined;
}

/**
 * The figures of what an effect sets as a whole, e.g. of a new loading time: each by the unit of its place in the line,
 * with its values in the other cases beside it.
 */
function collectSet(
  value: Found,
  at: { path: string; target: string; keys: (string | Name)[] },
  group: InputGroup,
  into: Input[],
): void {
  const cases = isCases(value) ? value : null;
  const likely = cases === null ? value : cases.likely;
  const path = cases === null ? at.path : `${at.path}.likely`;
  const found: Input[] = [];
  collect(likely, { path, parts: at.target.split("."), keys: at.keys, owner: null }, group, found);
  for (const input of found) {
    const steps = input.path.slice(path.length + 1).split(".");
    const [low, high] = [numberAt(cases?.low, steps), numberAt(cases?.high, steps)];
    const differs = low !== undefined && high !== undefined && !(low === input.value && high === input.value);
    into.push(differs ? { ...input, ends: { low, high } } : input);
  }
}

/** Names, texts and lists that are not figures, and offers, which have a table of their own. */
const passed = new Set([
  "id",
  "name",
  "description",
  "evidence",
  "offers",
  "beforeOffer",
  "position",
  "days",
  "filledBy",
  "values",
]);

/** How an element of a list is called in a path. */
export function elementName(element: unknown, index: number): string {
  if (!isObject(element)) return String(index);
  if (typeof element["id"] === "string") return element["id"];
  if (typeof element["from"] === "string" && typeof element["to"] === "string")
    return `${element["from"]}>${element["to"]}`;
  return String(index);
}

function nameOfElement(element: unknown, index: number): string | Name {
  if (isObject(element) && isObject(element["name"])) return element["name"] as Name;
  if (isObject(element) && typeof element["target"] === "string") return element["target"];
  return elementName(element, index);
}

function unitOf(parts: readonly string[], owner: unknown): InputUnit {
  // the value of an effect is in the unit of what it changes; a scale multiplies it
  if (isObject(owner) && typeof owner["target"] === "string")
    return owner["op"] === "scale" ? "factor" : unitOfPath(owner["target"].split("."));
  return unitOfPath(parts);
}

function collect(
  value: unknown,
  at: { path: string; parts: string[]; keys: (string | Name)[]; owner: unknown },
  group: InputGroup,
  into: Input[],
): void {
  const { path, parts, keys, owner } = at;
  const put = (found: Input["value"], range: Input["range"]): void => {
    into.push({ path, group, keys, value: found, range, unit: unitOf(parts, owner) });
  };
  if (typeof value === "number" || typeof value === "boolean" || value === null) return put(value, null);
  if (isSpan(value)) return put(value.likely, { low: value.low, high: value.high });
  if (Array.isArray(value)) {
    value.forEach((element, index) => {
      if (typeof element === "string") return;
      const name = elementName(element, index);
      const inner = { path: `${path}.${name}`, parts, keys: [...keys, nameOfElement(element, index)], owner: element };
      collect(element, inner, group, into);
    });
    return;
  }
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (passed.has(key)) continue;
    if (key === "value" && isObject(inner) && !isSpan(inner)) {
      // a part put in is of its own kind; what is set in a part's place has figures to doubt
      if (value["op"] === "set" && typeof value["target"] === "string")
        collectSet(inner, { path: `${path}.value`, target: value["target"], keys }, group, into);
      continue;
    }
    // the value of an effect is called by its target alone
    const named = key === "value" && isObject(owner) && "target" in owner ? keys : [...keys, key];
    collect(inner, { path: `${path}.${key}`, parts: [...parts, key], keys: named, owner: value }, group, into);
  }
}

/** Every number of a scenario with its place, unit and range, in the order in which an engineer goes through a line. */
export function inputsOf(scenario: Scenario): Input[] {
  const { line, economics, retrofits, plans, run } = scenario;
  const inputs: Input[] = [];
  const add = (value: unknown, path: string, parts: string[], group: InputGroup): void =>
    collect(value, { path, parts, keys: [], owner: null }, group, inputs);
  const each = (
    list: readonly { id: string; name?: Name | undefined }[],
    path: string,
    parts: string[],
    kind: GroupKind,
  ): void => {
    for (const one of list) add(one, `${path}.${one.id}`, parts, { kind, id: one.id, name: one.name });
  };
  each(line.stations, "line.stations", [], "station");
  each(line.operators, "line.operators", [], "pool");
  each(line.indirect, "line.indirect", [], "pool");
  each(line.transporters, "line.transporters", ["transporters"], "logistics");
  for (const part of ["flows", "kanban"] as const) {
    line[part]?.forEach((one, index) => {
      const id = elementName(one, index);
      add(one, `line.${part}.${id}`, [], { kind: "logistics", id });
    });
  }
  each(line.products, "line.products", [], "product");
  for (const part of ["supply", "demand", "sequence", "calendar"] as const) {
    if (line[part] !== undefined) add({ [part]: line[part] }, "line", [], { kind: "product", id: "" });
  }
  add(economics, "economics", [], { kind: "economics", id: "" });
  each(retrofits, "retrofits", [], "retrofit");
  each(plans, "plans", [], "plan");
  add(run, "run", [], { kind: "run", id: "" });
  return inputs;
}

/** The input at a place; null where this scenario has none. */
export function inputAt(scenario: Scenario, path: string): Input | null {
  return inputsOf(scenario).find((input) => input.path === path) ?? null;
}
