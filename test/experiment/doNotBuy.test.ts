import { describe, expect, it } from "vitest";
import { doNotBuy, type Measured, synergyOf } from "../../src/experiment/doNotBuy";
import { difference } from "../../src/measure";

const percent = (mean: number, half: number) => {
  const ci95: [number, number] = [mean - half, mean + half];
  return {
    mean: mean / 3,
    ci95: [ci95[0] / 3, ci95[1] / 3] as [number, number],
    percent: { mean, ci95 },
    proven: Math.abs(mean) > half,
  };
};
const setter = { of: "pool" as const, id: "setter", output: percent(14.5, 0.9) };
/** machining line, figures of the domain notes: a robot at the lathes */
const robot: Measured = {
  output: percent(0.3, 1.2),
  touches: ["stations.op10", "operators.lathe"],
  bottleneck: setter,
};
const keys = (measured: Measured) => doNotBuy(measured).reasons.map(({ key }) => key);

describe("do not buy this", () => {
  it("no difference, and the bottleneck is elsewhere", () => {
    const { verdict, reasons } = doNotBuy(robot);
    expect(verdict).toBe("no");
    expect(reasons.map(({ key }) => key)).toEqual(["noDifference", "bottleneckPool"]);
    expect(reasons[1]!.params.id).toBe("setter");
    expect(reasons[1]!.params.gainRate).toBeCloseTo(0.145, 12);
    expect(keys({ ...robot, touches: ["operators.setter"] })).toEqual(["noDifference"]);
    // a station of the same id is another place
    expect(keys({ ...robot, touches: ["stations.setter"] })).toEqual(keys(robot));
  });
  it("less output", () => {
    expect(doNotBuy({ ...robot, output: percent(-17, 1.1) })).toMatchObject({
      verdict: "no",
      reasons: [{ key: "losesOutput" }, { key: "bottleneckPool" }],
    });
  });
  it("a difference that is proven and too small to matter is none", () => {
    expect(doNotBuy({ ...robot, output: percent(0.03, 0.01) })).toMatchObject({
      verdict: "no",
      reasons: [{ key: "hardlyAny" }, { key: "bottleneckPool" }],
    });
    expect(keys({ ...robot, bottleneck: null, output: percent(0.45, 0.1) })).toEqual([]);
  });
  it("nothing is said while the difference is uncertain, or where it gains", () => {
    expect(doNotBuy({ ...robot, output: percent(1, 4), bottleneck: null })).toEqual({ verdict: null, reasons: [] });
    expect(doNotBuy({ ...robot, output: percent(8.9, 1.2) })).toEqual({ verdict: null, reasons: [] });
  });
  it("the setter before the machine, not the machine before the setter", () => {
    const together = percent(45.6, 1);
    const [machine, second] = [percent(8.2, 1.3), percent(14.5, 0.9)];
    const synergy = percent(23, 2);
    const asked = (output: typeof machine, id: string, alone: typeof machine): Measured => ({
      output,
      touches: ["stations.op30"],
      bottleneck: setter,
      partners: [{ id, alone, together, synergy }],
    });
    expect(doNotBuy(asked(machine, "D", second))).toMatchObject({
      verdict: "later",
      reasons: [{ key: "needsFirst", params: { id: "D" } }],
    });
    expect(doNotBuy(asked(second, "E", machine))).toEqual({ verdict: null, reasons: [] });
  });
  it("never pays back, unless it does", () => {
    const money = (low: number, high: number, paybackYears: number | null) => ({
      npv: { ci95: [low, high] as const },
      paybackYears,
      horizonYears: 8,
    });
    expect(doNotBuy({ ...robot, output: percent(8, 1), money: money(-9e5, -1e5, null) })).toMatchObject({
      verdict: "no",
      reasons: [{ key: "neverPaysBack", params: { horizonYears: 8 } }],
    });
    // gauging: no output, but the scrap it saves pays for it
    expect(doNotBuy({ ...robot, bottleneck: null, money: money(1e5, 9e5, 3) }).verdict).toBeNull();
  });
  it("works only if somebody acts on it", () => {
    const { verdict, reasons } = doNotBuy({
      ...robot,
      output: percent(7.3, 1.1),
      withoutAction: percent(0, 0),
      actionRate: 0.5,
    });
    expect(verdict).toBe("condition");
    expect(reasons[0]).toMatchObject({ key: "onlyIfActedUpon", params: { actionRate: 0.5, idleRate: 0 } });
  });
  it("synergy is what both bring beyond the sum, pair by pair", () => {
    const today = [10, 11, 12];
    const up = (by: number) => today.map((x) => x + by);
    const synergy = synergyOf(
      today,
      up(1),
      up(2),
      up(5).map((x, i) => x + i * 0.1),
    );
    expect(synergy.mean).toBeCloseTo(2.1, 12);
    expect(synergy.percent!.mean).toBeCloseTo((2.1 / 11) * 100, 12);
    expect(synergy.proven).toBe(true);
    expect(synergy.ci95).toEqual(
      difference(
        up(3),
        up(5).map((x, i) => x + i * 0.1),
      ).ci95,
    );
  });
});
