import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine";
import { drive } from "../../src/experiment/drive";
import { beginningOf } from "../../src/experiment/portfolio/beginning";
import { gainIfRelieved } from "../../src/experiment/relief";
import { kpis } from "../../src/measure";
import { Retrofit, type Run, type Scenario, ScenarioSchema } from "../../src/model";

const run: Run = { hours: 60, warmUpHours: 5, replications: 4, seed: 3 };
const step = (id: string, target: string, op: string, value: number, more: object[] = []): Retrofit =>
  Retrofit.parse({
    id,
    name: { zh: id, en: id },
    kind: "organisation",
    cost: {},
    leadTimeWeeks: 4,
    effects: [{ target, op, value }, ...more],
  });

/** Two machines whose parts one person loads: the person holds them back, and b more than a needs it. */
function scenarioWith(people: number, ...retrofits: Retrofit[]): Scenario {
  const load = { time: { dist: "lognormal", mean: 60, cv: 0.3 }, operators: { pool: "loader" } };
  const file = ScenarioSchema.parse({
    schemaVersion: 1,
    line: {
      operators: [{ id: "loader", count: people, headcount: 2 * people }],
      stations: [
        { id: "a", process: { time: { dist: "lognormal", mean: 50, cv: 0.3 } }, load },
        { id: "b", process: { time: { dist: "lognormal", mean: 50, cv: 0.3 } }, load },
      ],
      flows: [{ from: "a", to: "b", capacity: 5 }],
    },
    run,
  });
  return { ...file, retrofits, policies: [] };
}

const faster = step("faster", "stations.b.process.time", "scale", 0.9);
const second = step("second", "operators.loader.count", "add", 1, [
  { target: "operators.loader.headcount", op: "add", value: 2 },
]);
const alsoFaster = step("second-and-faster", "operators.loader.count", "add", 1, [
  { target: "stations.b.process.time", op: "scale", value: 0.9 },
]);

async function beginning(scenario: Scenario) {
  const relief = await drive(gainIfRelieved(scenario.line, run, { most: 8 }), (line, r, first, count) =>
    Promise.resolve(simulate(line, r, first, count).map((c) => kpis(line, c))),
  );
  return beginningOf(scenario, scenario.retrofits, relief!, run);
}

describe("where the advice begins", () => {
  it("is the person whom both machines wait for, and the step that adds just that person", async () => {
    const found = await beginning(scenarioWith(1, faster, alsoFaster, second));
    expect(found?.relief).toMatchObject({ of: "pool", id: "loader", kind: "server" });
    expect(found?.relief.output.ci95[0]).toBeGreaterThan(0);
    expect(found?.step).toBe("second");
  });

  it("names no step where none does just that", async () => {
    const found = await beginning(scenarioWith(1, faster, alsoFaster));
    expect(found?.relief.id).toBe("loader");
    expect(found?.step).toBeNull();
  });

  it("is a machine where people are enough", async () => {
    const found = await beginning(scenarioWith(4, faster, second));
    expect(found?.relief.of).toBe("station");
    expect(found?.step).toBeNull();
  });
});
