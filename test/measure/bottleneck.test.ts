import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { watch } from "../../src/engine";
import { bottleneckAt, bottlenecks } from "../../src/measure/bottleneck";
import { spansOf, winners } from "../../src/measure/shifting";
import { type Line, type LineInput, Run } from "../../src/model";
import {
  EventKind,
  machineStates,
  stateReasons,
  type MachineState,
  type StateReason,
  type Trace,
} from "../../src/trace";
import { lineOf } from "../engine/anyLine";
import { readScenario } from "../scenarios/files";

/** [second, machine, state, reason], or [second, "pool", pool, people], or [second, "shift", 1 or 0, index] */
type Row = [number, number, MachineState, StateReason?] | [number, "pool" | "shift", number, number];

/** A trace of nothing but these rows, `seconds` long. */
function traceOf(line: Line, seconds: number, rows: Row[]): Trace {
  const stations = line.stations.map(({ id, machines }, i) => {
    const firstMachine = line.stations.slice(0, i).reduce((sum, s) => sum + s.machines, 0);
    return { id, firstMachine, machines };
  });
  const machineStation = stations.flatMap(({ machines }, i) => Array.from({ length: machines }, () => i));
  const table = rows.map((row): [number, number, number, number, number] => {
    const [second, who, x, y] = row;
    if (who === "pool") return [second, EventKind.operators, x as number, 0, y as number];
    if (who === "shift") return [second, EventKind.shift, x as number, y as number, 0];
    const reason = stateReasons.indexOf((y as StateReason | undefined) ?? "none");
    return [second, EventKind.machineState, who, machineStates.indexOf(x as MachineState), reason];
  });
  return {
    layout: {
      stations,
      machineStation,
      flows: [],
      pools: line.operators.map(({ id, kind }) => ({ id, kind })),
      products: [],
    },
    columns: {
      time: Float64Array.from(table, (row) => row[0] * 1e6),
      kind: Uint8Array.from(table, (row) => row[1]),
      a: Int32Array.from(table, (row) => row[2]),
      b: Int32Array.from(table, (row) => row[3]),
      c: Int32Array.from(table, (row) => row[4]),
    },
    start: 0,
    end: seconds * 1e6,
    seed: 1,
    replication: 0,
    engineVersion: "by hand",
    hash: "",
  };
}

const stations = (...ids: string[]) => ids.map((id) => ({ id, process: { time: 10 } }));
const share = (found: ReturnType<typeof bottlenecks>, id: string) => found.shares.find((s) => s.id === id)!;

describe("bottleneck by active periods", () => {
  it("is the longest active period, sole or shifting where two of them overlap", () => {
    // as in the paper's figure: M1 is the bottleneck, then M2, which is active longer; they overlap from 40 to 50 s
    const line = lineOf({ stations: stations("m1", "m2", "m3") });
    const found = bottlenecks(
      traceOf(line, 120, [
        [0, 0, "working"],
        [0, 1, "starved"],
        [0, 2, "starved"],
        [10, 2, "working"],
        [20, 2, "starved"],
        [40, 1, "working"],
        [50, 0, "blocked"],
        [110, 1, "down"],
      ]),
      line,
    );
    expect(found.shares.map(({ id }) => id)).toEqual(["m2", "m1", "m3"]);
    expect(share(found, "m1")).toMatchObject({ sole: 40 / 120, shifting: 10 / 120, momentary: 40 / 120 });
    expect(share(found, "m2")).toMatchObject({ sole: 70 / 120, shifting: 10 / 120, momentary: 80 / 120 });
    expect(share(found, "m3")).toMatchObject({ sole: 0, shifting: 0, active: 10 / 120 });
    expect(bottleneckAt(found, 15e6)).toMatchObject({ resource: { id: "m1" }, with: null });
    expect(bottleneckAt(found, 45e6)).toMatchObject({
      resource: { id: "m2" },
      with: { id: "m1" },
      from: 40e6,
      to: 50e6,
    });
    expect(bottleneckAt(found, 120e6)).toBeNull();
    const half = bottlenecks(
      traceOf(line, 120, [
        [0, 0, "working"],
        [40, 1, "working"],
        [50, 0, "blocked"],
      ]),
      line,
      { from: 60e6, to: 120e6 },
    );
    expect(share(half, "m2").sole).toBe(1);
    expect(share(half, "m1").sole).toBe(0);
  });

  it("is nobody while everybody waits, and parts handed on at one instant do not end a period", () => {
    const line = lineOf({ stations: stations("m1", "m2") });
    const found = bottlenecks(
      traceOf(line, 60, [
        [0, 0, "working"],
        [10, 0, "starved"],
        [10, 0, "loading"],
        [20, 0, "starved"],
        [40, 1, "working"],
      ]),
      line,
    );
    expect(share(found, "m1").sole).toBe(20 / 60);
    expect(bottleneckAt(found, 30e6)).toBeNull();
    expect(bottleneckAt(found, 15e6)).toMatchObject({ from: 0, to: 20e6 });
  });

  const setter: LineInput = {
    operators: [{ id: "setter", count: 1 }],
    stations: [
      { id: "m1", process: { time: 10 }, setup: { time: 300, everyParts: 10, operators: { pool: "setter" } } },
      { id: "m2", process: { time: 10 }, setup: { time: 300, everyParts: 10, operators: { pool: "setter" } } },
    ],
  };
  it("is the setter, not the machine that waits for him", () => {
    const line = lineOf(setter);
    const found = bottlenecks(
      traceOf(line, 1000, [
        [0, 0, "setup"],
        [0, "pool", 0, 1],
        [0, 1, "working"],
        [100, 1, "setup", "waitingSetter"],
        [300, 0, "working"],
        [300, "pool", 0, -1],
        [300, "pool", 0, 1],
        [300, 1, "setup"],
        [400, 0, "setup", "waitingSetter"],
        [600, 1, "working"],
        [600, "pool", 0, -1],
        [600, "pool", 0, 1],
        [600, 0, "setup"],
        [900, "pool", 0, -1],
        [900, 0, "working"],
      ]),
      line,
    );
    expect(found.shares[0]).toMatchObject({ kind: "pool", id: "setter", active: 0.9 });
    expect(share(found, "setter").momentary).toBe(0.9);
  });

  it("a pool of two is one only when both are at work; a station of two only when both its machines are", () => {
    const line = lineOf({
      operators: [{ id: "two", count: 2 }],
      stations: [{ id: "m", machines: 2, process: { time: 10, operators: { pool: "two" } } }],
    });
    const found = bottlenecks(
      traceOf(line, 100, [
        [0, 0, "working"],
        [0, "pool", 0, 1],
        [30, 1, "working"],
        [30, "pool", 0, 1],
        [80, 1, "starved"],
        [80, "pool", 0, -1],
      ]),
      line,
    );
    expect(share(found, "two").active).toBe(0.5);
    expect(share(found, "m").active).toBe(0.5);
    // the same periods: the station stands for both
    expect(found.shares[0]).toMatchObject({ id: "m", sole: 0.5 });
  });

  it("a wait for people shorter than a quarter of the cycle is a pause, a longer one an end", () => {
    const line = lineOf({
      operators: [{ id: "hand", count: 1 }],
      stations: [{ id: "m", process: { time: 60 }, load: { time: 10, operators: { pool: "hand" } } }, ...stations("n")],
    });
    const rows: Row[] = [
      [0, 0, "working"],
      [0, 1, "starved"],
      [100, 0, "waitingOperator"],
      [115, 0, "loading"],
      [300, 0, "waitingOperator"],
      [350, 0, "loading"],
    ];
    const found = bottlenecks(traceOf(line, 500, rows), line);
    expect(share(found, "m").active).toBe(0.9);
    expect(bottleneckAt(found, 120e6)).toMatchObject({ from: 0, to: 300e6 });
    expect(share(bottlenecks(traceOf(line, 500, rows), line, { pauses: false }), "m").active).toBe(0.87);
    // but starving in between is an end, however short
    const starving: Row[] = [...rows.slice(0, 3), [110, 0, "starved"], [120, 0, "loading"]];
    expect(bottleneckAt(bottlenecks(traceOf(line, 500, starving), line), 105e6)).toBeNull();
  });

  it("counts planned time: a night neither ends a period nor makes it longer", () => {
    const line = lineOf({ stations: stations("m1", "m2") });
    const found = bottlenecks(
      traceOf(line, 300, [
        [0, "shift", 1, 0],
        [0, 0, "working"],
        [0, 1, "starved"],
        [60, "shift", 0, 0],
        [60, 0, "offShift"],
        [60, 1, "offShift"],
        [240, "shift", 1, 0],
        [240, 0, "working"],
        [240, 1, "starved"],
        [270, 1, "working"],
      ]),
      line,
    );
    expect(share(found, "m1")).toMatchObject({ momentary: 1, sole: 1 });
    expect(bottleneckAt(found, 250e6)).toMatchObject({ resource: { id: "m1" }, from: 0 });
    expect(bottleneckAt(found, 100e6)).toBeNull();
  });
});

describe("the momentary bottleneck", () => {
  const periods = fc.array(
    fc.record({ resource: fc.nat(3), from: fc.nat(100), length: fc.integer({ min: 1, max: 60 }) }),
    { minLength: 1, maxLength: 30 },
  );
  it("is the longest of the periods active at any time, whatever the periods", () => {
    fc.assert(
      fc.property(periods, fc.nat(160), (list, at) => {
        const all = list.map(({ resource, from, length }) => ({ resource, from, to: from + length }));
        const now = at + 0.5;
        const active = all.filter((p) => p.from <= now && now < p.to);
        const longest = Math.max(0, ...active.map((p) => p.to - p.from));
        const found = winners(all).filter((w) => w.from <= now && now < w.to);
        expect(found.length).toBe(active.length === 0 ? 0 : 1);
        if (found[0] !== undefined) expect(found[0].period.to - found[0].period.from).toBe(longest);
        const spans = spansOf(all);
        spans.forEach((span, i) => expect(span.from).toBeGreaterThanOrEqual(i === 0 ? 0 : spans[i - 1]!.to));
        const total = (of: { from: number; to: number }[]) => of.reduce((sum, { from, to }) => sum + to - from, 0);
        expect(total(spans)).toBe(total(winners(all)));
      }),
    );
  });
});

describe("in simulated lines", () => {
  const exponential = (mean: number) => ({ dist: "exponential" as const, mean });
  const two = (a: number, b: number): LineInput => ({
    stations: [
      { id: "a", process: { time: exponential(a) } },
      { id: "b", process: { time: exponential(b) } },
    ],
    flows: [{ from: "a", to: "b", capacity: 5 }],
  });
  const run = (input: LineInput, hours = 200) => {
    const line = lineOf(input);
    return bottlenecks(watch(line, Run.parse({}), 0, hours), line);
  };
  it("finds the slower of two stations", () => {
    const found = run(two(60, 100));
    expect(found.shares[0]!.id).toBe("b");
    expect(found.shares[0]!.sole).toBeGreaterThan(0.85);
    expect(run(two(100, 60)).shares[0]!.id).toBe("a");
  });
  it("sees it shift between two that are nearly equal", () => {
    const found = run(two(60, 60), 1000);
    for (const id of ["a", "b"]) {
      expect(share(found, id).momentary).toBeGreaterThan(0.35);
      expect(share(found, id).shifting).toBeGreaterThan(0.1);
    }
    const all = found.shares.reduce((sum, { momentary }) => sum + momentary, 0);
    expect(all).toBeGreaterThan(0.98);
    expect(all).toBeLessThanOrEqual(1 + 1e-9);
  });
  it("finds the setter of the machining line, unaided", () => {
    const { line, run: length } = readScenario("machining.json");
    const found = bottlenecks(watch(line, length, 0, 24 * 21), line);
    expect(found.shares.slice(0, 2).map(({ kind, id }) => [kind, id])).toEqual([
      ["pool", "setter"],
      ["station", "op30"],
    ]);
    expect(found.shares[0]!.sole).toBeGreaterThan(0.5);
  });
});
