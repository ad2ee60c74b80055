import { useCallback, useEffect, useRef } from "react";
import { stateLooks, themes, type ThemeName } from "../../look";
import { onEveryChange, seek, type PlaybackClock, type WatchedRun } from "../../store";
import { dayTime } from "../../text";
import { useWords } from "../context";
import { leftOf, widthOf, type Stretch } from "./view";
import { useDrawing } from "./useDrawing";

interface OverviewProps {
  clock: PlaybackClock;
  run: WatchedRun;
  stretch: Stretch;
  theme: ThemeName;
}

const hour = 3600e6;
const down = 6;
const states = 8;

/** The whole year in a narrow strip: how far it is computed, how much stood still when, and the page that is shown. */
export function Overview({ clock, run, stretch, theme }: OverviewProps) {
  const { say, language } = useWords();
  const all = { from: 0, to: run.end };
  const needle = useRef<HTMLSpanElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const canvas = useDrawing(
    useCallback(
      (context, width, height) => {
        context.fillStyle = themes[theme].line;
        context.fillRect(0, 0, (run.known / run.end) * width, height);
        context.fillStyle = stateLooks.down.fill;
        stopShares(run, width).forEach((share, x) => {
          const high = Math.min(1, share * 4) * height;
          context.fillRect(x, height - high, 1, high);
        });
        const until = dayTime(language, run.known);
        host.current?.setAttribute("data-known", (run.known / run.end).toFixed(3).replace(/\.?0+$/, ""));
        host.current?.setAttribute("title", `${say("replay.overview")} · ${say("replay.known", { until })}`);
      },
      [run, theme, language, say],
    ),
  );
  useEffect(() => {
    const write = (): void => {
      if (needle.current !== null) needle.current.style.left = leftOf({ from: 0, to: run.end }, clock.now);
    };
    write();
    return onEveryChange(clock, write);
  }, [clock, run]);
  const go = (event: React.PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    seek(clock, ((event.clientX - box.left) / box.width) * run.end);
  };
  return (
    // the range below reaches every moment by keyboard; this is a map for the pointer
    <div
      ref={host}
      className="xj-overview"
      aria-hidden="true"
      onPointerDown={(event) => {
        go(event);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => event.buttons === 1 && go(event)}
    >
      <canvas ref={canvas} />
      <span
        className="xj-overview-page"
        style={{ left: leftOf(all, stretch.from), width: widthOf(all, stretch.from, stretch.to) }}
      />
      <span ref={needle} className="xj-overview-now" />
    </div>
  );
}

/** Column of pixels → share of machine time that was down, mean over the stations. */
function stopShares({ digest, layout, known, end }: WatchedRun, width: number): Float64Array {
  const shares = new Float64Array(width);
  const hours = new Uint32Array(width);
  const stations = layout.stations.length;
  for (let h = 0; h * hour < known; h++) {
    const x = Math.min(width - 1, Math.floor(((h * hour) / end) * width));
    hours[x] = (hours[x] ?? 0) + 1;
    for (let s = 0; s < stations; s++)
      shares[x] = (shares[x] ?? 0) + (digest.shares[(h * stations + s) * states + down] ?? 0) / 65_535 / stations;
  }
  return shares.map((share, x) => (hours[x] === 0 ? 0 : share / (hours[x] ?? 1)));
}
