import { readdirSync, readFileSync } from "node:fs";
import { checkScenario, PolicyRule, type Plan, type Scenario } from "../../src/model";

const folder = new URL("../../scenarios/", import.meta.url);

export const lineFiles = readdirSync(new URL("lines/", folder)).filter((name) => name.endsWith(".json"));

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), "utf8"));
}

const policies = readdirSync(new URL("policies/", folder)).flatMap((name) => {
  const { rules } = readJson(`policies/${name}`) as { rules?: unknown[] };
  return (rules ?? []).map((rule) => PolicyRule.parse(rule));
});

/** A scenario file as the app reads it, or its problems. */
export function checked(name: string): ReturnType<typeof checkScenario> {
  return checkScenario(readJson(`lines/${name}`), { retrofits: [], policies });
}

export function readScenario(name: string): Scenario {
  const result = checked(name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

export function planOf(ids: Plan["retrofits"], id = "test"): Plan {
  return { id, retrofits: ids, financing: { kind: "ownFunds" } };
}
