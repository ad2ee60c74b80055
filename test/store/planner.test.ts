import { describe, expect, it } from "vitest";
import { checkScenario } from "../../src/model";
import { bestSoFar, isPlannerStale, plannerAnswer, withEconomics } from "../../src/store";
import { openLaboratory, ready, until } from "./laboratory";

/** Slow machines, so that hundreds of hours are few events; one step that helps, one that only costs, a bundle. */
const checked = checkScenario(
  {
    schemaVersion: 1,
    line: {
      products: [{ id: "p", price: 100, materialCost: 20 }],
      operators: [{ id: "setter", count: 1, headcount: 4, wagePerYear: 80_000 }],
      stations: [
        {
          id: "press",
          process: { time: { dist: "lognormal", mean: 900, cv: 0.2 } },
          setup: { time: { dist: "exponential", mean: 3600 }, everyParts: 8, operators: { pool: "setter" } },
        },
        { id: "check", process: { time: { dist: "exponential", mean: 300 } } },
      ],
    },
    retrofits: [
      {
        id: "fast",
        name: { zh: "快", en: "Fast" },
        kind: "control",
        cost: { equipment: 40_000 },
        leadTimeWeeks: 8,
        effects: [{ target: "stations.press.process.time", op: "scale", value: 0.7 }],
      },
      {
        id: "idle",
        name: { zh: "闲", en: "Idle" },
        kind: "control",
        cost: { equipment: 70_000 },
        leadTimeWeeks: 8,
        effects: [{ target: "stations.check.process.time", op: "scale", value: 0.9 }],
      },
      { id: "both", name: { zh: "组合", en: "Both" }, kind: "bundle", bundleOf: ["fast", "idle"] },
    ],
    run: { hours: 600, warmUpHours: 60, replications: 4, seed: 3 },
  },
  { retrofits: [], policies: [] },
);
if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
const scenario = checked.value;

const open = () => openLaboratory(scenario);

describe("the planner's part of the store", () => {
  it("suggests the usual budget, or what the candidates cost where that is less", () => {
    expect(open().store.getState().planner.limits).toEqual({
      budget: 110_000,
      paybackYears: null,
      heads: null,
      cash: null,
    });
  });

  it("finds the step that pays with short runs, tells how far it is, and leaves the bundle to the search", async () => {
    const { store, asked } = open();
    await ready(store);
    asked.length = 0;
    const parts: string[] = [];
    store.subscribe((state, before) => {
      const { known } = state.planner;
      if (known !== null && known !== before.planner.known) parts.push(known.part);
    });
    store.getState().actions.findBest();
    await until(store, (state) => state.planner.status !== "running");
    const { answer, status } = store.getState().planner;
    expect(status).toBe("done");
    expect(answer?.best?.ids).toContain("fast");
    expect(answer?.list.some((p) => p.ids.includes("both"))).toBe(false);
    expect([...new Set(parts)]).toEqual(["baseline", "search", "selection", "order", "relief", "reasons"]);
    expect(asked.every(({ run }) => run.hours === 350 && run.warmUpHours === 50)).toBe(true);
    // the advice is there before the reasons are
    expect(answer?.steps.map((step) => step.id)).toEqual(expect.arrayContaining(["fast", "idle"]));
    expect(answer?.steps.find((step) => step.id === "idle")?.verdict).toBe("no");
    expect(isPlannerStale(store.getState())).toBe(false);
  });

  it("is stale while prices, demand or limits differ, and no longer after undo", async () => {
    const { store } = open();
    await ready(store);
    const { actions } = store.getState();
    actions.findBest();
    await until(store, (state) => state.planner.status === "done");
    const stale = (): boolean => isPlannerStale(store.getState());
    actions.edit((project) => withEconomics(project, (e) => ({ ...e, discountRate: 0.11 })));
    expect(stale()).toBe(true);
    actions.undo();
    expect(stale()).toBe(false);
    actions.edit((project) => ({ ...project, demand: { kind: "today" } }));
    expect(stale()).toBe(true);
    actions.undo();
    actions.setPlannerLimits({ budget: 50_000 });
    expect(stale()).toBe(true);
    actions.setPlannerLimits({ budget: 110_000 });
    expect(stale()).toBe(false);
    // another plan on the stage is no other question, nor is one made of proposals
    actions.choose(["fast"]);
    expect(stale()).toBe(false);
    const proposal = store.getState().planner.answer?.proposals[0]?.retrofit.id;
    expect(proposal).toBeDefined();
    actions.openSet(["fast", proposal!]);
    expect(store.getState().choice).toEqual(["fast", proposal]);
    expect(store.getState().history.present.scenario.retrofits.map(({ id }) => id)).toContain(proposal);
    expect(stale()).toBe(false);
    actions.undo();
    expect(store.getState().choice).toEqual(["fast"]);
  });

  it("stops at once and keeps what is known", async () => {
    const { store } = open();
    await ready(store);
    store.getState().actions.findBest();
    await until(store, (state) => bestSoFar(state.planner.known) !== null);
    store.getState().actions.stopFinding();
    const { planner } = store.getState();
    expect(planner.status).toBe("stopped");
    expect(bestSoFar(planner.known)?.ids.length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(store.getState().planner).toBe(planner);
  });

  it("forgets the answer with the line it belongs to", async () => {
    const { store } = open();
    await ready(store);
    store.getState().actions.findBest();
    await until(store, (state) => state.planner.status === "done");
    store.getState().actions.openReady("again", { ...scenario });
    expect(plannerAnswer(store.getState().planner)).toBeNull();
    expect(store.getState().planner.status).toBe("idle");
  });
});
