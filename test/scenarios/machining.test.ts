import { describe, expect, it } from "vitest";
import { distributionMean, type Line, type Retrofit } from "../../src/model";
import { applyPlan, conflicts } from "../../src/retrofit";
import { planOf, readScenario } from "./files";

const scenario = readScenario("machining.json");
const wan = 10_000;

function retrofit(id: string): Retrofit {
  const found = scenario.retrofits.find((r) => r.id === id);
  if (!found) throw new Error(`no retrofit ${id}`);
  return found;
}

function lineWith(...ids: string[]): Line {
  const applied = applyPlan(scenario, planOf(ids));
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
  return applied.line;
}

function station(line: Line, id: string): Line["stations"][number] {
  const found = line.stations.find((s) => s.id === id);
  if (!found) throw new Error(`no station ${id}`);
  return found;
}

const pool = (line: Line, id: string): Line["operators"][number] | undefined => line.operators.find((o) => o.id === id);
const failure = (line: Line, id: string, kind: string): Line["stations"][number]["failures"][number] | undefined =>
  station(line, id).failures.find((f) => f.id === kind);

function cost(id: string, end: "low" | "likely" | "high", parts: (keyof Retrofit["cost"])[]): number {
  const { cost: all } = retrofit(id);
  return parts.reduce((total, part) => {
    const value = all[part];
    return total + (typeof value === "number" ? value : value[end]);
  }, 0);
}
const everything: (keyof Retrofit["cost"])[] = ["equipment", "software", "integration", "training"];

describe("machining line as it is", () => {
  it("pays 21 people, 2.30 million yuan a year with on-cost", () => {
    const { operators, indirect } = scenario.line;
    const paid = [...operators, ...indirect].map((p) => ({
      heads: p.headcount ?? 0,
      wage: p.wagePerYear * (1 + p.onCostRate),
    }));
    expect(paid.reduce((sum, p) => sum + p.heads, 0)).toBe(21);
    expect(paid.reduce((sum, p) => sum + p.heads * p.wage, 0)).toBeCloseTo(2_300_900, 6);
  });

  it("plans 4 500 hours a year", () => {
    const { calendar } = scenario.line;
    if (!("shifts" in calendar)) throw new Error("shifts expected");
    const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    const perDay = calendar.shifts.reduce((sum, shift) => {
      const breaks = shift.breaks.reduce((total, b) => total + minutes(b.end) - minutes(b.start), 0);
      return sum + minutes(shift.end) - minutes(shift.start) - breaks;
    }, 0);
    expect((perDay / 60) * (calendar.daysPerYear ?? 0)).toBe(4500);
  });

  it("holds the table of the template", () => {
    const rows = scenario.line.stations.map((s) => {
      const h = s.load ? distributionMean(s.load.time) : 0;
      const set = s.setup ? [s.setup.everyParts, distributionMean(s.setup.time) / 60] : [];
      const stops = s.failures.map((f) => [
        f.id,
        distributionMean(f.timeToFailure ?? 0) / 60,
        distributionMean(f.timeToRepair) / 60,
        f.repairers?.pool,
      ]);
      return [s.id, s.machines, distributionMean(s.process.time), h, set, stops, s.quality?.defectRate ?? 0];
    });
    expect(rows).toEqual([
      ["saw", 1, 45, 8, [], [["breakdown", 7200, 45, "setter"]], 0.002],
      [
        "op10",
        4,
        150,
        32,
        [240, 80],
        [
          ["shortStop", 45, 3.5, "lathe"],
          ["breakdown", 5400, 150, "setter"],
        ],
        0.01,
      ],
      [
        "op20",
        3,
        118,
        30,
        [240, 65],
        [
          ["shortStop", 50, 3.5, "lathe"],
          ["breakdown", 5400, 150, "setter"],
        ],
        0.008,
      ],
      [
        "op30",
        3,
        165,
        40,
        [240, 130],
        [
          ["shortStop", 42, 4, "mill"],
          ["breakdown", 4500, 170, "setter"],
        ],
        0.012,
      ],
      [
        "op40",
        2,
        80,
        24,
        [360, 50],
        [
          ["shortStop", 40, 3, "mill"],
          ["breakdown", 6600, 110, "setter"],
        ],
        0.008,
      ],
      ["deburr", 1, 64, 0, [], [], 0.003],
      ["wash", 1, 480, 0, [], [["breakdown", 12000, 60, "setter"]], 0],
      ["inspect", 1, 58, 0, [], [], 0],
      ["pack", 1, 25, 0, [], [], 0],
    ]);
    expect(scenario.line.flows?.map((flow) => flow.capacity)).toEqual([40, 40, 40, 40, 80, 80, 80, 80]);
  });
});

describe("study retrofits A to L", () => {
  it("A: a robot of its own loads OP10 and clears its short stops, lathe operators stay", () => {
    const line = lineWith("A");
    expect(pool(line, "cell10")).toMatchObject({ kind: "robot", count: 1, wagePerYear: 0 });
    expect(station(line, "op10").load).toEqual({
      time: { dist: "lognormal", mean: 22, cv: 0.05 },
      operators: { pool: "cell10", count: 1 },
    });
    expect(failure(line, "op10", "shortStop")).toMatchObject({
      timeToFailure: { mean: 2160 },
      repairers: { pool: "cell10" },
    });
    expect(pool(line, "lathe")?.count).toBe(3);
  });

  it("B: the same on OP30 with one mill operator less", () => {
    const line = lineWith("B");
    expect(station(line, "op30").load?.operators?.pool).toBe("cell30");
    expect(distributionMean(failure(line, "op30", "shortStop")?.timeToFailure ?? 0) / 60).toBeCloseTo(33.6, 9);
    expect(pool(line, "mill")).toMatchObject({ count: 1, headcount: 2 });
  });

  it("C, D, E: set-up 70 min; two setters, four paid; four machines", () => {
    expect(station(lineWith("C"), "op30").setup?.time).toEqual({ dist: "lognormal", mean: 4200, cv: 0.25 });
    expect(pool(lineWith("D"), "setter")).toMatchObject({ count: 2, headcount: 4 });
    expect(station(lineWith("E"), "op30").machines).toBe(4);
  });

  it("F: set-ups × 0.9, repairs and short stops × 0.85 on OP10 to OP40", () => {
    const line = lineWith("F");
    for (const id of ["op10", "op20", "op30", "op40"]) {
      const mean = (of: Line, kind: string): number => distributionMean(failure(of, id, kind)?.timeToRepair ?? 0);
      expect(distributionMean(station(line, id).setup?.time ?? 0)).toBeCloseTo(
        0.9 * distributionMean(station(scenario.line, id).setup?.time ?? 0),
        9,
      );
      for (const kind of ["shortStop", "breakdown"])
        expect(mean(line, kind)).toBeCloseTo(0.85 * mean(scenario.line, kind), 9);
    }
    for (const id of ["saw", "wash"]) expect(station(line, id)).toEqual(station(scenario.line, id));
  });

  it("F with action rate 0 changes nothing, not in the last bit", () => {
    const idle = applyPlan(scenario, planOf([{ id: "F", startMonth: 0, actionRate: 0 }]));
    expect(idle).toMatchObject({ ok: true, touched: [] });
    if (idle.ok) expect(idle.line).toStrictEqual(lineWith());
  });

  it("G: OP30 set-up 70 min, short stops every 37.8 min, the rest as F", () => {
    const line = lineWith("G");
    expect(distributionMean(station(line, "op30").setup?.time ?? 0)).toBe(4200);
    expect(distributionMean(station(line, "op20").setup?.time ?? 0)).toBeCloseTo(0.9 * 65 * 60, 9);
    expect(distributionMean(failure(line, "op30", "shortStop")?.timeToFailure ?? 0) / 60).toBeCloseTo(37.8, 9);
    expect(distributionMean(failure(line, "op30", "breakdown")?.timeToRepair ?? 0)).toBeCloseTo(0.85 * 170 * 60, 9);
    expect(pool(line, "mill")?.count).toBe(1);
    expect(pool(line, "setter")?.count).toBe(1);
  });

  it("H is G with E and D, L is E with D: the same lines", () => {
    expect(lineWith("H")).toEqual(lineWith("G", "D", "E"));
    expect(lineWith("L")).toEqual(lineWith("D", "E"));
  });

  it("I and J: defects × 0.6; vision at inspection", () => {
    expect(station(lineWith("I"), "op30").quality?.defectRate).toBeCloseTo(0.0072, 12);
    const inspect = station(lineWith("J"), "inspect");
    expect(inspect.process).toEqual({
      time: { dist: "lognormal", mean: 14, cv: 0.05 },
      operators: { pool: "inspector", count: 1 },
    });
    expect(inspect.quality?.inspection).toEqual({ detection: 0.985, falseReject: 0.04, reviewTime: 40 });
  });

  it("K: one cell for all ten machines, one lathe and one mill operator", () => {
    const line = lineWith("K");
    for (const id of ["op10", "op20", "op30"]) {
      expect(station(line, id).load?.operators?.pool).toBe("cell");
      expect(failure(line, id, "shortStop")?.repairers?.pool).toBe("cell");
    }
    expect(line.operators.filter((o) => o.kind === "robot").map((o) => o.count)).toEqual([1]);
    expect([pool(line, "lathe"), pool(line, "mill")]).toMatchObject([
      { count: 1, headcount: 2 },
      { count: 1, headcount: 2 },
    ]);
  });

  it("fixed bundles shut out their parts", () => {
    for (const ids of [
      ["G", "B"],
      ["H", "D"],
      ["L", "E"],
      ["H", "G"],
      ["K", "B"],
    ]) {
      expect(
        conflicts(scenario, ids).map((p) => p.code),
        ids.join(),
      ).toContain("excluded");
    }
    expect(conflicts(scenario, ["A", "C", "D", "E", "F", "I", "J"])).toEqual([]);
  });
});

describe("costs", () => {
  it("G costs 79, H 124 ten-thousand yuan; equipment and software of H are 103.05", () => {
    expect(cost("G", "likely", everything)).toBe(79 * wan);
    expect(cost("H", "likely", everything)).toBe(124 * wan);
    expect(cost("H", "likely", ["equipment", "software"])).toBe(103.05 * wan);
  });

  it.each(["low", "likely", "high"] as const)("a bundle costs what its parts cost (%s)", (end) => {
    for (const id of ["G", "H", "L"]) {
      const parts = retrofit(id).bundleOf.reduce((sum, part) => sum + cost(part, end, everything), 0);
      expect(cost(id, end, everything), id).toBe(parts);
    }
  });

  it("a second setter is paid through the line only", () => {
    expect(retrofit("D").opexPerYear).toEqual([]);
    expect(cost("D", "likely", everything)).toBe(0);
  });

  it("a retrofit that fails leaves the times as they were", () => {
    const low = applyPlan(scenario, planOf(["C"]), { case: "low" });
    expect(low.ok && low.line).toEqual(lineWith());
  });
});
