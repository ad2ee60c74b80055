import { useEffect, useRef } from "react";
import { stateLooks } from "../look";
import type { MarkedEvent, Watched } from "../store";
import { useWords } from "./context";

interface EventStripProps {
  trace: Watched["trace"];
  events: readonly MarkedEvent[];
  planEvents: readonly MarkedEvent[];
}

/** Set-ups and stops as ticks, today's above and the plan's below. A picture only: `[` and `]` reach every event. */
export function EventStrip({ trace, events, planEvents }: EventStripProps) {
  const { say } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const draw = (): void => {
      const ratio = window.devicePixelRatio || 1;
      const width = Math.max(1, Math.round(element.clientWidth * ratio));
      const height = Math.max(1, Math.round(element.clientHeight * ratio));
      element.width = width;
      element.height = height;
      const context = element.getContext("2d");
      if (context === null) return;
      const rows = planEvents.length > 0 ? [events, planEvents] : [events];
      const rowHeight = height / rows.length;
      for (const [index, row] of rows.entries()) {
        for (const event of row) {
          context.fillStyle = stateLooks[event.kind].fill;
          const x = ((event.time - trace.start) / (trace.end - trace.start)) * width;
          const top = index * rowHeight;
          if (event.kind === "down") context.fillRect(x, top, ratio, rowHeight - ratio);
          else context.fillRect(x - ratio, top + rowHeight / 2, 2 * ratio, rowHeight / 2 - ratio);
        }
      }
    };
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    draw();
    return () => observer.disconnect();
  }, [trace, events, planEvents]);
  return <canvas ref={canvas} className="xj-events" role="img" aria-label={say("time.events", { n: events.length })} />;
}
