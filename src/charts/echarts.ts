import { BarChart, CustomChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use as register } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

register([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  CanvasRenderer,
]);

export interface OpenChart {
  draw(options: Record<string, unknown>): void;
  resize(): void;
  close(): void;
}

export function openChart(host: HTMLElement): OpenChart {
  const chart = init(host, null, { renderer: "canvas" });
  return {
    draw: (options) => chart.setOption(options, { notMerge: true }),
    resize: () => chart.resize(),
    close: () => chart.dispose(),
  };
}
