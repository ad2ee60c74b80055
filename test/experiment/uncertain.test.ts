import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine";
import { drive, type SimulateBatch } from "../../src/experiment/drive";
import { breakEvenOfPlan } from "../../src/experiment/uncertain/breakEven";
import { drawsOf } from "../../src/experiment/uncertain/draw";
import { inputsOf } from "../../src/experiment/uncertain/inputs";
import { withEffects } from "../../src/experiment/uncertain/settle";
import { say } from "../../src/experiment/uncertain/texts";
import { tornado } from "../../src/experiment/uncertain/tornado";
import type { Target, UncertainInput, UncertainQuestion } from "../../src/experiment/uncertain/types";
import { uncertainty } from "../../src/experiment/uncertain/uncertainty";
import { wayFlows } from "../../src/experiment/uncertain/wayFlows";
import { answersTo } from "../../src/experiment/answers";
import { planMoney } from "../../src/experiment/planMoney";
import { asksOf, planWay, wayOf } from "../../src/experiment/way";
import { npvOfMonths, triangularQuantile, type Way } from "../../src/finance";
import { kpis } from "../../src/measure";
import { LprTable, Retrofit, ScenarioSchema, type Line, type Run } from "../../src/model";
import { applyPlan, type Applied } from "../../src/retrofit";

const lpr = LprTable.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../scenarios/policies/lpr.json"), "utf8")),
);
const here: SimulateBatch = (line, run, first, count) =>
  Promise.resolve(simulate(line, run, first, count).map((c) => kpis(line, c)));

/** One machine round the clock, a part in `seconds`; faster by a quarter, between nothing and a half. */
function question(more: {
  time?: unknown;
  effect?: unknown;
  retrofit?: object;
  economics?: object;
  line?: object;
  run?: object;
}): UncertainQuestion {
  const retrofit = Retrofit.parse({
    id: "fast",
    name: { zh: "提速", en: "faster" },
    kind: "control",
    cost: { equipment: 40_000 },
    effects: [
      {
        target: "stations.a.process.time",
        op: "scale",
        value: more.effect ?? { low: 1, likely: 0.75, high: 0.5 },
      },
    ],
    ...more.retrofit,
  });
  const file = ScenarioSchema.parse({
    schemaVersion: 1,
    line: {
      products: [{ id: "p", price: 2, materialCost: 0.5 }],
      stations: [{ id: "a", process: { time: more.time ?? 600 } }],
      ...more.line,
    },
    economics: {
      horizonYears: 3,
      discountRate: 0.08,
      incomeTaxRate: 0,
      resaleRate: 0,
      vat: { goodsRate: 0, serviceRate: 0 },
      paymentTerms: [{ share: 1, at: "order" }],
      ...more.economics,
    },
    run: { hours: 200, warmUpHours: 0, replications: 4, seed: 3, ...more.run },
  });
  const scenario = { ...file, retrofits: [retrofit], policies: [] };
  const plan = { id: "p", retrofits: ["fast"], financing: { kind: "ownFunds" } as const };
  return { scenario, plan, sellablePerYear: null, lpr };
}
const of = (target: Target, kind: UncertainInput["kind"], low: number, high: number): UncertainInput => ({
  id: target.aspect,
  target,
  kind,
  unit: "factor",
  spread: { dist: "triangular", low, likely: 1, high },
  origin: "assumed",
  name: say("uncertain.input.price"),
  measure: say("uncertain.measure.contracts"),
});
const price = of({ aspect: "price" }, "money", 0.6, 1.2);
const pace = of({ aspect: "station", station: "a", quantity: "process" }, "physics", 0.8, 1.3);
const effect: UncertainInput = {
  ...of({ aspect: "effect", retrofit: "fast" }, "physics", 0, 0),
  spread: { dist: "triangular", low: -1, likely: 0, high: 1 },
};
const small = { first: 30, more: 10, most: 30 };
const run = (asked: UncertainQuestion, options = small) => drive(uncertainty(asked, options), here);
const shaky = { dist: "exponential", mean: 600 };

/** NPV of gaining by hand: so many parts a month more, sold in the middle of nothing: at each month's end. */
function worth(parts: number, yuan: number, years = 3): number {
  let sum = 0;
  for (let m = 1; m <= years * 12; m++) sum += (parts / 12) * yuan * 1.08 ** (-m / 12);
  return sum;
}
const perYear = (seconds: number): number => (8760 * 3600) / seconds;
const gain = perYear(450) - perYear(600);

describe("luck and not knowing of a plan", () => {
  it("is all luck where nothing is uncertain", async () => {
    const answer = (await run({ ...question({ time: shaky }), inputs: [] }))!;
    expect(answer.spread.npv!.luck).toEqual({ share: 1, ci95: [1, 1] });
    expect(answer.spread.outputPerYear!.notKnowing.share).toBe(0);
    expect(answer.npv.p90).toBeGreaterThan(answer.npv.p10);
  });

  it("is all not knowing where the line knows no chance", async () => {
    const answer = (await run({ ...question({}), inputs: [price, pace, effect] }))!;
    expect(answer.spread.npv!.luck.share).toBeLessThan(1e-9);
    expect(answer.spread.outputPerYear!.luck.share).toBeLessThan(1e-9);
  });

  it("says the same in any order, again with the same seed, and with an input that has no width", async () => {
    const asked = question({ time: shaky });
    const inputs = [price, pace, effect];
    const none = of({ aspect: "wage" }, "money", 1, 1);
    const first = await run({ ...asked, inputs });
    expect(await run({ ...asked, inputs: [effect, none, price, pace] })).toEqual(first);
    expect(await run({ ...asked, inputs })).toEqual(first);
    const { scenario } = asked;
    const other = await run({ ...asked, scenario: { ...scenario, run: { ...scenario.run, seed: 4 } }, inputs });
    expect(other!.npv).not.toEqual(first!.npv);
  });

  it("spreads by the price as the price does: the NPV is a straight line of it", async () => {
    const answer = (await run({ ...question({}), inputs: [price] }, { first: 100, more: 1, most: 100 }))!;
    const npvAt = (factor: number): number => worth(gain, 2 * factor - 0.5) - 40_000;
    const at = (p: number): number => npvAt(triangularQuantile(p, 0.6, 1, 1.2));
    const slope = worth(gain, 2);
    expect(Math.abs(answer.npv.p10 - at(0.1))).toBeLessThan(0.015 * slope);
    expect(Math.abs(answer.npv.p50 - at(0.5))).toBeLessThan(0.015 * slope);
    expect(Math.abs(answer.npv.p90 - at(0.9))).toBeLessThan(0.015 * slope);
    // variance of a triangle: (a² + b² + c² − ab − ac − bc) / 18
    const sd = Math.sqrt((0.36 + 1 + 1.44 - 0.6 - 0.72 - 1.2) / 18);
    expect(answer.spread.npv!.sd / (slope * sd)).toBeCloseTo(1, 1);
    expect(answer.shares).toEqual([{ id: "price", share: expect.closeTo(1, 3) as number }]);
  });

  it("loses as often as the retrofit fails", async () => {
    const failure: UncertainInput = {
      ...of({ aspect: "failure", retrofit: "fast" }, "physics", 0, 0),
      spread: { dist: "chance", share: 0.25 },
    };
    const answer = (await run(
      { ...question({ retrofit: { failureProbability: 0.25 } }), inputs: [failure] },
      { ...small, first: 40, most: 40 },
    ))!;
    expect(answer.never.share).toBe(0.25);
    expect(answer.loss.share).toBe(0.25);
    expect(answer.never.ci95[0]).toBeLessThan(0.25);
    expect(answer.paybackYears.p90).toBeNull();
    expect(answer.paybackYears.p50).toBeGreaterThan(0);
    expect(answer.npv.p10).toBeCloseTo(-40_000, 0);
  });

  it("makes as much of luck from short runs as from long ones", async () => {
    const wide = (hours: number) =>
      run({ ...question({ time: shaky, run: { hours } }), inputs: [] }, { first: 80, more: 1, most: 80 });
    const [short, long] = [(await wide(50))!, (await wide(400))!];
    const ratio = short.spread.outputPerYear!.sd / long.spread.outputPerYear!.sd;
    // each from 80 draws: a standard deviation is then known to 8 %
    expect(Math.abs(Math.log(ratio))).toBeLessThan(0.35);
    expect(Math.abs(Math.log((short.npv.p90 - short.npv.p10) / (long.npv.p90 - long.npv.p10)))).toBeLessThan(0.45);
  });

  it("streams what it knows and goes on until the chance is known well enough", async () => {
    const steps: number[] = [];
    const asked = { ...question({}), inputs: [price, pace, effect] };
    const answer = await drive(uncertainty(asked, { first: 20, more: 20, most: 100, within: 0.03 }), here, {
      onStep: ({ draws }) => steps.push(draws),
    });
    expect(steps[0]).toBe(0);
    expect(steps).toEqual(steps.map((_, i) => 20 * i));
    const half = ({ ci95: [low, high] }: { ci95: [number, number] }): number => (high - low) / 2;
    expect(answer!.draws === 100 || Math.max(half(answer!.never), half(answer!.loss)) <= 0.03).toBe(true);
  });

  it("stands where the simulated way puts the plan's money", async () => {
    const asked = question({
      time: shaky,
      retrofit: { leadTimeWeeks: 6, installStopHours: 40, rampUp: { tauWeeks: 8, dip: 0.2, dipWeeks: 3 } },
    });
    const { scenario, plan } = asked;
    const results = (line: Line, of: Run) => here(line, of, 0, of.replications);
    const applied = applyPlan(scenario, plan);
    if (!applied.ok) throw new Error("no plan");
    const planned = planWay(scenario, plan)!;
    const way = wayOf(planned, await answersTo(asksOf(planned), results));
    const baseline = { line: scenario.line, results: await results(scenario.line, scenario.run) };
    const changed = { line: applied.line, results: await results(applied.line, scenario.run) };
    const npvWith = (more: { way?: Way }): number =>
      planMoney({ ...asked, chosen: applied.chosen, baseline, changed, ...more }).project.withoutSubsidy.npv.mean;
    const flows = wayFlows(asked, baseline.results, changed.results, way);
    expect(npvOfMonths(flows, 0.08)).toBeCloseTo(npvWith({ way }) - npvWith({}), 4);
    expect(Math.abs(npvOfMonths(flows, 0.08))).toBeGreaterThan(1);
    const middle = async (more: { wayFlows?: number[] }) => (await run({ ...asked, ...more, inputs: [] }))!.npv.p50;
    expect((await middle({ wayFlows: flows })) - (await middle({}))).toBeCloseTo(npvOfMonths(flows, 0.08), 4);
  });

  it("has no answer for a plan that cannot be made", async () => {
    const asked = question({});
    const plan = { ...asked.plan, retrofits: ["nothing"] };
    expect(await run({ ...asked, plan })).toBeNull();
    expect(inputsOf({ ...asked, plan })).toEqual([]);
  });
});

describe("one input at a time", () => {
  it("moves the NPV along its slope where it is money, sorted by width", async () => {
    const answer = (await drive(tornado({ ...question({}), inputs: [price, pace, effect] }), here))!;
    const bar = answer.bars.npv.find(({ id }) => id === "price")!;
    const slope = worth(gain, 2);
    for (const end of [bar.low, bar.high]) {
      expect(end.change!.mean).toBeCloseTo(slope * (end.at - 1), 0);
      expect(end.change!.ci95[1] - end.change!.ci95[0]).toBeCloseTo(0, 3);
    }
    expect(bar.low.at).toBeCloseTo(triangularQuantile(0.1, 0.6, 1, 1.2), 12);
    const swings = answer.bars.npv.map(({ swing }) => swing!);
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
    // the price says nothing of what is made
    expect(answer.bars.outputPerYear.find(({ id }) => id === "price")!.swing).toBe(0);
    const made = answer.bars.outputPerYear.find(({ id }) => id === "effect")!;
    const at = (position: number): number => perYear(600 * (0.75 - 0.25 * position)) - perYear(600);
    expect(made.low.value! / at(made.low.at)).toBeCloseTo(1, 2);
    expect(made.high.value! / at(made.high.at)).toBeCloseTo(1, 2);
  });
});

describe("where the answer flips", () => {
  it("needs so much of the promise as brings the money back", async () => {
    const answer = (await drive(breakEvenOfPlan(question({}), { shares: [0, 0.2, 0.4, 0.6, 0.8, 1] }), here))!;
    if (answer.gain.status !== "share" || answer.effect.status !== "share") throw new Error("no share");
    const needed = 40_000 / worth(1, 1.5);
    expect(answer.gain.share).toBeCloseTo(needed / gain, 2);
    // parts more = rate / (1 − s/4) − rate
    const exact = 4 * (1 - perYear(600) / (perYear(600) + needed));
    expect(answer.effect.share).toBeCloseTo(exact, 1);
    expect(answer.atShare[0]!.npv.mean).toBeCloseTo(-40_000, 0);
  });

  it("pays above the wage that the saved people cost, and cannot be half done", async () => {
    const asked = question({
      line: { operators: [{ id: "w", count: 1, headcount: 2, wagePerYear: 10_000 }] },
      effect: 1,
      retrofit: { effects: [{ target: "operators.w.headcount", op: "add", value: -1 }] },
      economics: { labourSaving: "paidHeads" },
    });
    const answer = (await drive(breakEvenOfPlan(asked), here))!;
    const saved = worth(1, 10_000);
    expect(answer.wage).toEqual({ pays: "atLeast", value: expect.closeTo(40_000 / saved, 6) as number });
    expect(answer.effect.status).toBe("whole");
    expect(answer.gain.status).toBe("never");
  });
});

describe("uncertain inputs", () => {
  it("place effects between the ends of the file", () => {
    const asked = question({ retrofit: {}, effect: { low: 1.1, likely: 0.75, high: 0.5 } });
    const retrofit = asked.scenario.retrofits[0]!;
    const lineOf = (applied: Applied) => (applied.ok ? applied.line : applied.problems);
    const lineAt = (position: number) =>
      lineOf(applyPlan({ ...asked.scenario, retrofits: [withEffects(retrofit, position)] }, asked.plan));
    for (const [position, which] of [
      [-1, "low"],
      [0, "likely"],
      [1, "high"],
    ] as const)
      expect(lineAt(position)).toEqual(lineOf(applyPlan(asked.scenario, asked.plan, { case: which })));
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), (a, b) => {
        const time = (p: number): number => withEffects(retrofit, p).effects[0]!.value as number;
        expect(time(Math.min(a, b))).toBeGreaterThanOrEqual(time(Math.max(a, b)));
      }),
    );
  });

  it("have no half machine, and leave it out only in a failure where there is one", () => {
    const range = { low: 0, likely: 1, high: 1 };
    const withMachine = (failureProbability: number) =>
      Retrofit.parse({
        ...question({}).scenario.retrofits[0],
        failureProbability,
        effects: [{ target: "stations.a.machines", op: "add", value: range }],
      });
    fc.assert(
      fc.property(fc.double({ min: -0.999, max: 1, noNaN: true }), (position) => {
        expect(withEffects(withMachine(0.1), position).effects[0]!.value).toBe(1);
        expect([0, 1]).toContain(withEffects(withMachine(0), position).effects[0]!.value);
      }),
    );
    expect(withEffects(withMachine(0.1), -1).effects[0]!.value).toBe(0);
  });

  it("draw each input in even slices, whatever else is drawn", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 0, max: 1e6 }), (n, seed) => {
        const both = drawsOf([price, pace], seed, 0, n);
        const alone = drawsOf([pace], seed, 0, n);
        expect(both.map((draw) => draw.get(pace.id))).toEqual(alone.map((draw) => draw.get(pace.id)));
        const slices = both.map((draw) => Math.floor(draw.get(price.id)! * n)).sort((a, b) => a - b);
        expect(slices).toEqual(slices.map((_, i) => i));
      }),
    );
  });

  it("doubt the stations near the bottleneck, and a fitted one only as far as its sample is small", () => {
    const stations = [
      { id: "a", process: { time: 600 } },
      { id: "b", process: { time: 580 } },
      { id: "easy", process: { time: 60 } },
    ];
    const asked = question({ line: { stations } });
    const ids = inputsOf(asked).map(({ id }) => id);
    expect(ids).toContain("station:a:process");
    expect(ids).toContain("station:b:process");
    expect(ids).not.toContain("station:easy:process");
    const fitted = (sampleSize: number) => {
      const deciles = [500, 520, 540, 560, 580, 600, 620, 640, 660, 680, 700];
      const fits = [{ station: "a", quantity: "processTime" as const, sampleSize, deciles }];
      const scenario = { ...asked.scenario, meta: { ...asked.scenario.meta, fits } };
      return inputsOf({ ...asked, scenario }).find(({ id }) => id === "station:a:process")!;
    };
    const width = (i: UncertainInput): number => (i.spread.dist === "triangular" ? i.spread.high - i.spread.low : NaN);
    expect(fitted(25).origin).toBe("measured");
    // four times the sample, half the doubt
    expect(width(fitted(25)) / width(fitted(100))).toBeCloseTo(2, 9);
  });

  it("list every doubt a plan brings, once", () => {
    const asked = question({
      retrofit: {
        failureProbability: 0.2,
        cost: { equipment: { low: 1, likely: 2, high: 5 } },
        leadTimeWeeks: { low: 4, likely: 8, high: 20 },
        effects: [
          {
            target: "stations.a.process.time",
            op: "scale",
            value: { low: 1, likely: 0.8, high: 0.7 },
            needsAction: true,
          },
        ],
      },
    });
    const ids = inputsOf({ ...asked, sellablePerYear: 1000 }).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ["effect:fast", "failure:fast", "action:fast", "cost:fast", "time:fast", "price", "demand"])
      expect(ids).toContain(id);
    expect(inputsOf(asked).map(({ id }) => id)).not.toContain("demand");
  });
});
