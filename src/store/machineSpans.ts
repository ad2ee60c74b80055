import { EventKind, machineStates } from "../trace";
import type { WatchedRun } from "./watchedRun";

/** A machine in one state, µs of calendar time. */
export interface MachineSpan {
  /** index of the station in the line */
  station: number;
  /** of its machines, from 0 */
  machine: number;
  state: (typeof machineStates)[number];
  from: number;
  to: number;
}

/** What every machine did from `from` to `to`, machine by machine; null where not all of that time is held. */
export function machineSpans(run: WatchedRun, from: number, to: number): MachineSpan[] | null {
  const { layout, windowLength } = run;
  const windows = run.heldBetween(from, to - 1);
  if (windows.length < run.indexAt(to - 1) - run.indexAt(from) + 1) return null;
  const spans: MachineSpan[][] = layout.machineStation.map(() => []);
  const first = new Map<number, number>();
  layout.machineStation.forEach((station, machine) => {
    if (!first.has(station)) first.set(station, machine);
  });
  const add = (machine: number, state: number, begin: number, end: number): void => {
    const own = spans[machine];
    const name = machineStates[state];
    if (own === undefined || name === undefined || end <= begin) return;
    const last = own.at(-1);
    // a window begins by saying each machine's state anew
    if (last?.state === name && last.to === begin) last.to = end;
    else {
      const station = layout.machineStation[machine] ?? 0;
      own.push({ station, machine: machine - (first.get(station) ?? 0), state: name, from: begin, to: end });
    }
  };
  for (const { index, trace } of windows) {
    const begin = Math.max(from, index * windowLength);
    const end = Math.min(to, (index + 1) * windowLength, trace.end);
    const { time, kind, a, b } = trace.columns;
    const state = new Uint8Array(spans.length);
    const since = new Float64Array(spans.length).fill(begin);
    for (let row = 0; row < time.length; row++) {
      const t = time[row] ?? 0;
      if (t >= end) break;
      if (kind[row] !== EventKind.machineState) continue;
      const machine = a[row] ?? 0;
      if (t > begin) {
        add(machine, state[machine] ?? 0, since[machine] ?? begin, t);
        since[machine] = t;
      }
      state[machine] = b[row] ?? 0;
    }
    spans.forEach((_, machine) => add(machine, state[machine] ?? 0, since[machine] ?? begin, end));
  }
  return spans.flat();
}
