import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  evaluateMoney,
  npvOfMonths,
  type Estimate,
  type MoneyInput,
  type Way,
  type YearlyNumbers,
} from "../../src/finance";
import { Economics, Line, LprTable, PolicyFile, Retrofit, type LineInput } from "../../src/model";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../scenarios/policies", name), "utf8"));
const { rules } = PolicyFile.parse(read("changzhou.json"));
const lpr = LprTable.parse(read("lpr.json"));

/** Mean ± 2 standard errors: the laws below do not hang on the quantile. */
function estimate(values: readonly number[]): Estimate {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const sd = Math.sqrt(values.reduce((s, v) => s + (v - mean) ** 2, 0) / Math.max(1, values.length - 1));
  const half = (2 * sd) / Math.sqrt(values.length);
  return { mean, ci95: [mean - half, mean + half], sd };
}

const line = (more: Partial<LineInput> = {}): Line =>
  Line.parse({
    products: [{ id: "p", price: 50, materialCost: 20, consumableCost: 2 }],
    operators: [{ id: "op", count: 2, headcount: 4, wagePerYear: 80_000, onCostRate: 0.25 }],
    stations: [{ id: "m", process: { time: 60 } }],
    ...more,
  });
const year = (good: number, more: Partial<YearlyNumbers> = {}): YearlyNumbers => ({
  goodPerYear: good,
  escapedPerYear: 0,
  scrappedPerYear: 0,
  enteredPerYear: good,
  energyKwhPerYear: 0,
  standbyKwhPerYear: 0,
  ...more,
});
const retrofit = (cost: object, more: object = {}): Retrofit =>
  Retrofit.parse({ id: "r", name: { zh: "改造", en: "retrofit" }, kind: "cnc", cost, ...more });
const chosen = (cost: object, more: object = {}): MoneyInput["chosen"] => [
  { retrofit: retrofit(cost, more), startMonth: 0 },
];
/** Paid at once, sold for nothing, no VAT in between: what remains is done by hand below. */
const bare = {
  paymentTerms: [{ share: 1, at: "order" }],
  resaleRate: 0,
  serviceGrowth: 0,
  vat: { goodsRate: 0, serviceRate: 0 },
} as const;
const economics = (more: object = {}): Economics => Economics.parse({ ...bare, ...more });

const money = (more: Partial<MoneyInput> = {}) =>
  evaluateMoney({
    baseline: line(),
    plan: line(),
    replications: [100, -100].map((d) => ({ baseline: year(100_000 + d), plan: year(110_000 + 2 * d) })),
    economics: economics(),
    chosen: chosen({ equipment: 800_000, integration: 200_000 }),
    financing: { kind: "ownFunds" },
    rules: [],
    lpr,
    seed: 1,
    estimate,
    ...more,
  });
type Result = ReturnType<typeof money>;
const found = (r: Result, key: string) => r.cashFlow.lines.find((l) => l.key === key);
const row = (r: Result, key: string): number[] => (found(r, key)?.years ?? []).map((e) => e.mean);
const months = (r: Result, key: string): number[] => found(r, key)?.months ?? [];
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const warned = (r: Result): string[] => r.warnings.map((w) => w.key);
const assumed = (r: Result): string[] => r.assumptions.map((a) => a.key);
/** One replication twice: no luck, so every figure can be worked out. */
const sure = (baseline: YearlyNumbers, plan: YearlyNumbers) => [
  { baseline, plan },
  { baseline, plan },
];

describe("the cash flow of a plan, worked by hand", () => {
  const r = money();
  it("adds up line by line", () => {
    // 10 000 more parts a year: +500 000 revenue, −200 000 material, −20 000 consumables → 280 000, a twelfth a month
    expect(row(r, "revenue").slice(0, 2)).toEqual([0, expect.closeTo(500_000, 6)]);
    expect(months(r, "revenue")[7]).toBeCloseTo(500_000 / 12, 6);
    expect(row(r, "material")[1]).toBeCloseTo(-200_000, 6);
    expect(row(r, "consumables")[1]).toBeCloseTo(-20_000, 6);
    expect(months(r, "investment")[0]).toBe(-1_000_000);
    // straight line over 10 years to 5 %: 95 000 a year, from the month after it runs; a quarter of the rest is tax
    expect(sum(r.cashFlow.depreciation.slice(0, 13))).toBeCloseTo(95_000, 6);
    expect(row(r, "incomeTax")[1]).toBeCloseTo(-0.25 * (280_000 - 95_000), 6);
    // the life of 8 years ends with the horizon: what is on the books goes then, 1 000 000 − 8 · 95 000
    expect(row(r, "incomeTax")[8]).toBeCloseTo(-0.25 * (280_000 - 95_000 - 240_000), 6);
    // a project without tax would be back after 12 · 1 000 000 / 280 000 = 42.86 months
    const untaxed = money({ economics: economics({ incomeTaxRate: 0 }) });
    expect(untaxed.project.withoutSubsidy.atMean.simplePayback.years).toBeCloseTo(1 / 0.28, 9);
    expect(r.annualContribution.mean).toBeCloseTo(280_000, 6);
  });
  it("prepays tax by quarter", () => {
    const tax = months(r, "incomeTax");
    expect(tax[1]).toBeCloseTo(0, 9);
    expect(tax[3]).toBeCloseTo((-0.25 * (280_000 - 95_000)) / 4, 6);
  });
  it("is paired: the spread is that of the differences", () => {
    expect(r.extraSold.mean).toBe(10_000);
    expect(r.extraSold.sd).toBeCloseTo(Math.SQRT2 * 100, 9);
  });
  it("gives every line a name and a formula; the months add up to the years, the lines to the totals", () => {
    const project = r.cashFlow.lines.filter((l) => l.group === "project");
    for (let y = 0; y <= 8; y++)
      expect(r.cashFlow.project[y]?.mean).toBeCloseTo(sum(project.map((l) => l.years[y]?.mean ?? 0)), 6);
    for (const l of r.cashFlow.lines) {
      expect([l.name, l.formula]).toEqual([`finance.line.${l.key}`, `finance.formula.${l.key}`]);
      expect(l.months).toHaveLength(97);
      expect(sum(l.months)).toBeCloseTo(sum(l.years.map((e) => e.mean)), 4);
    }
  });
  it("has a unit cost with the investment as an annuity", () => {
    // before: 4 · 80 000 · 1.25 wages and 22 a part; after: the annuity of 1 000 000 over 8 years at 8 % comes on top
    const sample = money({ replications: sure(year(100_000), year(110_000)) });
    const annuity = (1_000_000 * 0.08) / (1 - 1.08 ** -8);
    expect(sample.unitCost.before?.mean).toBeCloseTo(4 + 22, 9);
    expect(sample.unitCost.after?.mean).toBeCloseTo((400_000 + annuity) / 110_000 + 22, 9);
  });
});

describe("what is bought", () => {
  it("is paid by its terms; what falls due after the horizon is paid at it", () => {
    const terms = [
      { share: 0.3, at: "order" },
      { share: 0.6, at: "acceptance" },
      { share: 0.1, at: "acceptance", months: 12 },
    ];
    const r = money({
      chosen: [{ retrofit: retrofit({ equipment: 100_000 }, { leadTimeWeeks: 26 }), startMonth: 2 }],
      economics: economics({ paymentTerms: terms, horizonYears: 1 }),
    });
    // 26 weeks are 5.98 months: runs in the course of month 8, accepted at its end; the retained tenth would be month 20
    const paid = months(r, "investment");
    expect([paid[2], paid[8], paid[12]]).toEqual([-30_000, -60_000, -10_000]);
    expect(sum(paid)).toBe(-100_000);
  });
  it("binds VAT for a month, no more, when sales leave room to set it off", () => {
    const r = money({ economics: economics({ vat: {} }) });
    const vat = months(r, "vat");
    // 13 % of 800 000 and 6 % of 200 000 = 116 000; room 13 % of (50 − 22) · 100 000 / 12 = 30 333 a month
    expect(vat[0]).toBeCloseTo(-116_000, 6);
    expect(vat[1]).toBeCloseTo((0.13 * 28 * 100_100) / 12, 3);
    expect(sum(vat)).toBeCloseTo(0, 6);
    const small = money({ economics: economics({ vat: { payer: "smallScale" } }) });
    expect(sum(months(small, "vat"))).toBe(0);
    expect(small.investment.total.likely).toBeCloseTo(1_116_000, 6);
  });
  it("is bought again when it wears out inside the horizon, without training", () => {
    const r = money({ chosen: chosen({ equipment: 90_000, training: 10_000 }, { lifeYears: 5 }) });
    expect(row(r, "replacement")[5]).toBeCloseTo(-90_000, 6);
    expect(row(r, "replacement").filter((v) => v !== 0)).toHaveLength(1);
    expect(assumed(r)).toContain("finance.assumption.replacement");
  });
  it("sells for its residual price, and the old machine for its own", () => {
    const old = { salePrice: 30_000, removalCost: 5_000, bookValue: 40_000 };
    const r = money({
      chosen: chosen({ equipment: 1_000_000 }, { oldMachine: old }),
      economics: economics({ resaleRate: 0.1 }),
    });
    expect(row(r, "resale")[8]).toBeCloseTo(100_000, 6);
    expect(months(r, "oldMachine")[0]).toBe(25_000);
    // 25 000 for what stands at 40 000 on the books: a loss of 15 000 saves 3 750 of tax in the first quarter
    const without = money({ chosen: chosen({ equipment: 1_000_000 }), economics: economics({ resaleRate: 0.1 }) });
    expect((months(r, "incomeTax")[3] ?? 0) - (months(without, "incomeTax")[3] ?? 0)).toBeCloseTo(3_750, 6);
  });
  it("may be written off at once up to 5 million a unit, which moves tax and makes none", () => {
    const at = (units: number) =>
      money({
        chosen: chosen({ equipment: 6_000_000 }, { units }),
        economics: economics({ tax: { depreciation: "oneOff" } }),
      });
    expect(warned(at(1))).toContain("finance.warning.oneOffRefused");
    expect(at(2).cashFlow.depreciation[1]).toBe(6_000_000);
    expect(sum(row(at(2), "incomeTax"))).toBeCloseTo(sum(row(at(1), "incomeTax")), 4);
    expect(at(2).project.withoutSubsidy.npv.mean).toBeGreaterThan(at(1).project.withoutSubsidy.npv.mean);
  });
  it("takes floor, IT and running costs with it", () => {
    const r = money({
      chosen: chosen(
        {},
        { extraFloor: 20, it: { runningCost: -0.142 }, opexPerYear: [{ kind: "yuan", amount: 12_000 }] },
      ),
      economics: economics({ floorRent: 300, itCostPerYear: 200_000, serviceGrowth: 0.03 }),
    });
    expect(row(r, "floor")[1]).toBeCloseTo(-6_000, 6);
    expect(row(r, "it")[1]).toBeCloseTo(28_400, 6);
    expect(row(r, "opex").slice(1, 3)).toEqual([expect.closeTo(-12_000, 6), expect.closeTo(-12_360, 6)]);
    // the cloud never makes parts
    const alone = money({
      replications: sure(year(100_000), year(100_000)),
      chosen: chosen({}, { it: { runningCost: -0.142, developmentTime: -0.24 } }),
      economics: economics({ itCostPerYear: 200_000 }),
    });
    expect(alone.extraMade.mean).toBe(0);
    expect(alone.annualContribution.mean).toBe(0);
    // 14.2 % of 200 000 a year is the whole gain, and comes off the cost of 100 000 parts
    expect(alone.annualGain.mean).toBeCloseTo(28_400, 6);
    const saved = (alone.unitCost.before?.mean ?? NaN) - (alone.unitCost.after?.mean ?? NaN);
    expect(saved).toBeCloseTo(0.284, 9);
  });
});

describe("demand", () => {
  const at = (perYear: number, more: object = {}) =>
    money({
      baseline: line({ demand: { perYear } }),
      plan: line({ demand: { perYear } }),
      economics: economics(more),
    });
  it("makes extra parts worth nothing when the baseline already meets it", () => {
    const r = at(90_000);
    expect([r.demandBinding, r.extraSold.mean, r.annualContribution.mean]).toEqual(["full", 0, 0]);
    expect(r.extraMade.mean).toBe(10_000);
    expect(warned(r)).toContain("finance.warning.extraWorthNothing");
    expect(r.project.withSubsidy.atMean.simplePayback.status).toBe("never");
  });
  it("counts extra parts up to it", () => {
    const r = at(104_000);
    expect(r.demandBinding).toBe("partial");
    expect(r.extraSold.mean).toBeCloseTo(4_000, 9);
    expect(row(r, "material")[1]).toBeCloseTo(-4_000 * 20, 6);
    expect(at(1e9).demandBinding).toBe("none");
  });
  it("grows year by year, on both sides: what the market brings is no effect of the retrofit", () => {
    const r = at(100_000 - 100, { market: { demandGrowth: 0.05 } });
    // year 1: 99 900 are sold either way; year 2: demand 104 895 against 100 000 and 110 000 made
    expect(row(r, "revenue")[1]).toBeCloseTo(0, 6);
    expect(row(r, "revenue")[2]).toBeCloseTo(4_895 * 50, 4);
  });
  it("has seasons: what cannot be made in the best months is lost, though the year's sum would do", () => {
    // all the demand of 120 000 in six months: 20 000 a month against 9 167 made
    const season = [2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0];
    const r = at(120_000, { market: { seasonality: season } });
    expect(row(r, "revenue")[1]).toBeCloseTo(0.5 * 500_000, 4);
    expect(months(r, "revenue")[9]).toBe(0);
  });
  it("loses price and pays more for material as years go by", () => {
    const r = at(1e9, { market: { priceErosion: 0.02, materialGrowth: 0.03 } });
    expect(row(r, "revenue")[3]).toBeCloseTo(500_000 * 0.98 ** 2, 4);
    expect(row(r, "material")[3]).toBeCloseTo(-200_000 * 1.03 ** 2, 4);
  });
  it("says so when a plan pays only while a part earns little", () => {
    // 10 000 parts fewer a year, but one person of four less: worth it only for cheap parts
    const fewer = line({ operators: [{ id: "op", count: 2, headcount: 3, wagePerYear: 80_000, onCostRate: 0.25 }] });
    const r = money({
      plan: fewer,
      chosen: chosen({ equipment: 10_000 }),
      replications: sure(year(100_000), year(90_000)),
      economics: economics({ labourSaving: "paidHeads" }),
    });
    expect(r.breakEven.price.pays).toBe("atMost");
    // 100 000 a year saved less the purchase against 10 000 · (price − 22)
    expect(r.breakEven.price.value).toBeGreaterThan(30);
    expect(r.breakEven.price.value).toBeLessThan(32);
  });
  it("says what must be sold for the plan to pay, and it just does", () => {
    const r = money({ replications: sure(year(100_000), year(110_000)) });
    expect(r.breakEven.volume.pays).toBe("atLeast");
    const volume = r.breakEven.volume.value ?? Number.NaN;
    expect(volume).toBeGreaterThan(100_000);
    expect(volume).toBeLessThan(110_000);
    const limit = { demand: { perYear: volume } };
    const there = money({
      replications: sure(year(100_000), year(110_000)),
      baseline: line(limit),
      plan: line(limit),
    });
    expect(Math.abs(there.project.withoutSubsidy.npv.mean)).toBeLessThan(1);
  });
});

describe("people", () => {
  const operators = (heads: number, technicians = 0) => [
    { id: "op", count: 2, headcount: heads, wagePerYear: 80_000, onCostRate: 0.25 },
    ...(technicians > 0
      ? [{ id: "tech", headcount: technicians, count: 1, wagePerYear: 100_000, onCostRate: 0.33 }]
      : []),
  ];
  const freed = (labourSaving: string, more: object = {}) =>
    money({
      plan: line({ operators: operators(3, 1) }),
      economics: economics({ labourSaving, staffing: more }),
    });
  it("save what the firm stops paying, and cost what it starts to pay", () => {
    // one of four goes (100 000 with on-cost), a technician comes (133 000)
    expect(row(freed("paidHeads"), "labour")[1]).toBeCloseTo(100_000 - 133_000, 6);
    expect(row(freed("none"), "labour")[1]).toBeCloseTo(-133_000, 6);
    expect(assumed(freed("none"))).toContain("finance.assumption.freed.none");
    expect(row(freed("redeploy", { redeployedWorth: 0.5 }), "labour")[1]).toBeCloseTo(50_000 - 133_000, 6);
  });
  it("leave by and by when leavers are not replaced", () => {
    // 4 people, 15 % leave a year: 0.05 a month, so the one freed is gone after 20 months
    const r = freed("attrition", { leaversPerYear: 0.15 });
    expect(months(r, "labour")[6]).toBeCloseTo((0.3 * 100_000 - 133_000) / 12, 6);
    expect(months(r, "labour")[20]).toBeCloseTo((100_000 - 133_000) / 12, 6);
  });
  it("cost a month's wage for every year of service when dismissed", () => {
    const r = freed("dismiss", { serviceYears: 6 });
    expect(sum(months(r, "severance"))).toBeCloseTo((-80_000 / 12) * 6, 6);
    expect(months(r, "severance")[1]).toBeLessThan(0);
  });
  it("work less overtime first once the demand is met", () => {
    const calendar = {
      shifts: [
        { id: "day", start: "08:00", end: "16:00", days: [1, 2, 3, 4, 5] },
        { id: "extra", start: "16:00", end: "18:00", days: [1, 2, 3, 4, 5], wageFactor: 1.5 },
      ],
      daysPerYear: 250,
    };
    const limited = line({ calendar, demand: { perYear: 100_000 } });
    const at = (idleTime: string) =>
      money({
        baseline: limited,
        plan: limited,
        replications: sure(year(100_000), year(110_000)),
        economics: economics({ staffing: { idleTime } }),
      });
    // 4 people at 100 000 · (8 + 2 · 1.5) / 10 = 440 000, of which overtime 3/11; idle 1/11 of the time, overtime is 2/10
    expect(row(at("overtimeFirst"), "labour")[1]).toBeCloseTo(((1 / 11 / 0.2) * 440_000 * 3) / 11, 4);
    expect(row(at("paid"), "labour")[1]).toBe(0);
  });
  it("says when more people on duty cost nothing because the headcount stayed", () => {
    const more = line({ operators: [{ id: "op", count: 3, headcount: 4, wagePerYear: 80_000, onCostRate: 0.25 }] });
    expect(warned(money({ plan: more }))).toContain("finance.warning.headcountUnchanged");
  });
  it("works the headcount out of the shifts where none is given", () => {
    const calendar = {
      shifts: [{ id: "a", start: "06:00", end: "14:00", days: [1, 2, 3, 4, 5] }],
      daysPerYear: 281.25,
    };
    const some = line({ calendar, operators: [{ id: "op", count: 2, wagePerYear: 1000 }] });
    const none = line({ calendar, operators: [] });
    expect(row(money({ baseline: none, plan: some }), "labour")[1]).toBeCloseTo(-2000, 6);
  });
});

describe("electricity", () => {
  const calendar = { shifts: [{ id: "a", start: "08:00", end: "16:00", days: [1, 2, 3, 4, 5] }], daysPerYear: 250 };
  const powered = (tariff: object[]) =>
    money({
      baseline: line({ calendar }),
      plan: line({ calendar }),
      replications: sure(
        year(100_000, { energyKwhPerYear: 50_000, standbyKwhPerYear: 10_000 }),
        year(100_000, { energyKwhPerYear: 40_000, standbyKwhPerYear: 5_000 }),
      ),
      economics: economics({ electricityPrice: 0.6, tariff }),
    });
  it("costs the tariff of the hours in which it is drawn", () => {
    expect(row(powered([]), "energy")[1]).toBeCloseTo(10_000 * 0.6, 6);
    // peak 08–12 at 1.2: half of the shift, so 0.9 in it and 0.6 outside (5 days) … but the peak also runs at weekends
    const peak = { kind: "peak", start: "08:00", end: "12:00", price: 1.2 };
    const weekMean = (0.6 * 20 + 1.2 * 4) / 24;
    const outside = (weekMean * 168 - 0.9 * 40) / 128;
    expect(row(powered([peak]), "energy")[1]).toBeCloseTo(5_000 * 0.9 + 5_000 * outside, 6);
  });
});

describe("the way there", () => {
  it("is estimated while nothing is simulated: the gain begins with go-live and grows with the run-up", () => {
    const r = money({ chosen: chosen({ equipment: 1 }, { leadTimeWeeks: 365 / 14, rampUp: { tauWeeks: 365 / 70 } }) });
    // half a year waiting, then ∫ 1 − e^(−t/0.1) over half a year; the middle of eighths of a month is close enough
    expect(row(r, "revenue")[1]).toBeCloseTo(500_000 * (0.5 - 0.1 * (1 - Math.exp(-5))), -2);
    expect(row(r, "revenue")[8]).toBeCloseTo(500_000, 0);
    expect(r.wayIs).toBe("estimated");
    expect(assumed(r)).toContain("finance.assumption.wayEstimated");
  });
  it("charges stop and dip as a share of the year, at what a part earns", () => {
    const r = money({
      replications: sure(year(100_000), year(100_000)),
      chosen: chosen({ equipment: 1 }, { installStopHours: 87.6, rampUp: { dip: 0.1, dipWeeks: 365 / 70 } }),
    });
    expect(row(r, "revenue")[1]).toBeCloseTo(-(0.01 + 0.01) * 100_000 * 50, 4);
    const limit = { demand: { perYear: 50_000 } };
    const spare = money({
      replications: sure(year(100_000), year(100_000)),
      baseline: line(limit),
      plan: line(limit),
      chosen: chosen({ equipment: 1 }, { installStopHours: 87.6 }),
    });
    expect(row(spare, "revenue")[1]).toBeCloseTo(0, 9);
  });
  const change = (good: number) => [year(good), year(good)];
  const way: Way = {
    points: [
      { month: 0, line: line(), change: change(0) },
      { month: 3, line: line(), change: change(0) },
      { month: 3, line: line(), change: change(-6_000) },
      { month: 5, line: line(), change: change(-6_000) },
      { month: 5, line: line(), change: change(12_000) },
      { month: Infinity, line: line(), change: change(99) },
    ],
    stops: [{ from: 1.75, month: 2.5, hours: 10, lost: change(450) }],
    low: change(99 - 2_400),
    high: null,
  };
  const simulated = (more: Partial<MoneyInput> = {}) =>
    money({
      way,
      replications: sure(year(100_000), year(112_000)),
      chosen: chosen({ equipment: 1 }, { leadTimeWeeks: (3 * 365) / 84 }),
      ...more,
    });
  it("takes each simulated state while it lasts, the stop in its month, the long run at the end", () => {
    const r = simulated();
    const extra = months(r, "revenue").map((yuan) => yuan / 50);
    // the stop lies one third in the second month and two thirds in the third, then half a year's worth of −6 000, then the long run's 12 000 (not the short run's 99)
    expect(extra.slice(1, 8).map(Math.round)).toEqual([0, -150, -300, -500, -500, 1000, 1000]);
    expect(r.wayIs).toBe("simulated");
  });
  it("puts uncertain effects at their ends, as distances from the short run's finished plan", () => {
    const r = simulated();
    // low = 99 − 2 400 against 99: 2 400 parts a year fewer than the likely 12 000
    expect(r.byEffect.high.npv).toBeCloseTo(r.byEffect.likely.npv, 6);
    const lost = (2_400 * 28 * 0.75) / 12;
    let worth = 0;
    for (let m = 4; m <= 96; m++) worth += lost / 1.08 ** (m / 12);
    // tax is paid by the quarter, so the exact number differs a little
    expect(r.byEffect.likely.npv - r.byEffect.low.npv).toBeGreaterThan(worth);
    expect((r.byEffect.likely.npv - r.byEffect.low.npv) / worth).toBeLessThan(1.01);
    expect(r.worst.npv).toBeLessThanOrEqual(r.byEffect.low.npv);
  });
});

describe("loans", () => {
  const loan = {
    kind: "loan",
    share: 0.5,
    annualRate: 0.04,
    months: 36,
    repayment: "equalPrincipal",
    interestOnlyMonths: 0,
    renewals: 0,
  } as const;
  it("leave the project alone and come in and out in full", () => {
    const [plain, financed] = [money(), money({ financing: loan })];
    expect(financed.project.withoutSubsidy.npv.mean).toBe(plain.project.withoutSubsidy.npv.mean);
    expect(row(financed, "loanDrawn")[0]).toBe(500_000);
    expect(sum(row(financed, "loanPrincipal"))).toBeCloseTo(-500_000, 6);
    // 500 000 · 4 % / 12 · (36 + 1) / 2
    expect(sum(row(financed, "loanInterest"))).toBeCloseTo(-30_833.33, 0);
    expect(sum(row(financed, "financingTax"))).toBeCloseTo(30_833.33 / 4, 0);
    expect(plain.afterFinancing.withoutSubsidy.npv.mean).toBe(plain.project.withoutSubsidy.npv.mean);
  });
  it("are settled at the horizon", () => {
    const r = money({ financing: { ...loan, months: 240 } });
    expect(sum(row(r, "loanPrincipal"))).toBeCloseTo(-500_000, 6);
    expect(assumed(r)).toContain("finance.assumption.loanSettled");
  });
  it("at the discount rate, untaxed, are worth nothing", () => {
    // 0.643 403 % a month is 8 % a year
    const annualRate = 12 * (1.08 ** (1 / 12) - 1);
    const r = money({ financing: { ...loan, share: 1, annualRate }, economics: economics({ incomeTaxRate: 0 }) });
    const [own, borrowed] = [r.project.withoutSubsidy.npv.mean, r.afterFinancing.withoutSubsidy.npv.mean];
    expect(Math.abs(own - borrowed)).toBeLessThan(1);
  });
  it("bring interest support only where interest is paid", () => {
    const r = money({ financing: { ...loan, share: 1 }, rules: rules.filter((x) => x.id === "CZ-LPR50") });
    const paid = sum(row(r, "interestSubsidy"));
    expect(paid).toBeCloseTo(r.policies.base.amount.likely, 6);
    expect(paid).toBeGreaterThan(0);
    expect(r.project.withSubsidy.npv.mean).toBe(r.project.withoutSubsidy.npv.mean);
    expect(r.afterFinancing.withSubsidy.npv.mean).toBeGreaterThan(r.afterFinancing.withoutSubsidy.npv.mean);
  });
});

describe("other people's machines", () => {
  const covers: ("equipment" | "software" | "integration")[] = ["equipment", "software", "integration"];
  const untaxed = economics({ incomeTaxRate: 0 });
  it("a finance lease over the whole price at the discount rate is worth what buying is", () => {
    const annualRate = 12 * (1.08 ** (1 / 12) - 1);
    const r = money({
      economics: untaxed,
      financing: {
        kind: "lease",
        form: "finance",
        covers,
        months: 36,
        annualRate,
        inAdvance: false,
        depositShare: 0,
        buyOutShare: 0,
      },
    });
    expect(Math.abs(r.afterFinancing.withoutSubsidy.npv.mean - r.project.withoutSubsidy.npv.mean)).toBeLessThan(1);
    expect(row(r, "providerPays")[0]).toBeCloseTo(1_000_000, 6);
  });
  it("gain sharing takes its share of what is saved, and nothing when nothing is", () => {
    const terms = { kind: "gainShare", covers, months: 24, share: 0.5, floorPerMonth: 0, cap: null } as const;
    const r = money({ economics: untaxed, financing: terms });
    expect(row(r, "providerFee").slice(1, 4)).toEqual([expect.closeTo(-140_000, 6), expect.closeTo(-140_000, 6), 0]);
    const none = money({ economics: untaxed, financing: terms, replications: sure(year(100_000), year(100_000)) });
    expect(sum(row(none, "providerFee"))).toBeCloseTo(0, 9);
    // the provider bears the risk: the firm has put in nothing and lost nothing
    expect(none.afterFinancing.withoutSubsidy.npv.mean).toBeCloseTo(0, 6);
  });
  it("pay per use costs its price a part sold, as long as the plan runs", () => {
    const r = money({
      economics: untaxed,
      replications: sure(year(100_000), year(110_000)),
      financing: { kind: "payPerUse", covers, months: 12, unit: "part", price: 2, minimumPerMonth: 0, growth: 0 },
    });
    expect(row(r, "providerFee").slice(1)).toEqual(Array.from({ length: 8 }, () => expect.closeTo(-220_000, 4)));
  });
  it("are outside the base of a subsidy", () => {
    const cz = rules.filter((x) => x.id === "CZ-E6");
    const r = money({
      rules: cz,
      financing: { kind: "payPerUse", covers, months: 12, unit: "month", price: 1, minimumPerMonth: 0, growth: 0 },
    });
    expect(sum(row(r, "subsidy"))).toBe(0);
    expect(assumed(r)).toContain("finance.assumption.providerOwns");
  });
  it("stand side by side with own funds and a loan, each once, typical terms marked", () => {
    const r = money();
    expect(r.financing.map((f) => f.financing.kind)).toEqual(["ownFunds", "loan", "lease", "gainShare", "payPerUse"]);
    expect(r.financing.map((f) => f.origin)).toEqual(["plan", "typical", "typical", "typical", "typical"]);
    const [own, , , shared] = r.financing;
    expect(own?.npvWithoutSubsidy.likely).toBeCloseTo(r.project.withoutSubsidy.npv.mean, 3);
    expect(own?.peakCash).toEqual({ yuan: 1_000_000, month: 0 });
    expect(shared?.peakCash.yuan).toBeLessThan(1_000);
  });
});

describe("tax", () => {
  const cliff = (profitBefore: number) =>
    money({
      replications: sure(year(100_000), year(110_000)),
      economics: economics({ tax: { regime: "smallProfit", profitBefore } }),
      chosen: chosen({}),
    });
  it("sees the gain push a small firm over the cliff", () => {
    // 280 000 more: 2.5 million → 5 % of 280 000; 2.9 million → from 145 000 to 25 % of 3 180 000
    expect(sum(row(cliff(2_500_000), "incomeTax").slice(1, 2))).toBeCloseTo(-14_000, 4);
    expect(sum(row(cliff(2_900_000), "incomeTax").slice(1, 2))).toBeCloseTo(-(795_000 - 145_000), 4);
  });
  it("gives a loss no value in a firm without profit", () => {
    const r = money({
      economics: economics({ tax: { profitBefore: 0 } }),
      replications: sure(year(100_000), year(100_000)),
    });
    expect(sum(row(r, "incomeTax"))).toBeCloseTo(0, 6);
  });
  it("of a subsidy is a matter of time: the other treatment is worth little, and is priced", () => {
    const cz = rules.filter((x) => x.id === "CZ-E6");
    const r = money({ rules: cz });
    const other = money({ rules: cz, economics: economics({ tax: { subsidy: "nonTaxable" } }) });
    expect(sum(row(other, "subsidyTax"))).toBeCloseTo(sum(row(r, "subsidyTax")), 4);
    expect(r.subsidyTreatment.npvNonTaxable).toBeGreaterThan(r.subsidyTreatment.npvTaxable);
    expect(r.subsidyTreatment.npvNonTaxable - r.subsidyTreatment.npvTaxable).toBeLessThan(0.25 * 27_400);
    expect(other.project.withSubsidy.npv.mean).toBeCloseTo(r.subsidyTreatment.npvNonTaxable, 4);
  });
});

describe("subsidy", () => {
  it("is paid a year after acceptance, taxed, and listed as assumed", () => {
    const r = money({ rules: rules.filter((x) => x.id === "CZ-E6") });
    // min(2.74 % of 1 000 000, 6 % of 800 000) in month 12, its tax in the same quarter
    expect(months(r, "subsidy")[12]).toBeCloseTo(27_400, 6);
    expect(months(r, "subsidyTax")[12]).toBeCloseTo(-6_850, 6);
    expect(assumed(r)).toEqual(
      expect.arrayContaining(["finance.assumption.subsidyTaxable", "finance.assumption.subsidyLag"]),
    );
    const gain = r.project.withSubsidy.npv.mean - r.project.withoutSubsidy.npv.mean;
    expect(gain).toBeCloseTo(20_550 / 1.08, 6);
  });
  it("never lengthens the payback, however large", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }),
        fc.double({ min: 0, max: 0.06, noNaN: true }),
        (extra, share) => {
          const rule = rules
            .filter((x) => x.id === "CZ-E6")
            .map((x) => ({ ...x, observed: { share, source: { zh: "", en: "" } } }));
          const r = money({ rules: rule, replications: [{ baseline: year(100_000), plan: year(100_000 + extra) }] });
          const years = (f: Result["project"]["withSubsidy"]): number => f.atMean.simplePayback.years ?? Infinity;
          expect(years(r.project.withSubsidy)).toBeLessThanOrEqual(years(r.project.withoutSubsidy) + 1e-9);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe("ranges", () => {
  const wide = {
    chosen: chosen({ equipment: { low: 500_000, likely: 1_000_000, high: 2_000_000 } }, { failureProbability: 0.1 }),
    economics: economics({ investmentOverrun: { low: 0, likely: 0, high: 0.1 } }),
  };
  const r = money(wide);
  it("gives low and high cost, and a worst case below all", () => {
    expect(r.investment.total).toEqual({ low: 500_000, likely: 1_000_000, high: 2_200_000 });
    const f = r.project.withoutSubsidy;
    expect(f.lowCost.npv).toBeGreaterThan(f.atMean.npv);
    expect(f.atMean.npv).toBeGreaterThan(f.highCost.npv);
    expect(r.worst.npv).toBeLessThan(f.highCost.npv);
  });
  it("NPV at the IRR is 0, and the estimate's mean is the NPV of the mean flows", () => {
    const f = r.project.withoutSubsidy.atMean;
    const project = r.cashFlow.lines.filter((l) => l.group === "project");
    const flows = Array.from({ length: 97 }, (_, m) => sum(project.map((l) => l.months[m] ?? 0)));
    expect(Math.abs(npvOfMonths(flows, f.irr.rates[0] ?? NaN))).toBeLessThan(1e-3);
    expect(r.project.withoutSubsidy.npv.mean).toBeCloseTo(f.npv, 4);
    expect(npvOfMonths(flows, 0.08)).toBeCloseTo(f.npv, 4);
  });
  it("draws over all that is not known, the same again with the same seed", () => {
    const { doubt } = r;
    expect(doubt.npv.p10).toBeLessThan(doubt.npv.p50 ?? NaN);
    expect(doubt.npv.p50).toBeLessThan(doubt.npv.p90 ?? NaN);
    expect(doubt.npv.p90).toBeLessThanOrEqual(r.project.withoutSubsidy.lowCost.npv * 1.05);
    expect(doubt.cumulative.p10).toHaveLength(97);
    expect(money(wide).doubt).toEqual(doubt);
    expect(money({ ...wide, seed: 2 }).doubt.cumulative).not.toEqual(doubt.cumulative);
  });
  it("gives no average where some replications never pay back", () => {
    const mixed = money({
      replications: [
        { baseline: year(100_000), plan: year(110_000) },
        { baseline: year(100_000), plan: year(100_000) },
      ],
    });
    expect(mixed.project.withoutSubsidy.simplePayback).toEqual({ estimate: null, missing: 1, of: 2 });
    expect(mixed.project.withoutSubsidy.neverPaysBackShare).toBe(0.5);
    // half of the draws take the one, half the other
    expect(mixed.doubt.never.share).toBeCloseTo(0.5, 1);
  });
});

describe("the four measures", () => {
  it("are given per unit and in total, against what they were", () => {
    const plan = line({ operators: [{ id: "op", count: 2, headcount: 3, wagePerYear: 80_000, onCostRate: 0.25 }] });
    const r = money({
      plan,
      chosen: chosen({}),
      replications: sure(
        year(100_000, { scrappedPerYear: 5_000, energyKwhPerYear: 50_000 }),
        year(150_000, { scrappedPerYear: 5_000, energyKwhPerYear: 60_000 }),
      ),
    });
    const m = r.measures;
    expect(m.output.change?.mean).toBeCloseTo(0.5, 9);
    expect(m.labour.change?.mean).toBeCloseTo(-0.25, 9);
    expect(m.labourPerOutput?.change?.mean).toBeCloseTo(0.75 / 1.5 - 1, 9);
    expect(m.defects.change?.mean).toBeCloseTo(0, 9);
    expect(m.defectRate?.change?.mean).toBeCloseTo(105 / 155 - 1, 9);
    expect(m.energyPerPart?.change?.mean).toBeCloseTo(1.2 / 1.5 - 1, 9);
    // (4 · 100 000 + 22 · 100 000 + 0.7 · 50 000) and three people, 150 000 parts, 60 000 kWh
    expect(m.cost.before.mean).toBeCloseTo(400_000 + 2_200_000 + 35_000, 6);
    expect(m.cost.after.mean).toBeCloseTo(300_000 + 3_300_000 + 42_000, 6);
    expect(m.outputPerArea).toBeNull();
  });
});

describe("readiness", () => {
  it("tells hard from soft, and what connecting today's machines takes", () => {
    const connected = line({
      stations: [
        { id: "m", machines: 2, connectivity: "A", process: { time: 60 } },
        { id: "n", connectivity: "B", process: { time: 60 } },
        { id: "o", connectivity: "D", process: { time: 60 } },
      ],
    });
    const r = money({ baseline: connected, plan: connected, chosen: chosen({ equipment: 90, integration: 10 }) });
    expect(r.readiness.hardShare).toBeCloseTo(0.9, 9);
    expect(r.readiness.machines).toEqual({ A: 2, B: 1, C: 0, D: 1, unknown: 0 });
    expect(r.readiness.connecting).toEqual({ low: 6_000, high: 26_000, connectableShare: 0.75 });
  });
});

describe("sanity", () => {
  it("flags figures beyond the 51 workshops", () => {
    const plan = line({ operators: [{ id: "op", count: 1, headcount: 1, wagePerYear: 80_000, onCostRate: 0.25 }] });
    const r = money({
      plan,
      chosen: chosen({ equipment: 500_000 }),
      replications: [
        { baseline: year(100_000, { scrappedPerYear: 5_000 }), plan: year(180_000, { scrappedPerYear: 1_000 }) },
      ],
    });
    expect(warned(r)).toEqual(
      expect.arrayContaining([
        "finance.warning.payback",
        "finance.warning.output",
        "finance.warning.labour",
        "finance.warning.defects",
      ]),
    );
    expect(warned(money({ chosen: chosen({ equipment: 5e6, software: 1e5 }) }))).toEqual([]);
  });
  it("an empty plan is worth exactly nothing", () => {
    const same = year(100_000);
    const r = money({ chosen: [], replications: sure(same, same) });
    expect(r.cashFlow.afterFinancingWithSubsidy.every((e) => e.mean === 0)).toBe(true);
    expect(r.project.withSubsidy.atMean.simplePayback.status).toBe("immediate");
    expect(r.financing).toEqual([]);
  });
});

describe("bundle H of the machining line", () => {
  // robot cell 28, fixtures 25, networking of 12 machines 26, machining centre 45 万; MES 6 万 a year
  const parts: [string, number, number, number][] = [
    ["robot", 280_000, 0.65, 0.05],
    ["fixtures", 250_000, 0.85, 0],
    ["iiot", 260_000, 0.5, 0.3],
    ["vmc", 450_000, 0.88, 0.04],
  ];
  const bundle = parts.map(([id, cost, eq, sw]) => ({
    retrofit: retrofit(
      { equipment: cost * eq, software: cost * sw, integration: cost * (1 - eq - sw) },
      { id, ...(id === "iiot" ? { opexPerYear: [{ kind: "yuan", amount: 60_000 }] } : {}) },
    ),
    startMonth: 0,
  }));
  const pool = (headcount: number) =>
    line({ operators: [{ id: "setter", count: headcount / 2, headcount, wagePerYear: 112_000, onCostRate: 0.33 }] });
  const r = money({
    baseline: pool(2),
    plan: pool(4),
    replications: [
      { baseline: year(151_650), plan: year(237_600) },
      { baseline: year(151_600), plan: year(237_700) },
    ],
    chosen: bundle,
    rules,
  });
  it("costs 124 万, of which 103 万 count, and earns 3.4 万, at most 6.2 万", () => {
    expect(r.investment.total.likely).toBeCloseTo(1_240_000, 6);
    expect(r.investment.equipment.likely + r.investment.software.likely).toBeCloseTo(1_030_500, 6);
    expect(r.policies.base.amount.likely).toBeCloseTo(33_976, 6);
    expect(r.policies.base.amount.high).toBeCloseTo(61_830, 6);
    expect(r.policies.rules.find((v) => v.ruleId === "CZ-SF200")?.distanceToThreshold).toBeCloseTo(8_760_000, 2);
  });
  it("counts the setters and the subscription, pays back within a year, and says that this is too good", () => {
    expect(row(r, "labour")[1]).toBeCloseTo(-2 * 112_000 * 1.33, 6);
    expect(row(r, "opex")[1]).toBeCloseTo(-60_000, 6);
    expect(r.project.withoutSubsidy.atMean.simplePayback.years).toBeLessThan(1);
    expect(warned(r)).toContain("finance.warning.cheapOutput");
    // under 3 % of the yearly contribution of the extra output
    expect(r.policies.base.amount.high / r.annualContribution.mean).toBeLessThan(0.03);
  });
});
