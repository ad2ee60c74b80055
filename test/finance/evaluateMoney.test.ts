import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateMoney, npv, type Estimate, type MoneyInput, type YearlyNumbers } from "../../src/finance";
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
  ...more,
});
const retrofit = (cost: object, more: object = {}): Retrofit =>
  Retrofit.parse({ id: "r", name: { zh: "改造", en: "retrofit" }, kind: "cnc", cost, ...more });
const chosen = (cost: object, more: object = {}): MoneyInput["chosen"] => [
  { retrofit: retrofit(cost, more), startMonth: 0 },
];

const money = (more: Partial<MoneyInput> = {}) =>
  evaluateMoney({
    baseline: line(),
    plan: line(),
    replications: [100, -100].map((d) => ({ baseline: year(100_000 + d), plan: year(110_000 + 2 * d) })),
    economics: Economics.parse({}),
    chosen: chosen({ equipment: 800_000, integration: 200_000 }),
    financing: { kind: "ownFunds" },
    rules: [],
    lpr,
    estimate,
    ...more,
  });
type Result = ReturnType<typeof money>;
const row = (r: Result, key: string): number[] =>
  (r.cashFlow.lines.find((l) => l.key === key)?.years ?? []).map((e) => e.mean);
const warned = (r: Result): string[] => r.warnings.map((w) => w.key);
const assumed = (r: Result): string[] => r.assumptions.map((a) => a.key);

describe("the cash flow of a plan, worked by hand", () => {
  const r = money();
  it("adds up line by line", () => {
    // 10 000 more parts: +500 000 revenue, −200 000 material, −20 000 consumables → 280 000 a year, a quarter of it tax
    expect(row(r, "revenue").slice(0, 2)).toEqual([0, 500_000]);
    expect(row(r, "material")[1]).toBe(-200_000);
    expect(row(r, "consumables")[1]).toBe(-20_000);
    expect(row(r, "incomeTax")[1]).toBeCloseTo(-70_000, 6);
    // straight line over 10 years to 5 %: 95 000 a year; the life of 8 years ends at the horizon, the rest goes then
    expect(row(r, "depreciationShield")[1]).toBeCloseTo(0.25 * 95_000, 6);
    expect(row(r, "depreciationShield")[8]).toBeCloseTo(0.25 * (1_000_000 - 7 * 95_000), 6);
    expect(r.cashFlow.project.map((e) => e.mean)[0]).toBe(-1_000_000);
    expect(r.cashFlow.project[1]?.mean).toBeCloseTo(233_750, 6);
    expect(r.project.withoutSubsidy.atMean.simplePayback.years).toBeCloseTo(1_000_000 / 233_750, 9);
    expect(r.annualContribution.mean).toBeCloseTo(280_000, 6);
  });
  it("is paired: the spread is that of the differences", () => {
    expect(r.extraSold.mean).toBe(10_000);
    expect(r.extraSold.sd).toBeCloseTo(Math.SQRT2 * 100, 9);
  });
  it("depreciates the whole investment in the end", () => {
    expect(row(r, "depreciationShield").reduce((a, b) => a + b, 0)).toBeCloseTo(250_000, 6);
  });
  it("gives every line a name and a formula, and the totals are their sums", () => {
    const sum = (years: number[][], y: number): number => years.reduce((s, l) => s + (l[y] ?? 0), 0);
    const lines = r.cashFlow.lines.filter((l) => l.group === "project").map((l) => l.years.map((e) => e.mean));
    for (let y = 0; y <= 8; y++) expect(r.cashFlow.project[y]?.mean).toBeCloseTo(sum(lines, y), 6);
    for (const l of r.cashFlow.lines)
      expect([l.name, l.formula]).toEqual([`finance.line.${l.key}`, `finance.formula.${l.key}`]);
  });
  it("has a unit cost with the investment as an annuity", () => {
    // before: 4 · 80 000 · 1.25 wages and 22 a part; after: the annuity of 1 000 000 over 8 years at 8 % comes on top
    const sample = money({
      replications: [
        { baseline: year(100_000), plan: year(110_000) },
        { baseline: year(100_000), plan: year(110_000) },
      ],
    });
    const annuity = (1_000_000 * 0.08) / (1 - 1.08 ** -8);
    expect(sample.unitCost.before?.mean).toBeCloseTo(4 + 22, 9);
    expect(sample.unitCost.after?.mean).toBeCloseTo((400_000 + annuity) / 110_000 + 22, 9);
  });
});

describe("demand", () => {
  const at = (perYear: number) =>
    money({ baseline: line({ demand: { perYear } }), plan: line({ demand: { perYear } }) });
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
});

describe("people", () => {
  const cheaper = line({
    operators: [
      { id: "op", count: 1, headcount: 3, wagePerYear: 80_000, onCostRate: 0.25 },
      { id: "tech", headcount: 1, count: 1, wagePerYear: 100_000 },
    ],
  });
  it("saves wages only where fewer are paid", () => {
    expect(row(money({ plan: cheaper }), "labour")[1]).toBeCloseTo(100_000 - 100_000, 6);
    const kept = money({ plan: cheaper, economics: Economics.parse({ labourSaving: "none" }) });
    expect(row(kept, "labour")[1]).toBeCloseTo(-100_000, 6);
    expect(assumed(kept)).toContain("finance.assumption.freedStayPaid");
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
    const bare = line({ calendar, operators: [{ id: "op", count: 2, wagePerYear: 1000 }] });
    const none = line({ calendar, operators: [] });
    expect(row(money({ baseline: none, plan: bare }), "labour")[1]).toBeCloseTo(-2000, 6);
  });
});

describe("time", () => {
  it("lets the gain begin with go-live and grow with the run-up", () => {
    const r = money({ chosen: chosen({ equipment: 1 }, { leadTimeWeeks: 365 / 14, rampUp: { tauWeeks: 365 / 70 } }) });
    // half a year waiting, then ∫ 1 − e^(−t/0.1) over half a year
    expect(row(r, "revenue")[1]).toBeCloseTo(500_000 * (0.5 - 0.1 * (1 - Math.exp(-5))), 4);
    expect(row(r, "revenue")[8]).toBeCloseTo(500_000, 0);
  });
  it("charges the stop and the dip of installation, at the contribution of the baseline", () => {
    const r = money({
      chosen: chosen({ equipment: 1 }, { installStopHours: 87.6, rampUp: { dip: 0.1, dipWeeks: 365 / 70 } }),
    });
    expect(row(r, "startUpLoss")[1]).toBeCloseTo(-(0.01 + 0.01) * 100_000 * 28, 4);
    const spare = money({
      baseline: line({ demand: { perYear: 50_000 } }),
      plan: line({ demand: { perYear: 50_000 } }),
      chosen: chosen({ equipment: 1 }, { installStopHours: 87.6 }),
    });
    expect(row(spare, "startUpLoss")[1]).toBeCloseTo(0, 9);
  });
  it("buys again what wears out inside the horizon", () => {
    const r = money({ chosen: chosen({ equipment: 90_000, training: 10_000 }, { lifeYears: 5 }) });
    expect(row(r, "replacement")[5]).toBeCloseTo(-90_000, 6);
    expect(row(r, "replacement").filter((v) => v !== 0)).toHaveLength(1);
    expect(assumed(r)).toContain("finance.assumption.replacement");
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
    expect(row(financed, "loanPrincipal").reduce((a, b) => a + b, 0)).toBeCloseTo(-500_000, 6);
    // 500 000 · 4 % / 12 · (36 + 1) / 2
    expect(row(financed, "loanInterest").reduce((a, b) => a + b, 0)).toBeCloseTo(-30_833.33, 0);
    expect(plain.afterFinancing.withoutSubsidy.npv.mean).toBe(plain.project.withoutSubsidy.npv.mean);
  });
  it("are settled at the horizon", () => {
    const r = money({ financing: { ...loan, months: 240 } });
    expect(row(r, "loanPrincipal").reduce((a, b) => a + b, 0)).toBeCloseTo(-500_000, 6);
    expect(assumed(r)).toContain("finance.assumption.loanSettled");
  });
  it("bring interest support only where interest is paid", () => {
    const r = money({ financing: { ...loan, share: 1 }, rules: rules.filter((x) => x.id === "CZ-LPR50") });
    const paid = row(r, "interestSubsidy").reduce((a, b) => a + b, 0);
    expect(paid).toBeCloseTo(r.policies.base.amount.likely, 6);
    expect(paid).toBeGreaterThan(0);
    expect(r.project.withSubsidy.npv.mean).toBe(r.project.withoutSubsidy.npv.mean);
    expect(r.afterFinancing.withSubsidy.npv.mean).toBeGreaterThan(r.afterFinancing.withoutSubsidy.npv.mean);
  });
});

describe("subsidy", () => {
  it("is paid at the end of year 1, taxed, and listed as assumed", () => {
    const r = money({ rules });
    expect(row(r, "subsidy")[1]).toBeCloseTo(27_400, 6);
    expect(row(r, "subsidyTax")[1]).toBeCloseTo(-6_850, 6);
    expect(assumed(r)).toEqual(
      expect.arrayContaining([
        "finance.assumption.subsidyTaxable",
        "finance.assumption.subsidyLag",
        "policy.assumption.inForce",
      ]),
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
      { numRuns: 50 },
    );
  });
});

describe("ranges", () => {
  const r = money({
    chosen: chosen({ equipment: { low: 500_000, likely: 1_000_000, high: 2_000_000 } }),
    economics: Economics.parse({ investmentOverrun: { low: 0, likely: 0, high: 0.1 } }),
  });
  it("gives low and high cost, and a worst case below all", () => {
    expect(r.investment.total).toEqual({ low: 500_000, likely: 1_000_000, high: 2_200_000 });
    const f = r.project.withoutSubsidy;
    expect(f.lowCost.npv).toBeGreaterThan(f.atMean.npv);
    expect(f.atMean.npv).toBeGreaterThan(f.highCost.npv);
    expect(r.worst.npv).toBeLessThan(f.highCost.npv);
  });
  it("NPV at the IRR is 0, and the estimate's mean is the NPV of the mean flows", () => {
    const f = r.project.withoutSubsidy.atMean;
    const flows = r.cashFlow.project.map((e) => e.mean);
    expect(Math.abs(npv(f.irr.rates[0] ?? NaN, flows))).toBeLessThan(1e-4);
    expect(r.project.withoutSubsidy.npv.mean).toBeCloseTo(f.npv, 4);
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
    const r = money({
      chosen: [],
      replications: [
        { baseline: same, plan: same },
        { baseline: same, plan: same },
      ],
    });
    expect(r.cashFlow.afterFinancingWithSubsidy.every((e) => e.mean === 0)).toBe(true);
    expect(r.project.withSubsidy.atMean.simplePayback.status).toBe("immediate");
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
