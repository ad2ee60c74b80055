import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine";
import { kpis, summariseSeries } from "../../src/measure";
import { always, counters, lineOf } from "./handMade";

const row = { escaped: [0], scrapped: [1], entered: [9], planned: [3600], inLine: [4] };
const line = lineOf({ stations: [{ id: "a", process: { time: always(1) } }] });
const replication = (good: number, end = 86_400e6) =>
  kpis(line, counters({ stations: [{ id: "a" }], series: { ...row, end: [end], shift: [-1], good: [good] } }));

describe("series by shift and day", () => {
  it("mean and interval of every row over the replications", () => {
    const { shifts, days } = summariseSeries([replication(8), replication(10)]);
    expect(shifts).toEqual([]);
    expect(days).toHaveLength(1);
    expect(days[0]).toMatchObject({ kind: "day", shift: null, endSeconds: 86_400, plannedSeconds: 3600 });
    expect(days[0]!.good.mean).toBe(9);
    expect(days[0]!.good.ci95[1]).toBeCloseTo(9 + 12.7062, 3);
    expect(days[0]!.inLine).toEqual({ mean: 4, ci95: [4, 4], sd: 0 });
  });

  it("rows that do not match, or no replications, are a bug", () => {
    expect(() => summariseSeries([replication(8), replication(8, 1e6)])).toThrow();
    expect(() => summariseSeries([])).toThrow();
  });

  it("a line without chance: two shifts of eight hours, one day that ended", () => {
    const constant = lineOf({
      calendar: { shifts: [{ id: "early", start: "08:00", end: "16:00" }] },
      stations: [
        { id: "a", process: { time: always(70) } },
        { id: "b", process: { time: always(33) } },
      ],
    });
    const run = { hours: 16, warmUpHours: 0, seed: 1, replications: 2 };
    const results = simulate(constant, run, 0, 2).map((c) => kpis(constant, c));
    const { shifts, days } = summariseSeries(results);
    // a part leaves after 103 s and then every 70 s; one enters every 70 s
    expect(shifts.map((p) => [p.shift, p.endSeconds / 3600, p.good.mean, p.entered.mean, p.inLine.mean])).toEqual([
      [0, 16, 410, 412, 2],
      [0, 40, 412, 411, 1],
    ]);
    expect(days.map((p) => [p.endSeconds / 3600, p.plannedSeconds, p.good.mean, p.good.sd])).toEqual([
      [24, 28_800, 410, 0],
    ]);
  });
});
