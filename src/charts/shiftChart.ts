import { stateLooks, stateOrder, themes } from "../look";
import { axis, fontFamily, frame, rowNames, type ChartLook } from "./look";

/** One station's shift, cut into columns of equal length. */
export interface ShiftRow {
  label: string;
  /** [column × states + state] → share of its machines' time, 0..1; all 0 where nothing is known */
  shares: ArrayLike<number>;
}

interface Painter {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
  size(data: [number, number]): [number, number];
}

const rowHeight = 30;
export const shiftChartHeight = (rows: number): number => rows * rowHeight + 46;
const states = stateOrder.length;

/** A Gantt of the stations: in which state each was at which time; of several machines the shares are stacked. */
export function shiftChart(
  rows: readonly ShiftRow[],
  columns: number,
  /** hours of the day at its beginning, and how many it has */
  time: { from: number; hours: number; words: string; clock: (hours: number) => string },
  look: ChartLook,
): Record<string, unknown> {
  const theme = themes[look.theme];
  const bare = { axisTick: { show: false }, splitLine: { show: false } };
  return {
    ...frame(look),
    tooltip: { show: false },
    grid: { left: 8, right: 28, top: 4, bottom: 34, containLabel: true },
    xAxis: {
      type: "value",
      min: time.from,
      max: time.from + time.hours,
      interval: time.hours > 16 ? 4 : time.hours > 3 ? 1 : 0.25,
      name: time.words,
      nameLocation: "middle",
      nameGap: 26,
      ...axis(look),
      splitLine: { show: false },
      axisLabel: { color: theme.text, fontSize: 14, fontFamily, hideOverlap: true, formatter: time.clock },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map((row) => row.label),
      ...axis(look),
      ...bare,
      axisLabel: { color: theme.text, fontSize: 14, fontFamily, ...rowNames(look) },
    },
    series: [
      {
        type: "custom",
        silent: true,
        encode: { x: [1, 2], y: 0 },
        data: rows.map((_, row) => [row, time.from, time.from + time.hours]),
        renderItem: (_: unknown, painter: Painter) => {
          const index = painter.value(0);
          const row = rows[index];
          if (row === undefined) return null;
          const [left, middle] = painter.coord([time.from, index]);
          const [right] = painter.coord([time.from + time.hours, index]);
          const height = Math.min(22, painter.size([0, 1])[1] * 0.72);
          const box = { x: left, y: middle - height / 2, width: right - left, height };
          return {
            type: "group",
            children: [{ type: "rect", shape: box, style: { fill: theme.page } }, ...stretches(row, columns, box)],
          };
        },
      },
    ],
  };
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A bar for each state of each column; neighbours that are all in one state are one bar. */
function stretches({ shares }: ShiftRow, columns: number, box: Box): object[] {
  const bars: object[] = [];
  const left = (column: number): number => box.x + (column * box.width) / columns;
  const whole = (column: number): number => {
    for (let state = 0; state < states; state++) if ((shares[column * states + state] ?? 0) > 0.999) return state;
    return -1;
  };
  const bar = (state: number, from: number, to: number, low: number, high: number): void => {
    const name = stateOrder[state];
    if (name === undefined) return;
    // a hair wider than it is: between bars that touch no seam may shine through
    const shape = {
      x: left(from),
      y: box.y + box.height * (1 - high),
      width: left(to) - left(from) + 0.3,
      height: box.height * (high - low),
    };
    bars.push({ type: "rect", shape, style: { fill: stateLooks[name].fill } });
  };
  for (let column = 0; column < columns;) {
    const state = whole(column);
    let end = column + 1;
    if (state >= 0) {
      while (end < columns && whole(end) === state) end++;
      bar(state, column, end, 0, 1);
    } else {
      let low = 0;
      for (let each = 0; each < states; each++) {
        const share = shares[column * states + each] ?? 0;
        if (share > 0) bar(each, column, end, low, low + share);
        low += share;
      }
    }
    column = end;
  }
  return bars;
}
