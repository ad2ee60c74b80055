import { EventKind, type Trace } from "../trace";

/** A stretch of planned time of a trace. `from` and `to` in µs of calendar time, `planned` µs of planned time before it. */
interface Stretch {
  from: number;
  to: number;
  planned: number;
}

/** The planned time of a trace: 0 at its start, standing still outside the shifts. */
export interface PlannedAxis {
  /** µs of planned time in the whole trace */
  length: number;
  stretches: readonly Stretch[];
}

/** Planned time by the shift rows. A trace without any runs round the clock; before its first one it is in the opposite condition. */
export function plannedAxisOf({ columns, start, end }: Trace): PlannedAxis {
  const stretches: Stretch[] = [];
  let length = 0;
  let from: number | null = null;
  const close = (to: number): void => {
    if (from === null || to <= from) return;
    stretches.push({ from, to, planned: length });
    length += to - from;
  };
  const first = columns.kind.indexOf(EventKind.shift);
  if (first < 0 || columns.a[first] === 0) from = start;
  for (let row = first; row >= 0 && row < columns.kind.length; row++) {
    if (columns.kind[row] !== EventKind.shift) continue;
    const isOn = columns.a[row] === 1;
    if (isOn && from === null) from = Math.max(start, columns.time[row]!);
    if (!isOn && from !== null) {
      close(columns.time[row]!);
      from = null;
    }
  }
  close(end);
  return { length, stretches };
}

/** µs of planned time that have passed at calendar time `t`. */
export function plannedAt({ stretches, length }: PlannedAxis, t: number): number {
  const next = firstAfter(stretches, (s) => s.from > t);
  const stretch = stretches[next - 1];
  if (stretch === undefined) return 0;
  return Math.min(length, stretch.planned + Math.min(t, stretch.to) - stretch.from);
}

/** Calendar time at which `planned` µs of planned time have passed; at the end of a shift, that end. */
export function calendarAt({ stretches }: PlannedAxis, planned: number): number {
  const next = firstAfter(stretches, (s) => s.planned >= planned && s.planned > 0);
  const stretch = stretches[next - 1] ?? stretches[0];
  return stretch === undefined ? 0 : stretch.from + planned - stretch.planned;
}

/** Index of the first element for which `isAfter` holds (it holds for all later ones too), or the length. */
export function firstAfter<T>(list: readonly T[], isAfter: (element: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAfter(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
