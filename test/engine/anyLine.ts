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
type Way = Pick<NonNullable<LineInput["flows"]>[number], "transport" | "conveyor">;
function wayOf(way: string, lot: number, places: number | null): Way {
  if (places === 0) return {};
  const fits = places === null || lot <= places ? lot : 1;
  if (way === "walk") return { transport: { time: 40, lot: fits } };
  if (way === "vehicle") return { transport: { distance: 40, transporter: "agv", lot: fits } };
  return way === "belt" && places !== 8 ? { conveyor: { length: 6, speed: 0.5, spacing: 1 } } : {};
}

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
      way: fc.constantFrom("none", "none", "walk", "vehicle", "belt"),
      lot: fc.constantFrom(1, 1, 3),
      shelfLife: fc.constantFrom(undefined, undefined, 300),
      pace: fc.constantFrom(undefined, undefined, 1.5),
      stop: fc.constantFrom(undefined, undefined, 4),
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
      helped: fc.boolean(),
      cards: fc.constantFrom(0, 0, 9),
      robot: fc.boolean(),
      operators: fc.integer({ min: 1, max: 3 }),
      rule: fc.constantFrom("fifo" as const, "downstreamFirst" as const, "upstreamFirst" as const, "random" as const),
      stations: fc.constant(stations),
    }),
  )
  .map(({ supply, shifts, operators, rule, helped, cards, robot, stations }) => ({
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
    operators: [
      { id: "crew", count: operators, rule },
      ...(helped ? [{ id: "helper", count: 1, alsoServes: ["crew"] }] : []),
      ...(robot
        ? [
            {
              id: "arm",
              kind: "robot" as const,
              count: 1,
              failures: [
                {
                  id: "axis",
                  timeToFailure: { dist: "exponential" as const, mean: 600 },
                  timeToRepair: { dist: "exponential" as const, mean: 120 },
                },
              ],
            },
          ]
        : []),
    ],
    transporters: [
      {
        id: "agv",
        count: operators,
        speed: 1,
        loadTime: { dist: "exponential" as const, mean: 10 },
        charge: { every: 1800, time: { dist: "exponential" as const, mean: 300 } },
        failures: [
          {
            id: "drive",
            timeToFailure: { dist: "exponential" as const, mean: 3000 },
            timeToRepair: { dist: "exponential" as const, mean: 200 },
          },
        ],
      },
    ],
    kanban:
      cards > 0 && stations[0]?.batch === 1 ? [{ id: "loop", from: "s0", to: `s${stations.length - 1}`, cards }] : [],
    changes: stations.flatMap((s, i) => [
      ...(s.pace === undefined ? [] : [{ at: 5, stations: [`s${i}`], pace: s.pace, tauHours: 6 }]),
      ...(s.stop === undefined ? [] : [{ at: 9, stations: [`s${i}`], stopHours: s.stop }]),
    ]),
    stations: stations.map((s, i) => ({
      id: `s${i}`,
      machines: s.machines,
      process: { time: s.time, ...(s.operated ? { operators: { pool: "crew" } } : {}) },
      ...(s.load
        ? { load: { time: { dist: "exponential" as const, mean: 15 }, operators: { pool: robot ? "arm" : "crew" } } }
        : {}),
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
        ...(s.shelfLife === undefined || s.batch > 1 ? {} : { shelfLife: s.shelfLife }),
        ...wayOf(s.way, s.lot, needs),
      };
    }),
  }));
