import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate, watch } from "../../src/engine";
import type { LineInput, Run } from "../../src/model";
import { checkScenario, type Line } from "../../src/model";

const run: Run = { hours: 30, warmUpHours: 2, replications: 1, seed: 5 };

function lineOf(line: LineInput): Line {
  const parsed = checkScenario({ schemaVersion: 1, line }, { retrofits: [], policies: [] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value.line;
}

const time = fc.oneof(
  fc.record({ dist: fc.constant("exponential" as const), mean: fc.integer({ min: 20, max: 120 }) }),
  fc.record({
    dist: fc.constant("lognormal" as const),
    mean: fc.integer({ min: 20, max: 120 }),
    cv: fc.constantFrom(0.1, 0.5),
  }),
  fc.integer({ min: 20, max: 120 }),
);

/** Any line in series with most of what a station can have. */
const anyLine: fc.Arbitrary<LineInput> = fc
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

describe("laws of any line", () => {
  it("conserves parts, books every second once, and repeats itself exactly", () => {
    fc.assert(
      fc.property(anyLine, (input) => {
        const line = lineOf(input);
        const [c] = simulate(line, run, 0, 1);
        expect(c!.inProcessAtStart + c!.entered).toBe(c!.good + c!.escaped + c!.scrapped + c!.absorbed + c!.inProcess);
        for (const s of c!.stations) {
          const sum = s.working + s.loading + s.setup + s.blocked + s.starved + s.waitingOperator + s.down;
          expect(Math.abs(sum - s.machines * c!.plannedSeconds)).toBeLessThan(1e-6 * c!.plannedSeconds);
          expect(s.queueArea).toBeGreaterThanOrEqual(0);
        }
        for (const p of c!.pools) {
          expect(p.busyArea).toBeGreaterThanOrEqual(0);
          expect(p.busyArea).toBeLessThanOrEqual(p.capacityArea + 1e-6);
        }
        expect(simulate(line, run, 0, 1)).toEqual([c]);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it("gives the same events whatever the order of stations and flows in the file", () => {
    fc.assert(
      fc.property(anyLine, (input) => {
        const line = lineOf(input);
        const turned: Line = { ...line, stations: [...line.stations].reverse(), flows: [...line.flows!].reverse() };
        const pick = (l: Line) => {
          const [c] = simulate(l, run, 0, 1);
          const { stations, pools, ...rest } = c!;
          return { ...rest, pools, stations: [...stations].sort((a, b) => (a.id < b.id ? -1 : 1)) };
        };
        expect(pick(turned)).toEqual(pick(line));
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  it("an unused pool changes nothing, and time never goes back", () => {
    fc.assert(
      fc.property(anyLine, (input) => {
        const line = lineOf(input);
        const trace = watch(line, run, 0, 20);
        const more: Line = {
          ...line,
          operators: [
            ...line.operators,
            { id: "idle", kind: "person", count: 3, wagePerYear: 0, onCostRate: 0, rule: "fifo", failures: [] },
          ],
        };
        expect(watch(more, run, 0, 20).hash).toBe(trace.hash);
        const { time } = trace.columns;
        for (let i = 1; i < time.length; i++)
          if (time[i]! < time[i - 1]!) throw new Error(`row ${i} goes back in time`);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it("more room between stations never lowers the output of a line in series", () => {
    fc.assert(
      fc.property(fc.array(time, { minLength: 2, maxLength: 5 }), fc.integer({ min: 0, max: 4 }), (times, capacity) => {
        const at = (room: number) =>
          simulate(
            lineOf({
              supply: { kind: "unlimited" },
              stations: times.map((t, i) => ({ id: `s${i}`, process: { time: t } })),
              flows: times.slice(1).map((_, i) => ({ from: `s${i}`, to: `s${i + 1}`, capacity: room })),
            }),
            { ...run, warmUpHours: 0 },
            0,
            1,
          )[0]!.good;
        expect(at(capacity + 1)).toBeGreaterThanOrEqual(at(capacity));
      }),
      { numRuns: 80, seed: 4 },
    );
  });

  it("a line that gets stuck says so instead of hanging", () => {
    // assembly needs two of each, but CONWIP lets only one part in
    const line = lineOf({
      supply: { kind: "conwip", level: 1 },
      stations: [
        { id: "a", process: { time: 10 } },
        { id: "b", process: { time: 10 }, assembly: { inputs: [{ from: "a", count: 2 }] } },
      ],
      flows: [{ from: "a", to: "b", capacity: 5 }],
    });
    expect(simulate(line, run, 0, 1)[0]).toMatchObject({ stalled: true, good: 0 });
  });

  it("planned time: a plant that sleeps at night makes per planned hour what it makes round the clock", () => {
    const stations = [{ id: "a", process: { time: 60 } }];
    const shifts = [
      {
        id: "d",
        days: [1, 2, 3, 4, 5, 6, 7],
        start: "06:00",
        end: "14:00",
        breaks: [{ start: "10:00", end: "10:30" }],
      },
    ];
    const day = simulate(lineOf({ calendar: { shifts }, stations }), { ...run, warmUpHours: 0 }, 0, 1)[0]!;
    expect(day.plannedSeconds).toBe(30 * 3600);
    expect(day.good).toBe(30 * 60);
  });
});
