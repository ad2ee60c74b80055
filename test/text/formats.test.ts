import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayTime,
  duration,
  languageFrom,
  money,
  moneyColumn,
  nameOf,
  payback,
  percent,
  quantity,
  significant,
  t,
  tLoose,
  unitPrice,
} from "../../src/text";

describe("money", () => {
  it.each([
    [8600, "8,600 元", "¥8,600"],
    [12_346_000, "1,234.6 万元", "¥12.35 million"],
    [321_000_000, "3.21 亿元", "¥321 million"],
    [9_999.6, "1.0 万元", "¥10,000"],
    [-30_000, "−3.0 万元", "−¥30,000"],
    [0, "0 元", "¥0"],
    [99_999_600, "1.00 亿元", "¥100 million"],
    [999_999.7, "100.0 万元", "¥1.00 million"],
  ])("%d yuan", (yuan, chinese, english) => {
    expect(money("zh", yuan)).toBe(chinese);
    expect(money("en", yuan)).toBe(english);
  });

  it("rounds headlines to three figures and drops what that left empty", () => {
    expect(money("zh", 303_456, { headline: true })).toBe("30.3 万元");
    expect(money("zh", 300_123, { headline: true })).toBe("30 万元");
    expect(money("en", 1_234_567, { headline: true, signed: true })).toBe("+¥1.23 million");
  });

  it("keeps one unit in a column", () => {
    const column = moneyColumn("zh", [-1_030_000, 250_000, 100]);
    expect(column.unit).toBe("万元");
    expect([-1_030_000, 100].map((yuan) => column.format(yuan))).toEqual(["−103.00", "0.01"]);
    expect(moneyColumn("en", [2e6]).unit).toBe("¥ million");
  });

  it("prices a part to the fen", () => {
    expect(unitPrice("zh", 52.314, 0.421)).toBe("52.31 ± 0.42 元/件");
    expect(unitPrice("en", -1.2, 0, true)).toBe("−¥1.20 a part");
  });
});

describe("quantities", () => {
  const of = (mean: number, half: number) => ({ mean, ci95: [mean - half, mean + half] as [number, number] });

  it("rounds mean and half-width at the same place", () => {
    expect(quantity("zh", of(86.23, 1.41), { unit: "unit.partsPerHour" })).toBe("86.2 ± 1.4 件/时");
    expect(quantity("en", of(33.712, 0.312), { unit: "unit.partsPerHour" })).toBe("33.7 ± 0.3 parts/h");
    expect(quantity("en", of(151_712, 1_312), { unit: "unit.partsPerYear", figures: 4 })).toBe(
      "151,700 ± 1,300 parts/year",
    );
    expect(quantity("zh", of(33.7, 0.02), { unit: "unit.partsPerHour" })).toBe("33.70 ± 0.02 件/时");
  });

  it("leaves the ± out where nothing varies", () => {
    expect(quantity("en", 21, { unit: "unit.people" })).toBe("21.0 people");
    expect(percent("zh", { mean: 0.145, ci95: [0.136, 0.154] }, { signed: true })).toBe("+14.5 ± 0.9 %");
  });

  it("never shows a half-width above zero as zero", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e3, noNaN: true }),
        (mean, half) => {
          const [, spread] = quantity("en", of(mean, half)).split(" ± ");
          expect(Number((spread ?? "").replaceAll(",", ""))).toBeGreaterThan(0);
        },
      ),
    );
  });

  it("keeps three figures of any size", () => {
    expect(significant("en", 151_712)).toBe("152,000");
    expect(significant("zh", -0.012345)).toBe("−0.0123");
    expect(significant("zh", Number.NaN)).toBe("—");
  });
});

describe("time", () => {
  it("says the day and the clock of the run", () => {
    const microseconds = ((2 * 24 + 10) * 60 + 24) * 60e6;
    expect(dayTime("zh", microseconds)).toBe("第 3 天 10:24");
    expect(dayTime("en", microseconds + 5e6, true)).toBe("Day 3 10:24:05");
  });

  it("takes the unit a foreman would", () => {
    expect(duration("zh", 40)).toBe("40.0 秒");
    expect(duration("en", 3600 * 6.2)).toBe("6.20 h");
  });

  it("never shows a negative or endless payback", () => {
    expect(payback("zh", null, 10, 100)).toBe("期内（10 年）不回本");
    expect(payback("en", 12, 10, 100)).toBe("not within 10 years");
    expect(payback("en", -1, 8, 100)).toBe("not within 8 years");
    expect(payback("zh", 0.33, 8, 100)).toBe("约 4.0 个月");
    expect(payback("en", 2.34, 8, 100)).toBe("about 2.3 years");
    expect(payback("en", null, 8, 0)).toBe("nothing invested, nothing to pay back");
  });
});

describe("language", () => {
  it("follows the browser's list", () => {
    expect(languageFrom(["fr", "zh-TW", "en"])).toBe("zh");
    expect(languageFrom(["en-GB", "zh"])).toBe("en");
    expect(languageFrom(["de"])).toBe("en");
    expect(languageFrom([])).toBe("en");
  });

  it("fills placeholders as they are, without nesting or escaping", () => {
    expect(t("en", "open.failed", { file: "<b>$t(app.name)</b> & co" })).toBe(
      "<b>$t(app.name)</b> & co cannot be opened",
    );
    expect(tLoose("en", "no.such.key")).toBe("no.such.key");
  });

  it("takes the other language where a name is missing", () => {
    expect(nameOf("en", { zh: "车床", en: "" }, "m1")).toBe("车床");
    expect(nameOf("zh", undefined, "m1")).toBe("m1");
  });
});
