import { describe, expect, it } from "vitest";
import { moneyOf } from "../../src/app/money";
import { readyLines } from "../../src/app/library";
import { simulate } from "../../src/engine";
import { headcount, kpis, type ReplicationResult, summarise, yearlyNumbers } from "../../src/measure";
import { plannedHoursPerYear, type Line } from "../../src/model";
import { plannedLine, sellable, type Evaluated } from "../../src/store";

const machining = await readyLines.find((line) => line.id === "machining")?.load();
if (machining === undefined) throw new Error("the machining line ships with the product");
const run = { ...machining.run, hours: 60, warmUpHours: 10, replications: 3 };

function evaluated(line: Line): Evaluated {
  const results: ReplicationResult[] = simulate(line, run, 0, run.replications).map((counters) => kpis(line, counters));
  return {
    key: "",
    line,
    run,
    stage: "full",
    complete: true,
    figures: summarise(results),
    results,
    headcount: headcount(line),
  };
}

const planned = plannedLine(machining, ["D"]);
if (!planned.ok) throw new Error("plan D applies");
const baseline = evaluated(machining.line);
const plan = evaluated(planned.line);
const request = (demand: { kind: "all" } | { kind: "today" }) => ({
  project: { scenario: machining, demand },
  choice: ["D"],
  chosen: planned.chosen,
  baseline,
  plan,
  way: null,
});

describe("money on top of the figures", () => {
  it("keeps parts: what entered is left, scrapped or still inside", () => {
    for (const result of baseline.results) {
      const year = yearlyNumbers(machining.line, result);
      const out = year.goodPerYear + year.escapedPerYear + year.scrappedPerYear;
      // over 60 h the content of the line changes by less than 200 parts
      expect(Math.abs(year.enteredPerYear - out)).toBeLessThan((200 / 60) * 4500);
      expect(year.goodPerYear).toBeCloseTo(result.line.goodPerHour * 4500, 6);
    }
  });

  it("counts the people of the line and those a plan adds", () => {
    expect(baseline.headcount).toBe(21);
    expect(plan.headcount).toBe(23);
  });

  it("reads 'no more than today' as what today's line sells", () => {
    const hours = plannedHoursPerYear(machining.line.calendar);
    expect(sellable({ kind: "all" }, baseline)).toBeNull();
    expect(sellable({ kind: "upTo", perYear: 5 }, baseline)).toBe(5);
    expect(sellable({ kind: "today" }, baseline)).toBeCloseTo(baseline.figures.line.throughputPerHour.mean * hours, 6);
  });

  it("values extra parts only if they can be sold", () => {
    const all = moneyOf(request({ kind: "all" }));
    const today = moneyOf(request({ kind: "today" }));
    expect(all?.demandBinding).toBe("none");
    expect(today?.demandBinding).not.toBe("none");
    expect(today?.annualGain.mean ?? 0).toBeLessThan(all?.annualGain.mean ?? 0);
    expect(all?.investment.equipment.likely).toBe(0);
  });
});
