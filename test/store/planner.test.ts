import { describe, expect, it } from "vitest";
import { adviseHere } from "../../src/app/advise";
import { moneyOf, wayQuestion } from "../../src/app/money";
import { simulate, watch } from "../../src/engine";
import { compareLines, headcount, kpis, summarise } from "../../src/measure";
import { checkScenario, physicsKey, type Run } from "../../src/model";
import { bestSoFar, createAppStore, isPlannerStale, withEconomics, type AppStore } from "../../src/store";
import type { SimulationPool } from "../../workers/contract";
import { simulationCore } from "../../workers/core";

/** The real engine in this thread behind the pool's contract; keeps the runs it was asked for. */
function localPool(runs: Run[]): SimulationPool {
  return {
    size: 1,
    simulate: async (line, run, { first = 0, count = run.replications, signal } = {}) => {
      runs.push(run);
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      return simulate(line, run, first, count).map((counters) => kpis(line, counters));
    },
    watch: (request) => Promise.resolve(watch(request.line, request.run, request.replication, 8)),
    keep: (request) => Promise.resolve(simulationCore.keep(request)),
    window: (request) => Promise.resolve(simulationCore.window(request)),
    fromNow: (request) => Promise.resolve(simulationCore.fromNow(request)),
    dispose: () => undefined,
  };
}

/** Slow machines, so that hundreds of hours are few events; one step that helps, one that only costs, a bundle. */
const checked = checkScenario(
  {
    schemaVersion: 1,
    line: {
      products: [{ id: "p", price: 100, materialCost: 20 }],
      stations: [
        { id: "press", process: { time: { dist: "lognormal", mean: 900, cv: 0.2 } } },
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

function open(): { store: AppStore; runs: Run[] } {
  const runs: Run[] = [];
  const store = createAppStore(
    {
      pool: localPool(runs),
      parse: () => ({ ok: false, problems: [] }),
      physicsKey,
      summarise,
      compare: compareLines,
      money: moneyOf,
      way: wayQuestion,
      advise: adviseHere,
      headcount,
      storage: null,
      language: "en",
    },
    { id: "line", scenario },
  );
  return { store, runs };
}

const until = (store: AppStore, isSo: (state: ReturnType<AppStore["getState"]>) => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (isSo(store.getState())) return resolve();
    const leave = store.subscribe((state) => {
      if (!isSo(state)) return;
      leave();
      resolve();
    });
  });

const ready = (store: AppStore): Promise<void> =>
  until(store, (state) => state.shown !== null && state.evaluation.status === "idle");

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
    const { store, runs } = open();
    await ready(store);
    runs.length = 0;
    const parts: string[] = [];
    store.subscribe((state, before) => {
      const { known } = state.planner;
      if (known !== null && known !== before.planner.known) parts.push(known.part);
    });
    store.getState().actions.findBest();
    await until(store, (state) => state.planner.status !== "running");
    const { advice, status } = store.getState().planner;
    expect(status).toBe("done");
    expect(advice?.best?.ids).toEqual(["fast"]);
    expect(advice?.list.some((p) => p.ids.includes("both"))).toBe(false);
    expect([...new Set(parts)]).toEqual(["search", "selection", "order"]);
    expect(runs.every((run) => run.hours === 350 && run.warmUpHours === 50)).toBe(true);
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
    // another plan on the stage is no other question
    actions.choose(["fast"]);
    expect(stale()).toBe(false);
  });

  it("stops at once and keeps what is known", async () => {
    const { store } = open();
    await ready(store);
    store.getState().actions.findBest();
    await until(store, (state) => bestSoFar(state.planner.known) !== null);
    store.getState().actions.stopFinding();
    const { planner } = store.getState();
    expect(planner.status).toBe("stopped");
    expect(bestSoFar(planner.known)?.ids).toEqual(["fast"]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(store.getState().planner).toBe(planner);
  });

  it("forgets the answer with the line it belongs to", async () => {
    const { store } = open();
    await ready(store);
    store.getState().actions.findBest();
    await until(store, (state) => state.planner.status === "done");
    store.getState().actions.openReady("again", { ...scenario });
    expect(store.getState().planner.advice).toBeNull();
    expect(store.getState().planner.status).toBe("idle");
  });
});
