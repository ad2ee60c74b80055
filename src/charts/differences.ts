import { themes } from "../look";
import { axis, fontFamily, frame, rowNames, type ChartLook } from "./look";

export interface DifferenceBar {
  label: string;
  /** percent of the baseline */
  mean: number;
  ci95: readonly [number, number];
  tone: "gain" | "loss" | "even";
}

interface Painter {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

/** Differences in percent with their 95 % intervals; what touches the zero line is not proven. */
export function differencesChart(
  bars: readonly DifferenceBar[],
  words: { axis: string },
  look: ChartLook,
): Record<string, unknown> {
  const theme = themes[look.theme];
  const colour = { gain: theme.action, loss: theme.loss, even: theme.muted };
  return {
    ...frame(look),
    tooltip: { show: false },
    grid: { left: 8, right: 24, top: 8, bottom: 32, containLabel: true },
    xAxis: { type: "value", name: words.axis, nameLocation: "middle", nameGap: 30, ...axis(look) },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map((bar) => bar.label),
      ...axis(look),
      ...(look.isNarrow === true
        ? { axisLabel: { color: theme.text, fontSize: 14, fontFamily, ...rowNames(look) } }
        : {}),
    },
    series: [
      {
        type: "custom",
        renderItem: (_: unknown, painter: Painter) => {
          const row = painter.value(0);
          const bar = bars[row];
          if (bar === undefined) return null;
          const [from, y] = painter.coord([painter.value(2), row]);
          const [to] = painter.coord([painter.value(3), row]);
          const [mean] = painter.coord([painter.value(1), row]);
          const stroke = colour[bar.tone];
          const line = (x1: number, y1: number, x2: number, y2: number): object => ({
            type: "line",
            shape: { x1, y1, x2, y2 },
            style: { stroke, lineWidth: 2 },
          });
          return {
            type: "group",
            children: [
              line(from, y, to, y),
              line(from, y - 5, from, y + 5),
              line(to, y - 5, to, y + 5),
              { type: "circle", shape: { cx: mean, cy: y, r: 5 }, style: { fill: stroke } },
            ],
          };
        },
        encode: { x: [1, 2, 3], y: 0 },
        data: bars.map((bar, row) => [row, bar.mean, bar.ci95[0], bar.ci95[1]]),
        markLine: {
          silent: true,
          symbol: "none",
          label: { show: false },
          lineStyle: { color: theme.text, type: "solid", width: 1.5 },
          data: [{ xAxis: 0 }],
        },
      },
    ],
  };
}
