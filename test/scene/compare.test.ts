import { describe, expect, it } from "vitest";
import { comparedRects, compareModes, dividedAt, dividedBy, runAt, visibleRects } from "../../src/scene/compare";

const stage = { left: 0, top: 0, width: 1000, height: 400 };

describe("two lines on one stage", () => {
  it("have a half each side by side, and the whole stage in a swipe or as a ghost", () => {
    const [a, b] = comparedRects("split", 2, 1000, 400, 1.7);
    expect([a?.width, b?.left]).toEqual([500, 500]);
    for (const mode of ["swipe", "ghost"] as const)
      expect(comparedRects(mode, 2, 1000, 400, 1.7)).toEqual([stage, stage]);
    for (const mode of compareModes) expect(comparedRects(mode, 1, 1000, 400, 1.7)).toEqual([stage]);
  });

  it("are seen each on its side of the divider, and together cover the stage", () => {
    for (const divide of [0.04, 0.3, 0.5, 0.96]) {
      const [a, b] = visibleRects("swipe", [stage, stage], divide);
      expect(a?.width).toBe(Math.round(1000 * divide));
      expect(b?.left).toBe(a?.width);
      expect((a?.width ?? 0) + (b?.width ?? 0)).toBe(1000);
    }
  });

  it("answer for the point they are seen at; a ghost answers for none", () => {
    const swipe = visibleRects("swipe", [stage, stage], 0.3);
    expect([runAt(swipe, 10, 10), runAt(swipe, 299, 10), runAt(swipe, 301, 10), runAt(swipe, 1200, 10)]).toEqual([
      0, 0, 1, -1,
    ]);
    const ghost = visibleRects("ghost", [stage, stage], 0.3);
    expect(ghost[0]).toBeNull();
    expect(runAt(ghost, 10, 10)).toBe(1);
  });

  it("never make a ghost of a line that stands alone", () => {
    expect(visibleRects("ghost", [stage], 0.5)).toEqual([stage]);
  });
});

describe("the divider", () => {
  it("moves by keys and stays where both lines can be seen", () => {
    expect(dividedBy("ArrowRight", 0.5)).toBeCloseTo(0.52);
    expect(dividedBy("PageDown", 0.5)).toBeCloseTo(0.4);
    expect(dividedBy("Home", 0.5)).toBe(dividedAt(0));
    expect(dividedBy("End", 0.5)).toBe(dividedAt(1));
    expect(dividedBy("x", 0.5)).toBeNull();
    expect(dividedAt(-3)).toBeGreaterThan(0);
    expect(dividedAt(3)).toBeLessThan(1);
  });
});
