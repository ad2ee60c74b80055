import type { z } from "zod";
import { migrate } from "./migrate";
import { nearestKey } from "./nearest";
import type { PolicyRule } from "./policyRule";
import type { Problem } from "./problem";
import type { Retrofit } from "./retrofit";
import { type Scenario, ScenarioSchema, schemaVersion } from "./scenario";
import { validateLine } from "./validate";

/** Files above this are not read at all: no honest scenario comes near. */
export const maximumFileBytes = 5_000_000;

export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** What ids in `retrofits` and `policies` may refer to. */
export interface Library {
  retrofits: readonly Retrofit[];
  policies: readonly PolicyRule[];
}

/**
 * Text of a scenario file → a valid scenario with all defaults filled and references resolved, or every problem found,
 * each with its place in the file. Never throws on bad input.
 */
export function parseScenario(text: string, library: Library): Parsed<Scenario> {
  if (text.length > maximumFileBytes)
    return {
      ok: false,
      problems: [{ path: "", code: "tooLarge", params: { maximum: maximumFileBytes, found: text.length } }],
    };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return {
      ok: false,
      problems: [{ path: "", code: "notJson", params: { detail: error instanceof Error ? error.message : "" } }],
    };
  }
  return checkScenario(json, library);
}

/** As parseScenario, for a value that is already JSON. */
export function checkScenario(json: unknown, library: Library): Parsed<Scenario> {
  if (typeof json === "object" && json !== null && "schemaVersion" in json) {
    const version = json.schemaVersion;
    if (typeof version === "number" && version > schemaVersion)
      return { ok: false, problems: [{ path: "schemaVersion", code: "newerVersion", params: { version } }] };
  }
  const result = ScenarioSchema.safeParse(migrate(json), { reportInput: true });
  if (!result.success) return { ok: false, problems: problemsOf(result.error.issues) };
  const file = result.data;
  const problems = validateLine(file.line);
  const retrofits = resolve(file.retrofits, library.retrofits, "retrofits", problems);
  const policies = resolve(file.policies, library.policies, "policies", problems);
  const retrofitIds = retrofits.map((r) => r.id);
  retrofits.forEach(({ chosenOffer, offers = [] }, i) => {
    if (chosenOffer === undefined || offers.some(({ id }) => id === chosenOffer)) return;
    const params = { kind: "offers", id: chosenOffer, allowed: offers.map(({ id }) => id).join(", ") };
    problems.push({ path: `retrofits[${i}].chosenOffer`, code: "unknownReference", params });
  });
  file.plans.forEach((plan, i) => {
    if (file.plans.findIndex((p) => p.id === plan.id) !== i)
      problems.push({ path: `plans[${i}].id`, code: "duplicateId", params: { id: plan.id } });
    plan.retrofits.forEach((chosen, j) => {
      const id = typeof chosen === "string" ? chosen : chosen.id;
      if (!retrofitIds.includes(id))
        problems.push({
          path: `plans[${i}].retrofits[${j}]`,
          code: "unknownReference",
          params: { kind: "retrofits", id, allowed: retrofitIds.join(", ") },
        });
    });
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { ...file, retrofits, policies } };
}

function resolve<T extends { id: string }>(
  list: (string | T)[],
  library: readonly T[],
  kind: string,
  problems: Problem[],
): T[] {
  return list.flatMap((entry, i) => {
    if (typeof entry !== "string") return [entry];
    const found = library.find((x) => x.id === entry);
    if (found) return [found];
    problems.push({
      path: `${kind}[${i}]`,
      code: "unknownReference",
      params: { kind, id: entry, allowed: library.map((x) => x.id).join(", ") },
    });
    return [];
  });
}

type Issue = z.core.$ZodIssue;

const pathText = (path: PropertyKey[]) =>
  path.reduce<string>(
    (text, p) => (typeof p === "number" ? `${text}[${p}]` : text === "" ? String(p) : `${text}.${String(p)}`),
    "",
  );

function describe(value: unknown): string {
  if (value === undefined) return "";
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "object") return "object";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** zod's issues as problems of ours; of a union the branch that came nearest speaks. */
export function problemsOf(issues: readonly Issue[], prefix: PropertyKey[] = []): Problem[] {
  return issues.flatMap((issue) => problemOf(issue, [...prefix, ...issue.path]));
}

function problemOf(issue: Issue, path: PropertyKey[]): Problem[] {
  const at = pathText(path);
  const found = describe(issue.input);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: at === "" ? key : `${at}.${key}`,
        code: "unknownKey" as const,
        params: { key, nearest: nearestKey(path, key) },
      }));
    case "invalid_type":
      if (issue.input === undefined) return [{ path: at, code: "missing", params: { expected: issue.expected } }];
      return [{ path: at, code: "wrongType", params: { expected: issue.expected, found } }];
    case "too_small":
      return [
        {
          path: at,
          code: "tooSmall",
          params: { minimum: `${issue.inclusive ? "≥" : ">"} ${String(issue.minimum)}`, found },
        },
      ];
    case "too_big":
      return [
        {
          path: at,
          code: "tooBig",
          params: { maximum: `${issue.inclusive ? "≤" : "<"} ${String(issue.maximum)}`, found },
        },
      ];
    case "invalid_value":
      if (issue.input === undefined)
        return [{ path: at, code: "missing", params: { expected: issue.values.map(String).join(", ") } }];
      return [{ path: at, code: "notOneOf", params: { allowed: issue.values.map(String).join(", "), found } }];
    case "invalid_union": {
      if (issue.errors.length === 0) {
        const options = "options" in issue && Array.isArray(issue.options) ? issue.options.map(String).join(", ") : "";
        return [{ path: at, code: "notOneOf", params: { allowed: options, found } }];
      }
      // the branch with the deepest and fewest faults is the one that was meant
      const best = [...issue.errors].sort((a, b) => score(b) - score(a))[0]!;
      return problemsOf(best, path);
    }
    case "invalid_format":
      return [{ path: at, code: "badFormat", params: { expected: issue.pattern ?? issue.format, found } }];
    case "custom":
      return [{ path: at, code: "notOneOf", params: { allowed: issue.message, found } }];
    default:
      return [{ path: at, code: "wrongType", params: { expected: issue.code, found } }];
  }
}

const score = (issues: readonly Issue[]) =>
  Math.max(...issues.map((i) => i.path.length)) * 10 -
  issues.length -
  (issues.some((i) => i.code === "invalid_type" && i.path.length === 0) ? 20 : 0);
