import { themes } from "../look";
import { axis, frame, type ChartLook } from "./look";

export interface ParetoPoint {
  /** told when it is clicked */
  id: string;
  /** short mark beside it; empty for all but those that matter */
  label: string;
  /** in the units of the axes */
  x: number;
  y: number;
  /** paid hours a part: proven less, proven more, neither */
  labour: "less" | "more" | "same";
  isProven: boolean;
  isOnFront: boolean;
  isBest: boolean;
  isChosen: boolean;
  tooltip: string;
}

const shapes = { less: "circle", more: "triangle", same: "diamond" } as const;

/** What money buys: every set looked at, investment to the right, the goal upwards; the front as a stair. */
export function paretoChart(
  points: readonly ParetoPoint[],
  words: { x: string; y: string },
  look: ChartLook,
): Record<string, unknown> {
  const theme = themes[look.theme];
  const colour = { less: theme.action, more: theme.loss, same: theme.muted };
  // doing nothing is where every front starts
  const front = [[0, 0], ...points.filter((p) => p.isOnFront).map((p) => [p.x, p.y])];
  const name = { nameLocation: "middle" as const };
  // the best is drawn last, over its neighbours
  const rank = (p: ParetoPoint): number => (p.isBest ? 2 : p.isOnFront ? 1 : 0);
  const drawn = [...points].sort((a, b) => rank(a) - rank(b));
  return {
    ...frame(look),
    grid: { left: 52, right: 24, top: 36, bottom: 30, containLabel: true },
    xAxis: { type: "value", min: 0, name: words.x, ...name, nameGap: 28, splitNumber: 4, ...axis(look) },
    yAxis: { type: "value", name: words.y, ...name, nameGap: 46, splitNumber: 4, ...axis(look) },
    series: [
      {
        type: "line",
        step: "end",
        silent: true,
        showSymbol: false,
        lineStyle: { color: theme.text, width: 1.5 },
        data: front,
        tooltip: { show: false },
        markLine: {
          silent: true,
          symbol: "none",
          label: { show: false },
          lineStyle: { color: theme.text, type: "solid", width: 1 },
          data: [{ yAxis: 0 }],
        },
      },
      {
        type: "scatter",
        tooltip: { formatter: (of: { dataIndex: number }) => drawn[of.dataIndex]?.tooltip ?? "" },
        labelLayout: { hideOverlap: true },
        data: drawn.map((p) => ({
          name: p.id,
          value: [p.x, p.y],
          symbol: shapes[p.labour],
          symbolSize: p.isBest ? 20 : p.isOnFront ? 15 : 10,
          itemStyle: {
            color: p.isProven ? colour[p.labour] : theme.panel,
            borderColor: p.isBest || p.isChosen ? theme.text : colour[p.labour],
            borderWidth: p.isBest || p.isChosen ? 3 : 1.5,
            borderType: p.isProven ? "solid" : "dashed",
            opacity: p.isOnFront || p.isChosen ? 1 : 0.75,
          },
          label: {
            show: p.label !== "",
            formatter: p.label,
            position: "top",
            color: theme.text,
            fontSize: 14,
            fontWeight: p.isBest ? "bold" : "normal",
          },
        })),
      },
    ],
  };
}
