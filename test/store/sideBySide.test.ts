import { describe, expect, it } from "vitest";
import { checkScenario } from "../../src/model";
import { isColumnStale, isSeenStale, withEconomics, withPlanName, withRetrofit } from "../../src/store";
import { openLaboratory, ready, until } from "./laboratory";

/** Slow machines, so that hundreds of hours are few events. */
const checked = checkScenario(
  {
    schemaVersion: 1,
    line: {
      products: [{ id: "p", price: 100, materialCost: 20 }],
      stations: [
        { id: "press", process: { time: { dist: "exponential", mean: 900 } } },
        { id: "check", process: { time: { dist: "exponential", mean: 300 } } },
      ],
    },
    retrofits: [
      {
        id: "A",
        name: { zh: "快", en: "Fast" },
        kind: "control",
        cost: { equipment: 40_000 },
        effects: [{ target: "stations.press.process.time", op: "scale", value: 0.7 }],
      },
      {
        id: "B",
        name: { zh: "更快", en: "Faster" },
        kind: "control",
        cost: { equipment: 90_000 },
        effects: [{ target: "stations.press.process.time", op: "scale", value: 0.5 }],
      },
    ],
    plans: [
      { id: "A", retrofits: ["A"] },
      { id: "B", retrofits: ["B"] },
    ],
    run: { hours: 200, warmUpHours: 20, replications: 4, seed: 3 },
  },
  { retrofits: [], policies: [] },
);
if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
const scenario = checked.value;

async function compared() {
  const { store, asked } = openLaboratory(scenario);
  await ready(store);
  const { pickPlan, compareSideBySide } = store.getState().actions;
  pickPlan("A");
  pickPlan("B");
  compareSideBySide();
  await until(store, ({ sideBySide }) => sideBySide.status === "idle");
  return { store, asked };
}

describe("plans side by side", () => {
  it("each against today under the same run, with its money and its way", async () => {
    const { store } = await compared();
    const { columns } = store.getState().sideBySide;
    const [a, b] = [columns["A"]!, columns["B"]!];
    for (const { shown, money } of [a, b]) {
      expect(shown.baseline.complete).toBe(true);
      expect(shown.baseline.results).toHaveLength(4);
      expect(shown.way).not.toBeNull();
      expect(money?.wayIs).toBe("simulated");
    }
    expect(b.shown.differences!.goodPerYear.mean).toBeGreaterThan(a.shown.differences!.goodPerYear.mean);
    expect(b.money!.investment.total.likely).toBeGreaterThan(a.money!.investment.total.likely);
    // today's line is one line, whichever plan stands beside it
    expect(a.shown.baseline.key).toBe(b.shown.baseline.key);
    expect(a.shown.baseline.figures).toEqual(b.shown.baseline.figures);
    store.getState().actions.dispose();
  });

  it("are what the plan alone says, and cost no run that is known", async () => {
    const { store, asked } = await compared();
    const before = asked.length;
    store.getState().actions.choose(["A"]);
    await until(store, (s) => s.shown?.plan?.complete === true && s.evaluation.status === "idle");
    expect(store.getState().shown!.differences).toEqual(store.getState().sideBySide.columns["A"]!.shown.differences);
    expect(asked.length).toBe(before);
    store.getState().actions.compareSideBySide();
    await until(store, ({ sideBySide }) => sideBySide.status === "idle");
    expect(asked.length).toBe(before);
    store.getState().actions.dispose();
  });

  it("age when line, prices or their own retrofit change; not by a name, nor by another plan's figures", async () => {
    const { store } = await compared();
    const { columns } = store.getState().sideBySide;
    const project = store.getState().history.present;
    const stale = (changed: typeof project): boolean[] =>
      ["A", "B"].map((id) => isColumnStale(changed, id, columns[id]!));
    expect(stale(project)).toEqual([false, false]);
    expect(stale(withPlanName(project, "A", { zh: "新", en: "New" }))).toEqual([false, false]);
    expect(stale(withRetrofit(project, "A", (r) => ({ ...r, lifeYears: 3 })))).toEqual([true, false]);
    expect(stale(withEconomics(project, (e) => ({ ...e, discountRate: 0.2 })))).toEqual([true, true]);
    expect(stale({ ...project, scenario: { ...scenario, plans: [] } })).toEqual([true, true]);
    store.getState().actions.dispose();
  });

  it("leave on each card what was seen; it ages with the physics only", async () => {
    const { store } = await compared();
    const { seen } = store.getState().sideBySide;
    const project = store.getState().history.present;
    const isOld = (changed: typeof project): boolean =>
      isSeenStale(changed.scenario, changed.scenario.plans[0]!, seen["A"]!);
    expect(seen["A"]!.output.mean).toBeGreaterThan(0);
    expect(isOld(project)).toBe(false);
    expect(isOld(withRetrofit(project, "A", (r) => ({ ...r, cost: { ...r.cost, equipment: 1 } })))).toBe(false);
    expect(isOld(withRetrofit(project, "A", (r) => ({ ...r, effects: [] })))).toBe(true);
    store.getState().actions.dispose();
  });

  it("are four at most, and gone with another project", async () => {
    const { store } = await compared();
    const { pickPlan, open } = store.getState().actions;
    for (const id of ["C", "D", "E"]) pickPlan(id);
    expect(store.getState().sideBySide.picked).toEqual(["A", "B", "C", "D"]);
    pickPlan("B");
    expect(store.getState().sideBySide.picked).toEqual(["A", "C", "D"]);
    open({ scenario, readyLine: null, fileName: null });
    expect(store.getState().sideBySide).toMatchObject({ picked: [], columns: {}, seen: {} });
    store.getState().actions.dispose();
  });
});

describe("an edit that may be refused", () => {
  it("changes nothing where the scenario would be wrong, and is one step where it is right", async () => {
    const { openStore } = await import("./opened");
    const store = openStore({ scenario, readyLine: null, fileName: null });
    const { attempt, undo, fileScenario } = store.getState().actions;
    const before = store.getState().history.present;
    const machines = (count: number) => (project: typeof before) => ({
      ...project,
      scenario: {
        ...project.scenario,
        line: {
          ...project.scenario.line,
          stations: project.scenario.line.stations.map((station) => ({ ...station, machines: count })),
        },
      },
    });
    expect(attempt(machines(-1)).length).toBeGreaterThan(0);
    expect(store.getState().history.present).toBe(before);
    expect(attempt(machines(2))).toEqual([]);
    expect(store.getState().history.past).toHaveLength(1);
    expect(fileScenario()).toBe(scenario);
    undo();
    expect(store.getState().history.present).toBe(before);
  });
});
