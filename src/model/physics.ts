import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Line } from "./line";
import type { Run } from "./scenario";

/**
 * Key of a result: SHA-256 of everything a figure of the line depends on, hex. Names, positions, prices, wages and looks are left out, so
 * that renaming or repricing re-simulates nothing; the order of keys does not matter. Replications and their number are
 * left out too: they say how much is known, not what.
 */
export function physicsKey(line: Line, run: Run): string {
  const physics = {
    products: line.products.map((p) => ({ id: p.id, share: p.share })),
    sequence: line.sequence,
    supply: line.supply,
    calendar:
      "shifts" in line.calendar
        ? {
            ...line.calendar,
            shifts: line.calendar.shifts.map((s) => ({ ...s, name: undefined, wageFactor: undefined })),
          }
        : line.calendar,
    operators: line.operators.map((o) => ({
      id: o.id,
      kind: o.kind,
      count: o.count,
      headcount: o.headcount,
      countByShift: o.countByShift,
      rule: o.rule,
      alsoServes: o.alsoServes,
      failures: o.failures,
    })),
    indirect: line.indirect.map((i) => i.headcount),
    transporters: line.transporters.map((t) => ({ ...t, name: undefined })),
    stations: line.stations.map((s) => ({
      ...s,
      name: undefined,
      kind: undefined,
      // how far an empty vehicle drives depends on where the stations are
      position: line.transporters.length > 0 ? s.position : undefined,
      floor: undefined,
      assetValue: undefined,
      ageYears: undefined,
      connectivity: undefined,
    })),
    flows: line.flows,
    kanban: line.kanban,
    changes: line.changes,
    hours: run.hours,
    warmUpHours: run.warmUpHours,
    seed: run.seed,
  };
  return fingerprint(physics);
}

/** SHA-256 of a plain value, hex: equal fingerprints mean equal values, number for number, whatever the order of keys. */
export function fingerprint(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(stableJson(value))));
}

/** JSON with sorted keys and without undefined members: equal values, equal text. */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${stableJson(v)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value);
}
