import { themes } from "../look";
import { axis, frame, type ChartLook } from "./look";

export interface WaterfallBar {
  label: string;
  /** the amount in words, at the right end of the row */
  amount: string;
  /** in the unit of the axis; for a sum the level reached */
  value: number;
  kind: "step" | "sum" | "uncertain";
}

interface Painter {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
  size(data: [number, number]): [number, number];
}

/** A bar from where the one before it ended: what adds, what takes away, and where it ends. */
export function waterfallSpans(bars: readonly WaterfallBar[]): { from: number; to: number }[] {
  let level = 0;
  return bars.map(({ kind, value }) => {
    const from = kind === "sum" ? 0 : level;
    level = kind === "sum" ? value : level + value;
    return { from, to: level };
  });
}

/** From the investment to the net present value, one row a line; what is uncertain is hatched, sums stand on zero. */
export function waterfallChart(bars: readonly WaterfallBar[], look: ChartLook): Record<string, unknown> {
  const theme = themes[look.theme];
  const spans = waterfallSpans(bars);
  const rows = axis(look);
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  return {
    ...frame(look),
    tooltip: { show: false },
    grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true },
    // the amounts stand beside the bars: a scale would only crowd them
    xAxis: {
      type: "value",
      splitNumber: 4,
      ...rows,
      axisLabel: { show: false },
      axisLine: { show: false },
      axisTick: { show: false },
    },
    yAxis: [
      { type: "category", inverse: true, data: bars.map((bar) => bar.label), ...rows, ...bare },
      { type: "category", inverse: true, position: "right", data: bars.map((bar) => bar.amount), ...rows, ...bare },
    ],
    series: [
      {
        type: "custom",
        renderItem: (_: unknown, painter: Painter) => {
          const row = painter.value(0);
          const bar = bars[row];
          if (bar === undefined) return null;
          const [x1, y] = painter.coord([painter.value(1), row]);
          const [x2] = painter.coord([painter.value(2), row]);
          const height = Math.min(16, painter.size([0, 1])[1] * 0.66);
          const colour = bar.kind === "sum" ? theme.text : bar.value < 0 ? theme.loss : theme.action;
          const shape = { x: Math.min(x1, x2), y: y - height / 2, width: Math.max(1.5, Math.abs(x2 - x1)), height };
          const isHatched = bar.kind === "uncertain";
          const style = isHatched ? { fill: "transparent", stroke: colour, lineWidth: 1.5 } : { fill: colour };
          return {
            type: "group",
            children: [{ type: "rect", shape, style }, ...(isHatched ? hatching(shape, colour) : [])],
          };
        },
        encode: { x: [1, 2], y: 0 },
        data: spans.map(({ from, to }, row) => [row, from, to]),
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

/** Slanted lines inside a bar. */
function hatching(at: { x: number; y: number; width: number; height: number }, stroke: string): object[] {
  const step = 6;
  const lines: object[] = [];
  for (let x = at.x - at.height + step; x < at.x + at.width; x += step) {
    const [left, right] = [Math.max(x, at.x), Math.min(x + at.height, at.x + at.width)];
    if (right <= left) continue;
    lines.push({
      type: "line",
      shape: { x1: left, y1: at.y + at.height - (left - x), x2: right, y2: at.y + at.height - (right - x) },
      style: { stroke, lineWidth: 1.5 },
    });
  }
  return lines;
}
