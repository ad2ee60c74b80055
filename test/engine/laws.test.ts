import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate, watch } from "../../src/engine";
import { type Estimate, estimate } from "../../src/measure";
import type { Line, Run } from "../../src/model";
import { anyLine, lineOf, time } from "./anyLine";

const run: Run = { hours: 30, warmUpHours: 2, replications: 1, seed: 5 };

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
      { numRuns: 90, seed: 1 },
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
      { numRuns: 40, seed: 2 },
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
            {
              id: "idle",
              kind: "person",
              count: 3,
              wagePerYear: 0,
              onCostRate: 0,
              rule: "fifo",
              alsoServes: [],
              failures: [],
            },
          ],
        };
        expect(watch(more, run, 0, 20).hash).toBe(trace.hash);
        const { time } = trace.columns;
        for (let i = 1; i < time.length; i++)
          if (time[i]! < time[i - 1]!) throw new Error(`row ${i} goes back in time`);
      }),
      { numRuns: 40, seed: 3 },
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
      { numRuns: 50, seed: 4 },
    );
  });

  it("a line turned round makes as much: single machines in series, buffers between them", () => {
    // Yamazaki & Sakasegawa, "Properties of duality in tandem queueing systems", 1975; Muth, "The reversibility property of
    // production lines", 1979: what a line makes in the long run is the same in both directions
    const lines: [number[], number[]][] = [
      [
        [20, 60, 50],
        [0, 3],
      ],
      [
        [60, 30, 45, 55],
        [2, 0, 1],
      ],
    ];
    for (const [times, rooms] of lines) {
      const rates = [false, true].map((turned) => {
        const [means, capacities] = turned ? [times.toReversed(), rooms.toReversed()] : [times, rooms];
        const line = lineOf({
          stations: means.map((mean, i) => ({ id: `s${i}`, process: { time: { dist: "exponential", mean } } })),
          flows: means.slice(1).map((_, i) => ({ from: `s${i}`, to: `s${i + 1}`, capacity: capacities[i]! })),
        });
        // another seed, so that the two are independent
        const of = { hours: 80, warmUpHours: 5, replications: 16, seed: turned ? 6 : 5 };
        return estimate(simulate(line, of, 0, 16).map((c) => c.good));
      });
      const [one, other] = rates as [Estimate, Estimate];
      const error = Math.hypot(one.sd, other.sd) / 4;
      expect(Math.abs(one.mean - other.mean), times.join()).toBeLessThan(4.5 * error);
      // and sharp enough to see what matters
      expect(4.5 * error).toBeLessThan(0.03 * one.mean);
    }
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
