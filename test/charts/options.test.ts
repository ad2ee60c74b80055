import { describe, expect, it } from "vitest";
import { cashFlowChart, differencesChart, fitChart, stateBarsChart } from "../../src/charts";
import { stateLooks, stateOrder, themes, type StateName } from "../../src/look";

type Series = { type: string; name?: string; data: unknown[]; itemStyle?: { color?: string } };
const series = (options: Record<string, unknown>): Series[] => options["series"] as Series[];
const names = Object.fromEntries(stateOrder.map((state) => [state, state])) as Record<StateName, string>;

describe("charts from plain data", () => {
  it("state bars carry every share in the state's own colour", () => {
    const options = stateBarsChart([{ label: "OP30", shares: { working: 0.6, setup: 0.3, starved: 0.1 } }], names, {
      theme: "light",
    });
    const found = series(options);
    expect(found.find((each) => each.name === "setup")?.itemStyle?.color).toBe(stateLooks.setup.fill);
    expect(found.reduce((sum, each) => sum + Number(each.data[0]), 0)).toBeCloseTo(100, 9);
  });

  it("cash that leaves has the colour of a loss", () => {
    const words = { cash: "cash", cumulative: "sum", unit: "¥" };
    const [bars] = series(
      cashFlowChart(
        [
          { label: "0", cash: -5, cumulative: -5 },
          { label: "1", cash: 3, cumulative: -2 },
        ],
        words,
        { theme: "dark" },
      ),
    );
    expect(bars?.data).toEqual([{ value: -5, itemStyle: { color: themes.dark.loss } }, { value: 3 }]);
  });

  it("the fit puts measured and fitted values at the same shares", () => {
    const found = series(
      fitChart(
        { observed: [1, 2, 3], fitted: [1.1, 2.1, 2.9] },
        { observed: "o", fitted: "f", share: "%", seconds: "s" },
        { theme: "light" },
      ),
    );
    expect(found.map((each) => (each.data as [number, number][]).map(([x]) => x))).toEqual([
      [0, 10, 20],
      [0, 10, 20],
    ]);
  });

  it("differences hold mean and both ends of the interval", () => {
    const [only] = series(
      differencesChart([{ label: "x", mean: 2, ci95: [1, 3], tone: "gain" }], { axis: "%" }, { theme: "light" }),
    );
    expect(only?.data).toEqual([[0, 2, 1, 3]]);
  });

  it("never asks for an HTML tooltip, which the page's policy forbids to style", () => {
    for (const options of [
      stateBarsChart([], names, { theme: "light" }),
      fitChart({ observed: [], fitted: [] }, { observed: "", fitted: "", share: "", seconds: "" }, { theme: "light" }),
    ]) {
      expect((options["tooltip"] as { renderMode?: string }).renderMode).toBe("richText");
    }
  });
});
