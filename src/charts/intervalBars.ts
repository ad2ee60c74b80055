import { themes } from "../look";
import { axis, fontFamily, frame, rowNames, shortFigures, type ChartLook } from "./look";

export interface IntervalBar {
  label: string;
  /** in the unit of the axis */
  mean: number;
  ci95: readonly [number, number];
  /** the part of the bar that is drawn full; left out = all of it */
  full?: number;
  /** even: nothing proven, drawn hollow */
  tone: "gain" | "loss" | "even";
}

interface Painter {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

const rowHeight = 38;
export const intervalBarsHeight = (rows: number): number => rows * rowHeight + 58;

/** One bar a row with its 95 % interval as a whisker: full where a difference is proven, hollow where none is. */
export function intervalBarsChart(
  bars: readonly IntervalBar[],
  words: { axis: string },
  look: ChartLook,
): Record<string, unknown> {
  const theme = themes[look.theme];
  const colour = { gain: theme.action, loss: theme.loss, even: theme.muted };
  const ends = bars.flatMap((bar) => [0, bar.mean, ...bar.ci95]);
  const names = { color: theme.text, fontSize: 14, fontFamily, ...rowNames(look) };
  const bare = { axisTick: { show: false }, splitLine: { show: false } };
  return {
    ...frame(look),
    tooltip: { show: false },
    grid: { left: 8, right: 24, top: 4, bottom: 34, containLabel: true },
    xAxis: {
      type: "value",
      name: words.axis,
      nameLocation: "middle",
      nameGap: 28,
      splitNumber: 4,
      min: Math.min(...ends),
      max: Math.max(...ends),
      ...axis(look),
      axisLabel: { color: theme.text, fontSize: 14, fontFamily, formatter: shortFigures },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map((bar) => bar.label),
      ...axis(look),
      ...bare,
      axisLabel: names,
    },
    series: [
      {
        type: "custom",
        silent: true,
        encode: { x: [1, 2, 3], y: 0 },
        data: bars.map((bar, row) => [row, bar.mean, bar.ci95[0], bar.ci95[1]]),
        renderItem: (_: unknown, painter: Painter) => {
          const row = painter.value(0);
          const bar = bars[row];
          if (bar === undefined) return null;
          const at = (value: number): number => painter.coord([value, row])[0];
          const y = painter.coord([0, row])[1];
          const stroke = colour[bar.tone];
          const rect = (value: number, fill: string): object => ({
            type: "rect",
            shape: { x: Math.min(at(0), at(value)), y: y - 8, width: Math.abs(at(value) - at(0)), height: 16 },
            style: { fill, stroke, lineWidth: 1.5 },
          });
          const line = (x1: number, y1: number, x2: number, y2: number): object => ({
            type: "line",
            shape: { x1, y1, x2, y2 },
            style: { stroke: theme.text, lineWidth: 1.5 },
          });
          const [from, to] = [at(bar.ci95[0]), at(bar.ci95[1])];
          const full = bar.full ?? (bar.tone === "even" ? 0 : bar.mean);
          return {
            type: "group",
            children: [
              rect(bar.mean, theme.panel),
              ...(full === 0 ? [] : [rect(full, stroke)]),
              line(from, y, to, y),
              line(from, y - 5, from, y + 5),
              line(to, y - 5, to, y + 5),
            ],
          };
        },
        markLine: {
          silent: true,
          symbol: "none",
          label: { show: false },
          lineStyle: { color: theme.text, type: "solid", width: 1 },
          data: [{ xAxis: 0 }],
        },
      },
    ],
  };
}
