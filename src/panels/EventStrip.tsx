import { useCallback } from "react";
import { stateLooks, themes, type ThemeName } from "../look";
import { eventsOf, useApp, type MarkedEvent, type WatchedRun } from "../store";
import { useWords } from "./context";
import { useDrawing } from "./time/useDrawing";
import type { Stretch } from "./time/view";

interface EventStripProps {
  stretch: Stretch;
  runs: readonly WatchedRun[];
  station: string | null;
  theme: ThemeName;
}

const hour = 3600e6;
const kinds = ["setup", "down", "scrapped"] as const;

/**
 * Set-ups, stops and scrap: each one where the stretch is short enough for its traces to be held, else how many an hour as
 * bars. Today's above, the plan's below. A picture only: `[` and `]` reach every event.
 */
export function EventStrip({ stretch, runs, station, theme }: EventStripProps) {
  const { say } = useWords();
  const replay = useApp((state) => state.replay);
  const canvas = useDrawing(
    useCallback(
      (context, width, height, ratio) => {
        runs.forEach((run, index) => {
          const box = { top: (index * height) / runs.length, height: height / runs.length - ratio, width, ratio };
          const events = exactEvents(run, stretch, station);
          if (events === null) drawDensity(context, run, stretch, station, theme, box);
          else drawEvents(context, events, stretch, theme, box);
        });
        for (const run of runs) if (isShort(run, stretch)) replay.want(run, stretch.from, stretch.to - 1);
      },
      [runs, stretch, station, theme, replay],
    ),
  );
  const counts = kinds.map((_, kind) => (runs[0] === undefined ? 0 : countIn(runs[0], stretch, station, kind)));
  const label = say("replay.marks", { setups: counts[0] ?? 0, downs: counts[1] ?? 0, scrapped: counts[2] ?? 0 });
  return <canvas ref={canvas} className="xj-events" role="img" aria-label={label} title={label} />;
}

/** Few enough windows to hold them all. */
export function isShort({ windowLength }: WatchedRun, { from, to }: Stretch): boolean {
  return to - from <= Math.max(26 * hour, windowLength) && (to - from) / windowLength < 10;
}

function exactEvents(run: WatchedRun, stretch: Stretch, station: string | null): MarkedEvent[] | null {
  if (!isShort(run, stretch)) return null;
  const windows = run.heldBetween(stretch.from, stretch.to - 1);
  if (windows.length < run.indexAt(stretch.to - 1) - run.indexAt(stretch.from) + 1) return null;
  return windows.flatMap(({ index, trace }) => {
    const from = Math.max(stretch.from, index * run.windowLength);
    return eventsOf(trace, station, from - 1, Math.min(stretch.to, (index + 1) * run.windowLength));
  });
}

interface Box {
  top: number;
  height: number;
  width: number;
  ratio: number;
}

const fillOf = (kind: (typeof kinds)[number], theme: ThemeName): string =>
  kind === "scrapped" ? themes[theme].text : stateLooks[kind].fill;

/** Stops the full height, set-ups the lower half, scrap as dots above. */
function drawEvents(
  context: CanvasRenderingContext2D,
  events: readonly MarkedEvent[],
  { from, to }: Stretch,
  theme: ThemeName,
  { top, height, width, ratio }: Box,
): void {
  for (const kind of ["scrapped", "setup", "down"] as const) {
    for (const event of events) {
      if (event.kind !== kind) continue;
      const x = ((event.time - from) / (to - from)) * width - ratio;
      const y = kind === "setup" ? top + height / 2 : top;
      const high = kind === "down" ? height : kind === "setup" ? height / 2 : 2 * ratio;
      // a dark state on a dark panel needs its ring, as every lamp has
      context.fillStyle = themes[theme].ring;
      if (theme === "dark" && kind !== "scrapped") context.fillRect(x - ratio, y, 4 * ratio, high);
      context.fillStyle = fillOf(kind, theme);
      context.fillRect(x, y, 2 * ratio, high);
    }
  }
}

function countIn(
  { digest, layout, known }: WatchedRun,
  stretch: Stretch,
  station: string | null,
  kind: number,
): number {
  const stations = layout.stations.length;
  const last = Math.min(stretch.to, known);
  let sum = 0;
  for (let h = Math.floor(stretch.from / hour); h * hour < last; h++)
    for (let s = 0; s < stations; s++)
      if (station === null || layout.stations[s]?.id === station)
        sum += digest.counted[(h * stations + s) * kinds.length + kind] ?? 0;
  return sum;
}

/** Bars of equal width, set-ups below and stops on top of them, each bar as high as it is frequent. */
function drawDensity(
  context: CanvasRenderingContext2D,
  run: WatchedRun,
  stretch: Stretch,
  station: string | null,
  theme: ThemeName,
  { top, height, width, ratio }: Box,
): void {
  const bars = Math.max(1, Math.min(Math.round((stretch.to - stretch.from) / hour), Math.floor(width / (4 * ratio))));
  const length = (stretch.to - stretch.from) / bars;
  const counts = Array.from({ length: bars }, (_, i) => {
    const part = { from: stretch.from + i * length, to: stretch.from + (i + 1) * length };
    return [countIn(run, part, station, 0), countIn(run, part, station, 1)] as const;
  });
  const most = Math.max(1, ...counts.map(([setups, downs]) => setups + downs));
  counts.forEach(([setups, downs], i) => {
    const x = (i * width) / bars;
    const wide = Math.max(ratio, width / bars - ratio);
    const low = (setups / most) * height;
    const high = (downs / most) * height;
    context.fillStyle = fillOf("setup", theme);
    context.fillRect(x, top + height - low, wide, low);
    context.fillStyle = fillOf("down", theme);
    context.fillRect(x, top + height - low - high, wide, high);
  });
}
