import { stateLooks, themes, type StateName } from "../look";
import { axis, fontFamily, frame, rowNames, type ChartLook } from "./look";

export interface StateBar {
  label: string;
  /** shares of planned time, summing to 1 */
  shares: Partial<Record<StateName, number>>;
}

const shown: readonly StateName[] = ["working", "loading", "setup", "waitingOperator", "down", "blocked", "starved"];

/** Where the planned time of each station goes: one stacked bar a station, first station on top. */
export function stateBarsChart(
  bars: readonly StateBar[],
  names: Readonly<Record<StateName, string>>,
  look: ChartLook,
): Record<string, unknown> {
  const theme = themes[look.theme];
  return {
    ...frame(look),
    grid: { left: 8, right: 24, top: 56, bottom: 8, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 14,
      itemHeight: 14,
      textStyle: { color: theme.text, fontSize: 14 },
      inactiveColor: theme.muted,
    },
    xAxis: {
      type: "value",
      max: 100,
      ...axis(look),
      axisLabel: { color: theme.text, fontSize: 14, formatter: "{value} %" },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map((bar) => bar.label),
      ...axis(look),
      splitLine: { show: false },
      ...(look.isNarrow === true
        ? { axisLabel: { color: theme.text, fontSize: 14, fontFamily, ...rowNames(look) } }
        : {}),
    },
    series: shown.map((state) => ({
      type: "bar",
      name: names[state],
      stack: "time",
      barMaxWidth: 22,
      itemStyle: { color: stateLooks[state].fill, borderColor: theme.ring, borderWidth: 0.5 },
      tooltip: { valueFormatter: (value: unknown) => (typeof value === "number" ? `${value.toFixed(1)} %` : "") },
      data: bars.map((bar) => 100 * (bar.shares[state] ?? 0)),
    })),
  };
}
