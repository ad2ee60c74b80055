import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incomeTaxDue, smallProfitTax, type IncomeTaxTerms } from "../../src/finance/incomeTax";

const flat: IncomeTaxTerms = {
  regime: "flat",
  rate: 0.25,
  profitBefore: null,
  openingLoss: 0,
  lossCarryYears: 5,
  firstMonth: 1,
};

/** Index 0 … 12 · years; `perMonth(year, month)` counts both from 1. */
function months(years: number, perMonth: (year: number, month: number) => number): Float64Array {
  return Float64Array.from({ length: 12 * years + 1 }, (_, m) =>
    m === 0 ? 0 : perMonth(Math.floor((m - 1) / 12) + 1, ((m - 1) % 12) + 1),
  );
}
const total = (list: Float64Array): number => list.reduce((a, b) => a + b, 0);
const yearSum = (list: Float64Array, year: number): number => total(list.slice(12 * (year - 1) + 1, 12 * year + 1));
const booked = (list: Float64Array): [number, number][] =>
  Array.from(list, (yuan, m): [number, number] => [m, yuan]).filter(([, yuan]) => yuan !== 0);
const close = (actual: Float64Array, expected: Float64Array, within = 1e-6): void => {
  expect(actual.length).toBe(expected.length);
  actual.forEach((yuan, m) => expect(Math.abs(yuan - (expected[m] ?? NaN))).toBeLessThan(within));
};

describe("the small-profit cliff", () => {
  it("takes 5 % of all up to 3 million yuan and the full rate of all from the next fen on", () => {
    expect(smallProfitTax(3_000_000, 0.25)).toBe(150_000);
    expect(smallProfitTax(3_000_000.01, 0.25)).toBeCloseTo(750_000.0025, 6);
    expect(smallProfitTax(3_000_000.01, 0.15)).toBeCloseTo(450_000.0015, 6);
    expect(smallProfitTax(-5, 0.25)).toBe(0);
  });

  it("is judged on the year to date, so that the jump comes in the quarter that crosses it", () => {
    // own profit 2.9 million, the plan adds 0.2 million evenly.
    // without: 2.9 m · 5 % = 145 000, 36 250 a quarter
    // with: 3 quarters of 775 000 · 5 % = 38 750; the year 3.1 m · 25 % = 775 000, less 116 250 paid = 658 750
    const due = incomeTaxDue(
      { ...flat, regime: "smallProfit", profitBefore: 2_900_000 },
      months(1, () => 200_000 / 12),
    );
    expect(due[3]).toBeCloseTo(2500, 6);
    expect(due[6]).toBeCloseTo(2500, 6);
    expect(due[9]).toBeCloseTo(2500, 6);
    expect(due[12]).toBeCloseTo(658_750 - 36_250, 6);
    expect(total(due)).toBeCloseTo(630_000, 6);
  });

  it("does not fall over rounding in the sum of months", () => {
    // 12 · 0.1 and the like must not look like more than 3 million: 150 000 − 149 999.94 with, and without, the plan
    const terms: IncomeTaxTerms = { ...flat, regime: "smallProfit", profitBefore: 2_999_998.8 };
    expect(
      total(
        incomeTaxDue(
          terms,
          months(1, () => 0.1),
        ),
      ),
    ).toBeCloseTo(0.06, 6);
    const oneFenMore = months(1, (_, m) => (m === 12 ? 0.11 : 0.1));
    expect(total(incomeTaxDue(terms, oneFenMore))).toBeCloseTo(750_000.0025 - 149_999.94, 4);
  });

  it("sees the firm's own profit of the whole first and last year, though the plan has only a part of them", () => {
    const terms: IncomeTaxTerms = { ...flat, regime: "smallProfit", profitBefore: 3_000_000 };
    // from May: June, September, December are the indices 2, 5, 8
    const late = new Float64Array(9);
    late[1] = 1;
    const due = incomeTaxDue({ ...terms, firstMonth: 5 }, late);
    expect(due[8]).toBeCloseTo(750_000.25 - 150_000 - 0.05, 6);
    expect(total(due)).toBeCloseTo(600_000.25, 6);
    // a horizon in June: the year is settled there
    const early = new Float64Array(7);
    early[1] = 1;
    expect(total(incomeTaxDue(terms, early))).toBeCloseTo(600_000.25, 6);
  });
});

describe("prepayment and settlement", () => {
  it("books at the calendar quarters' ends, and what is left at the horizon", () => {
    const due = incomeTaxDue(
      { ...flat, firstMonth: 2 },
      Float64Array.from({ length: 13 }, (_, m) => (m === 0 ? 40 : 100)),
    );
    // start 40 + February and March 200; then three months each; January of the next year at the horizon
    expect(booked(due)).toEqual([
      [2, 60],
      [5, 75],
      [8, 75],
      [11, 75],
      [12, 25],
    ]);
  });

  it("gives an over-payment back in December only", () => {
    // 900 earned in nine months: 75 a quarter; then 1200 lost: the year is a loss of 300, so 225 come back
    const due = incomeTaxDue(
      { ...flat, profitBefore: 0 },
      months(1, (_, m) => (m <= 9 ? 100 : -400)),
    );
    expect(booked(due)).toEqual([
      [3, 75],
      [6, 75],
      [9, 75],
      [12, -225],
    ]);
    // the same in spring: nothing comes back in June, and September owes nothing until the loss is made good
    const spring = incomeTaxDue(
      { ...flat, profitBefore: 0 },
      months(1, (_, m) => (m <= 3 ? 100 : m <= 6 ? -100 : 50)),
    );
    // ytd 300, 0, 150, 300 → 75 paid, and the year owes just that
    expect(booked(spring)).toEqual([[3, 75]]);
  });

  it("knows what was prepaid before the start: that part comes back in December only", () => {
    // own 100 a month, from May; the plan loses 500 in May. Paid on March: 75 (in either world).
    // without: June 600 · 25 % − 75 = 75, September and December 75. With: to date 100, 400, 700 → 0, 25, 75
    const lost = new Float64Array(9);
    lost[1] = -500;
    expect(booked(incomeTaxDue({ ...flat, profitBefore: 1200, firstMonth: 5 }, lost))).toEqual([
      [2, -75],
      [5, -50],
    ]);
  });

  it("with enough other profit a loss saves tax at once", () => {
    expect(
      booked(
        incomeTaxDue(
          flat,
          months(1, (_, m) => (m === 2 ? -1000 : 0)),
        ),
      ),
    ).toEqual([[3, -250]]);
    const small: IncomeTaxTerms = { ...flat, regime: "smallProfit" };
    expect(
      total(
        incomeTaxDue(
          small,
          months(1, (_, m) => (m === 2 ? -1000 : 0)),
        ),
      ),
    ).toBe(-50);
  });
});

describe("losses", () => {
  it("are carried into the next year and used from its first quarter on", () => {
    // −120 000, then 20 000 a month: 60, 120, 180, 240 thousand to date less 120 → 0, 0, 15 000, 15 000
    const due = incomeTaxDue(
      { ...flat, profitBefore: 0 },
      months(2, (y) => (y === 1 ? -10_000 : 20_000)),
    );
    expect(booked(due)).toEqual([
      [21, 15_000],
      [24, 15_000],
    ]);
  });

  const earning = (year: number, yuan: number): Float64Array => months(12, (y) => (y === year ? yuan / 12 : 0));
  it("of the year before the start expire after five years, or ten", () => {
    const terms: IncomeTaxTerms = { ...flat, profitBefore: 0, openingLoss: 100_000 };
    expect(total(incomeTaxDue(terms, earning(5, 120_000)))).toBeCloseTo(5000, 6);
    expect(total(incomeTaxDue(terms, earning(6, 120_000)))).toBeCloseTo(30_000, 6);
    const highTech = { ...terms, lossCarryYears: 10 };
    expect(total(incomeTaxDue(highTech, earning(10, 120_000)))).toBeCloseTo(5000, 6);
    expect(total(incomeTaxDue(highTech, earning(11, 120_000)))).toBeCloseTo(30_000, 6);
    expect(total(incomeTaxDue({ ...terms, lossCarryYears: 0 }, earning(1, 120_000)))).toBeCloseTo(30_000, 6);
  });

  it("of the plan's first year are good until its sixth", () => {
    const loss = (year: number): Float64Array =>
      months(8, (y) => (y === 1 ? -100_000 / 12 : y === year ? 120_000 / 12 : 0));
    expect(total(incomeTaxDue({ ...flat, profitBefore: 0 }, loss(6)))).toBeCloseTo(5000, 6);
    expect(total(incomeTaxDue({ ...flat, profitBefore: 0 }, loss(7)))).toBeCloseTo(30_000, 6);
  });

  it("are used oldest first", () => {
    // two years' carry: 100 lost, 50 lost, 60 earned (from the 100), 100 earned: the other 40 have expired, 50 are left
    const yearly = [-100, -50, 60, 100];
    const due = incomeTaxDue(
      { ...flat, profitBefore: 0, lossCarryYears: 2 },
      months(4, (y) => (yearly[y - 1] ?? 0) / 12),
    );
    expect(total(due)).toBeCloseTo(50 * 0.25, 9);
  });

  it("of the firm itself count in both worlds: the plan is taxed only once they are used up", () => {
    // own 100 a year, opening loss 250, plan 100 a year. Without: taxed 0, 0, 50, 100. With: 0, 150, 200, 200
    const due = incomeTaxDue(
      { ...flat, profitBefore: 100, openingLoss: 250 },
      months(4, () => 100 / 12),
    );
    expect([1, 2, 3, 4].map((y) => yearSum(due, y) / 0.25)).toEqual(
      [0, 150, 150, 100].map((v) => expect.closeTo(v, 9) as number),
    );
  });
});

describe("credits", () => {
  const credits = (yuan: number): Float64Array => months(7, (y, m) => (y === 1 && m === 2 ? yuan : 0));
  it("lower the year's tax in the settlement and wait for the next where there is too little", () => {
    // 100 000 a year: 6250 a quarter. 40 000 of credit: 25 000 in the first year, 15 000 in the second
    const due = incomeTaxDue(
      { ...flat, profitBefore: 0, credits: credits(40_000) },
      months(7, () => 100_000 / 12),
    );
    expect(due[12]).toBeCloseTo(6250 - 25_000, 6);
    expect(yearSum(due, 1)).toBeCloseTo(0, 6);
    expect(yearSum(due, 2)).toBeCloseTo(10_000, 6);
    expect(yearSum(due, 3)).toBeCloseTo(25_000, 6);
  });

  it("are lost after five more years", () => {
    const earnsIn = (year: number): number =>
      total(
        incomeTaxDue(
          { ...flat, profitBefore: 0, credits: credits(10_000) },
          months(7, (y) => (y === year ? 100_000 / 12 : 0)),
        ),
      );
    expect(earnsIn(6)).toBeCloseTo(15_000, 6);
    expect(earnsIn(7)).toBeCloseTo(25_000, 6);
  });

  it("can be set off against the firm's own tax", () => {
    const nothing = months(7, () => 0);
    expect(booked(incomeTaxDue({ ...flat, profitBefore: 1e6, credits: credits(500) }, nothing))).toEqual([[12, -500]]);
    expect(booked(incomeTaxDue({ ...flat, credits: credits(500) }, nothing))).toEqual([[12, -500]]);
  });
});

describe("laws of income tax", () => {
  const firstMonth = fc.integer({ min: 1, max: 12 });
  const monthly = (most: number): fc.Arbitrary<Float64Array> =>
    fc
      .array(fc.integer({ min: -most, max: most }), { minLength: 2, maxLength: 121 })
      .map((list) => Float64Array.from(list));

  it("with enough other profit it is linear, and all of it is booked", () => {
    fc.assert(
      fc.property(monthly(1e6), firstMonth, fc.integer({ min: -5, max: 5 }), (a, first, times) => {
        const terms = { ...flat, firstMonth: first };
        const one = incomeTaxDue(terms, a);
        close(
          incomeTaxDue(
            terms,
            a.map((x) => x * times),
          ),
          one.map((x) => x * times),
        );
        expect(total(one)).toBeCloseTo(total(a) * 0.25, 4);
      }),
    );
  });

  it("without losses and cliffs the two worlds differ by the linear tax", () => {
    fc.assert(
      fc.property(monthly(1e5), firstMonth, (a, first) => {
        const terms = { ...flat, firstMonth: first };
        // the start counts with the first month: its own profit must bear both
        close(incomeTaxDue({ ...terms, profitBefore: 3.6e6 }, a), incomeTaxDue(terms, a));
        const small: IncomeTaxTerms = { ...terms, regime: "smallProfit" };
        const fewer = a.map((x) => x / 10);
        close(incomeTaxDue({ ...small, profitBefore: 1.2e6 }, fewer), incomeTaxDue(small, fewer));
      }),
    );
  });

  const regime = fc.constantFrom<IncomeTaxTerms["regime"]>("flat", "smallProfit");
  it("more loss never raises the tax", () => {
    fc.assert(
      fc.property(
        monthly(3e5),
        firstMonth,
        regime,
        fc.integer({ min: -1e6, max: 4e6 }),
        fc.nat(1e6),
        fc.nat(120),
        fc.nat(1e6),
        (a, first, kind, own, loss, month, less) => {
          const terms: IncomeTaxTerms = { ...flat, regime: kind, firstMonth: first, profitBefore: own };
          const poorer = a.map((x, m) => (m === month % a.length ? x - less : x));
          expect(total(incomeTaxDue(terms, poorer))).toBeLessThanOrEqual(total(incomeTaxDue(terms, a)) + 0.01);
          // a firm without profit of its own pays no tax without the plan, so this is one world's tax
          const idle = { ...terms, profitBefore: 0 };
          const before = total(incomeTaxDue(idle, a));
          expect(total(incomeTaxDue({ ...idle, openingLoss: loss }, a))).toBeLessThanOrEqual(before + 0.01);
          expect(before).toBeGreaterThanOrEqual(-0.01);
        },
      ),
    );
  });

  it("no plan, no difference", () => {
    fc.assert(
      fc.property(firstMonth, regime, fc.integer({ min: -1e6, max: 9e6 }), fc.nat(1e6), (first, kind, own, loss) => {
        const terms = { ...flat, regime: kind, firstMonth: first, profitBefore: own, openingLoss: loss };
        expect(booked(incomeTaxDue(terms, new Float64Array(50)))).toEqual([]);
      }),
    );
  });
});
