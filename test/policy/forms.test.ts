import { describe, expect, it } from "vitest";
import { equipment, keys, level, loan, own, rule, total, verdictOf } from "./world";

// Every shape a document's rule can take, each worked out by hand in the comment. Yuan; 万 = 10 000.

const at = (op: "<=" | "=" | ">" | ">=", value: number) => ({ op, value });
const name = { zh: "投资", en: "investment" };

describe("a share of a base with a cap", () => {
  const rules = [rule({ rate: at("=", 0.06), base: ["equipment", "software"], cap: at("<=", 5e6) })];
  it("pays the share of the lines named, not of the whole", () => {
    // 6 % of (300 万 + 50 万) = 21 万; integration, training, cloud and building work are outside
    const costs = { equipment: 3e6, software: 5e5, integration: 8e5, training: 1e5, cloud: 2e5, construction: 4e5 };
    expect(verdictOf(rules, { ...own, costs }).amount.likely).toBeCloseTo(210_000, 6);
  });
  it("meets 500 万 at 6 % from 8333.33 万 on: below by a fen, on it, above", () => {
    // 0.06 · 83 333 333 = 4 999 999.98; 0.06 · 83 333 333.34 = 5 000 000.0004 → 5 000 000
    expect(verdictOf(rules, equipment(83_333_333)).amount.high).toBeCloseTo(4_999_999.98, 6);
    const above = verdictOf(rules, equipment(83_333_333.34));
    expect(above.amount.high).toBe(5e6);
    expect(keys(above.reasons)).toContain("policy.reason.capBinds");
  });
  it("counts at least the bound of a lower bound, more if the user knows more", () => {
    // "not less than 1 %": 1 % of 200 万 = 2 万; known 3 % → 6 万; 0.5 % is below what the text grants → 2 万
    const floor = [rule({ rate: at(">=", 0.01) })];
    expect(verdictOf(floor, equipment(2e6)).amount.likely).toBeCloseTo(20_000, 6);
    expect(verdictOf(floor, equipment(2e6, { rates: { T: 0.03 } })).amount.likely).toBeCloseTo(60_000, 6);
    expect(verdictOf(floor, equipment(2e6, { rates: { T: 0.005 } })).amount.likely).toBeCloseTo(20_000, 6);
  });
  it("counts nothing of an upper bound of which nothing paid is known, until a rate is set", () => {
    const open = [rule({ rate: at("<=", 0.12), base: ["equipment"] })];
    const waiting = verdictOf(open, equipment(1e6));
    expect([waiting.verdict, waiting.amount]).toEqual(["needsInput", { low: 0, likely: 0, high: 120_000 }]);
    expect(verdictOf(open, equipment(1e6, { rates: { T: 0.05 } })).amount.likely).toBe(50_000);
  });
});

describe("thresholds", () => {
  const strict = [rule({ rate: at("=", 0.1), threshold: { ...at(">", 1e7), of: name } })];
  const wide = [rule({ rate: at("=", 0.1), threshold: { ...at(">=", 1e7), of: name } })];
  it("'>' fails at exactly the value and passes a fen above; '>=' passes at it and fails a fen below", () => {
    expect(verdictOf(strict, equipment(1e7)).verdict).toBe("doesNotApply");
    expect(verdictOf(strict, equipment(10_000_000.01)).verdict).toBe("applies");
    expect(verdictOf(wide, equipment(1e7)).verdict).toBe("applies");
    const short = verdictOf(wide, equipment(9_999_999.99));
    expect([short.verdict, short.distanceToThreshold]).toEqual(["doesNotApply", expect.closeTo(0.01, 6)]);
    expect(keys(short.reasons)[0]).toBe("policy.reason.thresholdMissed");
  });
  it("is not decided by the last bit of a sum", () => {
    // 9 999 999.7 + 0.1 + 0.2 is 1000 万 in yuan, and 9 999 999.999999998 in doubles
    const costs = { equipment: 9_999_999.7, software: 0.1, integration: 0.2, training: 0 };
    expect(verdictOf(strict, { ...own, costs }).verdict).toBe("doesNotApply");
    expect(verdictOf(wide, { ...own, costs }).verdict).toBe("applies");
  });
  it("may look at some cost lines only", () => {
    // > 5000 万 of equipment: 6000 万 with 4900 万 of equipment fails by 100 万
    const rules = [rule({ rate: at("=", 0.12), threshold: { ...at(">", 5e7), of: name, on: ["equipment"] } })];
    const costs = { equipment: 4.9e7, software: 1.1e7, integration: 0, training: 0 };
    expect(verdictOf(rules, { ...own, costs })).toMatchObject({ verdict: "doesNotApply", distanceToThreshold: 1e6 });
  });
  it("may be several, all to be met: five-star cloud asks for 30 万 of cloud and 200 万 of devices", () => {
    const rules = [
      rule({
        kind: "fixedAmount",
        amount: at("=", 200_000),
        threshold: { ...at(">=", 3e5), of: name, on: ["cloud"] },
        conditions: [{ ...at(">=", 2e6), of: name, on: ["equipment"] }],
      }),
    ];
    const costs = { equipment: 2e6, software: 0, integration: 0, training: 0, cloud: 3e5 };
    expect(verdictOf(rules, { ...own, costs }).amount.likely).toBe(200_000);
    expect(verdictOf(rules, { ...own, costs: { ...costs, cloud: 299_999 } }).distanceToThreshold).toBe(1);
    expect(verdictOf(rules, { ...own, costs: { ...costs, equipment: 1.5e6 } }).distanceToThreshold).toBe(5e5);
  });
  it("may be a ceiling", () => {
    const rules = [rule({ rate: at("=", 0.1), threshold: { ...at("<=", 1e6), of: name } })];
    expect(verdictOf(rules, equipment(1e6)).verdict).toBe("applies");
    expect(keys(verdictOf(rules, equipment(1_000_001)).reasons)).toEqual(["policy.reason.aboveCeiling"]);
  });
});

describe("tiers by size", () => {
  // the form of a county's rule: first year > 5 / 3 / 1 亿 → at most 500 / 300 / 100 万, no rate
  const rules = [
    rule({
      tiers: [
        { ...at(">", 1e8), cap: at("<=", 1e6) },
        { ...at(">", 5e8), cap: at("<=", 5e6) },
        { ...at(">", 3e8), cap: at("<=", 3e6) },
      ],
    }),
  ];
  it.each([
    [1e8, 0],
    [100_000_000.01, 1e6],
    [3e8, 1e6],
    [300_000_000.01, 3e6],
    [5e8, 3e6],
    [500_000_000.01, 5e6],
  ])("%d yuan → at most %d", (yuan, most) => {
    expect(verdictOf(rules, equipment(yuan)).amount.high).toBe(most);
  });
  it("says how far the lowest tier is", () => {
    const below = verdictOf(rules, equipment(4e7));
    expect([below.verdict, below.distanceToThreshold]).toEqual(["doesNotApply", 6e7]);
    expect(keys(below.reasons)).toEqual(["policy.reason.belowTiers"]);
  });
  it("may carry rates: 5 % from 500 万, 8 % from 1000 万", () => {
    const rated = [
      rule({
        tiers: [
          { ...at(">=", 5e6), rate: at("=", 0.05) },
          { ...at(">=", 1e7), rate: at("=", 0.08) },
        ],
      }),
    ];
    // 5 % · 999.9999 万 = 49.999995 万; 8 % · 1000 万 = 80 万
    expect(verdictOf(rated, equipment(9_999_999)).amount.likely).toBeCloseTo(499_999.95, 4);
    expect(verdictOf(rated, equipment(1e7)).amount.likely).toBeCloseTo(800_000, 6);
  });
});

describe("classes of industry", () => {
  const rules = [
    rule({
      base: ["equipment"],
      classes: [
        { industry: "strategic", rate: at("<=", 0.12), cap: { ...at("<=", 1e7), per: "project" } },
        { industry: "other", rate: at("<=", 0.06), cap: { ...at("<=", 6e6), per: "project" } },
      ],
    }),
  ];
  it("five strategic industries ≤ 12 % / ≤ 1000 万, others ≤ 6 % / ≤ 600 万", () => {
    // 12 % of 2000 万 = 240 万, 6 % = 120 万; 12 % of 9000 万 = 1080 → 1000 万; 6 % of 11 000 万 = 660 → 600 万
    const high = (yuan: number, industry: "strategic" | "other") =>
      verdictOf(rules, equipment(yuan, { industry })).amount.high;
    expect(high(2e7, "strategic")).toBeCloseTo(2.4e6, 4);
    expect(high(2e7, "other")).toBeCloseTo(1.2e6, 4);
    expect(high(9e7, "strategic")).toBe(1e7);
    expect(high(1.1e8, "other")).toBe(6e6);
  });
  it("takes the lower class when nobody says, and says so", () => {
    const silent = verdictOf(rules, equipment(2e7));
    expect(silent.amount.high).toBeCloseTo(1.2e6, 4);
    expect(keys(silent.assumptions)).toContain("policy.assumption.industryOther");
  });
});

describe("fixed amounts", () => {
  it("exactly so much, at most so much, or a range", () => {
    expect(verdictOf([rule({ kind: "fixedAmount", amount: at("=", 3e5) })], equipment(1e6)).amount).toEqual({
      low: 3e5,
      likely: 3e5,
      high: 3e5,
    });
    const most = [rule({ kind: "fixedAmount", amount: at("<=", 3e5) })];
    expect(verdictOf(most, equipment(1e6))).toMatchObject({ verdict: "needsInput", amount: { likely: 0, high: 3e5 } });
    expect(verdictOf(most, equipment(1e6, { amounts: { T: 9e5 } })).amount.likely).toBe(3e5);
    // "20 to 100 万" counts 20
    const range = [rule({ kind: "fixedAmount", amount: { ...at("<=", 1e6), from: 2e5 } })];
    expect(verdictOf(range, equipment(1e6)).amount).toEqual({ low: 2e5, likely: 2e5, high: 1e6 });
  });
  it("is 0 where no amount is stated, unless the user sets one, signed by the user", () => {
    const rules = [rule({ kind: "fixedAmount" })];
    const silent = verdictOf(rules, equipment(1e6));
    expect([silent.verdict, silent.amount.high, keys(silent.reasons)]).toEqual([
      "needsInput",
      0,
      ["policy.reason.amountNotStated"],
    ]);
    const filledBy = { author: "王工", date: "2026-11-20" };
    const set = verdictOf(rules, equipment(1e6, { amounts: { T: 80_000 }, filledBy }));
    expect(set.amount.likely).toBe(80_000);
    expect(set.assumptions.find((a) => a.key === "policy.assumption.userAmount")).toMatchObject(filledBy);
  });
});

describe("interest", () => {
  const ofLoan = (more: object) => [rule({ kind: "interestShare", funding: "loan", ...more })];
  const project = (months: number, more = {}) =>
    equipment(1e7, { financing: loan(1, months), loanSchedule: level(1e7, 0.05, months), ...more });
  it("half of the LPR: 1000 万 a year at 3.00 % brings 15 万", () => {
    expect(verdictOf(ofLoan({ rate: at("=", 0.5) }), project(12)).amount.likely).toBeCloseTo(150_000, 6);
  });
  it("percentage points off the rate, two years at most: 1.5 points on 1000 万 = 15 万 a year, 30 in all", () => {
    const v = verdictOf(ofLoan({ rate: at("=", 0.015), interest: { of: "points", months: 24 } }), project(36));
    expect(v.amount.likely).toBeCloseTo(300_000, 6);
    expect(v.byYear).toEqual([expect.closeTo(150_000, 6), expect.closeTo(150_000, 6), 0]);
  });
  it("1 % of the loan each year, or once: 10 万 a year for three years, or 10 万", () => {
    const each = verdictOf(ofLoan({ rate: at("=", 0.01), interest: { of: "loanAmount", per: "year" } }), project(36));
    expect(each.amount.likely).toBeCloseTo(300_000, 6);
    // once: 10 万 due at once, but never ahead of the interest paid (41 667 a month)
    const once = verdictOf(ofLoan({ rate: at("=", 0.01), interest: { of: "loanAmount", per: "once" } }), project(36));
    expect(once.amount.likely).toBeCloseTo(100_000, 6);
    expect(once.byMonth?.slice(0, 4).map(Math.round)).toEqual([41_667, 41_667, 16_667, 0]);
  });
  it("a share of the loan stays on the loan's amount while it is paid back", () => {
    // 1200 万 → 0 in 12 equal steps; 1 % of 1200 万 is 12 万 whatever is left
    const loanSchedule = Array.from({ length: 12 }, (_, i) => ({ balance: 12e6 - i * 1e6, interest: 50_000 }));
    const v = verdictOf(
      ofLoan({ rate: at("=", 0.01), interest: { of: "loanAmount", per: "year" } }),
      equipment(12e6, { financing: loan(1, 12), loanSchedule }),
    );
    expect(v.amount.likely).toBeCloseTo(120_000, 6);
  });
  it("a share of the interest paid: 30 % of 50 万 = 15 万", () => {
    const v = verdictOf(ofLoan({ rate: at("=", 0.3), interest: { of: "interest" } }), project(12));
    expect(v.amount.likely).toBeCloseTo(150_000, 6);
  });
  it("a stated tenor leaves no range", () => {
    const v = verdictOf(ofLoan({ rate: at("=", 0.5), interest: { of: "lpr", tenor: "overFiveYears" } }), project(12));
    // 50 % · 3.50 % · 1000 万 = 17.5 万
    expect(v.amount).toEqual({
      low: expect.closeTo(175_000, 6),
      likely: expect.closeTo(175_000, 6),
      high: expect.closeTo(175_000, 6),
    });
  });
  it("a cap without a rate stays a question here too", () => {
    const v = verdictOf(ofLoan({ cap: at("<=", 2e6) }), project(12));
    expect([v.verdict, v.amount.likely, v.cases]).toEqual(["needsInput", 0, { zero: 0, userRate: null, cap: 2e6 }]);
  });
});

describe("caps", () => {
  it("per firm: what the firm drew this year is taken off", () => {
    const rules = [rule({ rate: at("=", 0.1), cap: { ...at("<=", 5e5), per: "firm" } })];
    expect(verdictOf(rules, equipment(1e7)).amount.likely).toBe(5e5);
    const some = verdictOf(rules, equipment(1e7, { firm: { otherSupportThisYear: 2e5 } }));
    expect(some.amount.likely).toBe(3e5);
    expect(keys(some.assumptions)).toContain("policy.assumption.firmOther");
    expect(verdictOf(rules, equipment(1e7, { firm: { otherSupportThisYear: 9e5 } })).amount.likely).toBe(0);
  });
  it("per firm and year, on a loan: calendar years where the draw-down is dated", () => {
    // 1 % of 3 亿 = 300 万 a year = 25 万 a month, at most 200 万 a calendar year.
    // drawn October 2021: 3 · 25 = 75 in 2021, 200 in 2022, 200 in 2023, Jan–Sep 2024: 9 · 25 = 225 → 200; 675 in all
    const rules = [
      rule({
        kind: "interestShare",
        rate: at("=", 0.01),
        cap: { ...at("<=", 2e6), per: "firmYear" },
        interest: { of: "loanAmount", per: "year" },
      }),
    ];
    const project = equipment(3e8, {
      financing: loan(1, 36),
      loanSchedule: level(3e8, 0.05, 36),
      drawDown: { year: 2021, month: 10 },
    });
    const dated = verdictOf(rules, project);
    expect(dated.amount.likely).toBeCloseTo(6.75e6, 4);
    expect(total((dated.byMonth ?? []).slice(0, 3))).toBeCloseTo(750_000, 4);
    expect(total((dated.byMonth ?? []).slice(3, 15))).toBeCloseTo(2e6, 4);
    // 150 万 drawn elsewhere in 2021 leave 50 of that year's 200
    const other = verdictOf(rules, { ...project, firm: { otherSupportThisYear: 1.5e6 } });
    expect(other.amount.likely).toBeCloseTo(6.5e6, 4);
  });
});
