import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine";
import { answersTo, asksOf, planMoney, planWay, wayOf, type Simulate } from "../../src/experiment";
import { kpis } from "../../src/measure";
import { LprTable, Retrofit, ScenarioSchema, type Line, type Plan, type Run, type Scenario } from "../../src/model";
import { applyPlan } from "../../src/retrofit";

const lpr = LprTable.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../scenarios/policies/lpr.json"), "utf8")),
);
const results = (line: Line, run: Run) => simulate(line, run, 0, run.replications).map((c) => kpis(line, c));
const here: Simulate = (line, run) => Promise.resolve(results(line, run));

const weeks = 12 / (365 / 7);
const tauWeeks = 6;
const dip = 0.2;
const dipWeeks = 4;
const stopHours = 96;
const leadTimeWeeks = 9;

/** Two stations round the clock, the second one the bottleneck: one part in fifty minutes. */
function scenarioWith(more: object = {}, extra: object[] = []): Scenario {
  const faster = Retrofit.parse({
    id: "fast",
    name: { zh: "提速", en: "faster" },
    kind: "control",
    cost: { equipment: 100_000 },
    leadTimeWeeks,
    installStopHours: stopHours,
    rampUp: { tauWeeks, dip, dipWeeks },
    effects: [{ target: "stations.b.process.time", op: "scale", value: { low: 1, likely: 0.75, high: 0.7 } }],
    ...more,
  });
  const file = ScenarioSchema.parse({
    schemaVersion: 1,
    line: {
      products: [{ id: "p", price: 1 }],
      stations: [
        { id: "a", process: { time: { dist: "lognormal", mean: 1500, cv: 0.1 } } },
        { id: "b", process: { time: { dist: "lognormal", mean: 3000, cv: 0.1 } } },
      ],
      flows: [{ from: "a", to: "b", capacity: 5 }],
    },
    economics: {
      horizonYears: 1,
      incomeTaxRate: 0,
      resaleRate: 0,
      vat: { goodsRate: 0, serviceRate: 0 },
      paymentTerms: [{ share: 1, at: "order" }],
    },
    run: { hours: 1460, warmUpHours: 20, replications: 8, seed: 5 },
  });
  const others = extra.map((each) => Retrofit.parse(each));
  return { ...file, retrofits: [faster, ...others], policies: [] };
}
const planOf = (...retrofits: string[]): Plan => ({ id: "p", retrofits, financing: { kind: "ownFunds" } });

describe("the way from today to a plan", () => {
  const scenario = scenarioWith();
  const way = planWay(scenario, planOf("fast"))!;
  const timeOf = (line: Line): number => (line.stations[1]!.process.time as { mean: number }).mean;
  const paceOf = (line: Line): number => line.changes.reduce((all, c) => ("pace" in c ? all * c.pace : all), 1);

  it("goes from before over dip and learning to after, each a line of its own", () => {
    const go = leadTimeWeeks * weeks;
    const end = go + dipWeeks * weeks;
    const learnedAt = (month: number): number => 3000 * (1 - 0.25 * (1 - Math.exp(-(month - go) / (tauWeeks * weeks))));
    expect(way.points.map((p) => p.month)).toEqual([
      0,
      go,
      go,
      end,
      end,
      expect.closeTo(go + 1.6 * tauWeeks * weeks, 9),
      Infinity,
    ]);
    expect(way.points.map((p) => timeOf(p.line))).toEqual([
      3000,
      3000,
      3000,
      ...[end, end, go + 1.6 * tauWeeks * weeks].map((month) => expect.closeTo(learnedAt(month), 6)),
      2250,
    ]);
    expect(way.points.map((p) => paceOf(p.line))).toEqual([1, 1, 1.25, 1.25, 1, 1, 1]);
  });
  it("stops what it touches for its planned hours, and looks at both ends of the effects", () => {
    expect(way.stops).toHaveLength(1);
    const [change] = way.stops[0]!.stopped.changes;
    expect(change).toMatchObject({ stations: ["b"], stopHours });
    expect([timeOf(way.low!), timeOf(way.high!)]).toEqual([3000, 2100]);
  });
  it("is nothing for an empty plan, and none for one that cannot be", () => {
    const empty = planWay(scenario, planOf())!;
    expect(empty.points.map((p) => p.line)).toEqual([scenario.line, scenario.line]);
    expect([empty.stops, empty.low, empty.high]).toEqual([[], null, null]);
    expect(planWay(scenario, planOf("unknown"))).toBeNull();
  });
  it("asks for physically equal lines once", async () => {
    const seen: Line[] = [];
    await answersTo(asksOf(way), (line, run) => {
      seen.push(line);
      return here(line, { ...run, hours: 1, warmUpHours: 0, replications: 1 });
    });
    expect(asksOf(way).length).toBeGreaterThan(seen.length);
    expect(new Set(seen.map((line) => JSON.stringify(line))).size).toBe(seen.length);
  });
  it("lets retrofits of one plan go live one after the other", () => {
    const two = scenarioWith({}, [
      {
        id: "late",
        name: { zh: "后", en: "late" },
        kind: "control",
        leadTimeWeeks: 26,
        effects: [{ target: "stations.a.process.time", op: "scale", value: 0.5 }],
      },
    ]);
    const points = planWay(two, planOf("fast", "late"))!.points;
    const first = (line: Line): number => (line.stations[0]!.process.time as { mean: number }).mean;
    const between = points.filter((p) => p.month > leadTimeWeeks * weeks && p.month < 26 * weeks);
    expect(between.length).toBeGreaterThan(0);
    expect(between.every((p) => first(p.line) === 1500)).toBe(true);
    expect(first(points.at(-1)!.line)).toBe(750);
  });
});

describe("the way against a run through calendar time", () => {
  // The same plan as one long run: changes at a date make the stop, the dip and the learning (1 − 0.25 (1 − e^(−t/τ)))
  const scenario = scenarioWith();
  const plan = planOf("fast");
  const monthHours = 730;
  const months = 8;
  const go = leadTimeWeeks * 168;
  const replications = 6;

  it("makes the same parts month by month", async () => {
    const applied = applyPlan(scenario, plan);
    if (!applied.ok) throw new Error("the plan does not apply");
    const calendar: Line = {
      ...applied.line,
      changes: [
        { at: 0, stations: ["b"], pace: 1 / 0.75 },
        { at: go, stations: ["b"], pace: 0.75 },
        { at: go, stations: ["b"], pace: 1 / 0.75, tauHours: tauWeeks * 168 },
        { at: go, stations: ["b"], pace: 1 / (1 - dip) },
        { at: go + dipWeeks * 168, stations: ["b"], pace: 1 - dip },
        { at: go - stopHours, stations: ["b"], stopHours },
      ],
    };
    const until = (line: Line, month: number): number => {
      const run = { hours: monthHours * month, warmUpHours: 0, replications, seed: 77 };
      const all = results(line, run).map((r) => r.line.goodPerHour * run.hours);
      return all.reduce((a, b) => a + b, 0) / replications;
    };
    const way = planWay(scenario, plan)!;
    const run = { ...scenario.run, hours: 1460 };
    const money = planMoney({
      scenario,
      plan,
      chosen: applied.chosen,
      baseline: { line: scenario.line, results: results(scenario.line, run) },
      changed: { line: applied.line, results: results(applied.line, run) },
      way: wayOf(way, await answersTo(asksOf(way), here)),
      sellablePerYear: null,
      lpr,
    });
    const gained = money.cashFlow.lines.find((l) => l.key === "revenue")!.months;
    const truth = Array.from({ length: months + 1 }, (_, m) =>
      m === 0 ? 0 : until(calendar, m) - until(scenario.line, m),
    );
    // 876 parts a month, with ± 1 of luck in the mean; the curve between two states adds a little
    for (let m = 1; m <= months; m++) {
      const expected = truth[m]! - truth[m - 1]!;
      expect(Math.abs(gained[m]! - expected), `month ${m}: ${gained[m]} against ${expected}`).toBeLessThan(
        0.012 * 4380,
      );
    }
    const all = gained.slice(1, months + 1).reduce((a, b) => a + b, 0);
    expect(Math.abs(all - truth[months]!)).toBeLessThan(0.015 * truth[months]!);
  }, 120_000);
});

describe("a retrofit that comes after the horizon", () => {
  it("brings nothing within it, and takes nothing from what comes before", async () => {
    const late = { id: "late", name: { zh: "以后", en: "later" }, kind: "control", cost: { equipment: 50_000 } };
    const effects = [{ target: "stations.a.process.time", op: "scale", value: { low: 1, likely: 0.5, high: 0.4 } }];
    const scenario = scenarioWith({}, [{ ...late, effects }]);
    const revenue = async (plan: Plan): Promise<number[]> => {
      const applied = applyPlan(scenario, plan);
      if (!applied.ok) throw new Error("the plan does not apply");
      const run = { ...scenario.run, replications: 2 };
      const money = planMoney({
        scenario,
        plan,
        chosen: applied.chosen,
        baseline: { line: scenario.line, results: results(scenario.line, run) },
        changed: { line: applied.line, results: results(applied.line, run) },
        way: wayOf(planWay(scenario, plan)!, await answersTo(asksOf(planWay(scenario, plan)!), here)),
        sellablePerYear: null,
        lpr,
      });
      return money.cashFlow.lines.find((l) => l.key === "revenue")!.months;
    };
    const later: Plan = { ...planOf("fast"), retrofits: ["fast", { id: "late", startMonth: 20 }] };
    const [alone, both, only] = [
      await revenue(planOf("fast")),
      await revenue(later),
      await revenue({ ...planOf(), retrofits: [{ id: "late", startMonth: 20 }] }),
    ];
    expect(only.every((yuan) => yuan === 0)).toBe(true);
    // the last state is the short run's here and the long run's there: 876 parts a month, to the luck of two runs
    alone.forEach((yuan, m) => expect(Math.abs((both[m] ?? NaN) - yuan), `month ${m}`).toBeLessThan(0.03 * 876));
    expect(alone[12]).toBeGreaterThan(100);
  }, 60_000);
});
