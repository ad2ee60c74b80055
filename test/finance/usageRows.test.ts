import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  gainShareRows,
  payPerUseRows,
  type GainShareFinancing,
  type PayPerUseFinancing,
} from "../../src/finance/usageRows";

const share: GainShareFinancing = {
  kind: "gainShare",
  covers: ["equipment"],
  months: 4,
  share: 0.5,
  floorPerMonth: 100,
  cap: null,
};
const use: PayPerUseFinancing = {
  kind: "payPerUse",
  covers: ["equipment"],
  months: 24,
  unit: "part",
  price: 2,
  minimumPerMonth: 0,
  growth: 0,
};

describe("gain sharing", () => {
  // go-live at the end of month 1; months 2 … 5
  const saving = [9e9, 9e9, 1000, 3000, -200, 800, 9e9];

  it("takes its share of every month's saving, at least the floor, from go-live to the end of the term", () => {
    expect([...gainShareRows(share, saving, 1, 6).fee]).toEqual([0, 0, 500, 1500, 100, 400, 0]);
    expect(gainShareRows(share, saving, 1, 6).endMonth).toBe(5);
    expect([...gainShareRows(share, saving, 1, 3).fee]).toEqual([0, 0, 500, 1500]);
  });

  it("stops at the cap over the whole term, floor or not", () => {
    const capped = gainShareRows({ ...share, cap: 1700 }, saving, 1, 6);
    expect([...capped.fee]).toEqual([0, 0, 500, 1200, 0, 0, 0]);
    expect(capped.isCapped).toBe(true);
    expect(gainShareRows({ ...share, cap: 2500 }, saving, 1, 6).isCapped).toBe(false);
  });

  it("never costs more than the cap, and above the floor never more than is saved", () => {
    const month = fc.integer({ min: -1e5, max: 1e5 });
    fc.assert(
      fc.property(fc.array(month, { minLength: 30, maxLength: 30 }), fc.nat(1e6), fc.nat(100), (list, cap, percent) => {
        const terms = { ...share, months: 29, share: percent / 100, floorPerMonth: 0, cap };
        const { fee } = gainShareRows(terms, list, 0, 29);
        expect(fee.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(cap + 1e-6);
        fee.forEach((yuan, m) => expect(yuan).toBeLessThanOrEqual(Math.max(0, list[m] ?? 0)));
      }),
    );
  });
});

describe("pay per use", () => {
  const usage = { partsByMonth: new Array<number>(40).fill(100), plannedHoursByMonth: new Array<number>(40).fill(320) };

  it("asks for parts, planned hours or months", () => {
    const third = (terms: PayPerUseFinancing): number | undefined => payPerUseRows(terms, usage, 2, 39).fee[3];
    expect(third(use)).toBe(200);
    expect(third({ ...use, unit: "plannedHour" })).toBe(640);
    expect(third({ ...use, unit: "month" })).toBe(2);
    expect(third({ ...use, minimumPerMonth: 250 })).toBe(250);
  });

  it("raises the price a year after go-live, and ends with the term", () => {
    const { fee, endMonth } = payPerUseRows({ ...use, growth: 0.1 }, usage, 2, 39);
    expect([fee[2], fee[3], fee[14], fee[27]]).toEqual([0, 200, 200, 0]);
    expect([fee[15], fee[26]]).toEqual([expect.closeTo(220, 9), expect.closeTo(220, 9)]);
    expect(endMonth).toBe(26);
  });
});
