import { describe, expect, it } from "vitest";
import { readyLines } from "../../src/app/library";
import { simulate } from "../../src/engine";
import { compareLines, kpis, summarise } from "../../src/measure";
import { comparisonCsv } from "../../src/report";

const scenario = await readyLines[0]?.load();
if (scenario === undefined) throw new Error("a line ships with the product");
const run = { ...scenario.run, hours: 20, warmUpHours: 2, replications: 3 };
const results = simulate(scenario.line, run, 0, 3).map((counters) => kpis(scenario.line, counters));
const baseline = summarise(results);

describe("the comparison as CSV", () => {
  it("gives every figure unrounded, as many cells a row as the head has", () => {
    const csv = comparisonCsv("en", {
      line: "Line",
      plan: "D",
      run,
      baseline,
      planFigures: baseline,
      differences: compareLines(results, results),
    });
    expect(csv.startsWith("\uFEFF")).toBe(true);
    const rows = csv.trim().split("\r\n").slice(7);
    expect(rows).toHaveLength(10);
    expect(new Set(rows.map((row) => row.replace(/"[^"]*"/g, "x").split(",").length)).size).toBe(1);
    expect(rows[1]).toContain(String(baseline.line.goodPerYear.mean));
  });

  it("quotes commas and never lets a name become a formula", () => {
    const csv = comparisonCsv("zh", {
      line: '=1+1,"x"',
      plan: null,
      run,
      baseline,
      planFigures: null,
      differences: null,
    });
    expect(csv).toContain(`"'=1+1,""x"""`);
    expect(csv).toContain("现状");
  });
});
