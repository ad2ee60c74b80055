import { describe, expect, it } from "vitest";
import {
  cumulativeCashChart,
  differencesChart,
  fitChart,
  intervalBarsChart,
  stateBarsChart,
  tornadoChart,
  waterfallChart,
  waterfallSpans,
  type WaterfallBar,
} from "../../src/charts";
import { stateLooks, stateOrder, themes, type StateName } from "../../src/look";

type Series = { type: string; name?: string; data: unknown[]; itemStyle?: { color?: string } };
type Render = (
  params: object,
  painter: {
    value: (dimension: number) => number;
    coord: (point: [number, number]) => [number, number];
    size: () => [number, number];
  },
) => { children: { style?: { fill?: string } }[] };
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

  it("a waterfall goes on where the step before it ended; sums stand on zero", () => {
    const bar = (value: number, kind: "step" | "sum" | "uncertain") => ({ label: "", amount: "", value, kind });
    expect(
      waterfallSpans([bar(-5, "step"), bar(8, "step"), bar(3, "sum"), bar(1, "uncertain"), bar(4, "sum")]),
    ).toEqual([
      { from: 0, to: -5 },
      { from: -5, to: 3 },
      { from: 0, to: 3 },
      { from: 3, to: 4 },
      { from: 0, to: 4 },
    ]);
  });

  it("a waterfall draws what leaves as a loss and hatches what is not certain", () => {
    const bars: WaterfallBar[] = [
      { label: "in", amount: "−5", value: -5, kind: "step" },
      { label: "help", amount: "+1", value: 1, kind: "uncertain" },
    ];
    const [only] = waterfallChart(bars, { theme: "dark" })["series"] as { renderItem: Render; data: number[][] }[];
    const drawn = (row: number) =>
      only?.renderItem(
        {},
        {
          value: (dimension) => only.data[row]?.[dimension] ?? 0,
          coord: ([x, y]) => [x * 10, y * 20],
          size: () => [10, 20],
        },
      ).children ?? [];
    expect(drawn(0).map((each) => each.style?.fill)).toEqual([themes.dark.loss]);
    expect(drawn(1)[0]?.style?.fill).toBe("transparent");
    expect(drawn(1).length).toBeGreaterThan(2);
  });

  it("cumulative cash reaches both edges of the band and starts with the order", () => {
    const found = series(
      cumulativeCashChart(
        { p10: [-3, -2], p50: [-2, 0], p90: [-1, 4], withSubsidy: null, marks: [{ month: 0, label: "order" }] },
        { month: "m", unit: "¥" },
        { theme: "light" },
      ),
    );
    expect(found[0]?.data).toEqual([
      [0, -3],
      [1, -2],
      [0, -1],
      [1, 4],
    ]);
    expect(found[1]?.data).toEqual([
      [0, -2],
      [1, 0],
    ]);
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

  it("interval bars carry mean and both ends, and reach as far as the widest interval", () => {
    const options = intervalBarsChart(
      [
        { label: "setter", mean: 13, ci95: [11, 15], tone: "gain" },
        { label: "saw", mean: -0.3, ci95: [-1, 0.4], tone: "even" },
      ],
      { axis: "%" },
      { theme: "light" },
    );
    expect(series(options)[0]?.data).toEqual([
      [0, 13, 11, 15],
      [1, -0.3, -1, 0.4],
    ]);
    expect(options["xAxis"]).toMatchObject({ min: -1, max: 15 });
  });

  it("a tornado runs to the edge where an end never comes back, beyond all that does", () => {
    const options = tornadoChart(
      [{ label: "price", low: { value: null, half: null }, high: { value: 2, half: 0.5 } }],
      4,
      { axis: "years", never: "never" },
      { theme: "light" },
    );
    const [, low, high] = series(options)[0]?.data[0] as number[];
    expect(high).toBe(2);
    expect(low).toBeGreaterThan(4);
    expect(options["xAxis"]).toMatchObject({ max: low });
  });
});
