import { afterEach, describe, expect, it } from "vitest";
import { moneyOf } from "../../src/app/money";
import { checkScenario, inputsOf, type Scenario } from "../../src/model";
import { withAskedDemand, withMoves, type AppStore } from "../../src/store";
import { openLaboratory, ready, until } from "./laboratory";

/** Slow machines, so that hundreds of hours are few events; long enough that there is a first look before the full run. */
const checked = checkScenario(
  {
    schemaVersion: 1,
    line: {
      products: [{ id: "p", price: 100, materialCost: 20 }],
      operators: [{ id: "crew", count: 1, headcount: 2, wagePerYear: 80_000 }],
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
        cost: { equipment: { low: 30_000, likely: 40_000, high: 60_000 } },
        rampUp: { tauWeeks: 4 },
        effects: [
          {
            target: "stations.press.process.time",
            op: "scale",
            value: { low: 0.9, likely: 0.7, high: 0.6 },
          },
        ],
      },
    ],
    plans: [{ id: "A", retrofits: ["A"] }],
    run: { hours: 900, warmUpHours: 20, replications: 12, seed: 3 },
  },
  { retrofits: [], policies: [] },
);
if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
const scenario: Scenario = checked.value;

const effect = "retrofits.A.effects.0.value";
const price = "line.products.p.price";
const pressTime = "line.stations.press.process.time.mean";

const opened: AppStore[] = [];
afterEach(() => {
  for (const store of opened.splice(0)) store.getState().actions.dispose();
});

async function laboratory(of: Scenario = scenario, choice: string[] = ["A"]) {
  const { store, asked } = openLaboratory(of, (text) =>
    checkScenario(JSON.parse(text), { retrofits: [], policies: [] }),
  );
  opened.push(store);
  await ready(store);
  if (choice.length > 0) {
    store.getState().actions.choose(choice);
    await until(store, ({ shown, evaluation }) => shown?.plan?.complete === true && evaluation.status === "idle");
  }
  return { store, asked, actions: store.getState().actions };
}

const done = (store: AppStore): Promise<void> => until(store, ({ whatIf }) => whatIf.status === "done");

describe("a value on trial", () => {
  it("is answered first from a few short runs, then from more, at last from as many as the file asks for", async () => {
    const { store, actions } = await laboratory();
    const seen: string[] = [];
    store.subscribe(({ whatIf }, before) => {
      const { tried } = whatIf;
      if (tried === null || tried.shown === before.whatIf.tried?.shown) return;
      const { stage, figures } = tried.shown.baseline;
      seen.push(`${stage}${figures.replications}`);
    });
    actions.tryValue(effect, 0.8);
    expect(store.getState().whatIf).toMatchObject({ status: "running", moves: { [effect]: 0.8 } });
    await done(store);
    // the tenth short run is told twice: with the way to the plan its money is another
    expect(seen).toEqual(["quick4", "quick10", "quick10", "full10", "full12"]);
    // nothing of the project has changed
    expect(store.getState().history.past).toHaveLength(0);
    expect(store.getState().shown?.plan?.complete).toBe(true);
  });

  it("ends with the very figures that the evaluation of those inputs gives, money and way included", async () => {
    const { store, actions } = await laboratory();
    actions.tryValue(effect, 0.8);
    actions.tryValue(price, 90);
    await done(store);
    const { tried } = store.getState().whatIf;
    const moved = withMoves({ scenario, demand: { kind: "all" } }, { [effect]: 0.8, [price]: 90 });
    const { store: other } = await laboratory(moved.scenario);
    const { shown, money } = other.getState();
    expect(tried?.shown.differences).toEqual(shown?.differences);
    expect(tried?.shown.plan?.results).toEqual(shown?.plan?.results);
    expect(tried?.shown.way).toEqual(shown?.way);
    expect(tried?.money).toEqual(money);
    expect(tried?.isMoneyOld).toBe(false);
    expect(money?.wayIs).toBe("simulated");
  });

  it("that is money only simulates nothing", async () => {
    const { store, asked, actions } = await laboratory();
    const before = asked.length;
    actions.tryValue(price, 80);
    await done(store);
    expect(asked.length).toBe(before);
    const { tried } = store.getState().whatIf;
    expect(tried?.shown.differences).toEqual(store.getState().shown?.differences);
    expect(tried?.money?.annualGain.mean).toBeLessThan(store.getState().money!.annualGain.mean);
  });

  it("ends what was computed for the value before it", async () => {
    const { store, asked, actions } = await laboratory();
    const before = asked.length;
    const tried = new Set<number>();
    store.subscribe(({ whatIf }) => {
      if (whatIf.tried !== null) tried.add(whatIf.tried.moves[effect] ?? Number.NaN);
    });
    for (const value of [0.71, 0.72, 0.73, 0.74]) actions.tryValue(effect, value);
    await done(store);
    expect([...tried]).toEqual([0.74]);
    const alone = asked.length - before;
    actions.tryStated();
    expect(store.getState().whatIf.moves).toEqual({});
    const from = asked.length;
    actions.tryValue(effect, 0.75);
    await done(store);
    expect(alone).toBeLessThanOrEqual(asked.length - from + 2);
  });

  it("stops when told, keeps what is known, and goes on", async () => {
    const { store, actions } = await laboratory();
    actions.tryValue(effect, 0.65);
    await until(store, ({ whatIf }) => whatIf.tried !== null);
    actions.stopTrying();
    expect(store.getState().whatIf).toMatchObject({ status: "stopped", progress: null });
    expect(store.getState().whatIf.tried?.shown.baseline.complete).toBe(false);
    actions.goOnTrying();
    await done(store);
    expect(store.getState().whatIf.tried?.shown.baseline.complete).toBe(true);
  });

  it("becomes the project's as one step of undo, without a run that is known", async () => {
    const { store, asked, actions } = await laboratory();
    actions.tryValue(effect, 0.5);
    actions.tryValue(price, 90);
    await done(store);
    const figures = store.getState().whatIf.tried?.shown.differences;
    const before = asked.length;
    actions.keepTried();
    await until(store, ({ shown, evaluation }) => shown?.plan?.complete === true && evaluation.status === "idle");
    const { history, shown, whatIf } = store.getState();
    expect(history.past).toHaveLength(1);
    expect(whatIf).toMatchObject({ moves: {}, tried: null, status: "idle" });
    expect(asked.length).toBe(before);
    expect(shown?.differences).toEqual(figures);
    // the better end reaches to where the value went beyond it
    const kept = inputsOf(history.present.scenario).find(({ path }) => path === effect);
    expect(kept).toMatchObject({ value: 0.5, range: { low: 0.9, high: 0.5 } });
    actions.undo();
    expect(store.getState().history.present.scenario).toBe(scenario);
  });

  it("the evaluation on screen waits for it and then goes on by itself", async () => {
    const { store, actions } = await laboratory(scenario, []);
    actions.choose(["A"]);
    await until(store, ({ shown }) => shown?.plan != null);
    actions.tryValue(effect, 0.8);
    expect(store.getState().evaluation.status).toBe("cancelled");
    await done(store);
    await until(store, ({ shown, evaluation }) => shown?.plan?.complete === true && evaluation.status === "idle");
    expect(store.getState().whatIf.tried?.moves).toEqual({ [effect]: 0.8 });
  });

  it("without a plan moves today's line, and its gain is priced", async () => {
    const { store, actions } = await laboratory(scenario, []);
    actions.tryValue(pressTime, 600);
    await done(store);
    const { tried } = store.getState().whatIf;
    expect(tried?.shown.differences?.goodPerYear.mean).toBeGreaterThan(0);
    expect(tried?.money?.annualGain.mean).toBeGreaterThan(0);
    expect(tried?.money?.investment.total.likely).toBe(0);
    expect(tried?.shown.baseline.results).toEqual(store.getState().shown?.baseline.results);
  });

  it("says why a line cannot be so, and goes with another plan or line", async () => {
    const { store, actions } = await laboratory(scenario, []);
    actions.tryValue("line.stations.press.machines", 0);
    await until(store, ({ whatIf }) => whatIf.problems.length > 0);
    expect(store.getState().whatIf.tried).toBeNull();
    actions.choose(["A"]);
    expect(store.getState().whatIf.moves).toEqual({});
  });
});

describe("the money of a trial", () => {
  it("can be told by a worker: plain data", async () => {
    const { store } = await laboratory();
    const { shown, history } = store.getState();
    const money = moneyOf({
      project: history.present,
      choice: ["A"],
      chosen: scenario.retrofits,
      baseline: shown!.baseline,
      plan: shown!.plan!,
      way: shown!.way,
    });
    expect(structuredClone(money)).toEqual(money);
  });
});

describe("demand on trial", () => {
  it("is the answer to what can be sold, whether the file says so or not", () => {
    const asked = { scenario, demand: { kind: "upTo", perYear: 20_000 } } as const;
    expect(withAskedDemand(asked).line.demand).toEqual({ perYear: 20_000 });
    const moved = withMoves(asked, { "line.demand.perYear": 15_000 });
    expect(moved.demand).toEqual({ kind: "upTo", perYear: 15_000 });
    expect(moved.scenario).toBe(scenario);
    expect(withMoves(asked, { "line.stations.gone.machines": 3 })).toBe(asked);
  });
});
