import { schemaVersion } from "./scenario";

/** One step a version: from the shape of version n to that of n + 1. Version 1 is the first, so there is none yet. */
const steps: ((old: Record<string, unknown>) => Record<string, unknown>)[] = [];

/**
 * Brings an older file to the present version before it is checked. Whatever is not recognisably an older scenario is
 * passed on as it is, for the checker to explain.
 */
export function migrate(json: unknown): unknown {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return json;
  let file = json as Record<string, unknown>;
  const version = file.schemaVersion;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) return json;
  for (let v = version; v < schemaVersion; v++) file = { ...steps[v - 1]!(file), schemaVersion: v + 1 };
  return file;
}
