import { describe, expect, it } from "vitest";
import type { MoneyResult } from "../../src/finance";
import { cashFlowLineKeys } from "../../src/finance";
import { Economics } from "../../src/model";
import { backSentence, backWords, chanceWords } from "../../src/panels/money/backWords";
import { lineSources } from "../../src/panels/money/lineSource";
import { columnsOf, valueAt } from "../../src/panels/money/monthColumns";
import type { CashRow } from "../../src/panels/money/monthRows";
import { premiseGroups } from "../../src/panels/money/premises";
import { presentValue, stepsToNpv } from "../../src/panels/money/presentValues";
import { t, type Language } from "../../src/text";

const say = (language: Language) =>
  ((key: string, params?: Record<string, string | number>) =>
    (t as (...all: unknown[]) => string)(language, key, params)) as Parameters<typeof backWords>[1];
const result = (p10: number | null, p50: number | null, p90: number | null, never: number): MoneyResult =>
  ({
    cashFlow: { horizonYears: 8 },
    doubt: { paybackYears: { p10, p50, p90 }, never: { share: never, ci95: [0, 1] } },
  }) as unknown as MoneyResult;

describe("payback in an owner's words", () => {
  it("is a range of months, of years from three on, and open where it may never come", () => {
    expect(backWords(result(1.2, 1.5, 2.4, 0), say("zh"), "zh")).toBe("14–29 个月");
    expect(backWords(result(1.2, 2, 4.1, 0), say("en"), "en")).toBe("1.2–4.1 years");
    expect(backWords(result(0.01, 0.02, 0.03, 0), say("zh"), "zh")).toBe("约 1 个月");
    expect(backWords(result(1.2, 2, null, 0.2), say("zh"), "zh")).toContain("14 个月");
    expect(backWords(result(null, null, null, 1), say("en"), "en")).toBe("not within 8 years");
  });

  it("says in a sentence that it hardly comes back, and leaves certain loss to the chance", () => {
    expect(backSentence(result(4.4, null, null, 0.7), say("zh"), "zh")).toMatch(/多半收不回.*4\.4 年/);
    expect(backSentence(result(null, null, null, 1), say("zh"), "zh")).toBe("");
  });

  it("gives a bound where all draws agree, an interval where they do not", () => {
    expect(chanceWords({ share: 0, ci95: [0, 0.0151] }, say("zh"), "zh")).toEqual({
      chance: "不到 1.5 %",
      interval: null,
    });
    expect(chanceWords({ share: 1, ci95: [0.985, 1] }, say("en"), "en").chance).toBe("over 99 %");
    expect(chanceWords({ share: 0.125, ci95: [0.096, 0.161] }, say("zh"), "zh").interval).toBe("9.6–16 %");
  });
});

describe("the month table", () => {
  it("opens a year into its twelve months before its sum", () => {
    const columns = columnsOf(3, [2]);
    expect(columns.map((column) => column.key)).toEqual([
      "y0",
      "y1",
      ...Array.from({ length: 12 }, (_, i) => `m${i + 13}`),
      "y2",
      "y3",
    ]);
    const row = {
      months: Array.from({ length: 37 }, (_, m) => m),
      years: [0, 1, 2, 3].map((mean) => ({ mean, ci95: [mean - 1, mean + 1] as const })),
    } as unknown as CashRow;
    expect(valueAt(row, columns[2]!)).toEqual({ mean: 13, ci95: null });
    expect(valueAt(row, columns[1]!).ci95).toEqual([0, 2]);
  });

  it("knows for every line where its numbers come from", () => {
    expect(Object.keys(lineSources).sort()).toEqual([...cashFlowLineKeys].sort());
    expect(Object.values(lineSources).every((sources) => sources.length > 0)).toBe(true);
  });
});

describe("the waterfall", () => {
  it("discounts by the month, and puts small lines together without losing a yuan", () => {
    expect(
      presentValue(
        Array.from({ length: 13 }, (_, m) => (m === 12 ? 110 : 0)),
        0.1,
      ),
    ).toBeCloseTo(100, 9);
    const line = (key: string, group: string, yuan: number) => ({ key, group, months: [yuan] });
    const lines = [
      line("investment", "project", -5),
      line("revenue", "project", 10_000),
      line("energy", "project", -20),
      line("vat", "project", -30),
      line("subsidy", "subsidy", 7),
      line("loanDrawn", "financing", 99),
    ];
    const { steps, subsidy } = stepsToNpv({ cashFlow: { lines } } as unknown as MoneyResult, 0.08);
    expect(steps.map((step) => [step.line?.key ?? null, step.count, step.yuan])).toEqual([
      ["investment", 1, -5],
      ["revenue", 1, 10_000],
      [null, 2, -50],
    ]);
    expect(subsidy).toBe(7);
  });
});

describe("the premises", () => {
  const economics = Economics.parse({});
  const numbers = premiseGroups.flatMap((group) => group.premises).filter((premise) => premise.kind === "number");

  it("write what they read, and the schema takes it", () => {
    for (const premise of numbers) {
      expect(premise.get(premise.set(economics, premise.get(economics)))).toBe(premise.get(economics));
      const changed = premise.set(economics, 3 / (premise.scale === 100 ? 100 : 1));
      expect(Economics.safeParse(changed).success, premise.id).toBe(true);
      expect(premise.get(changed)).not.toBe(premise.get(economics));
    }
  });

  it("cannot carry nonsense past the schema", () => {
    for (const premise of numbers.filter((each) => !["profitBefore", "overrun"].includes(each.id)))
      expect(Economics.safeParse(premise.set(economics, -99)).success, premise.id).toBe(false);
  });

  it("offer every choice the schema knows, and no other", () => {
    for (const premise of premiseGroups.flatMap((group) => group.premises))
      if (premise.kind === "choice") {
        expect(premise.options).toContain(premise.get(economics));
        for (const option of premise.options)
          expect(Economics.safeParse(premise.set(economics, option)).success, option).toBe(true);
        expect(Economics.safeParse(premise.set(economics, "no such")).success).toBe(false);
      }
  });
});
