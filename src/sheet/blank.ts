import type { Name } from "../model";
import type { JsonObject } from "./json";
import { freshStation } from "./rowEdits";

/**
 * A line from nothing, as a scenario file: raw parts without end, one station, good parts out. It runs at once, so that
 * whoever pastes ten stations over it sees them run.
 */
export function blankScenario(name: Name): JsonObject {
  return {
    schemaVersion: 1,
    meta: { name },
    line: {
      supply: { kind: "unlimited" },
      calendar: { continuous: true },
      stations: [freshStation("s1")],
    },
    run: { hours: 500, warmUpHours: 50, replications: 20, seed: 1 },
  };
}
