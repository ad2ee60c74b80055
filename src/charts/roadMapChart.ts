import { themes } from "../look";
import { axis, fontFamily, frame, type ChartLook } from "./look";

export interface RoadMapBar {
  label: string;
  /** months after the start */
  order: number;
  goLive: number;
  /** what is written behind the bar */
  note: string;
}

export interface RoadMapData {
  bars: readonly RoadMapBar[];
  /** cumulative cash by month in the unit of the axis */
  cash: readonly number[];
  /** the other way to order; null where there is none */
  other: readonly number[] | null;
  lastMonth: number;
}

interface Painter {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

const rowHeight = 30;
const cashHeight = 180;

export const roadMapHeight = (rows: number): number => rows * rowHeight + cashHeight + 76;

/** From order to go-live, one row a step, and under the same months the cash that is out or has come back. */
export function roadMapChart(
  { bars, cash, other, lastMonth }: RoadMapData,
  words: { month: string; unit: string },
  look: ChartLook,
): Record<string, unknown> {
  const theme = themes[look.theme];
  const top = 6;
  const between = 34;
  const left = 96;
  const rows = bars.length * rowHeight;
  const months = { type: "value", min: 0, max: lastMonth, minInterval: 1, ...axis(look) };
  const line = (values: readonly number[], type: "solid" | "dashed"): Record<string, unknown> => ({
    type: "line",
    xAxisIndex: 1,
    yAxisIndex: 1,
    silent: true,
    showSymbol: false,
    lineStyle: { color: theme.text, width: type === "solid" ? 2.5 : 1.5, type },
    data: values.slice(0, lastMonth + 1).map((value, month) => [month, value]),
  });
  return {
    ...frame(look),
    tooltip: { show: false },
    grid: [
      { left, right: 16, top, height: rows },
      { left, right: 16, top: top + rows + between, height: cashHeight },
    ],
    xAxis: [
      { ...months, gridIndex: 0, axisLabel: { show: false }, axisTick: { show: false } },
      { ...months, gridIndex: 1, name: words.month, nameLocation: "middle", nameGap: 26 },
    ],
    yAxis: [
      {
        type: "category",
        gridIndex: 0,
        inverse: true,
        data: bars.map((bar) => bar.label),
        ...axis(look),
        axisTick: { show: false },
        splitLine: { show: false },
      },
      {
        type: "value",
        gridIndex: 1,
        name: words.unit,
        nameGap: 8,
        splitNumber: 3,
        ...axis(look),
      },
    ],
    series: [
      {
        type: "custom",
        silent: true,
        encode: { x: [1, 2], y: 0 },
        data: bars.map((bar, row) => [row, bar.order, bar.goLive]),
        renderItem: (_: unknown, painter: Painter) => {
          const row = painter.value(0);
          const bar = bars[row];
          if (bar === undefined) return null;
          const [x1, y] = painter.coord([bar.order, row]);
          const [x2] = painter.coord([bar.goLive, row]);
          // words go where there is room: behind the bar, before it in the right half
          const isLate = bar.order > lastMonth / 2;
          const text = { text: bar.note, fill: theme.text, fontSize: 14, fontFamily, textVerticalAlign: "middle" };
          return {
            type: "group",
            children: [
              {
                type: "rect",
                shape: { x: x1, y: y - 8, width: Math.max(2, x2 - x1), height: 16 },
                style: { fill: theme.action },
              },
              {
                type: "text",
                style: { ...text, x: isLate ? x1 - 8 : x2 + 8, y, textAlign: isLate ? "right" : "left" },
              },
            ],
          };
        },
      },
      {
        ...line(cash, "solid"),
        markLine: {
          silent: true,
          symbol: "none",
          label: { show: false },
          lineStyle: { color: theme.text, type: "solid", width: 1 },
          data: [{ yAxis: 0 }],
        },
      },
      ...(other === null ? [] : [line(other, "dashed")]),
    ],
  };
}
