import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine";
import { chance } from "../../src/experiment/chance";
import type { Experiment } from "../../src/experiment/ask";
import { mser, mser5 } from "../../src/experiment/mser";
import { proposeWarmUp } from "../../src/experiment/warmUp";
import { kpis } from "../../src/measure";
import { checkScenario, type Line, type Run } from "../../src/model";

/** Runs an experiment here, and keeps what it asked for. */
function driven<Known, Answer>(experiment: Experiment<Known, Answer>) {
  const asked: { run: Run; count: number }[] = [];
  let step = experiment.next([]);
  while (step.done !== true) {
    const told = step.value.batches.map(({ line, run, first, count }) => {
      asked.push({ run, count });
      return simulate(line, run, first, count).map((counters) => kpis(line, counters));
    });
    step = experiment.next(told);
  }
  return { answer: step.value, asked };
}

function scenario(line: unknown, run: Partial<Run>): { line: Line; run: Run } {
  const parsed = checkScenario({ schemaVersion: 1, line, run }, { retrofits: [], policies: [] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

const exponential = (count: number, mean: number, capacity: number) => ({
  stations: Array.from({ length: count }, (_, i) => ({
    id: `s${i}`,
    process: { time: { dist: "exponential", mean } },
  })),
  flows: Array.from({ length: count - 1 }, (_, i) => ({ from: `s${i}`, to: `s${i + 1}`, capacity })),
});

describe("where a series settles (MSER)", () => {
  it("the definition, by hand: 0, 8, 10, 10, 10, 10, 10, 10 keeps all from the third on", () => {
    const found = mser([0, 8, 10, 10, 10, 10, 10, 10], 1);
    expect(found.from).toBe(2);
    expect(found.statistics[2]).toBe(0);
    // Σ (z − z̄)² / n²: without the first 8, 10 × 6 with mean 68/7
    expect(found.statistics[1]).toBeCloseTo((6 * (2 / 7) ** 2 + (12 / 7) ** 2) / 49, 12);
    expect(found.isTooShort).toBe(false);
  });

  it("agrees with the plain formula on any series", () => {
    const { normal } = chance(11);
    const values = Array.from({ length: 203 }, (_, i) => 5 - 4 * Math.exp(-i / 12) + normal());
    const means = Array.from({ length: 40 }, (_, j) => values.slice(j * 5, j * 5 + 5).reduce((a, b) => a + b, 0) / 5);
    const plain = means.map((_, d) => {
      const kept = means.slice(d);
      const mean = kept.reduce((a, b) => a + b, 0) / kept.length;
      return kept.reduce((a, z) => a + (z - mean) ** 2, 0) / kept.length ** 2;
    });
    const { statistics, from } = mser5(values);
    statistics.forEach((s, d) => expect(s).toBeCloseTo(plain[d]!, 12));
    const half = plain.slice(0, 21);
    expect(from).toBe(5 * half.indexOf(Math.min(...half)));
  });

  it("leaves out nothing of a settled series, and says when a series never settles", () => {
    const { normal } = chance(5);
    const cuts = Array.from({ length: 200 }, () => mser5(Array.from({ length: 250 }, normal)).from);
    expect(cuts.sort((a, b) => a - b)[100]).toBeLessThanOrEqual(15);
    const rising = Array.from({ length: 250 }, (_, i) => i / 10 + normal());
    expect(mser5(rising).isTooShort).toBe(true);
    expect(mser5([1, 2, 3]).isTooShort).toBe(true);
  });

  it("takes the bias out: a first-order autoregression that starts far off", () => {
    const { normal } = chance(8);
    let before = 0;
    let after = 0;
    for (let run = 0; run < 200; run++) {
      let x = 10;
      const values = Array.from({ length: 500 }, () => (x = 0.9 * x + normal()));
      const mean = (of: number[]) => of.reduce((a, b) => a + b, 0) / of.length;
      before += mean(values) / 200;
      after += mean(values.slice(mser5(values).from)) / 200;
    }
    // 10 · Σ 0.9^i / 500 = 0.2 without; the standard error of 200 runs is 0.03
    expect(before).toBeGreaterThan(0.1);
    expect(Math.abs(after)).toBeLessThan(0.1);
  });
});

describe("the proposed warm-up of a line", () => {
  it("a line that fills for ten minutes: nothing that was measured before is kept", () => {
    // ten stations of a minute each and no chance: the first part leaves after ten minutes
    const stations = Array.from({ length: 10 }, (_, i) => ({
      id: `s${i}`,
      process: { time: { dist: "constant", value: 60 } },
    }));
    const { line, run } = scenario({ stations }, { hours: 2, warmUpHours: 0 });
    const { answer, asked } = driven(proposeWarmUp(line, run, 2));
    expect(answer.hours).toBeGreaterThanOrEqual(9 / 60);
    expect(answer.hours).toBeLessThanOrEqual(0.25);
    expect(answer.isTooShort).toBe(false);
    expect(asked.every(({ count, run: r }) => count === 2 && r.hours + r.warmUpHours <= 2 + 1e-9)).toBe(true);
  });

  it("long runs are read shift by shift, in one simulation of each replication", () => {
    const shifts = [
      { id: "a", start: "06:00", end: "14:00" },
      { id: "b", start: "14:00", end: "22:00" },
    ];
    const { line, run } = scenario(
      { ...exponential(3, 1800, 5), calendar: { shifts } },
      { hours: 1000, warmUpHours: 100, seed: 3 },
    );
    const { answer, asked } = driven(proposeWarmUp(line, run, 3));
    expect(asked).toEqual([{ run: { ...run, hours: 1100, warmUpHours: 0 }, count: 3 }]);
    expect(answer.points).toHaveLength(137);
    expect(answer.points[0]!.hours).toBe(8);
    expect(answer.hours).toBe(Math.max(answer.outputHours, answer.inLineHours));
    expect(answer.hours).toBeLessThanOrEqual(answer.lookedAt / 2);
  });

  it("a line that fills for ever is said to be too short a run", () => {
    // two arrive for each that leaves, and nothing limits the queue
    const supply = { kind: "arrivals", interarrival: { dist: "exponential", mean: 30 } };
    const { line, run } = scenario({ ...exponential(1, 60, 0), supply }, { hours: 2, warmUpHours: 0 });
    const { answer } = driven(proposeWarmUp(line, run, 3));
    expect(answer.isTooShort).toBe(true);
    expect(answer.lookedAt).toBeCloseTo(2, 9);
  });
});
