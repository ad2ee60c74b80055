import fc from "fast-check";
import { checkScenario, type Line, type LineInput } from "../../src/model";

export function lineOf(line: LineInput): Line {
  const parsed = checkScenario({ schemaVersion: 1, line }, { retrofits: [], policies: [] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value.line;
}

export const time = fc.oneof(
  fc.record({ dist: fc.constant("exponential" as const), mean: fc.integer({ min: 20, max: 120 }) }),
  fc.record({
    dist: fc.constant("lognormal" as const),
    mean: fc.integer({ min: 20, max: 120 }),
    cv: fc.constantFrom(0.1, 0.5),
  }),
  fc.integer({ min: 20, max: 120 }),
);

/** Any line in series with most of what a station can have. */
export const anyLine: fc.Arbitrary<LineInput> = fc
  .array(
    fc.record({
      machines: fc.integer({ min: 1, max: 3 }),
      time,
      load: fc.boolean(),
      operated: fc.boolean(),
      setup: fc.boolean(),
      failures: fc.subarray(["operating", "planned", "calendar"] as const),
      repaired: fc.boolean(),
      interrupted: fc.constantFrom("resume" as const, "restart" as const, "scrap" as const),
      defects: fc.constantFrom(0, 0.1),
      reject: fc.constantFrom("none", "scrap", "rework", "repair"),
      batch: fc.constantFrom(1, 1, 1, 4),
      capacity: fc.constantFrom(0, 1, 5, null),
      transport: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .chain((stations) =>
    fc.record({
      supply: fc.constantFrom(
        { kind: "unlimited" as const },
        { kind: "arrivals" as const, interarrival: { dist: "exponential" as const, mean: 90 }, queueCapacity: 5 },
        { kind: "conwip" as const, level: 12 },
      ),
      shifts: fc.boolean(),
      operators: fc.integer({ min: 1, max: 3 }),
      rule: fc.constantFrom("fifo" as const, "downstreamFirst" as const, "upstreamFirst" as const, "random" as const),
      stations: fc.constant(stations),
    }),
  )
  .map(({ supply, shifts, operators, rule, stations }) => ({
    supply,
    calendar: shifts
      ? {
          shifts: [
            {
              id: "day",
              days: [1, 2, 3, 4, 5],
              start: "08:00",
              end: "16:00",
              breaks: [{ start: "12:00", end: "12:30" }],
            },
          ],
        }
      : { continuous: true as const },
    operators: [{ id: "crew", count: operators, rule }],
    stations: stations.map((s, i) => ({
      id: `s${i}`,
      machines: s.machines,
      process: { time: s.time, ...(s.operated ? { operators: { pool: "crew" } } : {}) },
      ...(s.load ? { load: { time: { dist: "exponential" as const, mean: 15 }, operators: { pool: "crew" } } } : {}),
      ...(s.setup ? { setup: { time: 300, everyParts: 20, operators: { pool: "crew" } } } : {}),
      failures: s.failures.map((clock) => ({
        id: clock,
        clock,
        timeToFailure: { dist: "exponential" as const, mean: 2400 },
        timeToRepair: { dist: "exponential" as const, mean: 200 },
        interrupted: s.interrupted,
        ...(s.repaired ? { repairers: { pool: "crew" } } : {}),
      })),
      quality: {
        defectRate: s.defects,
        ...(s.reject === "none" ? {} : { inspection: { detection: 0.9, falseReject: 0.02 } }),
        onReject:
          s.reject === "rework"
            ? { rework: `s${Math.max(0, i - 1)}`, share: 0.8 }
            : s.reject === "repair"
              ? { repair: { time: 30 }, share: 0.8 }
              : "scrap",
      },
      ...(s.batch > 1 && i > 0 && supply.kind !== "conwip" ? { batch: { size: s.batch } } : {}),
    })),
    flows: stations.slice(1).map((s, i) => {
      const needs = s.batch > 1 ? 8 : s.capacity;
      return {
        from: `s${i}`,
        to: `s${i + 1}`,
        capacity: needs,
        ...(s.transport && needs !== 0 ? { transport: { time: 40 } } : {}),
      };
    }),
  }));
