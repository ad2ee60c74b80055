import { themes } from "../look";
import { axis, frame, type ChartLook } from "./look";

export interface CashYear {
  label: string;
  /** in the unit of the axis */
  cash: number;
  cumulative: number;
}

export interface CashWords {
  cash: string;
  cumulative: string;
  /** unit of the axis */
  unit: string;
}

/** Cash by year as bars (in is blue, out is orange) and its running sum as a line. */
export function cashFlowChart(years: readonly CashYear[], words: CashWords, look: ChartLook): Record<string, unknown> {
  const theme = themes[look.theme];
  return {
    ...frame(look),
    tooltip: { ...(frame(look)["tooltip"] as object), trigger: "axis" },
    grid: { left: 8, right: 16, top: 56, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: theme.text, fontSize: 14 }, data: [words.cash, words.cumulative] },
    xAxis: { type: "category", data: years.map((year) => year.label), ...axis(look), splitLine: { show: false } },
    yAxis: { type: "value", name: words.unit, ...axis(look) },
    series: [
      {
        type: "bar",
        name: words.cash,
        barMaxWidth: 36,
        itemStyle: { color: theme.action },
        data: years.map((year) =>
          year.cash < 0 ? { value: year.cash, itemStyle: { color: theme.loss } } : { value: year.cash },
        ),
      },
      {
        type: "line",
        name: words.cumulative,
        symbol: "circle",
        symbolSize: 7,
        lineStyle: { color: theme.text, width: 2 },
        itemStyle: { color: theme.text },
        data: years.map((year) => year.cumulative),
      },
    ],
  };
}
