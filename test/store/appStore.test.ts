import { describe, expect, it } from "vitest";
import { studyHere } from "../../src/app/studyHere";
import { moneyOf, wayQuestion } from "../../src/app/money";
import { simulate, watch } from "../../src/engine";
import { compareLines, kpis, summarise, headcount } from "../../src/measure";
import { checkScenario, physicsKey, type Scenario } from "../../src/model";
import { createAppStore, createClock, isStale, type AppStore, type KeyValue } from "../../src/store";
import type { SimulationPool } from "../../workers/contract";
import { simulationCore } from "../../workers/core";
import { localReplayer } from "./localReplayer";

/** The real engine in this thread behind the pool's contract; counts what it was asked for. */
function localPool(): SimulationPool & { asked: { hours: number; first: number; count: number }[] } {
  const asked: { hours: number; first: number; count: number }[] = [];
  return {
    size: 1,
    asked,
    simulate: async (line, run, options = {}) => {
      const first = options.first ?? 0;
      const count = options.count ?? run.replications;
      asked.push({ hours: run.hours, first, count });
      await Promise.resolve();
      options.signal?.throwIfAborted();
      return simulate(line, run, first, count).map((counters) => kpis(line, counters));
    },
    watch: (request, signal) => {
      signal?.throwIfAborted();
      return Promise.resolve(watch(request.line, request.run, request.replication, Math.min(8, request.calendarHours)));
    },
    keep: (request) => Promise.resolve(simulationCore.keep(request)),
    window: (request) => Promise.resolve(simulationCore.window(request)),
    fromNow: (request) => Promise.resolve(simulationCore.fromNow(request)),
    dispose: () => undefined,
  };
}

/** Slow machines, so that hundreds of hours are few events: a press that is set up by hand, then a checker. */
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
        { id: "check", process: { time: { dist: "exponential", mean: 500 } } },
      ],
    },
    retrofits: [
      {
        id: "D",
        name: { zh: "快换", en: "Quick change" },
        kind: "tooling",
        effects: [{ target: "stations.press.setup.time", op: "scale", value: 0.3 }],
      },
      {
        id: "E",
        name: { zh: "第二台", en: "Second press" },
        kind: "cnc",
        cost: { equipment: 200_000 },
        effects: [{ target: "stations.press.machines", op: "add", value: 1 }],
      },
      { id: "G", name: { zh: "组合", en: "Bundle" }, kind: "bundle", bundleOf: ["D", "E"], excludes: ["D", "E"] },
    ],
    run: { hours: 2000, warmUpHours: 60, replications: 12, seed: 3 },
  },
  { retrofits: [], policies: [] },
);
if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
const short: Scenario = checked.value;

function open(
  scenario: Scenario = short,
  storage: KeyValue | null = null,
): { store: AppStore; pool: ReturnType<typeof localPool> } {
  const pool = localPool();
  const store = createAppStore(
    {
      pool,
      replayer: localReplayer(24),
      clock: createClock(0, 0),
      parse: (text) =>
        text === "good"
          ? { ok: true, scenario }
          : { ok: false, problems: [{ path: "line", code: "missing", params: {} }] },
      physicsKey,
      summarise,
      compare: compareLines,
      money: moneyOf,
      way: wayQuestion,
      study: studyHere,
      headcount,
      storage,
      language: "en",
    },
    { scenario, readyLine: "machining", fileName: null },
  );
  return { store, pool };
}

function settled(store: AppStore): Promise<void> {
  return new Promise((resolve) => {
    const check = (): boolean => store.getState().evaluation.status !== "running";
    if (check()) return resolve();
    const leave = store.subscribe(() => {
      if (!check()) return;
      leave();
      resolve();
    });
  });
}

describe("the project store", () => {
  it("looks quickly first, then tightens to the scenario's own run", async () => {
    const { store, pool } = open();
    const stages: string[] = [];
    store.subscribe((state, before) => {
      if (state.shown !== before.shown && state.shown !== null)
        stages.push(`${state.shown.baseline.stage}${state.shown.baseline.figures.replications}`);
    });
    await settled(store);
    expect(stages).toEqual(["quick10", "full10", "full12"]);
    expect(pool.asked[0]).toEqual({ hours: 350, first: 0, count: 10 });
    expect(store.getState().shown?.baseline.complete).toBe(true);
  });

  it("pairs plan and baseline under the same run, and simulates nothing twice", async () => {
    const { store, pool } = open();
    await settled(store);
    const before = pool.asked.length;
    store.getState().actions.choose(["D"]);
    await settled(store);
    const { shown, money } = store.getState();
    expect(shown?.plan?.run).toEqual(shown?.baseline.run);
    expect(shown?.plan?.results.map((each) => each.replication)).toEqual(
      shown?.baseline.results.map((each) => each.replication),
    );
    expect(shown?.differences?.goodPerYear.proven).toBe(true);
    expect(money?.investment.equipment.likely).toBe(0);
    // the plan only: the baseline came from what was known
    expect(pool.asked.slice(before).reduce((sum, each) => sum + each.count, 0)).toBe(10 + 12);
    store.getState().actions.choose([]);
    await settled(store);
    store.getState().actions.choose(["D"]);
    await settled(store);
    expect(pool.asked.slice(before).reduce((sum, each) => sum + each.count, 0)).toBe(10 + 12);
  });

  it("keeps what it had when cancelled, and goes on from there", async () => {
    const { store } = open();
    await new Promise<void>((resolve) => {
      const leave = store.subscribe((state) => {
        if (state.shown === null) return;
        leave();
        resolve();
      });
    });
    store.getState().actions.cancel();
    expect(store.getState().evaluation.status).toBe("cancelled");
    expect(store.getState().shown).not.toBeNull();
    store.getState().actions.evaluate();
    await settled(store);
    expect(store.getState().shown?.baseline.complete).toBe(true);
  });

  it("marks figures stale when physics change, and not when prices do; undo makes them fresh", async () => {
    const { store } = open();
    await settled(store);
    const { actions } = store.getState();
    actions.edit((project) => ({
      ...project,
      scenario: { ...project.scenario, economics: { ...project.scenario.economics, electricityPrice: 2 } },
    }));
    expect(isStale(store.getState())).toBe(false);
    actions.edit((project) => ({
      ...project,
      scenario: { ...project.scenario, run: { ...project.scenario.run, seed: 99 } },
    }));
    expect(isStale(store.getState())).toBe(true);
    expect(store.getState().shown).not.toBeNull();
    actions.undo();
    expect(isStale(store.getState())).toBe(false);
    actions.redo();
    actions.evaluate();
    await settled(store);
    expect(isStale(store.getState())).toBe(false);
  });

  it("computes money again, and nothing else, when the demand changes", async () => {
    const { store, pool } = open();
    store.getState().actions.choose(["E"]);
    await settled(store);
    const asked = pool.asked.length;
    const before = store.getState().money?.annualGain.mean ?? 0;
    store.getState().actions.edit((project) => ({ ...project, demand: { kind: "today" } }));
    expect(store.getState().money?.annualGain.mean ?? 0).toBeLessThan(before);
    expect(pool.asked.length).toBe(asked);
  });

  it("keeps the project when a file cannot be opened", async () => {
    const { store } = open();
    await settled(store);
    const { history, shown } = store.getState();
    expect(store.getState().actions.openText("bad", "x.json")).toBe(false);
    expect(store.getState().history).toBe(history);
    expect(store.getState().shown).toBe(shown);
    expect(store.getState().openFailure?.problems[0]?.code).toBe("missing");
    expect(store.getState().actions.openText("good", "y.json")).toBe(true);
    expect(store.getState().openFailure).toBeNull();
    await settled(store);
  });

  it("refuses plans that exclude each other and says why", async () => {
    const { store } = open();
    await settled(store);
    store.getState().actions.choose(["G", "D"]);
    expect(store.getState().planProblems.map((problem) => problem.code)).toContain("excluded");
    expect(store.getState().choice).toEqual([]);
  });

  it("remembers preferences, and survives a browser that refuses to", () => {
    const kept = new Map<string, string>();
    const storage: KeyValue = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    };
    const { store } = open(short, storage);
    store.getState().actions.setPreferences({ language: "zh", theme: "dark" });
    store.getState().actions.dispose();
    const again = open(short, storage).store;
    expect(again.getState().preferences).toMatchObject({ language: "zh", theme: "dark" });
    again.getState().actions.dispose();
    const refusing: KeyValue = {
      getItem: () => {
        throw new Error("no");
      },
      setItem: () => {
        throw new Error("no");
      },
    };
    const third = open(short, refusing).store;
    third.getState().actions.setPreferences({ language: "zh" });
    expect(third.getState().preferences.language).toBe("zh");
    third.getState().actions.dispose();
    kept.set("xianjian.preferences.1", '{"language":"fr","quality":7,"shortcuts":"yes"}');
    const fourth = open(short, storage).store;
    expect(fourth.getState().preferences).toMatchObject({ language: "en", quality: "auto", shortcuts: true });
    fourth.getState().actions.dispose();
  });
});
