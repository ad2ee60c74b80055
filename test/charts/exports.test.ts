import { describe, expect, it } from "vitest";
import { flowTimeShares, shiftChart, throughputChart } from "../../src/charts";
import { broken } from "../../src/charts/lines";
import { stateLooks, stateOrder } from "../../src/look";
import { column, intervalCells, intervalColumns, sheetRows } from "../../src/panels/charts/chartSheet";
import { roundBins, unitOfTime } from "../../src/panels/charts/flowTimeScale";
import { captionFacts } from "../../src/panels/charts/useCaption";
import type { Say } from "../../src/panels/context";
import { tableCsv } from "../../src/report";
import { t } from "../../src/text";

const say: Say = (key, ...rest) => (t as (...all: unknown[]) => string)("en", key, ...rest);
const byLetter = (text: string): number => text.length;

describe("a chart as a table", () => {
  it("names the unit in each head, gives three columns an interval, and says below what it belongs to", () => {
    const sheet = {
      columns: [column(say, "Day"), ...intervalColumns(say, "Good parts", "parts/h")],
      rows: [
        [1, ...intervalCells({ mean: 40.25, ci95: [39.5, 41] })],
        [2, ...intervalCells(null)],
      ],
    };
    const csv = tableCsv(sheetRows(sheet, "What each day makes", ["seed 1"]));
    expect(csv).toBe(
      '\uFEFFDay,"Good parts, mean (parts/h)","Good parts, 95 % low (parts/h)","Good parts, 95 % high (parts/h)"\r\n' +
        "1,40.25,39.5,41\r\n2,,,\r\n\r\nWhat each day makes\r\nseed 1\r\n",
    );
  });

  it("lets no cell be run by a spreadsheet, whatever signs or separators a name has", () => {
    const names = ["=1+1", " @SUM(A1)", "＝1", "-2", "\t=1", "a;=1"];
    expect(tableCsv([names])).toBe(`\uFEFF'=1+1,' @SUM(A1),'＝1,'-2,"'\t=1","a;=1"\r\n`);
    expect(tableCsv([[-2, Number.NaN]])).toBe("\uFEFF-2,\r\n");
  });

  it("says seed and versions, as under every picture", () => {
    const facts = captionFacts(say, 7, { app: "0.1.0", engine: "1.2.0" });
    expect(facts.slice(0, 2)).toEqual(["seed 7", "version 0.1.0, engine 1.2.0"]);
  });
});

describe("lines of a picture", () => {
  it("breaks between words, and in Chinese anywhere but before a closing mark", () => {
    expect(broken("one two three", 8, byLetter)).toEqual(["one two", "three"]);
    expect(broken("每天做多少，每班做多少", 5, byLetter)).toEqual(["每天做多", "少，每班做", "多少"]);
    expect(broken("", 5, byLetter)).toEqual([]);
  });
});

describe("times in the line", () => {
  it("come in bins of one round width, with what took longer at the end", () => {
    const bins = [
      { from: 0, to: 20, parts: 10 },
      { from: 90, to: 110, parts: 10 },
    ];
    expect(flowTimeShares(bins, 10, 3)).toEqual([25, 25, 0, 50]);
    expect(flowTimeShares([], 10, 1)).toEqual([0, 0]);
    expect(roundBins(47)).toEqual({ width: 2, count: 24 });
    expect(roundBins(0)).toEqual({ width: 1, count: 1 });
    expect(unitOfTime(3 * 3600)).toEqual({ key: "flowTime.unit.hours", seconds: 3600 });
  });
});

describe("a shift and its days as drawings", () => {
  const look = { theme: "light" } as const;
  type Drawn = { series: { renderItem: (params: object, painter: object) => { children: Bar[] } }[] };
  type Bar = { shape: { x: number; width: number; height: number }; style: { fill: string } };

  it("joins what is one state, and stacks the shares of several machines", () => {
    const states = stateOrder.length;
    const shares = new Float32Array(4 * states);
    const at = (column: number, state: (typeof stateOrder)[number], share: number): void => {
      shares[column * states + stateOrder.indexOf(state)] = share;
    };
    at(0, "working", 1);
    at(1, "working", 1);
    at(2, "working", 0.5);
    at(2, "down", 0.5);
    const time = { from: 6, hours: 8, words: "", clock: String };
    const { series } = shiftChart([{ label: "OP10", shares }], 4, time, look) as unknown as Drawn;
    const painter = { value: () => 0, coord: ([x]: [number]) => [(x - 6) * 100, 50], size: () => [0, 20] };
    const bars = series[0]?.renderItem({}, painter).children.slice(1) ?? [];
    expect(bars.map(({ style }) => style.fill)).toEqual([
      stateLooks.working.fill,
      stateLooks.working.fill,
      stateLooks.down.fill,
    ]);
    expect(bars[0]?.shape.width).toBeCloseTo(400, 0);
    expect(bars[1]?.shape.height).toBeCloseTo(bars[2]?.shape.height ?? 0, 6);
  });

  it("draws the band to both ends of every interval, and a line at the mean of the whole", () => {
    const points = [1, 2].map((day) => ({ day, mean: 40, ci95: [38, 43] as const }));
    const { series } = throughputChart([{ points, mean: 41 }], { x: "", y: "" }, look) as {
      series: { data: [number, number][]; markLine?: { data: { yAxis: number }[] } }[];
    };
    expect(series[0]?.data.map(([, value]) => value)).toEqual([38, 38, 43, 43]);
    expect(series[1]?.markLine?.data[0]?.yAxis).toBe(41);
  });
});
