import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { continueRun, fromNow, snapshots, watch, watchWindow } from "../../src/engine";
import type { Run } from "../../src/model";
import { Place, type Trace, TraceCursor } from "../../src/trace";
import { anyLine, lineOf } from "./anyLine";

const run: Run = { hours: 30, warmUpHours: 2, replications: 1, seed: 5 };

const isWay = (kind: number): boolean => kind === Place.transport || kind === Place.transit;

/** Everything a cursor says about the line, without the serials' arrival times and origins, which a window cannot know. */
function standing(trace: Trace, hour: number) {
  const cursor = new TraceCursor(trace);
  cursor.seek(hour * 3600e6);
  const slots = cursor.slot(5, trace.layout.stations.length);
  // parts under way stand in no queue: their order says nothing
  const parts = Array.from({ length: slots }, (_, slot) =>
    isWay(cursor.kindOfSlot(slot)) ? cursor.partsIn(slot).sort((a, b) => a - b) : cursor.partsIn(slot),
  );
  return {
    states: [...cursor.machineState],
    reasons: [...cursor.machineReason],
    operators: [...cursor.operatorsAt],
    isOnShift: cursor.isOnShift,
    parts,
    defects: parts.flat().map((part) => cursor.isDefective(part)),
    products: parts.flat().map((part) => cursor.productOf(part)),
  };
}

const rowsAfter = ({ columns }: Trace, from: number): number[][] => {
  const rows: number[][] = [];
  columns.time.forEach((time, i) => {
    if (time > from) rows.push([time, columns.kind[i]!, columns.a[i]!, columns.b[i]!, columns.c[i]!]);
  });
  return rows;
};

describe("snapshots", () => {
  it("a run kept, sent and gone on with is the run that never stopped, bit for bit", () => {
    fc.assert(
      fc.property(anyLine, fc.double({ min: 0.01, max: 20, noNaN: true }), (input, hour) => {
        const line = lineOf(input);
        const [kept, straight] = snapshots(line, run, 0, [hour, 24]);
        const sent = structuredClone(kept!);
        const other = snapshots(line, { ...run, seed: 99 }, 3, [7])[0]!; // another run in between leaves nothing behind
        expect(other.at).toBe(7 * 3600e6);
        const gone = continueRun(line, sent, 24);
        expect(gone.at).toBe(straight!.at);
        expect(Buffer.from(gone.state).equals(Buffer.from(straight!.state))).toBe(true);
      }),
      { numRuns: 80, seed: 1 },
    );
  });

  it("the trace of a window stands where the whole trace stands, and goes on with the same rows", () => {
    fc.assert(
      fc.property(anyLine, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 5 }), (input, hour, later) => {
        const line = lineOf(input);
        const whole = watch(line, run, 0, 20);
        const [kept] = snapshots(line, run, 0, [hour]);
        const part = watchWindow(line, kept!, hour + later, 20);
        expect(part.start).toBe((hour + later) * 3600e6);
        expect(part.end).toBe(whole.end);
        expect(standing(part, hour + later)).toEqual(standing(whole, hour + later));
        expect(rowsAfter(part, part.start)).toEqual(rowsAfter(whole, part.start));
        expect(standing(part, 20)).toEqual(standing(whole, 20));
      }),
      { numRuns: 40, seed: 2 },
    );
  });

  it("from now: repeatable, new luck for each replication, and parts are conserved from where the line stood", () => {
    const line = lineOf({
      stations: [
        { id: "a", process: { time: { dist: "exponential", mean: 30 } } },
        { id: "b", process: { time: { dist: "exponential", mean: 30 } } },
      ],
      flows: [{ from: "a", to: "b", capacity: 40 }],
    });
    const [kept] = snapshots(line, run, 0, [50]);
    const results = fromNow(line, kept!, { hours: 10, seed: 1 }, 0, 4);
    expect(fromNow(line, kept!, { hours: 10, seed: 1 }, 2, 1)).toEqual([results[2]]);
    expect(new Set(results.map((r) => r.good)).size).toBeGreaterThan(1);
    const starts = new Set(results.map((r) => r.inProcessAtStart));
    expect(starts.size).toBe(1);
    for (const r of results) expect(r.inProcessAtStart + r.entered).toBe(r.good + r.inProcess);
  });

  it("refuses a snapshot of another line or another engine", () => {
    const line = lineOf({ stations: [{ id: "a", process: { time: 30 } }] });
    const other = lineOf({
      stations: [
        { id: "a", process: { time: 30 } },
        { id: "b", process: { time: 30 } },
      ],
    });
    const [kept] = snapshots(line, run, 0, [5]);
    expect(() => continueRun(other, kept!, 6)).toThrow("another line");
    expect(() => continueRun(line, { ...kept!, engineVersion: "0.0.1" }, 6)).toThrow("0.0.1");
  });
});
