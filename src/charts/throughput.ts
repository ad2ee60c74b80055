import { themes } from "../look";
import { axis, frame, type ChartLook } from "./look";

/** What one period made, per planned hour of it. */
export interface ThroughputPoint {
  /** days since the beginning of the run, at the end of the period */
  day: number;
  mean: number;
  ci95: readonly [number, number];
}

export interface ThroughputSide {
  points: readonly ThroughputPoint[];
  /** of the whole run */
  mean: number;
}

interface Painter {
  coord(point: [number, number]): [number, number];
}

const points = (side: ThroughputSide, of: (point: ThroughputPoint) => number): [number, number][] =>
  side.points.map((point) => [point.day, of(point)]);

/**
 * Good parts an hour, period by period: the mean over the runs with the band of its 95 % interval, today's line solid and the
 * plan's with dots; thin lines at the means of the whole run.
 */
export function throughputChart(
  sides: readonly ThroughputSide[],
  words: { x: string; y: string },
  look: ChartLook,
): Record<string, unknown> {
  const theme = themes[look.theme];
  const colours = [theme.scenarios[0], theme.scenarios[1]];
  const all = sides.flatMap((side) => side.points);
  const days = all.map((point) => point.day);
  return {
    ...frame(look),
    tooltip: { show: false },
    grid: { left: 8, right: 16, top: 34, bottom: 32, containLabel: true },
    xAxis: {
      type: "value",
      min: Math.floor(Math.min(...days)),
      max: Math.ceil(Math.max(...days)),
      minInterval: 1,
      name: words.x,
      nameLocation: "middle",
      nameGap: 28,
      ...axis(look),
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      scale: true,
      name: words.y,
      nameLocation: "end",
      splitNumber: 4,
      ...axis(look),
      nameTextStyle: { color: theme.muted, fontSize: 14, align: "left" },
    },
    series: sides.flatMap((side, which) => {
      const colour = colours[which] ?? theme.text;
      return [
        {
          type: "custom",
          silent: true,
          renderItem: (params: { dataIndex: number }, painter: Painter) => {
            if (params.dataIndex > 0) return null;
            const upper = points(side, (point) => point.ci95[1]).map((at) => painter.coord(at));
            const lower = points(side, (point) => point.ci95[0]).map((at) => painter.coord(at));
            return {
              type: "polygon",
              shape: { points: [...upper, ...lower.reverse()] },
              style: { fill: colour, opacity: 0.22 },
            };
          },
          // both edges, so that the axis reaches them
          data: [...points(side, (point) => point.ci95[0]), ...points(side, (point) => point.ci95[1])],
        },
        {
          type: "line",
          silent: true,
          showSymbol: which > 0 && side.points.length < 80,
          symbol: "circle",
          symbolSize: 5,
          lineStyle: { color: colour, width: 2 },
          itemStyle: { color: colour },
          data: points(side, (point) => point.mean),
          markLine: {
            silent: true,
            symbol: "none",
            label: { show: false },
            lineStyle: { color: colour, type: "dashed", width: 1.5 },
            data: [{ yAxis: side.mean }],
          },
        },
      ];
    }),
  };
}
