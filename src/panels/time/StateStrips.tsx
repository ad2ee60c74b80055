import { useCallback, useRef, useState } from "react";
import { stateLooks, stateOrder, type ThemeName, themes } from "../../look";
import { seek, stripsOf, useActions, useApp, type PlaybackClock, type Strips, type WatchedRun } from "../../store";
import { dayTime, nameOf, percent } from "../../text";
import type { Line } from "../../model";
import { useWords } from "../context";
import { isShort } from "../EventStrip";
import type { Stretch } from "./view";
import { useDrawing } from "./useDrawing";

interface StateStripsProps {
  clock: PlaybackClock;
  run: WatchedRun;
  line: Line;
  title: string;
  stretch: Stretch;
  theme: ThemeName;
}

/** Pixels of one station's strip. */
const rowHeight = 24;

/** A Gantt of the stations for the stretch on the time bar. Of several machines the shares are stacked. */
export function StateStrips({ clock, run, line, title, stretch, theme }: StateStripsProps) {
  const { say, language } = useWords();
  const replay = useApp((state) => state.replay);
  const selected = useApp((state) => state.selected);
  const { select } = useActions();
  const strips = useRef<Strips | null>(null);
  const [hint, setHint] = useState("");
  const { stations } = run.layout;
  const canvas = useDrawing(
    useCallback(
      (context, width, height, ratio) => {
        if (isShort(run, stretch)) replay.want(run, stretch.from, stretch.to - 1);
        const now = stripsOf(run, stretch.from, stretch.to, Math.max(1, Math.round(width / ratio)));
        strips.current = now;
        drawStrips(context, now, stations.length, width, height, ratio, theme);
      },
      [run, stretch, theme, replay, stations.length],
    ),
  );
  const name = (s: number): string => nameOf(language, line.stations[s]?.name, stations[s]?.id ?? "");
  const point = (event: React.PointerEvent<HTMLCanvasElement>): { s: number; share: number } => {
    const box = event.currentTarget.getBoundingClientRect();
    const s = Math.floor(((event.clientY - box.top) / box.height) * stations.length);
    return { s, share: Math.min(0.999_999, Math.max(0, (event.clientX - box.left) / box.width)) };
  };
  const describe = (s: number, share: number): string => {
    const now = strips.current;
    if (now === null) return "";
    const cell = (s * now.columns + Math.floor(share * now.columns)) * stateOrder.length;
    const states = stateOrder
      .map((state, i) => ({ state, part: now.shares[cell + i] ?? 0 }))
      .filter(({ part }) => part > 0.005)
      .sort((a, b) => b.part - a.part)
      .map(({ state, part }) =>
        part > 0.995 ? say(`state.${state}`) : `${say(`state.${state}`)} ${percent(language, part)}`,
      );
    const at = dayTime(language, stretch.from + share * (stretch.to - stretch.from));
    return say("replay.stripAt", { station: name(s), at, states: states.join(", ") });
  };
  return (
    <div className="xj-strips" style={{ gridTemplateRows: `repeat(${stations.length}, ${rowHeight}px)` }}>
      {stations.map(({ id }, s) => (
        <button
          key={id}
          type="button"
          className="xj-strip-name"
          style={{ gridRow: s + 1 }}
          aria-pressed={id === selected}
          onClick={() => select(id === selected ? null : id)}
        >
          {name(s)}
        </button>
      ))}
      <div className="xj-strip-body" style={{ gridRow: `1 / span ${stations.length}` }}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={say("replay.stripsOf", {
            run: title,
            from: dayTime(language, stretch.from),
            to: dayTime(language, stretch.to),
          })}
          title={hint}
          onPointerMove={(event) => {
            const { s, share } = point(event);
            setHint(describe(s, share));
          }}
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            const { s } = point(event as unknown as React.PointerEvent<HTMLCanvasElement>);
            seek(clock, stretch.from + ((event.clientX - box.left) / box.width) * (stretch.to - stretch.from));
            select(stations[s]?.id ?? null);
          }}
        />
      </div>
    </div>
  );
}

function drawStrips(
  context: CanvasRenderingContext2D,
  { columns, shares }: Strips,
  stations: number,
  width: number,
  height: number,
  ratio: number,
  theme: ThemeName,
): void {
  const row = height / stations;
  const gap = 2 * ratio;
  for (let s = 0; s < stations; s++) {
    const bottom = (s + 1) * row - gap / 2;
    context.fillStyle = themes[theme].page;
    context.fillRect(0, s * row + gap / 2, width, row - gap);
    for (let column = 0; column < columns; column++) {
      const x = Math.round((column * width) / columns);
      const wide = Math.round(((column + 1) * width) / columns) - x;
      let y = bottom;
      stateOrder.forEach((state, i) => {
        const share = shares[(s * columns + column) * stateOrder.length + i] ?? 0;
        if (share <= 0) return;
        const high = share * (row - gap);
        context.fillStyle = stateLooks[state].fill;
        context.fillRect(x, y - high, wide, high);
        y -= high;
      });
    }
  }
}
