import { BarChart, CustomChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use as register } from "echarts/core";
import { LabelLayout } from "echarts/features";
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
  // hides labels that would lie over others
  LabelLayout,
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

/** The same drawing on a canvas of its own, away from the page: for a picture to keep. */
export function paintChart(
  options: Record<string, unknown>,
  width: number,
  height: number,
  scale: number,
): HTMLCanvasElement {
  const chart = init(document.createElement("div"), null, {
    renderer: "canvas",
    width,
    height,
    devicePixelRatio: scale,
  });
  chart.setOption(options);
  const painted = chart.renderToCanvas({ pixelRatio: scale, backgroundColor: "#FFFFFF" });
  chart.dispose();
  return painted;
}
