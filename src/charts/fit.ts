import { themes } from "../look";
import { axis, frame, type ChartLook } from "./look";

export interface FitPoints {
  /** seconds at 0 %, 10 % … 100 % */
  observed: readonly number[];
  fitted: readonly number[];
}

export interface FitWords {
  observed: string;
  fitted: string;
  share: string;
  seconds: string;
}

/** Measured deciles as points against the fitted distribution's as a line: the closer, the better the fit. */
export function fitChart(points: FitPoints, words: FitWords, look: ChartLook): Record<string, unknown> {
  const theme = themes[look.theme];
  const at = (values: readonly number[]): [number, number][] => values.map((value, index) => [index * 10, value]);
  return {
    ...frame(look),
    tooltip: { ...(frame(look)["tooltip"] as object), trigger: "axis" },
    grid: { left: 8, right: 24, top: 60, bottom: 32, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: theme.text, fontSize: 14 } },
    xAxis: {
      type: "value",
      min: 0,
      max: 100,
      name: words.share,
      nameLocation: "middle",
      nameGap: 30,
      ...axis(look),
      axisLabel: { color: theme.text, fontSize: 14, formatter: "{value} %" },
    },
    yAxis: { type: "value", name: words.seconds, scale: true, ...axis(look) },
    series: [
      {
        type: "line",
        name: words.fitted,
        showSymbol: false,
        lineStyle: { color: theme.scenarios[1], width: 2.5 },
        itemStyle: { color: theme.scenarios[1] },
        data: at(points.fitted),
      },
      {
        type: "scatter",
        name: words.observed,
        symbolSize: 9,
        itemStyle: { color: theme.scenarios[0] },
        data: at(points.observed),
      },
    ],
  };
}
