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
  /** told the name of the drawn thing that was clicked */
  onPick(tell: (name: string) => void): void;
  resize(): void;
  close(): void;
}

export function openChart(host: HTMLElement): OpenChart {
  const chart = init(host, null, { renderer: "canvas" });
  return {
    draw: (options) => chart.setOption(options, { notMerge: true }),
    onPick: (tell) => {
      chart.on("click", ({ name }) => tell(name));
    },
    resize: () => chart.resize(),
    close: () => chart.dispose(),
  };
}
