import { EventKind, machineStates, wholeShare } from "../trace";
import type { ReplayWindow } from "../../workers/contract";
import type { WatchedRun } from "./watchedRun";

const hour = 3600e6;
const states = machineStates.length;

/** States of the stations over a stretch of time, cut into columns of equal length. */
export interface Strips {
  columns: number;
  /** [(station × columns + column) × states + state] → share of its machines' time, 0..1; all 0 where nothing is known */
  shares: Float32Array;
  /** to the instant; else by the hour */
  isExact: boolean;
}

/** The strips of a run from `from` to `to` µs: from the windows where all of them are held, else from the digest. */
export function stripsOf(run: WatchedRun, from: number, to: number, columns: number): Strips {
  const windows = run.heldBetween(from, to - 1);
  const isExact = windows.length === run.indexAt(to - 1) - run.indexAt(from) + 1;
  const shares = new Float32Array(run.layout.stations.length * columns * states);
  if (isExact) for (const window of windows) addWindow(run, window, from, to, columns, shares);
  else addHours(run, from, to, columns, shares);
  return { columns, shares, isExact };
}

function addWindow(
  { layout, windowLength }: WatchedRun,
  { index, trace }: ReplayWindow,
  from: number,
  to: number,
  columns: number,
  shares: Float32Array,
): void {
  const { time, kind, a, b } = trace.columns;
  const begin = Math.max(from, index * windowLength);
  const end = Math.min(to, (index + 1) * windowLength, trace.end);
  const width = (to - from) / columns;
  const state = new Uint8Array(layout.machineStation.length);
  const since = new Float64Array(layout.machineStation.length).fill(begin);
  const add = (machine: number, until: number): void => {
    const station = layout.machineStation[machine] ?? 0;
    const part = width * (layout.stations[station]?.machines ?? 1);
    const low = Math.max(begin, since[machine] ?? begin) - from;
    const high = Math.min(end, until) - from;
    if (high <= low) return;
    for (let column = Math.floor(low / width); column < columns && column * width < high; column++) {
      const inside = Math.min(high, (column + 1) * width) - Math.max(low, column * width);
      const cell = (station * columns + column) * states + (state[machine] ?? 0);
      shares[cell] = (shares[cell] ?? 0) + inside / part;
    }
  };
  for (let row = 0; row < time.length; row++) {
    if (kind[row] !== EventKind.machineState) continue;
    const machine = a[row] ?? 0;
    const t = time[row] ?? 0;
    if (t > begin) add(machine, t);
    since[machine] = t;
    state[machine] = b[row] ?? 0;
    if (t >= end) break;
  }
  for (let machine = 0; machine < state.length; machine++) add(machine, end);
}

function addHours(run: WatchedRun, from: number, to: number, columns: number, shares: Float32Array): void {
  const stations = run.layout.stations.length;
  const width = (to - from) / columns;
  for (let column = 0; column < columns; column++) {
    const begin = from + column * width;
    const end = Math.min(begin + width, run.known);
    if (end <= begin) break;
    const last = Math.min(Math.ceil(end / hour), Math.floor(run.known / hour));
    for (let h = Math.floor(begin / hour); h < last; h++) {
      const weight = (Math.min(end, (h + 1) * hour) - Math.max(begin, h * hour)) / width / wholeShare;
      for (let s = 0; s < stations; s++) {
        for (let state = 0; state < states; state++) {
          const cell = (s * columns + column) * states + state;
          const share = run.digest.shares[(h * stations + s) * states + state] ?? 0;
          shares[cell] = (shares[cell] ?? 0) + weight * share;
        }
      }
    }
  }
}

/** Shares of a station's states from the beginning of the run to the whole hour at or before `until`, by state. */
export function sharesSoFar(run: WatchedRun, station: number, until: number): Float64Array {
  const sums = new Float64Array(states);
  const stations = run.layout.stations.length;
  const hours = Math.floor(Math.min(until, run.known) / hour);
  for (let h = 0; h < hours; h++)
    for (let state = 0; state < states; state++)
      sums[state] = (sums[state] ?? 0) + (run.digest.shares[(h * stations + station) * states + state] ?? 0);
  return hours === 0 ? sums : sums.map((sum) => sum / hours / wholeShare);
}
