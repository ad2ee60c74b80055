import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine";
import { agreement, calibrationOf, correctionShare, lineFromAnswers, targetPerDay } from "../../src/interview";
import { kpis } from "../../src/measure";
import { readScenario } from "../scenarios/files";

const about = (value: number) => ({ value, sureness: "about" }) as const;

describe("the owner's own output", () => {
  it("is corrected where it comes from memory, and only there", () => {
    expect(targetPerDay(about(600), true)).toBeCloseTo(600 * (1 - correctionShare), 9);
    expect(targetPerDay({ value: 600, sureness: "guess" }, true)).toBeCloseTo(540, 9);
    expect(targetPerDay(about(600), false)).toBe(600);
    expect(targetPerDay({ value: 600, sureness: "counted" }, true)).toBe(600);
    expect(targetPerDay({ value: 600, sureness: "usual" }, true)).toBe(600);
  });

  it("agrees where the ranges overlap", () => {
    const of = (low: number, high: number) => ({ ci95: [low, high] as const });
    expect(agreement(about(600), true, of(500, 520))).toBe("agrees");
    expect(agreement(about(600), true, of(600, 620))).toBe("makesMore");
    expect(agreement(about(600), false, of(500, 520))).toBe("makesLess");
    expect(agreement({ value: 600, sureness: "usual" }, true, of(1, 2))).toBe("noFigure");
  });

  it("asks for a factor that is refused beyond half and double", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (made, f) => {
          const { factor, isPlausible } = calibrationOf(made, made / f);
          expect(factor).toBeCloseTo(f, 6);
          if (f < 0.499 || f > 2.001) expect(isPlausible).toBe(false);
          if (f > 0.501 && f < 1.999) expect(isPlausible).toBe(true);
        },
      ),
    );
  });

  it("is met by the simulated line once its times are scaled", () => {
    const template = readScenario("battery-pack.json");
    const run = { ...template.run, hours: 60, warmUpHours: 10, replications: 3 };
    const made = (factor: number | null): number => {
      const { line } = lineFromAnswers("battery-pack", template, {}, { factor, isCorrected: true }).scenario;
      const all = simulate(line, run, 0, 3).map((counters) => kpis(line, counters).line.goodPerHour);
      return all.reduce((a, b) => a + b, 0) / all.length;
    };
    const today = made(null);
    const wanted = today * 0.8;
    const { factor } = calibrationOf(today, wanted);
    // the same luck in slower motion; what is left is the edge of the run
    expect(Math.abs(made(factor) / wanted - 1)).toBeLessThan(0.04);
  }, 60_000);
});
