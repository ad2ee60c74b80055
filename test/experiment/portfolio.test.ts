import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine";
import { drive } from "../../src/experiment/drive";
import { fronts } from "../../src/experiment/portfolio/front";
import { bestOrder } from "../../src/experiment/portfolio/order";
import { bestOf, searchSets, type Limits } from "../../src/experiment/portfolio/search";
import { extended } from "../../src/experiment/portfolio/sets";
import { lineOfSet, valued, type Portfolio } from "../../src/experiment/portfolio/value";
import { kpis } from "../../src/measure";
import { LprTable, Retrofit, ScenarioSchema, type Line, type Run, type Scenario } from "../../src/model";

const lpr = LprTable.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../scenarios/policies/lpr.json"), "utf8")),
);
const time = (mean: number) => ({ time: { dist: "lognormal", mean, cv: 0.3 } });
const faster = (id: string, station: string, cost: number, more: object = {}): Retrofit =>
  Retrofit.parse({
    id,
    name: { zh: id, en: id },
    kind: "control",
    cost: { equipment: cost },
    leadTimeWeeks: 8,
    effects: [{ target: `stations.${station}.process.time`, op: "scale", value: 0.6 }],
    ...more,
  });

/** Two stations of the same pace: each alone is worth nothing faster, both together are; the third never matters. */
function scenarioWith(...retrofits: Retrofit[]): Scenario {
  const file = ScenarioSchema.parse({
    schemaVersion: 1,
    line: {
      products: [{ id: "p", price: 10, materialCost: 4 }],
      stations: [
        { id: "a", process: time(300) },
        { id: "b", process: time(300) },
        { id: "c", process: time(60) },
      ],
      flows: [
        { from: "a", to: "b", capacity: 3 },
        { from: "b", to: "c", capacity: 3 },
      ],
    },
    economics: { horizonYears: 4 },
    run: { hours: 60, warmUpHours: 5, replications: 4, seed: 3 },
  });
  return { ...file, retrofits, policies: [] };
}
const run: Run = { hours: 60, warmUpHours: 5, replications: 4, seed: 3 };
const here = (line: Line, r: Run, first: number, count: number) =>
  Promise.resolve(simulate(line, r, first, count).map((c) => kpis(line, c)));
const none: Limits = { budget: Infinity, paybackYears: null, heads: null };
const search = (scenario: Scenario, limits: Limits = none) =>
  drive(
    searchSets({
      scenario,
      candidates: scenario.retrofits,
      limits,
      run,
      screening: 4,
      beam: 2,
      sellablePerYear: null,
      lpr,
    }),
    here,
  );
const named = (list: readonly Portfolio[]): string[] => list.map((p) => p.ids.join("+")).sort();

const abc = () => scenarioWith(faster("A", "a", 60_000), faster("B", "b", 60_000), faster("C", "c", 60_000));

describe("the search over sets of retrofits", () => {
  it("finds what only the pair gives, and agrees with brute force", async () => {
    const scenario = abc();
    const answer = (await search(scenario))!;
    const all = ["A", "B", "C", "A+B", "A+C", "B+C", "A+B+C"].map((name) => name.split("+"));
    const brute = await Promise.all(
      all.map(async (ids) => {
        const line = lineOfSet(scenario, ids);
        const results = await here(line, run, 0, 4);
        return valued({ scenario, sellablePerYear: null, lpr }, ids, line, answer.baseline, results).portfolio;
      }),
    );
    const best = bestOf(answer.list, none);
    expect(best?.ids).toEqual(["A", "B"]);
    expect(best).toEqual(bestOf(brute, none));
    const alone = answer.list.filter((p) => p.ids.length === 1).map((p) => p.output.percent!.mean);
    const together = best!.output.percent!.mean;
    // more than the sum of the parts
    expect(together).toBeGreaterThan(1.5 * alone.reduce((a, b) => a + b, 0));
  });
  it("does not buy when nothing pays", async () => {
    const dear = scenarioWith(faster("A", "a", 9e6), faster("C", "c", 60_000));
    const answer = (await search(dear))!;
    expect(bestOf(answer.list, none)).toBeNull();
  });
  it("never simulates what is beyond the budget, and keeps to payback and heads", async () => {
    const answer = (await search(abc(), { ...none, budget: 100_000 }))!;
    expect(named(answer.list)).toEqual(["A", "B", "C"]);
    expect(answer.tooDear).toBe(3);
    const hiring = Retrofit.parse({
      id: "H",
      name: { zh: "H", en: "H" },
      kind: "organisation",
      effects: [{ target: "operators", op: "insert", value: { id: "x", headcount: 2 } }],
    });
    const people = (await search(scenarioWith(hiring)))!.list;
    expect(people.map((p) => p.heads)).toEqual([2]);
    expect(people.every((p) => bestOf([p], { ...none, heads: 1 }) === null)).toBe(true);
  });
  it("brings along what a retrofit needs, and refuses what excludes each other", () => {
    const scenario = scenarioWith(
      faster("A", "a", 1, { requires: [["C"]] }),
      faster("B", "b", 1, { excludes: ["C"] }),
      faster("C", "c", 1),
    );
    const add = (ids: string[], more: string) => extended(scenario, ids, more, scenario.retrofits);
    expect(add([], "A")).toEqual(["A", "C"]);
    expect(add(["B"], "C")).toBeNull();
    expect(add(["B"], "A")).toBeNull();
    expect(add(["C"], "A")).toEqual(["A", "C"]);
  });
  it("gives the same answer whoever computes, in whatever order", async () => {
    const scenario = abc();
    const late = (line: Line, r: Run, first: number, count: number) =>
      new Promise<Awaited<ReturnType<typeof here>>>((done) => {
        setTimeout(() => void here(line, r, first, count).then(done), line.stations[0]!.machines);
      });
    const other = await drive(
      searchSets({
        scenario,
        candidates: scenario.retrofits,
        limits: none,
        run,
        screening: 4,
        beam: 2,
        sellablePerYear: null,
        lpr,
      }),
      late,
    );
    expect(other).toEqual(await search(scenario));
  });
  it("stops when told to", async () => {
    const scenario = abc();
    let steps = 0;
    const answer = await drive(
      searchSets({
        scenario,
        candidates: scenario.retrofits,
        limits: none,
        run,
        screening: 4,
        beam: 2,
        sellablePerYear: null,
        lpr,
      }),
      here,
      { isCancelled: () => ++steps > 2 },
    );
    expect(answer).toBeNull();
  });
  it("has fronts on which more money buys more, and nobody is beaten", async () => {
    const { list } = (await search(abc()))!;
    for (const goal of ["npv", "output", "labour", "defects"] as const) {
      const front = fronts(list)[goal];
      front.forEach((p, i) => {
        if (i > 0) expect(p.investment).toBeGreaterThanOrEqual(front[i - 1]!.investment);
      });
    }
    const npv = fronts(list).npv;
    for (const p of npv) expect(list.some((q) => q.investment <= p.investment && q.npv.mean > p.npv.mean)).toBe(false);
  });
});

describe("the order of the steps", () => {
  const order = (scenario: Scenario, cashLimit: number | null) =>
    drive(
      bestOrder({
        scenario,
        ids: scenario.retrofits.map((r) => r.id),
        run,
        replications: 4,
        cashLimit,
        lastOrder: 24,
        sellablePerYear: null,
        lpr,
      }),
      here,
    );
  const cheapFirst = () => scenarioWith(faster("small", "a", 5_000), faster("big", "b", 200_000));
  it("keeps the cash within the limit, month by month, and pays for waiting with NPV", async () => {
    // a and b together earn what the dear third step costs
    const scenario = scenarioWith(faster("A", "a", 30_000), faster("B", "b", 30_000), faster("C", "c", 120_000));
    const free = (await order(scenario, null))!;
    expect(free.orders).toBe(6);
    expect(free.best!.npv).toBeGreaterThanOrEqual(free.others[0]!.npv);
    const limit = free.atOnce.peakCash * 0.8;
    const tight = (await order(scenario, limit))!;
    for (const map of [tight.best!, ...tight.others]) {
      expect(map.peakCash).toBeLessThanOrEqual(limit);
      expect(Math.min(...map.cumulative)).toBeGreaterThanOrEqual(-limit);
    }
    expect(tight.best!.npv).toBeLessThanOrEqual(free.best!.npv);
  });
  it("finds none where not even the first step can be paid", async () => {
    const none = (await order(cheapFirst(), 100))!;
    expect(none.best).toBeNull();
    expect(none.atOnce.peakCash).toBeGreaterThan(100);
  });
  it("lets nothing come before what it needs", async () => {
    const scenario = scenarioWith(faster("A", "a", 1_000, { requires: [["B"]] }), faster("B", "b", 1_000));
    const answer = (await order(scenario, null))!;
    expect(answer.orders).toBe(1);
    const sequences = [answer.best!, ...answer.others].filter((map) => map.steps[0]!.order !== map.steps[1]!.order);
    for (const map of sequences) expect(map.steps.map((s) => s.id)).toEqual(["B", "A"]);
  });
  it("ends at the same line whatever the way: the last state's output is one and the same", async () => {
    const answer = (await order(abc(), null))!;
    const last = [answer.best!, ...answer.others].map((map) => map.steps.at(-1)!.goodPerHour);
    for (const goodPerHour of last) expect(goodPerHour).toBeCloseTo(last[0]!, 9);
  });
});
