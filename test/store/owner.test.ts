import { describe, expect, it } from "vitest";
import { studyHere } from "../../src/app/studyHere";
import { moneyOf, wayQuestion } from "../../src/app/money";
import { simulate } from "../../src/engine";
import { compareLines, headcount, kpis, summarise } from "../../src/measure";
import { checkScenario, physicsKey, type Scenario } from "../../src/model";
import {
  createOwnerStore,
  ownerAgreement,
  ownerFacts,
  ownerSteps,
  type KeyValue,
  type OwnerStore,
} from "../../src/store";
import type { SimulationPool } from "../../workers/contract";

const simulateHere: SimulationPool["simulate"] = async (line, run, options = {}) => {
  const { first = 0, count = run.replications, signal } = options;
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
  return simulate(line, run, first, count).map((counters) => kpis(line, counters));
};
const notAsked = (): Promise<never> => Promise.reject(new Error("the owner's way watches nothing"));

/** The real engine in this thread; the owner's way asks for nothing else. */
const pool: SimulationPool = {
  size: 1,
  simulate: simulateHere,
  watch: notAsked,
  keep: notAsked,
  window: notAsked,
  fromNow: notAsked,
  dispose: () => undefined,
};

/** A slow line with the station that the machining trade calls its pace, one step that helps and one that only costs. */
const checked = checkScenario(
  {
    schemaVersion: 1,
    meta: { id: "machining", name: { zh: "线", en: "Line" } },
    line: {
      products: [{ id: "p", price: 100, materialCost: 20 }],
      calendar: { shifts: [{ id: "day", start: "08:00", end: "16:00" }], daysPerYear: 250 },
      operators: [{ id: "crew", count: 2, headcount: 2, wagePerYear: 60_000 }],
      stations: [
        {
          id: "op30",
          process: { time: { dist: "lognormal", mean: 900, cv: 0.2 } },
          setup: { time: 1800, everyParts: 20, operators: { pool: "crew" } },
          quality: { defectRate: 0.02, inspection: { detection: 1 } },
        },
        { id: "check", process: { time: { dist: "exponential", mean: 300 }, operators: { pool: "crew" } } },
      ],
    },
    retrofits: [
      {
        id: "fast",
        name: { zh: "快", en: "Fast" },
        kind: "control",
        cost: { equipment: { low: 30_000, likely: 40_000, high: 50_000 } },
        effects: [{ target: "stations.op30.process.time", op: "scale", value: 0.7 }],
      },
      {
        id: "idle",
        name: { zh: "闲", en: "Idle" },
        kind: "control",
        cost: { equipment: 70_000 },
        effects: [{ target: "stations.check.process.time", op: "scale", value: 0.9 }],
      },
    ],
    run: { hours: 150, warmUpHours: 15, replications: 4, seed: 3 },
  },
  { retrofits: [], policies: [] },
);
if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
const template = checked.value;

const memory = (): KeyValue & { kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
};

type Opened = { scenario: Scenario; choice: readonly string[] };

function open(storage: KeyValue = memory()): { store: OwnerStore; opened: Opened[] } {
  const opened: Opened[] = [];
  const store = createOwnerStore({
    pool,
    physicsKey,
    summarise,
    compare: compareLines,
    money: moneyOf,
    way: wayQuestion,
    headcount,
    study: studyHere,
    template: () => template,
    storage,
    open: (scenario, _demand, choice) => opened.push({ scenario, choice }),
  });
  return { store, opened };
}

const until = (store: OwnerStore, isSo: (state: ReturnType<OwnerStore["getState"]>) => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (isSo(store.getState())) return resolve();
    const leave = store.subscribe((state) => {
      if (!isSo(state)) return;
      leave();
      resolve();
    });
  });

function answered(storage?: KeyValue): ReturnType<typeof open> {
  const owner = open(storage);
  const { actions } = owner.store.getState();
  actions.open();
  actions.pickTrade("machining");
  return owner;
}

describe("the owner's way in", () => {
  it("has at most twelve answers, goes forward and back, and nowhere without a trade", () => {
    expect(ownerSteps.indexOf("check")).toBeLessThanOrEqual(12);
    const { store } = open();
    const { actions } = store.getState();
    actions.open();
    actions.go("decision");
    expect(store.getState().step).toBe("trade");
    actions.pickTrade("machining");
    expect(store.getState().step).toBe("shifts");
    actions.next();
    actions.back();
    actions.back();
    expect(store.getState().step).toBe("trade");
    expect(store.getState().isOffered).toBe(false);
  });

  it("is where it was on the next visit, and starts over when asked", () => {
    const storage = memory();
    const { store } = answered(storage);
    store.getState().actions.answer("price", { value: 90, sureness: "counted" });
    store.getState().actions.answer("sale", "none");
    store.getState().actions.go("price");
    const again = open(storage).store;
    expect(again.getState()).toMatchObject({ trade: "machining", step: "price", isOpen: false, isOffered: false });
    expect(again.getState().answers).toEqual({ price: { value: 90, sureness: "counted" }, sale: "none" });
    again.getState().actions.restart();
    expect(open(storage).store.getState()).toMatchObject({ trade: null, step: "trade", answers: {} });
  });

  it("survives a damaged note and a storage that refuses", () => {
    const broken = memory();
    broken.setItem("xianjian.owner.1", '{"trade":"bakery","step":"decision","answers":{"price":7},"factor":-3}');
    expect(open(broken).store.getState()).toMatchObject({ trade: null, step: "trade", answers: {}, factor: null });
    broken.setItem("xianjian.owner.1", "not json");
    expect(open(broken).store.getState()).toMatchObject({ trade: null, isOffered: true });
    const refuses: KeyValue = {
      getItem: () => {
        throw new Error("no");
      },
      setItem: () => {
        throw new Error("full");
      },
    };
    expect(() => answered(refuses)).not.toThrow();
  });

  it("proposes a factor where the day does not look like last month's, takes it and gives it back", async () => {
    const { store } = answered();
    const { actions } = store.getState();
    const facts = ownerFacts(store.getState(), () => template)!;
    actions.answer("perDay", { value: 20, sureness: "counted" });
    actions.go("check");
    await until(store, (state) => state.check.status === "done");
    actions.stop();
    const before = store.getState().check.answer!;
    const found = ownerAgreement(facts, store.getState(), before);
    expect(found).toMatchObject({ agreement: "makesMore", target: 20 });
    expect(found.proposal.factor).toBeCloseTo(before.perDay.mean / 20, 6);

    actions.calibrate(found.proposal.factor);
    await until(store, (state) => state.check.status === "done");
    actions.stop();
    const after = store.getState().check.answer!;
    expect(ownerAgreement(facts, store.getState(), after).agreement).toBe("agrees");

    actions.calibrate(null);
    await until(store, (state) => state.check.status === "done");
    expect(store.getState().check.answer!.perDay.mean).toBeCloseTo(before.perDay.mean, 9);
    actions.stop();
  }, 60_000);

  it("forgets what was simulated when the line changes, and keeps the check when only money does", async () => {
    const { store } = answered();
    const { actions } = store.getState();
    actions.go("check");
    await until(store, (state) => state.check.status === "done");
    actions.answer("price", { value: 90, sureness: "about" });
    expect(store.getState().check.answer).not.toBeNull();
    expect(store.getState().advice.status).toBe("idle");
    actions.answer("people", { value: 3, sureness: "about" });
    expect(store.getState().check).toMatchObject({ status: "idle", answer: null });
  }, 60_000);

  it("stops with the answers kept and goes on", async () => {
    const { store } = answered();
    const { actions } = store.getState();
    actions.go("bottleneck");
    await until(store, (state) => state.advice.status === "running");
    actions.stop();
    expect(store.getState().advice.status).toBe("stopped");
    actions.work();
    await until(store, (state) => state.advice.status === "running");
    actions.close();
    expect(store.getState()).toMatchObject({ isOpen: false, trade: "machining" });
  }, 60_000);

  it("ends with options, cheap first, each judged with its reasons, and opens one as the project", async () => {
    const { store, opened } = answered();
    const { actions } = store.getState();
    actions.answer("perDay", { value: 25, sureness: "counted" });
    actions.go("decision");
    await until(store, (state) => state.advice.status === "done" || state.advice.status === "failed");
    const { advice } = store.getState();
    expect(advice.message).toBeNull();
    const { options, recommended, unknowns, found } = advice.answer!;
    expect(options.length).toBeGreaterThanOrEqual(2);
    const costs = options.map(({ money }) => money.investment.total.likely);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(options.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(recommended).not.toBeNull();
    expect(options[recommended!]!.verdict).toBe("yes");
    expect(unknowns.map(({ id }) => id)).toContain("price");
    expect(found.steps.find(({ id }) => id === "idle")!.verdict).toBe("no");

    actions.openInWorkspace(options[recommended!]!.ids);
    expect(store.getState().isOpen).toBe(false);
    const [project] = opened;
    expect(project?.choice).toEqual(options[recommended!]!.ids);
    const again = checkScenario(JSON.parse(JSON.stringify(project?.scenario)), { retrofits: [], policies: [] });
    expect(again.ok).toBe(true);
  }, 120_000);
});
