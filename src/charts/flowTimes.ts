import type { FlowTimeBin } from "../measure";
import { themes } from "../look";
import { axis, fontFamily, frame, type ChartLook } from "./look";

export interface FlowTimeSide {
  /** percent of the parts in each bin; the last holds all that took longer */
  shares: readonly number[];
  /** in the unit of the axis; null = no part left the line */
  median: number | null;
}

interface Painter {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

/**
 * Bins of equal width from the engine's, which grow with the time: parts are taken as spread evenly within a bin. Percent of
 * all parts; what took longer than `count` bins is in one more at the end. 10 parts in 0 … 20 s, width 10, 2 bins: 50, 50, 0.
 */
export function flowTimeShares(bins: readonly FlowTimeBin[], width: number, count: number): number[] {
  const parts = Array.from({ length: count + 1 }, () => 0);
  let all = 0;
  for (const { from, to, parts: n } of bins) {
    all += n;
    const first = Math.min(count, Math.floor(from / width));
    for (let bin = first; bin <= count && (bin === first || bin * width < to); bin++) {
      const end = bin === count ? Infinity : (bin + 1) * width;
      const inside = to > from ? (Math.min(to, end) - Math.max(from, bin * width)) / (to - from) : 1;
      parts[bin] = (parts[bin] ?? 0) + n * Math.max(0, inside);
    }
  }
  return parts.map((n) => (all === 0 ? 0 : (100 * n) / all));
}

/** How long parts were in the line: today as full bars, the plan as an outline over them; a dashed line at each median. */
export function flowTimeChart(
  sides: readonly FlowTimeSide[],
  scale: { width: number; count: number },
  words: { x: string; y: string; more: string },
  look: ChartLook,
): Record<string, unknown> {
  const theme = themes[look.theme];
  const colours = [theme.scenarios[0], theme.scenarios[1]];
  const end = (scale.count + 1) * scale.width;
  return {
    ...frame(look),
    tooltip: { show: false },
    grid: { left: 8, right: 24, top: 34, bottom: 32, containLabel: true },
    xAxis: {
      type: "value",
      min: 0,
      max: end,
      name: words.x,
      nameLocation: "middle",
      nameGap: 28,
      ...axis(look),
      splitLine: { show: false },
      axisLabel: {
        color: theme.text,
        fontSize: 14,
        fontFamily,
        // the last bar is no length of time
        formatter: (value: number) => (value > scale.count * scale.width ? "" : String(Number(value.toPrecision(6)))),
      },
    },
    yAxis: {
      type: "value",
      min: 0,
      name: words.y,
      nameLocation: "end",
      splitNumber: 4,
      ...axis(look),
      nameTextStyle: { color: theme.muted, fontSize: 14, align: "left" },
    },
    series: sides.map(({ shares, median }, which) => ({
      type: "custom",
      silent: true,
      encode: { x: [0, 1], y: 2 },
      data: shares.map((share, bin) => [bin * scale.width, (bin + 1) * scale.width, share]),
      renderItem: (params: { dataIndex: number }, painter: Painter) => {
        const share = painter.value(2);
        const colour = colours[which] ?? theme.text;
        const [left, top] = painter.coord([painter.value(0), share]);
        const [right, bottom] = painter.coord([painter.value(1), 0]);
        const shape = { x: left + 1, y: top, width: Math.max(1, right - left - 2), height: bottom - top };
        const outline = [
          [left, bottom],
          [left, top],
          [right, top],
          [right, bottom],
        ];
        const isLast = params.dataIndex === scale.count;
        return {
          type: "group",
          children: [
            ...(share === 0
              ? []
              : [
                  which === 0
                    ? { type: "rect", shape, style: { fill: colour, opacity: 0.55 } }
                    : {
                        type: "polyline",
                        shape: { points: outline },
                        style: { stroke: colour, lineWidth: 2, fill: "none" },
                      },
                ]),
            ...(isLast && which === 0
              ? [
                  {
                    type: "text",
                    style: {
                      text: words.more,
                      x: right,
                      y: bottom - 6 - Math.max(bottom - top, 0),
                      fill: theme.muted,
                      fontSize: 14,
                      fontFamily,
                      textAlign: "right",
                      textVerticalAlign: "bottom",
                    },
                  },
                ]
              : []),
          ],
        };
      },
      ...(median === null
        ? {}
        : {
            markLine: {
              silent: true,
              symbol: "none",
              label: { show: false },
              lineStyle: { color: colours[which] ?? theme.text, type: "dashed", width: 2 },
              data: [{ xAxis: median }],
            },
          }),
    })),
  };
}
