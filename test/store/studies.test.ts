import { describe, expect, it } from "vitest";
import { checkScenario } from "../../src/model";
import { isStudyStale, withEconomics, type AppStore } from "../../src/store";
import { inTurn } from "../../src/store/study";
import { openLaboratory, ready, until } from "./laboratory";

/** One setter for two presses that are set up all the time: the setter, not a press, holds the line back. */
const checked = checkScenario(
  {
    schemaVersion: 1,
    line: {
      products: [{ id: "p", price: 100, materialCost: 20 }],
      operators: [{ id: "setter", count: 1, headcount: 4, wagePerYear: 80_000 }],
      stations: [
        {
          id: "press",
          machines: 2,
          process: { time: { dist: "lognormal", mean: 900, cv: 0.2 } },
          setup: { time: { dist: "exponential", mean: 3600 }, everyParts: 4, operators: { pool: "setter" } },
        },
        { id: "check", process: { time: { dist: "exponential", mean: 200 } } },
      ],
    },
    retrofits: [
      {
        id: "D",
        name: { zh: "快换", en: "Quick change" },
        kind: "tooling",
        cost: { equipment: 60_000 },
        effects: [{ target: "stations.press.setup.time", op: "scale", value: { low: 0.7, likely: 0.5, high: 0.4 } }],
      },
      {
        id: "N",
        name: { zh: "没用", en: "Useless" },
        kind: "tooling",
        effects: [{ target: "stations.check.process.time", op: "scale", value: 0.99 }],
      },
    ],
    run: { hours: 120, warmUpHours: 20, replications: 10, seed: 3 },
  },
  { retrofits: [], policies: [] },
);
if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
const scenario = checked.value;

const ended = (store: AppStore, kind: "bottleneck" | "doubt" | "staffing"): Promise<void> =>
  until(store, ({ studies }) => studies[kind].status === "done");

describe("long questions beside the planner's", () => {
  it("finds who holds the line back, and that relieving them brings most", async () => {
    const { store } = openLaboratory(scenario);
    await ready(store);
    store.getState().actions.start("bottleneck");
    await ended(store, "bottleneck");
    const { answer } = store.getState().studies.bottleneck;
    expect(answer?.period.shares[0]).toMatchObject({ kind: "pool", id: "setter" });
    expect(answer?.period.turns.every(({ from, to }) => from < to)).toBe(true);
    expect(answer?.best[0]).toMatchObject({ id: "setter", verdict: "gain" });
    expect(isStudyStale(store.getState(), "bottleneck")).toBe(false);
    // prices change nothing about it
    store.getState().actions.edit((project) => withEconomics(project, (e) => ({ ...e, discountRate: 0.11 })));
    expect(isStudyStale(store.getState(), "bottleneck")).toBe(false);
  });

  it("asks for a plan before it doubts one, and is stale with another plan or other prices", async () => {
    const { store } = openLaboratory(scenario);
    await ready(store);
    const { actions } = store.getState();
    actions.start("doubt");
    expect(store.getState().studies.doubt.status).toBe("idle");
    actions.choose(["D"]);
    await ready(store);
    const parts: (string | undefined)[] = [];
    store.subscribe(({ studies }) => parts.push(studies.doubt.known?.part));
    actions.start("doubt");
    await ended(store, "doubt");
    const { answer } = store.getState().studies.doubt;
    expect(new Set(parts)).toEqual(new Set([undefined, "way", "draws", "tornado", "breakEven"]));
    expect(answer?.chance.npv.p10).toBeLessThan(answer!.chance.npv.p90);
    expect(answer?.bars.bars.npv.length).toBeGreaterThan(0);
    const stale = (): boolean => isStudyStale(store.getState(), "doubt");
    expect(stale()).toBe(false);
    actions.choose(["N"]);
    expect(stale()).toBe(true);
    actions.choose(["D"]);
    expect(stale()).toBe(false);
    actions.edit((project) => withEconomics(project, (e) => ({ ...e, discountRate: 0.11 })));
    expect(stale()).toBe(true);
  });

  it("finds the fewest people, and stops where it is told to with what it knows", async () => {
    const { store } = openLaboratory(scenario);
    await ready(store);
    const { actions } = store.getState();
    actions.start("staffing");
    await until(store, ({ studies }) => studies.staffing.known !== null);
    actions.stop("staffing");
    expect(store.getState().studies.staffing).toMatchObject({ status: "stopped", answer: null });
    actions.start("staffing");
    await ended(store, "staffing");
    const { answer } = store.getState().studies.staffing;
    expect(answer!.best.counts["setter"]).toBeGreaterThan(1);
    expect(answer!.fewest.counts["setter"]).toBeLessThanOrEqual(answer!.best.counts["setter"]!);
    actions.setStaffingShare(0.2);
    expect(isStudyStale(store.getState(), "staffing")).toBe(true);
  });

  it("goes on from the replications on screen to the wished precision, and the figures get them all", async () => {
    const { store, asked } = openLaboratory(scenario);
    await ready(store);
    const { actions } = store.getState();
    actions.choose(["D"]);
    await ready(store);
    asked.length = 0;
    actions.setWish(0.03);
    actions.goOn();
    await until(store, ({ studies }) => studies.precision.status === "done");
    const { answer } = store.getState().studies.precision;
    expect(answer!.state).toBe("precise");
    expect(answer!.replications).toBeGreaterThan(10);
    // nothing that was there is simulated again
    expect(asked.every(({ first }) => first >= 10)).toBe(true);
    await ready(store);
    const { shown, history } = store.getState();
    expect(history.present.scenario.run.replications).toBe(answer!.replications);
    expect(shown?.plan?.results.length).toBe(answer!.replications);
    actions.undo();
    expect(store.getState().history.present.scenario.run.replications).toBe(10);
  });

  it("proposes a warm-up from the line's own start", async () => {
    const { store } = openLaboratory(scenario);
    await ready(store);
    store.getState().actions.checkWarmUp();
    await until(store, ({ studies }) => studies.precision.warmUp.status === "done");
    const { answer } = store.getState().studies.precision.warmUp;
    expect(answer!.points.length).toBeGreaterThan(10);
    expect(answer!.hours).toBeGreaterThanOrEqual(0);
  });
});

describe("a few simulations at a time", () => {
  it("never has more under way than allowed, and answers all", async () => {
    let running = 0;
    let most = 0;
    const gated = inTurn(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve));
      running--;
      return [];
    }, 3);
    await Promise.all(Array.from({ length: 20 }, (_, i) => gated(scenario.line, scenario.run, i, 1)));
    expect(most).toBe(3);
  });

  it("lets the next one in where one fails", async () => {
    const gated = inTurn(() => Promise.reject(new Error("no")), 1);
    const all = await Promise.allSettled([0, 1, 2].map((i) => gated(scenario.line, scenario.run, i, 1)));
    expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  });
});
