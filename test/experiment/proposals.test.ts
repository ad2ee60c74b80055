import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate, unsupported } from "../../src/engine";
import { headsFor } from "../../src/experiment/proposalBase";
import { proposalsFor, withProposals } from "../../src/experiment/proposals";
import { kpis, summarise } from "../../src/measure";
import { type LineInput, Retrofit, Run, type Scenario, ScenarioSchema } from "../../src/model";
import { applyPlan, conflicts } from "../../src/retrofit";
import { anyLine, lineOf } from "../engine/anyLine";
import { lineFiles, planOf, readScenario } from "../scenarios/files";

function scenarioOf(line: LineInput): Scenario {
  return { ...ScenarioSchema.parse({ schemaVersion: 1, line: lineOf(line) }), retrofits: [], policies: [] };
}
function proposed(scenario: Scenario, hours: number, replications = 2) {
  const run = Run.parse({ hours, warmUpHours: 2, replications });
  const results = simulate(scenario.line, run, 0, replications).map((c) => kpis(scenario.line, c));
  return proposalsFor(scenario, summarise(results));
}

/** Every proposal is a retrofit of the schema, makes a line the engine can run, and goes with all it does not exclude. */
function expectSound(scenario: Scenario, proposals: ReturnType<typeof proposalsFor>): void {
  const all = withProposals(scenario, proposals);
  const ids = proposals.map(({ retrofit }) => retrofit.id);
  expect(new Set(all.retrofits.map(({ id }) => id)).size).toBe(all.retrofits.length);
  expect(ids.length).toBeLessThanOrEqual(12);
  for (const { retrofit, promise } of proposals) {
    expect(Retrofit.parse(JSON.parse(JSON.stringify(retrofit)))).toEqual(retrofit);
    expect(retrofit).toMatchObject({ kind: "organisation", catalogue: ["R16"], cost: { equipment: 0, software: 0 } });
    expect(retrofit.evidence.length).toBeGreaterThan(0);
    expect(promise).toBeGreaterThanOrEqual(0);
    for (const effectCase of ["low", "likely", "high"] as const) {
      const applied = applyPlan(all, planOf([retrofit.id]), { case: effectCase });
      if (!applied.ok) throw new Error(`${retrofit.id} ${JSON.stringify(applied.problems)}`);
      expect(unsupported(applied.line)).toEqual([]);
      expect(applied.touched.length).toBe(retrofit.effects.length);
    }
  }
  for (const a of ids)
    for (const b of ids) {
      if (a >= b || conflicts(all, [a, b]).length > 0) continue;
      const applied = applyPlan(all, planOf([a, b]));
      expect(applied.ok, `${a} + ${b} ${JSON.stringify(applied)}`).toBe(true);
    }
}

describe("changes that need no asset", () => {
  it.each(lineFiles)(
    "%s: apply and fit the schema",
    (name) => {
      const scenario = readScenario(name);
      expectSound(scenario, proposed(scenario, 60, 1));
    },
    60_000,
  );

  it("apply to any line", () => {
    let made = 0;
    fc.assert(
      fc.property(anyLine, (input) => {
        const scenario = scenarioOf(input);
        const proposals = proposed(scenario, 8);
        made += proposals.length;
        expectSound(scenario, proposals);
      }),
      { numRuns: 60 },
    );
    expect(made).toBeGreaterThan(60);
  }, 60_000);

  it("of the machining line: a second setter, more promising than anything else about people", () => {
    const scenario = readScenario("machining.json");
    const proposals = proposed(scenario, 400, 2);
    const ids = proposals.map(({ retrofit }) => retrofit.id);
    expect(ids).toEqual(
      expect.arrayContaining(["more-setter", "smed-op30", "larger-lots", "train-lathe-for-setter", "fewer-lathe"]),
    );
    const people = proposals.filter(({ reason }) => reason.key === "waitForPool");
    expect(people[0]!.reason.params.pool).toBe("setter");
    const setter = people[0]!.retrofit;
    // as retrofit D of the file: one more on duty, two more paid; and never together with it, or what contains it
    expect(setter.effects.map(({ target, op, value }) => [target, op, value])).toEqual([
      ["operators.setter.count", "add", 1],
      ["operators.setter.headcount", "add", 2],
    ]);
    expect(setter.excludes).toEqual(expect.arrayContaining(["D", "H", "L"]));
    expect(setter.excludes).not.toContain("C");
    expect(setter.name).toEqual({ zh: "每班增加一人：调机维修工", en: "One more in each shift: Setters, also repair" });
    // lots of 360 become 540: half of 180 more of 2, 6 or 20 part numbers lie in stock, at 10, 20 or 30 % of their price a year
    const lots = proposals.find(({ retrofit }) => retrofit.id === "larger-lots")!.retrofit;
    const price = scenario.line.products[0]!.price;
    expect(lots.opexPerYear[0]).toMatchObject({
      amount: { low: 90 * 2 * price * 0.1, likely: 90 * 6 * price * 0.2, high: 90 * 20 * price * 0.3 },
    });
    const smed = proposals.find(({ retrofit }) => retrofit.id === "smed-op30")!.retrofit;
    expect(smed.excludes).toContain("C");
    expect(smed.excludes).not.toContain("F");
    expect(smed.cost.training).toEqual({ low: 10_000, likely: 30_000, high: 80_000 });
    expect(smed.rampUp).toMatchObject({ tauWeeks: 6 });
  }, 60_000);

  it("looks before the bottleneck where bad parts are found behind it, and not where they are found before", () => {
    const line = (early: boolean): LineInput => ({
      stations: [
        {
          id: "turn",
          process: { time: 40 },
          quality: { defectRate: 0.05, ...(early ? { inspection: { detection: 1 } } : {}) },
        },
        { id: "mill", process: { time: 60 } },
        {
          id: "check",
          process: { time: 20 },
          quality: { inspection: { detection: 0.9 }, onReject: { repair: { time: 30 }, share: 0.4 } },
        },
      ],
      flows: [
        { from: "turn", to: "mill", capacity: 20 },
        { from: "mill", to: "check", capacity: 20 },
      ],
    });
    const late = proposed(scenarioOf(line(false)), 40).find(({ reason }) => reason.key === "lateScrap");
    expect(late!.retrofit.id).toBe("check-turn");
    expect(late!.reason.params).toMatchObject({ station: "turn", before: "mill" });
    expect(late!.retrofit.effects.find(({ target }) => target.endsWith("onReject"))!.value).toEqual({
      repair: { time: 30 },
      share: 0.4,
    });
    expect(proposed(scenarioOf(line(true)), 40).some(({ reason }) => reason.key === "lateScrap")).toBe(false);
  });

  it("pays as many people a post as today, and one a shift where that cannot be told", () => {
    const shifts = ["a", "b"].map((id, i) => ({
      id,
      start: i === 0 ? "06:00" : "14:00",
      end: i === 0 ? "14:00" : "22:00",
    }));
    const heads = (headcount: number, count: number) => {
      const line = lineOf({
        calendar: { shifts },
        operators: [{ id: "p", count, headcount }],
        stations: [{ id: "s", process: { time: 1 } }],
      });
      return headsFor(line, line.operators[0]!, 1);
    };
    expect(heads(2, 1)).toBe(2);
    // overtime by the same people
    expect(heads(5, 5)).toBe(1);
    // reliefs
    expect(heads(10, 4)).toBe(2.5);
    // technicians who do much else
    expect(heads(8, 1)).toBe(2);
  });
});
