import { Line, problemsOf, validateLine, type Problem } from "../model";
import { namedPath } from "./path";

/** "line.stations[3].load" → ["line", "stations", 3, "load"]: the model's way of writing a place, taken apart. */
function keysOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, index]) => (index === undefined ? key : Number(index)));
}

function valueAt(root: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], root);
}

/** A fault of the edited line, its place in the words of effect paths, and a fraction called by its own name. */
function told(line: unknown, problem: Problem): Problem {
  const root = { line };
  const keys = keysOf(problem.path);
  const path = namedPath(root, keys);
  const value = valueAt(root, keys);
  if (problem.code === "wrongType" && problem.params.expected === "int" && typeof value === "number") {
    return { path, code: "notInteger", params: { path, value } };
  }
  return { ...problem, path };
}

/** The edited line through the model's schema and checks: defaults of inserted parts filled in, or what is wrong. */
export function validated(line: unknown): { ok: true; line: Line } | { ok: false; problems: Problem[] } {
  const parsed = Line.safeParse(line, { reportInput: true });
  const problems = parsed.success ? validateLine(parsed.data) : problemsOf(parsed.error.issues, ["line"]);
  if (parsed.success && problems.length === 0) return { ok: true, line: parsed.data };
  return { ok: false, problems: problems.map((problem) => told(line, problem)) };
}
