import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { snapshots, watch, watchWindow } from "../../src/engine";
import { checkScenario, PolicyFile } from "../../src/model";
import { addHours, emptyDigest, machineStates, TraceCursor, wholeShare, type Trace } from "../../src/trace";
import { KeptRun } from "../../workers/replay";

const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as unknown;
const policies = ["changzhou", "suzhou"].flatMap(
  (city) => PolicyFile.parse(read(`scenarios/policies/${city}.json`)).rules,
);
const parsed = checkScenario(read("scenarios/lines/machining.json"), { retrofits: [], policies });
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const { line, run } = parsed.value;
const hour = 3600e6;
const days = 9;
const request = { line, run, replication: 0, calendarHours: 24 * days };

const rows = ({ columns }: Trace, after: number): number[][] => {
  const found: number[][] = [];
  columns.time.forEach((time, i) => {
    if (time > after) found.push([time, columns.kind[i]!, columns.a[i]!, columns.b[i]!, columns.c[i]!]);
  });
  return found;
};

/** Everything of a cursor that does not depend on where its trace begins. */
const standing = (cursor: TraceCursor) => ({
  state: [...cursor.machineState],
  since: [...cursor.machineSince],
  operators: [...cursor.operatorsAt],
  finished: [...cursor.finishedAt],
  escaped: [...cursor.escapedAt],
  scrapped: [...cursor.scrappedAt],
  parts: Array.from({ length: cursor.slot(5, line.stations.length) }, (_, slot) => cursor.partsIn(slot)),
});

describe("a kept run", () => {
  const whole = watch(line, run, 0, 24 * days);
  const kept = new KeptRun(request);
  const { windowHours } = kept.opened;
  const windows = (24 * days) / windowHours;

  it("tells in its windows what the whole run tells, counts and beginnings of states included", () => {
    const straight = new TraceCursor(whole);
    // any order: far ahead, back, and over again
    for (const index of [windows - 1, 0, 3, 2, windows - 2, 3]) {
      const { trace } = kept.window(index);
      expect(trace.end).toBe((index + 1) * windowHours * hour);
      expect(rows(trace, trace.start)).toEqual(rows(whole, trace.start).filter(([time]) => time! <= trace.end));
      const cursor = new TraceCursor(trace);
      for (const share of [0.01, 0.37, 0.99]) {
        const t = (index + share) * windowHours * hour;
        cursor.seek(t);
        straight.seek(t);
        expect(standing(cursor)).toEqual(standing(straight));
      }
    }
  });

  it("stands at any moment where the engine's own snapshot of that moment stands", () => {
    const hours = [31.4, 55.01, 77.7, 150.2];
    const snaps = snapshots(line, run, 0, hours);
    hours.forEach((at, i) => {
      const index = Math.floor(at / windowHours);
      const cursor = new TraceCursor(kept.window(index).trace);
      cursor.seek(Math.round(at * hour));
      const engine = new TraceCursor(watchWindow(line, snaps[i]!, at, at));
      const parts = (of: TraceCursor) =>
        Array.from({ length: of.slot(5, line.stations.length) }, (_, slot) => of.partsIn(slot));
      expect(parts(cursor)).toEqual(parts(engine));
      expect([...cursor.machineState]).toEqual([...engine.machineState]);
      expect([...cursor.machineReason]).toEqual([...engine.machineReason]);
      expect([...cursor.operatorsAt]).toEqual([...engine.operatorsAt]);
      expect([...cursor.vehicleState]).toEqual([...engine.vehicleState]);
    });
  });

  it("adds up every hour: shares of the states, set-ups, stops, scrap and what left the line", () => {
    const fresh = new KeptRun(request);
    const digest = emptyDigest(fresh.opened.layout, 24 * days);
    for (let done = false; !done;) {
      const step = fresh.extend();
      addHours(digest, step.hours, fresh.opened.layout);
      done = step.done;
    }
    const { stations } = fresh.opened.layout;
    const straight = new TraceCursor(whole);
    straight.seek(whole.end);
    const sum = (column: Uint16Array, width: number, at: number): number =>
      column.reduce((total, value, i) => (i % width === at ? total + value : total), 0);
    stations.forEach((_, s) => {
      expect(sum(digest.finished, stations.length, s)).toBe(straight.finishedAt[s]);
      expect(sum(digest.counted, stations.length * 3, s * 3 + 2)).toBe(straight.scrappedAt[s]);
    });
    const setups = whole.columns.kind.reduce((n, kind, i) => {
      if (kind !== 0 || whole.columns.b[i] !== machineStates.indexOf("setup")) return n;
      const machine = whole.columns.a[i];
      let before = -1;
      for (let j = i - 1; j >= 0 && before < 0; j--)
        if (whole.columns.kind[j] === 0 && whole.columns.a[j] === machine) before = whole.columns.b[j]!;
      return before === whole.columns.b[i] ? n : n + 1;
    }, 0);
    const counted = stations.reduce((n, _, s) => n + sum(digest.counted, stations.length * 3, s * 3), 0);
    expect(counted).toBe(setups);
    // the states of every station fill every hour
    const cells = machineStates.length;
    for (let cell = 0; cell < digest.shares.length; cell += cells) {
      const all = digest.shares.subarray(cell, cell + cells).reduce((total, share) => total + share, 0);
      expect(Math.abs(all - wholeShare)).toBeLessThanOrEqual(cells);
    }
  });

  it("says for what a station waited in a window, and repeats the hash of the whole trace", () => {
    const at = 3 * windowHours * hour;
    const causes = kept.causes(4, at, at + windowHours * hour);
    expect(causes.waiting).toBeCloseTo(
      Object.values(causes.byWait).reduce((sum, time) => sum + time, 0),
      3,
    );
    expect(kept.fingerprint(24 * days)).toBe(whole.hash);
  });
});
