import { describe, expect, it } from "vitest";
import { lprOn } from "../../src/policy";
import { changzhou, equipment, keys, level, loan, lpr, rule, total, verdictOf } from "./world";

const { rules } = changzhou;
/** A bullet loan of 1200 万 for a year: 50 % of the LPR is 12e6 · ½ / 12 = 500 000 × LPR a month. */
const drawn = (year: number, month: number, more = {}) =>
  equipment(12e6, { financing: loan(1, 12), loanSchedule: level(12e6, 0.05, 12), drawDown: { year, month }, ...more });
const lpr50 = (project: ReturnType<typeof drawn>) => verdictOf(rules, project, "CZ-LPR50");

describe("the LPR on a day", () => {
  it("changes on the day of its table, that day included", () => {
    expect(lprOn(lpr, "2022-08-21").oneYear).toBe(0.037);
    expect(lprOn(lpr, "2022-08-22")).toMatchObject({ oneYear: 0.0365, overFiveYears: 0.043, dateConfirmed: true });
    expect(lprOn(lpr, "2019-01-01").from).toBeNull();
    expect(lprOn(lpr, "2031-01-01")).toMatchObject({ oneYear: 0.03, afterTable: true });
  });
});

describe("half of the LPR, month by month", () => {
  it("follows two changes within 2022: 3.80 once, 3.70 seven times, 3.65 four times", () => {
    // 1 Jan 3.80 (cut on 20 Jan) · Feb–Aug 3.70 (cut on 22 Aug) · Sep–Dec 3.65
    // 500 000 · (0.038 + 7 · 0.037 + 4 · 0.0365) = 500 000 · 0.443 = 221 500
    const v = lpr50(drawn(2022, 1));
    expect(v.amount.likely).toBeCloseTo(221_500, 6);
    expect(v.byMonth?.map((yuan) => Math.round(yuan))).toEqual([
      19_000, 18_500, 18_500, 18_500, 18_500, 18_500, 18_500, 18_500, 18_250, 18_250, 18_250, 18_250,
    ]);
    expect(v.reasons[0]).toMatchObject({
      key: "policy.reason.lprShareVarying",
      params: { lowRate: 0.0365, highRate: 0.038 },
    });
    expect(keys(v.assumptions)).toContain("policy.assumption.lprAccrual");
  });
  it("or holds that of the draw-down, as the user reads it: 12 · 500 000 · 3.80 % = 228 000", () => {
    const v = lpr50(drawn(2022, 1, { lprReading: "drawDown" }));
    expect(v.amount.likely).toBeCloseTo(228_000, 6);
    expect(v.assumptions.find((a) => a.key === "policy.assumption.lprFixed")?.author).toBe("user");
  });
  it("reaches from the one-year to the over-five-year rate, since the text names none", () => {
    // over five years, 2022: 4.65 · 4.60 (Feb–May) · 4.45 (Jun–Aug) · 4.30 (Sep–Dec)
    // 500 000 · (0.0465 + 4 · 0.046 + 3 · 0.0445 + 4 · 0.043) = 500 000 · 0.536 = 268 000
    expect(lpr50(drawn(2022, 1)).amount.high).toBeCloseTo(268_000, 6);
  });
  it("says where the table ends", () => {
    expect(keys(lpr50(drawn(2026, 6)).assumptions)).toContain("policy.assumption.lprAfterDate");
    expect(keys(lpr50(drawn(2023, 1)).assumptions)).not.toContain("policy.assumption.lprAfterDate");
  });
  it("dates the rule by the draw-down: 2021 is before the text", () => {
    expect(keys(lpr50(drawn(2021, 12)).reasons)).toEqual(["policy.reason.notYetValid"]);
  });
  it("needs about 1.33 亿 for a year at 3.00 % to meet 200 万", () => {
    // ½ · 3 % · 133 333 333 = 1 999 999.995; one yuan-year more would pass 200 万 at 133.34 百万: capped
    const of = (balance: number) =>
      equipment(balance, {
        financing: loan(1, 12),
        loanSchedule: level(balance, 0.05, 12),
        drawDown: { year: 2025, month: 6 },
      });
    expect(lpr50(of(133_333_333)).amount.likely).toBeCloseTo(1_999_999.995, 2);
    const above = lpr50(of(133_400_000));
    expect(above.amount.likely).toBeCloseTo(2e6, 6);
    expect(keys(above.reasons)).toContain("policy.reason.capBinds");
  });
});

describe("support and the interest paid", () => {
  const half = [rule({ kind: "interestShare", rate: { op: "=", value: 0.5 }, funding: "loan" })];
  it("never runs ahead of the interest paid, and catches up: three free months, then 40 000 a month", () => {
    // 12e6 · ½ · 3 % / 12 = 15 000 a month; month 4: due 60 000, paid 40 000; month 5: due 75 000 → 35 000; then 15 000
    const loanSchedule = Array.from({ length: 12 }, (_, i) => ({ balance: 12e6, interest: i < 3 ? 0 : 40_000 }));
    const v = verdictOf(half, equipment(12e6, { financing: loan(1, 12), loanSchedule }));
    expect(v.byMonth?.slice(0, 6).map(Math.round)).toEqual([0, 0, 0, 40_000, 35_000, 15_000]);
    expect(v.amount.likely).toBeCloseTo(180_000, 6);
  });
  it("is kept at the interest where the bank asks less than half the LPR: 1 % of 1200 万", () => {
    const v = verdictOf(half, equipment(12e6, { financing: loan(1, 12), loanSchedule: level(12e6, 0.01, 12) }));
    expect(v.amount.likely).toBeCloseTo(120_000, 6);
    expect(keys(v.reasons)).toContain("policy.reason.interestCapBinds");
  });
  const yearly = [
    rule({
      kind: "interestShare",
      rate: { op: "=", value: 0.05 },
      interest: { of: "points" },
      cap: { op: "<=", value: 200_000, per: "year" },
    }),
  ];
  const ofYears = (years: [balance: number, interest: number][]) => {
    const loanSchedule = years.flatMap(([balance, interest]) =>
      Array.from({ length: 12 }, () => ({ balance, interest })),
    );
    const v = verdictOf(yearly, equipment(6e6, { financing: loan(1, 24), loanSchedule }));
    return v.byYear?.map((yuan) => Math.round(yuan));
  };
  it("lost above the cap of one year is not made up in the next", () => {
    // 5 % of 600 万 = 30 万, cut at 20; next year 5 % of 100 万 = 5 万, not 15
    expect(
      ofYears([
        [6e6, 30_000],
        [1e6, 30_000],
      ]),
    ).toEqual([200_000, 50_000]);
  });
  it("put off for want of interest, it still keeps to the cap of the year it is paid in", () => {
    // 20 万 due but only 6 万 of interest; next year 20 more due and 36 万 of interest: 34 could be paid, 20 may be
    expect(
      ofYears([
        [4e6, 5_000],
        [4e6, 30_000],
      ]),
    ).toEqual([60_000, 200_000]);
  });
  it("adds up: months to years to the amount, over 30 months", () => {
    const v = verdictOf(
      half,
      equipment(12e6, {
        financing: loan(1, 30),
        loanSchedule: level(12e6, 0.05, 30),
        drawDown: { year: 2023, month: 4 },
      }),
    );
    expect([v.byMonth?.length, v.byYear?.length]).toEqual([30, 3]);
    expect(total(v.byMonth)).toBeCloseTo(v.amount.likely, 6);
    expect(v.byYear?.[2]).toBeCloseTo(total((v.byMonth ?? []).slice(24)), 6);
  });
});
