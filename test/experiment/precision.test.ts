import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine";
import { chance } from "../../src/experiment/chance";
import { compareUntil, type CompareUntil, type Precision } from "../../src/experiment/compareUntil";
import { drive } from "../../src/experiment/drive";
import {
  moreToDecide,
  nextLook,
  replicationsFor,
  running,
  standing,
  usualRule,
  verdictOf,
  wishedHalf,
} from "../../src/experiment/precision";
import { estimate, kpis } from "../../src/measure";
import { checkScenario, type Line, type Run } from "../../src/model";

const rule = { ...usualRule, cap: 1000 };

/** Draws until the wish is met, as `compareUntil` does. */
function untilPrecise(one: () => number, absolute: number) {
  const values: number[] = [];
  for (let until = rule.first; ;) {
    while (values.length < until) values.push(one());
    const now = standing([values], { absolute }, rule);
    if (now.worst <= 1 || values.length >= rule.cap) return now;
    until = nextLook(values.length, now.expected, rule);
  }
}

describe("one figure to a wished precision", () => {
  it("the first look is the plain t interval; later ones pay for having looked", () => {
    const { normal } = chance(3);
    const ten = Array.from({ length: 10 }, normal);
    const [low, high] = estimate(ten).ci95;
    expect(running(ten, rule).half).toBeCloseTo((high - low) / 2, 3);
    const twenty = [...ten, ...Array.from({ length: 10 }, normal)];
    const plain = estimate(twenty).ci95;
    expect(running(twenty, rule).half / ((plain[1] - plain[0]) / 2)).toBeCloseTo(Math.sqrt(1 + 3 / 20), 3);
  });

  it("95 of 100 intervals hold whatever number the wish needs", () => {
    const { normal } = chance(21);
    const trials = 1500;
    // the least favourable numbers for a sequential rule are 15 to 40
    for (const sigmas of [0.72, 0.47, 0.37, 0.28, 0.2]) {
      let right = 0;
      for (let t = 0; t < trials; t++) {
        const { first } = untilPrecise(normal, sigmas);
        if (Math.abs(first.mean) <= first.half) right++;
        expect(first.half).toBeLessThanOrEqual(sigmas);
      }
      // three standard errors
      expect(Math.abs(right / trials - 0.95)).toBeLessThan(0.017);
    }
  });

  it("how many: the smallest n whose half-width is small enough", () => {
    const n = replicationsFor(1, 0.3, { from: 11, most: 1000, rule })!;
    const half = (of: number) => running(spreadOne(of), rule).half;
    expect(half(n)).toBeLessThanOrEqual(0.3 + 1e-9);
    expect(half(n - 1)).toBeGreaterThan(0.3);
    expect(replicationsFor(1, 0.01, { from: 11, most: 1000, rule })).toBeNull();
    expect(replicationsFor(0, 0.01, { from: 11, most: 1000, rule })).toBe(11);
    expect(replicationsFor(1, 0, { from: 11, most: 1000, rule })).toBeNull();
  });

  it("a share is kept below the true figure's: 5 % of 210 at worst is 10, of 200", () => {
    expect(wishedHalf({ relative: 0.05 }, 210)).toBeCloseTo(10, 12);
    expect(wishedHalf({ absolute: 7 }, 210)).toBe(7);
  });

  it("looks at least a batch on, at most twice as far, never beyond the cap", () => {
    expect(nextLook(10, 12, rule)).toBe(15);
    expect(nextLook(10, 17, rule)).toBe(17);
    expect(nextLook(10, 90, rule)).toBe(20);
    expect(nextLook(10, null, rule)).toBe(20);
    expect(nextLook(30, null, { ...rule, cap: 33 })).toBe(33);
  });
});

/** n values of mean 0 and standard deviation exactly 1. */
function spreadOne(n: number): number[] {
  const values = Array.from({ length: n }, (_, i) => i - (n - 1) / 2);
  const sd = Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / (n - 1));
  return values.map((v) => v / sd);
}

describe("words beside numbers", () => {
  const found = (mean: number, replications = 10) =>
    running(
      spreadOne(replications).map((v) => v + mean),
      rule,
    );

  it("more, less, not proven, the same", () => {
    expect(verdictOf(found(2))).toBe("more");
    expect(verdictOf(found(-2))).toBe("less");
    expect(verdictOf(found(0.3))).toBe("notProven");
    expect(verdictOf(running([0, 0, 0], rule))).toBe("same");
    expect(verdictOf(running([5], rule))).toBe("notProven");
  });

  it("about so many more would decide: with them the same mean and spread are proven, with one fewer not", () => {
    const more = moreToDecide(found(0.3), rule)!;
    expect(verdictOf(found(0.3, 10 + more))).toBe("more");
    expect(verdictOf(found(0.3, 10 + more - 1))).toBe("notProven");
    expect(moreToDecide(found(2), rule)).toBe(0);
    expect(moreToDecide(found(0.01), rule)).toBeNull();
    expect(moreToDecide(running([0, 0, 0], rule), rule)).toBeNull();
  });
});

describe("lines compared until it is precise", () => {
  const two = (capacity: number, seed = 1): { line: Line; run: Run } => {
    const line = {
      stations: ["a", "b"].map((id) => ({ id, process: { time: { dist: "exponential", mean: 1 } } })),
      flows: [{ from: "a", to: "b", capacity }],
    };
    const run = { hours: 0.2, warmUpHours: 0.02, replications: 1, seed };
    const parsed = checkScenario({ schemaVersion: 1, line, run }, { retrofits: [], policies: [] });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.value;
  };
  const here = (line: Line, run: Run, first: number, count: number) =>
    Promise.resolve(simulate(line, run, first, count).map((counters) => kpis(line, counters)));
  async function compared(asked: Partial<CompareUntil>) {
    const { line, run } = two(0);
    const seen: (Precision | null)[] = [];
    const lines = [line, two(1).line];
    const experiment = compareUntil({ lines, run, kpi: "throughputPerHour", halfWidth: { absolute: 15 }, ...asked });
    const answer = await drive(experiment, here, { onStep: (known) => seen.push(known) });
    return { answer: answer!, seen };
  }

  it("stops when the wish is met, and tells how it stands on the way", async () => {
    const { answer, seen } = await compared({});
    expect(answer.state).toBe("precise");
    const gain = answer.differences[0]!;
    expect(gain.half).toBeLessThanOrEqual(15);
    // one place more: 3/4 − 2/3 of 3 600 parts
    expect(Math.abs(gain.mean - 300)).toBeLessThan(2 * gain.half);
    expect(gain.verdict).toBe("more");
    expect(seen[0]).toBeNull();
    const looks = seen.slice(1).map((s) => s!.replications);
    expect(looks[0]).toBe(10);
    expect([...looks].sort((a, b) => a - b)).toEqual(looks);
    expect(seen.at(-1)!.next).toBe(answer.replications);
    expect(seen.at(-1)!.differences[0]!.half).toBeGreaterThan(15);
  });

  it("says so when the cap ends it, and that an equal line is the same", async () => {
    const { answer } = await compared({ halfWidth: { relative: 1e-4 }, cap: 12 });
    expect(answer).toMatchObject({ state: "cap", replications: 12, expected: null, next: null });
    const { line } = two(0);
    const same = await compared({ lines: [line, line] });
    expect(same.answer).toMatchObject({ state: "precise", replications: 10 });
    expect(same.answer.differences[0]).toMatchObject({ verdict: "same", more: null });
  });

  it("several plans at once need a wider interval each", async () => {
    const { line } = two(0);
    const lines = [line, two(1).line, two(2).line, two(3).line];
    const { answer } = await compared({ lines, cap: 10, halfWidth: { absolute: 1 } });
    const alone = (await compared({ cap: 10, halfWidth: { absolute: 1 } })).answer;
    expect(answer.differences[0]!.mean).toBe(alone.differences[0]!.mean);
    expect(answer.differences[0]!.half).toBeGreaterThan(alone.differences[0]!.half * 1.1);
  });
});
