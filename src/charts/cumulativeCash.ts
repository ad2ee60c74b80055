import { themes } from "../look";
import { axis, fontFamily, frame, type ChartLook } from "./look";

/** Running sums by month, index 0 = the start, in the unit of the axis. */
export interface CumulativeCash {
  p10: readonly number[];
  p50: readonly number[];
  p90: readonly number[];
  /** the likely course with the subsidy counted; null where there is none */
  withSubsidy: readonly number[] | null;
  marks: readonly { month: number; label: string }[];
}

export interface CumulativeWords {
  month: string;
  unit: string;
}

interface Painter {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

const rowHeight = 18;
const mostRows = 4;

/** Money that has come back by each month: the middle course, the band of eight draws in ten, zero, and what happens when. */
export function cumulativeCashChart(
  data: CumulativeCash,
  words: CumulativeWords,
  look: ChartLook,
): Record<string, unknown> {
  const theme = themes[look.theme];
  const points = (values: readonly number[]): [number, number][] => values.map((value, month) => [month, value]);
  const last = data.p50.length - 1;
  const isPlain = { showSymbol: false, silent: true };
  const line = (values: readonly number[], type: "solid" | "dashed"): Record<string, unknown> => ({
    type: "line",
    ...isPlain,
    lineStyle: { color: theme.text, width: type === "solid" ? 2.5 : 1.5, type },
    itemStyle: { color: theme.text },
    data: points(values),
  });
  return {
    ...frame(look),
    tooltip: { show: false },
    grid: {
      left: Math.max(4, textWidth(words.unit) - 6),
      right: 12,
      top: 22 + mostRows * rowHeight,
      bottom: 24,
      containLabel: true,
    },
    xAxis: {
      type: "value",
      min: 0,
      max: last,
      interval: last > 60 ? 24 : 12,
      name: words.month,
      nameLocation: "middle",
      nameGap: 26,
      ...axis(look),
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      name: words.unit,
      nameLocation: "end",
      nameGap: 8,
      splitNumber: 4,
      ...axis(look),
      // left of the axis: the lines of the first months begin on it
      nameTextStyle: { color: theme.muted, fontSize: 14, fontFamily, align: "right", padding: [0, 6, 0, 0] },
    },
    series: [
      {
        type: "custom",
        silent: true,
        renderItem: (params: { dataIndex: number }, painter: Painter) => {
          if (params.dataIndex > 0) return null;
          const upper = points(data.p90).map((point) => painter.coord(point));
          const lower = points(data.p10).map((point) => painter.coord(point));
          return {
            type: "polygon",
            shape: { points: [...upper, ...lower.reverse()] },
            style: { fill: theme.action, opacity: 0.25 },
          };
        },
        // both edges, so that the axis reaches them
        data: [...points(data.p10), ...points(data.p90)],
      },
      {
        ...line(data.p50, "solid"),
        markLine: {
          silent: true,
          symbol: "none",
          label: { show: false },
          lineStyle: { color: theme.text, type: "solid", width: 1 },
          data: [{ yAxis: 0 }],
        },
      },
      ...(data.withSubsidy === null ? [] : [line(data.withSubsidy, "dashed")]),
      marksSeries(data.marks, theme),
    ],
  };
}

/** A thin line a mark with its words above the picture, each in the first row where it has room. */
function marksSeries(marks: CumulativeCash["marks"], theme: { text: string; muted: string }): Record<string, unknown> {
  let ends: number[] = [];
  return {
    type: "custom",
    silent: true,
    clip: false,
    data: marks.map(({ month }) => [month, 0]),
    renderItem: (
      params: { dataIndex: number; coordSys: { x: number; y: number; width: number; height: number } },
      painter: Painter,
    ) => {
      const mark = marks[params.dataIndex];
      if (mark === undefined) return null;
      if (params.dataIndex === 0) ends = [];
      const { x: left, y: top, width, height } = params.coordSys;
      const [at] = painter.coord([mark.month, 0]);
      const wide = textWidth(mark.label);
      const isLeft = at + wide + 4 > left + width;
      const start = isLeft ? at - wide - 4 : at + 4;
      const free = ends.findIndex((end) => end < start - 6);
      const row = free >= 0 ? free : Math.min(ends.length, mostRows - 1);
      ends[row] = start + wide;
      const y = top - 22 - mostRows * rowHeight + row * rowHeight + 2;
      return {
        type: "group",
        children: [
          {
            type: "line",
            shape: { x1: at, y1: y, x2: at, y2: top + height },
            style: { stroke: theme.muted, lineWidth: 1, lineDash: [3, 3] },
          },
          {
            type: "text",
            style: {
              x: start,
              y,
              text: mark.label,
              fill: theme.text,
              fontSize: 14,
              fontFamily,
              textAlign: "left",
              textVerticalAlign: "top",
            },
          },
        ],
      };
    },
  };
}

/** Pixels of a label at 14 px, good enough to keep labels apart. */
function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 14 : 7.4), 0);
}
