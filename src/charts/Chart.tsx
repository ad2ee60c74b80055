import { useEffect, useId, useRef, useState, type ReactNode } from "react";

export interface ChartProps {
  /** an options object of one of the builders; keep it stable between renders */
  options: Record<string, unknown>;
  /** what the picture shows, in one sentence */
  label: string;
  height: number;
  /** shown while the drawing code is on its way, and for good where it cannot be had */
  waiting: string;
  /** the same figures as a table */
  table: ReactNode;
  tableLabel: string;
  /** a click on a thing drawn with a name; the table must offer the same by keyboard */
  onPick?: (name: string) => void;
  /** what else there is to say of the picture, for those who cannot see it */
  description?: string;
  /** stands beside the way to the table */
  tools?: ReactNode;
  /** what it belongs to, under the picture; on paper only */
  caption?: string;
}

/** One canvas chart. The drawing library is fetched when the first chart is needed, and let go with the element. */
export function Chart(props: ChartProps) {
  const { options, label, height, waiting, table, tableLabel, onPick, description, tools, caption } = props;
  const descriptionId = useId();
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(options);
  const pick = useRef(onPick);
  const redraw = useRef<(() => void) | null>(null);
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");
  useEffect(() => {
    latest.current = options;
    redraw.current?.();
  }, [options]);
  useEffect(() => {
    pick.current = onPick;
  }, [onPick]);
  useEffect(() => {
    let gone = false;
    let leave: (() => void) | null = null;
    import("./echarts").then(
      ({ openChart }) => {
        if (gone || host.current === null) return;
        const chart = openChart(host.current);
        const draw = (): void => chart.draw(latest.current);
        draw();
        chart.onPick((name) => pick.current?.(name));
        redraw.current = draw;
        const observer = new ResizeObserver(() => chart.resize());
        observer.observe(host.current);
        leave = () => {
          observer.disconnect();
          chart.close();
        };
        setState("ready");
      },
      () => {
        if (!gone) setState("failed");
      },
    );
    return () => {
      gone = true;
      redraw.current = null;
      leave?.();
    };
  }, []);
  return (
    <figure className="xj-chart">
      {state !== "ready" && <p className="xj-chart-waiting">{waiting}</p>}
      <div
        ref={host}
        className="xj-chart-canvas"
        role="img"
        aria-label={label}
        aria-describedby={description === undefined ? undefined : descriptionId}
        style={{ height }}
      />
      {description !== undefined && (
        <p id={descriptionId} className="xj-hidden">
          {description}
        </p>
      )}
      {caption !== undefined && <figcaption className="xj-paper-only">{caption}</figcaption>}
      <div className="xj-chart-foot">
        <details className="xj-fold">
          <summary>{tableLabel}</summary>
          {table}
        </details>
        {tools}
      </div>
    </figure>
  );
}
