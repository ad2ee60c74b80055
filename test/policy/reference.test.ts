import { describe, expect, it } from "vitest";
import { isBeyondReference, projectKinds, referenceLine, referenceLines } from "../../src/policy";

const value = (id: string): number => referenceLine(id)?.value ?? NaN;

describe("the reference lines", () => {
  it("name their document, section, phrase and caution, in both languages, each once", () => {
    expect(new Set(referenceLines.map((l) => l.id)).size).toBe(referenceLines.length);
    for (const line of referenceLines) {
      expect([...line.phrase].length, line.id).toBeLessThanOrEqual(40);
      for (const name of [line.name, line.caution, ...(line.derived ? [line.derived] : [])])
        expect(name.zh !== "" && name.en !== "", line.id).toBe(true);
      expect(["change", "share", "yuan", "perYuan", "count"]).toContain(line.unit);
      // what is not from one of the documents says where it is from
      expect(line.secondHand === undefined, line.id).toBe(/〔20\d\d〕/.test(line.document));
    }
  });
  it("follow from the figures of the documents", () => {
    // 51 workshops: 50.1 亿 invested, 123.8 亿 of output, up by 70 %
    expect(value("investmentPerOutput")).toBeCloseTo(50.1 / 123.8, 3);
    expect(value("investmentPerExtraOutput")).toBeCloseTo(50.1 / (123.8 - 123.8 / 1.7), 2);
    expect(value("investmentPerWorkshop")).toBeCloseTo(50.1e8 / 51, -4);
    expect(value("outputPerWorkshop")).toBeCloseTo(123.8e8 / 51, -6);
    // 355 projects: 3.54 of 129.3 亿
    expect(value("paidShare")).toBeCloseTo(3.54 / 129.3, 4);
    expect(value("paidPerProject")).toBeCloseTo(3.54e8 / 355, -3);
    expect(value("investmentPerProject")).toBeCloseTo(129.3e8 / 355, -4);
    // output × 1.7 with labour, cost and defects per unit × 0.5, 0.8, 0.5
    expect(1 + value("headcount")).toBeCloseTo(1.7 * (1 + value("unitLabourDrop")), 9);
    expect(1 + value("totalCost")).toBeCloseTo(1.7 * (1 + value("unitCostDrop")), 9);
    expect(1 + value("defectCount")).toBeCloseTo(1.7 * (1 + value("defectDrop")), 9);
    expect(value("marketGrowth")).toBe(0.075);
    expect(value("cloudDevices")).toBeCloseTo(30_000 / 9_000, 1);
    expect(value("starShare")).toBeCloseTo(665 / 9_000, 2);
    // 2023, from second hand
    expect(value("paidShareLater")).toBeCloseTo(2.67 / 93.66, 4);
    expect(value("paidShareSpecialised")).toBeCloseTo(2829 / 56_400, 3);
  });
  it("flag what lies beyond them, not what lies on them", () => {
    expect([isBeyondReference("outputGain", 0.7), isBeyondReference("outputGain", 0.71)]).toEqual([false, true]);
    expect([isBeyondReference("defectDrop", -0.4), isBeyondReference("defectDrop", -0.6)]).toEqual([false, true]);
    expect([isBeyondReference("paidShare", 0.06), isBeyondReference("nothing", 9)]).toEqual([false, false]);
  });
});

describe("Suzhou's kinds of project", () => {
  it("are five, a diagnosis among them", () => {
    expect(projectKinds.map((k) => k.id)).toEqual(["diagnosis", "retrofit", "cloud", "demonstration", "management"]);
  });
});
