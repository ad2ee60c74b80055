import { EventKind, Place, type Trace, type TraceCursor } from "../../trace";
import type { Picture } from "./picture";

/** Spells in which nothing moves because nobody is on shift, µs; read once from a trace. */
export interface Pauses {
  from: Float64Array;
  to: Float64Array;
}

/** The spells outside planned time that a trace tells of. */
export function pausesOf({ columns, start, end }: Trace): Pauses {
  const from: number[] = [];
  const to: number[] = [];
  let since: number | null = null;
  let isFirst = true;
  for (let row = 0; row < columns.time.length; row++) {
    if (columns.kind[row] !== EventKind.shift) continue;
    const time = columns.time[row] ?? 0;
    const begins = columns.a[row] === 1;
    // a trace that begins outside planned time tells so by what comes first
    if (isFirst && begins) since = start;
    isFirst = false;
    if (begins && since !== null) {
      from.push(since);
      to.push(time);
      since = null;
    } else if (!begins) since ??= time;
  }
  if (since !== null) {
    from.push(since);
    to.push(end);
  }
  return { from: Float64Array.from(from), to: Float64Array.from(to) };
}

/** µs of planned time between two moments. */
export function movingTime({ from, to }: Pauses, since: number, now: number): number {
  let time = now - since;
  for (let i = 0; i < from.length; i++) {
    const begin = Math.max(since, from[i] ?? 0);
    const end = Math.min(now, to[i] ?? 0);
    if (end > begin) time -= end - begin;
  }
  return time;
}

/**
 * Where the i-th part under way on a belt is, into `out`: as far as the belt has carried it since it was put on, and no
 * further than behind the parts that wait at its end and those ahead of it. All of that is in the trace and the file.
 */
export function onBelt(
  { plan, line, pauses }: Picture,
  cursor: TraceCursor,
  flow: number,
  part: number,
  i: number,
  out: [number, number, number],
): void {
  const belt = plan.racks[flow];
  const conveyor = line.flows?.[flow]?.conveyor;
  if (!belt || !conveyor) return;
  const { length, speed, spacing } = conveyor;
  const carried = (movingTime(pauses, cursor.cameAt(part), cursor.now) / 1e6) * speed;
  const ahead = cursor.countIn(cursor.slot(Place.buffer, flow)) + i;
  const left = length - Math.max(0, Math.min(carried, length - ahead * spacing));
  // what waits lies half a place from the end and a place apart: what is carried there comes to lie just so
  const drawn = Math.max(0, belt.width - belt.pitch / 2 - (left / spacing) * belt.pitch);
  out[0] = belt.x + belt.flow * (drawn - belt.width / 2);
  out[1] = belt.height;
  out[2] = belt.z;
}
