import { describe, expect, it } from "vitest";
import { inputsOf, movableInputs, type Retrofit } from "../../src/model";
import { isBeyond, stepsTo, travelOf, valueAt } from "../../src/panels/whatIf/travel";
import { lineFiles, readScenario } from "../scenarios/files";

const machining = readScenario("machining.json");
const planOf = (id: string): Retrofit[] => machining.retrofits.filter((retrofit) => retrofit.id === id);

describe("the inputs offered to be moved", () => {
  it("of a plan: what its retrofits do and cost, and the prices that count; nothing of other plans", () => {
    const offered = movableInputs(machining, planOf("H"));
    const paths = offered.map(({ path }) => path);
    expect(offered.filter(({ kind }) => kind === "effect").length).toBeGreaterThan(10);
    expect(paths).toContain("retrofits.H.cost.equipment");
    expect(paths).toContain("retrofits.H.actionRate");
    expect(paths).toContain("line.products.hub.price");
    expect(paths).toContain("economics.discountRate");
    // the wage of people whose number the plan changes, and of no others
    expect(paths.filter((path) => path.endsWith(".wagePerYear") && path.startsWith("line."))).toEqual([
      "line.operators.mill.wagePerYear",
      "line.operators.setter.wagePerYear",
    ]);
    expect(paths.filter((path) => /^retrofits\.(?!H\.)/.test(path))).toEqual([]);
  });

  it("of a new loading time its mean, within what the other cases set", () => {
    const time = movableInputs(machining, planOf("B")).find(({ path }) => path.endsWith(".likely.time.mean"));
    expect(time).toMatchObject({
      value: 22,
      unit: "seconds",
      range: null,
      ends: { low: 40, high: 22 },
      kind: "effect",
    });
  });

  it("of today's line: the stations asked for, people, prices; no retrofit", () => {
    const offered = movableInputs(machining, [], ["op30"]);
    const stations = offered.filter(({ group }) => group.kind === "station");
    expect(new Set(stations.map(({ group }) => group.id))).toEqual(new Set(["op30"]));
    expect(offered.map(({ path }) => path)).toContain("line.operators.setter.count");
    expect(offered.some(({ group }) => group.kind === "retrofit" || group.kind === "run")).toBe(false);
  });

  it.each(lineFiles)("are inputs of the one list, in %s too", (file) => {
    const scenario = readScenario(file);
    const all = new Map(inputsOf(scenario).map((input) => [input.path, input]));
    for (const retrofit of scenario.retrofits) {
      const offered = movableInputs(scenario, [retrofit]);
      expect(offered.length).toBeGreaterThan(0);
      for (const { kind: _kind, ...input } of offered) expect(input).toEqual(all.get(input.path));
    }
  });
});

describe("the travel of a slider", () => {
  const input = { unit: "yuan", path: "retrofits.A.cost.equipment", keys: [], range: null } as const;

  it("covers the stated range and a bit beyond, and stops on the stated value", () => {
    const travel = travelOf({ ...input, value: 182_000, range: { low: 117_000, high: 292_500 } }, null)!;
    expect(valueAt(travel, 0)).toBe(182_000);
    expect(valueAt(travel, travel.least)).toBeLessThan(117_000);
    expect(valueAt(travel, travel.most)).toBeGreaterThan(292_500);
    expect(isBeyond(travel, 117_000)).toBe(false);
    expect(isBeyond(travel, 292_500)).toBe(false);
    expect(isBeyond(travel, valueAt(travel, travel.most))).toBe(true);
    expect(travel.isAssumed).toBe(false);
  });

  it("counts people whole, and knows that the better end may be the smaller", () => {
    const people = travelOf({ ...input, unit: "people", path: "retrofits.D.effects.0.value", value: 1 }, null)!;
    expect(people).toMatchObject({ step: 1, least: -1, isAssumed: true });
    const factor = travelOf({ ...input, unit: "factor", path: "x", value: 0.9, range: { low: 1, high: 0.9 } }, null)!;
    expect(isBeyond(factor, 0.95)).toBe(false);
    expect(isBeyond(factor, 0.88)).toBe(true);
    expect(stepsTo(factor, 0.9)).toBe(0);
  });

  it("takes the usual spread where no range is stated, and nothing where there is nothing to move", () => {
    const priced = travelOf({ ...input, path: "line.products.hub.price", value: 68 }, [0.9, 1.1])!;
    expect(isBeyond(priced, 61.2)).toBe(false);
    expect(isBeyond(priced, 61)).toBe(true);
    expect(travelOf({ ...input, value: 0 }, null)).toBeNull();
    const share = travelOf({ ...input, unit: "share", path: "retrofits.H.actionRate", value: 1 }, null)!;
    expect(valueAt(share, share.most)).toBe(1);
  });
});
