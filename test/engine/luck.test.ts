import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate, watch } from "../../src/engine";
import type { LineInput, Run } from "../../src/model";
import { EventKind, machineStates, stateReasons, type Trace } from "../../src/trace";
import { anyLine, lineOf, time } from "./anyLine";

const run: Run = { hours: 20, warmUpHours: 2, replications: 1, seed: 5 };
const HOURS = 8;

type StationInput = LineInput["stations"][number];
const exponential = (mean: number) => ({ dist: "exponential" as const, mean });

/** How long each machine's cycles, loadings, set-ups, repairs … took, in order: by station/number, then by state. */
function luckOf(trace: Trace): Map<string, Record<string, number[]>> {
  const { columns, layout } = trace;
  const names = layout.stations.flatMap((s) => Array.from({ length: s.machines }, (_, k) => `${s.id}/${k}`));
  const began = names.map(() => ({ state: "", time: 0 }));
  const luck = new Map(names.map((name) => [name, {} as Record<string, number[]>]));
  columns.kind.forEach((kind, i) => {
    if (kind !== EventKind.machineState) return;
    const m = columns.a[i]!;
    const { state, time: since } = began[m]!;
    if (state !== "") (luck.get(names[m]!)![state] ??= []).push(columns.time[i]! - since);
    began[m] = { state: `${machineStates[columns.b[i]!]} ${stateReasons[columns.c[i]!]}`, time: columns.time[i]! };
  });
  return luck;
}

/** What is drawn; how long a machine waits is not. Cycles that follow each other at once are one, so all have a loading. */
const drawnStates = ["working none", "working review", "loading none", "setup none", "down none", "down response"];

const anyStation = fc
  .record({
    machines: fc.integer({ min: 1, max: 3 }),
    time,
    setup: fc.boolean(),
    fails: fc.boolean(),
    rejected: fc.constantFrom(0, 0.2),
  })
  .map(({ machines, time, setup, fails, rejected }): Omit<StationInput, "id"> => ({
    machines,
    process: { time },
    load: { time: exponential(15) },
    ...(setup ? { setup: { time: exponential(300), everyParts: 20 } } : {}),
    // between two parts: a cycle cut in two would be two
    failures: fails ? [{ id: "tool", everyParts: 15, timeToRepair: exponential(200), response: exponential(60) }] : [],
    quality: { defectRate: rejected, inspection: { detection: 0.9 }, onReject: { repair: { time: 30 }, share: 0.5 } },
  }));

const anyBufferedLine = fc.record({
  stations: fc.array(anyStation, { minLength: 2, maxLength: 4 }),
  other: anyStation,
  changed: fc.nat(),
  capacity: fc.constantFrom(0, 2, null),
});

const inSeries = (stations: Omit<StationInput, "id">[], capacity: number | null): LineInput => ({
  stations: stations.map((s, i) => ({ ...s, id: `s${i}` })),
  flows: stations.slice(1).map((_, i) => ({ from: `s${i}`, to: `s${i + 1}`, capacity })),
});

describe("luck", () => {
  it("a change at one station leaves what every other one draws alone", () => {
    fc.assert(
      fc.property(anyBufferedLine, ({ stations, other, changed, capacity }) => {
        const place = changed % stations.length;
        const before = luckOf(watch(lineOf(inSeries(stations, capacity)), run, 0, HOURS));
        const after = luckOf(watch(lineOf(inSeries(stations.with(place, other), capacity)), run, 0, HOURS));
        let compared = 0;
        for (const [machine, states] of before) {
          if (machine.startsWith(`s${place}/`)) continue;
          for (const state of drawnStates) {
            const a = states[state] ?? [];
            const b = after.get(machine)![state] ?? [];
            const both = Math.min(a.length, b.length);
            expect(b.slice(0, both), `${machine} ${state}`).toEqual(a.slice(0, both));
            compared += both;
          }
        }
        expect(compared).toBeGreaterThan(20);
      }),
      { numRuns: 30, seed: 1 },
    );
  });

  it("what is upstream of unlimited room does not notice anything: the same states at the same times", () => {
    fc.assert(
      fc.property(anyBufferedLine, ({ stations, other }) => {
        const upstream = stations.slice(0, -1);
        const rows = (last: Omit<StationInput, "id">) => {
          const { columns, layout } = watch(lineOf(inSeries([...upstream, last], null)), run, 0, HOURS);
          const until = layout.stations[upstream.length]!.firstMachine;
          const all: number[][] = [];
          columns.kind.forEach((kind, i) => {
            if (kind === EventKind.machineState && columns.a[i]! < until)
              all.push([columns.time[i]!, columns.a[i]!, columns.b[i]!, columns.c[i]!]);
          });
          // rows of one instant may come in another order
          return all.sort((x, y) => x[0]! - y[0]! || x[1]! - y[1]!);
        };
        expect(rows(other)).toEqual(rows(stations.at(-1)!));
      }),
      { numRuns: 20, seed: 2 },
    );
  });

  it("a station, a pool and a product that nobody uses change nothing, wherever they stand in the file", () => {
    fc.assert(
      fc.property(anyLine, (input) => {
        fc.pre(input.supply?.kind !== "conwip"); // the level counts every part of the line
        const line = lineOf(input);
        const idle = { id: "_idle", supply: { kind: "arrivals" as const, interarrival: 1e9 }, process: { time: 1 } };
        const used = { id: "used", share: 1 };
        const more = lineOf({
          ...input,
          products: [{ id: "_unused", share: 0 }, used],
          operators: [{ id: "_nobody", count: 2 }, ...(input.operators ?? [])],
          stations: [idle, ...input.stations],
        });
        const [a] = simulate({ ...line, products: lineOf({ ...input, products: [used] }).products }, run, 0, 1);
        const [b] = simulate(more, run, 0, 1);
        expect({ ...b!, stations: b!.stations.slice(1), pools: b!.pools.slice(1), stuck: null }).toEqual({
          ...a!,
          stalled: b!.stalled,
          stuck: null,
        });
      }),
      { numRuns: 30, seed: 3 },
    );
  });

  it("no two machines, stations or purposes draw the same", () => {
    const station = { machines: 2, process: { time: exponential(60) }, load: { time: exponential(60) } };
    const luck = luckOf(watch(lineOf(inSeries([station, station, station], null)), run, 0, HOURS));
    const firsts = [...luck.values()].flatMap((states) => [states["working none"]![0], states["loading none"]![0]]);
    expect(new Set(firsts).size).toBe(12);
  });
});

describe("seeds", () => {
  it("the same seed gives the same replications, however they are called", () => {
    fc.assert(
      fc.property(anyLine, fc.integer({ min: 0, max: 2 ** 31 - 1 }), (input, seed) => {
        const line = lineOf(input);
        const seeded = { ...run, hours: 10, seed };
        const together = simulate(line, seeded, 0, 4);
        expect(together.map((c) => c.replication)).toEqual([0, 1, 2, 3]);
        // last first: nothing is left behind by the one before
        const oneByOne = [3, 2, 1, 0].map((r) => simulate(line, seeded, r, 1)[0]!).reverse();
        expect(oneByOne).toEqual(together);
        expect([...simulate(line, seeded, 0, 1), ...simulate(line, seeded, 1, 3)]).toEqual(together);
      }),
      { numRuns: 15, seed: 4 },
    );
  });

  it("another replication or another seed is another sample", () => {
    const line = lineOf({ stations: [{ id: "a", process: { time: exponential(60) } }] });
    const good = [5, 6].flatMap((seed) => simulate(line, { ...run, seed }, 0, 4).map((c) => c.flowTimeSum));
    expect(new Set(good).size).toBe(8);
  });
});
