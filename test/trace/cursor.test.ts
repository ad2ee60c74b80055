import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventKind, nowhere, Place, placeKinds, TraceCursor, type Trace } from "../../src/trace";
import { watch } from "../../src/engine";
import { Line, Run } from "../../src/model";
import machining from "../../scenarios/lines/machining.json";
import { machiningLine } from "../scene/machiningLine";
import { syntheticTrace } from "../scene/syntheticTrace";

/** Everything a cursor says, as plain data. */
function picture(cursor: TraceCursor): unknown {
  const slots: unknown[] = [];
  const { layout } = cursor.trace;
  const sizes = [layout.machineStation, layout.flows, layout.stations, layout.flows, layout.stations, layout.stations];
  sizes.forEach((list, kind) =>
    list.forEach((_, index) => {
      const parts = cursor.partsIn(cursor.slot(kind, index));
      slots.push(parts.map((part) => [part, cursor.cameFrom(part), cursor.cameAt(part), cursor.isDefective(part)]));
      expect(cursor.countIn(cursor.slot(kind, index))).toBe(parts.length);
      for (const part of parts) expect(cursor.slotOf(part)).toBe(cursor.slot(kind, index));
    }),
  );
  return {
    now: cursor.now,
    state: [...cursor.machineState],
    reason: [...cursor.machineReason],
    since: [...cursor.machineSince],
    operators: [...cursor.operatorsAt],
    busy: [...cursor.busy],
    finished: [...cursor.finishedAt],
    escaped: [...cursor.escapedAt],
    scrapped: [...cursor.scrappedAt],
    absorbed: [...cursor.absorbedAt],
    last: [...cursor.lastFinished, ...cursor.lastFinishedFrom, ...cursor.lastScrapped, ...cursor.lastScrappedFrom],
    shift: [cursor.isOnShift, cursor.shift],
    next: cursor.nextEventTime(),
    previous: cursor.previousEventTime(),
    slots,
  };
}

/** The same state by the most naive reading of the rows: plain arrays, from the first row on, every time. */
function naive(
  trace: Trace,
  t: number,
): { places: Map<number, [number, number]>; queues: Map<string, number[]>; finished: number } {
  const places = new Map<number, [number, number]>();
  const queues = new Map<string, number[]>();
  let finished = 0;
  const { time, kind, a, b, c } = trace.columns;
  for (let i = 0; i < time.length && (time[i] ?? 0) <= t; i++) {
    if (kind[i] !== EventKind.partTo) continue;
    const part = a[i] ?? 0;
    const old = places.get(part);
    if (old)
      queues.set(
        old.join(),
        (queues.get(old.join()) ?? []).filter((other) => other !== part),
      );
    const place: [number, number] = [b[i] ?? 0, c[i] ?? 0];
    places.set(part, place);
    queues.set(place.join(), [...(queues.get(place.join()) ?? []), part]);
    if (place[0] === Place.finished) finished++;
  }
  return { places, queues, finished };
}

/** Random but valid rows: two stations, three machines, two flows, parts wandering anywhere, many ties. */
const randomTrace = fc
  .array(fc.record({ gap: fc.integer({ min: 0, max: 3 }), kind: fc.nat(5), x: fc.nat(1000), y: fc.nat(1000) }), {
    maxLength: 12_000,
    minLength: 50,
    size: "max",
  })
  .map((steps): Trace => {
    const rows: number[][] = [[0, EventKind.shift, 1, 0, 0]];
    for (let m = 0; m < 3; m++) rows.push([0, EventKind.machineState, m, 4, 0]);
    let t = 0;
    let parts = 0;
    const gone = new Set<number>();
    const people = new Map<string, number>();
    for (const { gap, kind, x, y } of steps) {
      t += gap;
      if (kind === 0) rows.push([t, EventKind.machineState, x % 3, y % 8, (x + y) % 6]);
      else if (kind === 1)
        rows.push([t, EventKind.partEnters, parts++, x % 2, 0], [t, EventKind.partTo, parts - 1, Place.raw, 0]);
      else if (kind === 2 || kind === 5) {
        const part = x % Math.max(1, parts);
        if (parts === 0 || gone.has(part)) continue;
        const place = kind === 5 && y % 3 === 0 ? 6 + (y % 9 < 3 ? 0 : y % 9 < 6 ? 1 : 2) : y % 6;
        if (place > 5) gone.add(part);
        rows.push([
          t,
          EventKind.partTo,
          part,
          place,
          place === Place.machine || place === Place.absorbed ? x % 3 : x % 2,
        ]);
      } else if (kind === 3) {
        const key = `${x % 2},${y % 3}`;
        const n = people.get(key) ?? 0;
        const change = n > 0 ? -n : 1 + (x % 2);
        people.set(key, n + change);
        rows.push([t, EventKind.operators, x % 2, y % 3, change]);
      } else if (y % 5 === 0) rows.push([t, EventKind.shift, x % 2, y % 2, 0]);
      else if (parts > 0 && !gone.has(x % parts)) rows.push([t, EventKind.defect, x % parts, y % 2, 0]);
    }
    const column = (i: number): number[] => rows.map((row) => row[i] ?? 0);
    return {
      layout: {
        stations: [
          { id: "a", firstMachine: 0, machines: 2 },
          { id: "b", firstMachine: 2, machines: 1 },
        ],
        machineStation: [0, 0, 1],
        flows: [
          { from: 0, to: 1, capacity: null },
          { from: 1, to: 0, capacity: 3 },
        ],
        pools: [
          { id: "p", kind: "person" },
          { id: "r", kind: "robot" },
        ],
        products: ["x", "y"],
      },
      columns: {
        time: Float64Array.from(column(0)),
        kind: Uint8Array.from(column(1)),
        a: Int32Array.from(column(2)),
        b: Int32Array.from(column(3)),
        c: Int32Array.from(column(4)),
      },
      start: 0,
      end: t + 5,
      seed: 0,
      replication: 0,
      engineVersion: "random",
      hash: "",
    };
  });

describe("TraceCursor", () => {
  it("numbers the places as the trace does", () => {
    for (const [name, index] of Object.entries(Place)) expect(placeKinds[index]).toBe(name);
  });

  it("gives the same state whether it goes to t at once, plays there, or comes back to it (random traces)", () => {
    fc.assert(
      fc.property(
        randomTrace,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 8 }),
        (trace, shares) => {
          const wanderer = new TraceCursor(trace);
          for (const share of shares) {
            const t = Math.round(share * trace.end);
            const direct = new TraceCursor(trace);
            direct.seek(t);
            const player = new TraceCursor(trace);
            for (let s = 0; s < t; s += Math.max(1, Math.ceil(trace.end / 40))) player.seek(s);
            player.seek(t);
            wanderer.seek(t);
            expect(picture(player)).toEqual(picture(direct));
            expect(picture(wanderer)).toEqual(picture(direct));
          }
        },
      ),
      { numRuns: 25, seed: 7 },
    );
  });

  it("agrees with a naive reading of the rows", () => {
    fc.assert(
      fc.property(randomTrace, fc.double({ min: 0, max: 1, noNaN: true }), (trace, share) => {
        const cursor = new TraceCursor(trace);
        cursor.seek(trace.end);
        const t = Math.round(share * trace.end);
        cursor.seek(t);
        const expected = naive(trace, t);
        expect(cursor.finished).toBe(expected.finished);
        for (const [key, parts] of expected.queues) {
          const [kind = 0, index = 0] = key.split(",").map(Number);
          if (kind < Place.finished) expect(cursor.partsIn(cursor.slot(kind, index))).toEqual(parts);
        }
        for (const [part, [kind, index]] of expected.places) {
          expect(cursor.slotOf(part)).toBe(kind < Place.finished ? cursor.slot(kind, index) : nowhere);
        }
      }),
      { numRuns: 20, seed: 11 },
    );
  });

  it("keeps people and parts whole on a line", () => {
    const line = machiningLine();
    const trace = syntheticTrace(line, 3);
    const cursor = new TraceCursor(trace);
    for (let i = 0; i <= 60; i++) {
      cursor.seek((trace.end * ((i * 37) % 61)) / 60);
      let inLine = 0;
      for (let kind = 0; kind < Place.finished; kind++) {
        const size =
          [
            cursor.machineCount,
            cursor.flowCount,
            cursor.stationCount,
            cursor.flowCount,
            cursor.stationCount,
            cursor.stationCount,
          ][kind] ?? 0;
        for (let index = 0; index < size; index++) inLine += cursor.countIn(cursor.slot(kind, index));
      }
      let entered = 0;
      const { time, kind } = trace.columns;
      for (let row = 0; row < time.length && (time[row] ?? 0) <= cursor.now; row++)
        if (kind[row] === EventKind.partEnters) entered++;
      expect(inLine + cursor.finished + cursor.scrapped).toBe(entered);
      line.operators.forEach((pool, p) => {
        expect(cursor.busy[p]).toBeGreaterThanOrEqual(0);
        expect(cursor.busy[p]).toBeLessThanOrEqual(pool.count);
      });
      trace.layout.flows.forEach((flow, f) => {
        expect(cursor.countIn(cursor.bufferSlot(f))).toBeLessThanOrEqual(flow.capacity ?? Infinity);
      });
    }
  });

  it("does the same on a day of the real engine, and meets its rules", () => {
    const line = Line.parse(machining.line);
    const trace = watch(line, Run.parse({}), 0, 24);
    expect(trace.columns.time.length).toBeGreaterThan(4096);
    const wanderer = new TraceCursor(trace);
    for (const share of [0.4, 0.9, 0.35, 0.62, 0, 1, 0.5]) {
      const t = Math.round(share * trace.end);
      wanderer.seek(t);
      const direct = new TraceCursor(trace);
      direct.seek(t);
      const player = new TraceCursor(trace);
      for (let s = trace.start; s < t; s += 97e6) player.seek(s);
      player.seek(t);
      expect(picture(wanderer)).toEqual(picture(direct));
      expect(picture(player)).toEqual(picture(direct));
      trace.layout.machineStation.forEach((station, m) => {
        expect(direct.countIn(direct.machineSlot(m))).toBeLessThanOrEqual(line.stations[station]?.batch?.size ?? 1);
      });
      trace.layout.pools.forEach((pool, p) => {
        expect(direct.busy[p]).toBeGreaterThanOrEqual(0);
        expect(direct.busy[p], pool.id).toBeLessThanOrEqual(line.operators[p]?.count ?? 0);
      });
      trace.layout.flows.forEach((flow, f) => {
        expect(direct.countIn(direct.bufferSlot(f))).toBeLessThanOrEqual(flow.capacity ?? Infinity);
      });
    }
  });

  it("steps from event to event in both directions", () => {
    const trace = syntheticTrace(machiningLine(), 0.2);
    const cursor = new TraceCursor(trace);
    const times = [...new Set(trace.columns.time)];
    const forward: number[] = [cursor.now];
    for (let t = cursor.nextEventTime(); t !== null; t = cursor.nextEventTime()) {
      cursor.seek(t);
      forward.push(t);
    }
    expect(forward).toEqual(times);
    const back: number[] = [cursor.now];
    for (let t = cursor.previousEventTime(); t !== null; t = cursor.previousEventTime()) {
      cursor.seek(t);
      back.push(t);
    }
    expect(back.reverse()).toEqual(times);
  });

  it("says when nothing has changed, clamps, and lives with an empty trace", () => {
    const trace = syntheticTrace(machiningLine(), 0.2);
    const cursor = new TraceCursor(trace);
    cursor.seek(-5);
    expect(cursor.now).toBe(trace.start);
    expect(cursor.seek(trace.end * 2)).toBe(true);
    expect(cursor.now).toBe(trace.end);
    expect(cursor.seek(trace.end)).toBe(false);
    const none = {
      ...trace,
      columns: {
        time: new Float64Array(),
        kind: new Uint8Array(),
        a: new Int32Array(),
        b: new Int32Array(),
        c: new Int32Array(),
      },
    };
    const empty = new TraceCursor(none);
    expect(empty.seek(10)).toBe(false);
    expect(empty.nextEventTime()).toBeNull();
    expect(empty.previousEventTime()).toBeNull();
    expect(empty.isOnShift).toBe(true);
  });
});
