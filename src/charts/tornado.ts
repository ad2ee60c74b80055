import { themes } from "../look";
import { axis, fontFamily, frame, rowNames, shortFigures, type ChartLook } from "./look";

/** One end of a bar, in the unit of the axis; null value: it never comes back within the horizon. */
export interface TornadoEnd {
  value: number | null;
  /** 95 % interval of the change from the middle; null where there is none */
  half: number | null;
}
export interface TornadoBar {
  label: string;
  low: TornadoEnd;
  high: TornadoEnd;
}

interface Painter {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

const rowHeight = 38;
export const tornadoHeight = (rows: number): number => rows * rowHeight + 62;

/**
 * One input at a time, everything else likely: from the middle to where its low end (hatched edge) and its high end (full)
 * take the outcome, with the interval of the change. An end that never comes back runs to the edge.
 */
export function tornadoChart(
  bars: readonly TornadoBar[],
  middle: number | null,
  words: { axis: string; never: string },
  look: ChartLook,
): Record<string, unknown> {
  const theme = themes[look.theme];
  const spread = bars.flatMap(({ low, high }) =>
    [low, high].flatMap(({ value, half }) => (value === null ? [] : [value - (half ?? 0), value + (half ?? 0)])),
  );
  const known = [...spread, ...(middle === null ? [] : [middle])];
  const hasNever = bars.some(({ low, high }) => low.value === null || high.value === null);
  const [least, most] = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
  const margin = (most - least || Math.abs(most) || 1) * 0.06;
  const edge = most + (hasNever ? 5 : 1) * margin;
  const from = middle ?? edge;
  const names = { color: theme.text, fontSize: 14, fontFamily, ...rowNames(look) };
  const bare = { axisTick: { show: false }, splitLine: { show: false } };
  return {
    ...frame(look),
    tooltip: { show: false },
    grid: { left: 8, right: hasNever ? 74 : 24, top: 4, bottom: 38, containLabel: true },
    xAxis: {
      type: "value",
      name: words.axis,
      nameLocation: "middle",
      nameGap: 28,
      splitNumber: 4,
      min: least - margin,
      max: edge,
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
        clip: false,
        encode: { x: [1, 2], y: 0 },
        data: bars.map((bar, row) => [row, bar.low.value ?? edge, bar.high.value ?? edge]),
        renderItem: (_: unknown, painter: Painter) => {
          const row = painter.value(0);
          const bar = bars[row];
          if (bar === undefined) return null;
          const at = (value: number): number => painter.coord([value, row])[0];
          const y = painter.coord([from, row])[1];
          const half = (end: TornadoEnd, isHigh: boolean): object[] => {
            const to = end.value ?? edge;
            const top = isHigh ? y + 1 : y - 9;
            const shape = { x: Math.min(at(from), at(to)), y: top, width: Math.abs(at(to) - at(from)), height: 8 };
            const style = { fill: isHigh ? theme.action : theme.panel, stroke: theme.action, lineWidth: 1.5 };
            const line = (x1: number, y1: number, x2: number, y2: number): object => ({
              type: "line",
              shape: { x1, y1, x2, y2 },
              style: { stroke: theme.text, lineWidth: 1.5 },
            });
            const middleOf = top + 4;
            const [a, b] = [at(to - (end.half ?? 0)), at(to + (end.half ?? 0))];
            return [
              { type: "rect", shape, style },
              ...(end.value === null || end.half === null || end.half === 0
                ? []
                : [line(a, middleOf, b, middleOf), line(a, top + 1, a, top + 7), line(b, top + 1, b, top + 7)]),
              ...(end.value === null
                ? [
                    {
                      type: "text",
                      style: {
                        text: words.never,
                        x: at(edge) + 4,
                        y: middleOf,
                        fill: theme.text,
                        fontSize: 14,
                        fontFamily,
                        textVerticalAlign: "middle",
                      },
                    },
                  ]
                : []),
            ];
          };
          return { type: "group", children: [...half(bar.low, false), ...half(bar.high, true)] };
        },
        markLine:
          middle === null
            ? undefined
            : {
                silent: true,
                symbol: "none",
                label: { show: false },
                lineStyle: { color: theme.text, type: "solid", width: 1.5 },
                data: [{ xAxis: middle }],
              },
      },
    ],
  };
}
