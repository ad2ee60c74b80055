import type { Line } from "../../model";
import { machineStates, Place, type TraceCursor } from "../../trace";
import type { Timeline } from "../picture/timeline";
import type { LinePlan } from "../plan/types";
import { queueOf } from "../summary";
import type { OverlayKind } from "./types";

/** Station → parts that wait for it now, rework included, and the places there are (null = without limit). */
export function waitingParts(cursor: TraceCursor): { parts: number; places: number | null }[] {
  return cursor.trace.layout.stations.map((_, s) => {
    const { count, capacity } = queueOf(cursor, s);
    return { parts: count + cursor.countIn(cursor.slot(Place.rework, s)), places: capacity };
  });
}

const unlimited = 40;

/**
 * The top of the WIP scale: the largest room before a station of any of the lines, rounded up to 1, 2 or 5 × a power of
 * ten. It hangs on the lines alone, so it stays the same while they run, and is the same for all on screen.
 */
export function wipTop(lines: readonly Pick<Line, "stations" | "flows">[]): number {
  const most = Math.max(
    1,
    ...lines.flatMap(({ stations, flows }) =>
      stations.map(({ id }) =>
        (flows ?? []).reduce((sum, flow) => (flow.to === id ? sum + (flow.capacity ?? unlimited) : sum), 0),
      ),
    ),
  );
  return roundUp(most);
}

/** 1, 2 or 5 × a power of ten, at or above a number: roundUp(34) = 50. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((step) => step * power >= value - 1e-9) ?? 10) * power;
}

/** Station → kW that its machines draw now (line model, `power`); null where the line does not say. */
export function powerNow(line: Line, cursor: TraceCursor): (number | null)[] {
  return line.stations.map(({ power }, s) => {
    const spot = cursor.trace.layout.stations[s];
    if (power === undefined || spot === undefined) return null;
    let kw = 0;
    for (let m = spot.firstMachine; m < spot.firstMachine + spot.machines; m++) {
      const state = machineStates[cursor.machineState[m] ?? 0];
      kw += state === "working" ? power.working : state === "offShift" ? power.offShift : power.idle;
    }
    return kw;
  });
}

/** The top of the power scale: what the hungriest station of any of the lines can draw, rounded up. */
export function powerTop(lines: readonly Line[]): number {
  const most = lines.flatMap(({ stations }) => stations.map(({ power, machines }) => (power?.working ?? 0) * machines));
  return roundUp(Math.max(1, ...most));
}

/** The top of the scale of colours of an overlay, for its legend; null where it has none. */
export function scaleTopOf(kind: OverlayKind, lines: readonly Line[]): number | null {
  return kind === "load" ? 1 : kind === "wip" ? wipTop(lines) : kind === "energy" ? powerTop(lines) : null;
}

/** The top of the flow scale: the largest of any of the runs, rounded up. */
export function flowTop(rates: readonly (Float64Array | null)[]): number {
  return roundUp(Math.max(1, ...rates.flatMap((of) => (of === null ? [] : [...of]))));
}

/** Ways walked between two machines, both directions together. */
export interface Walk {
  a: number;
  b: number;
  times: number;
  /** of one way */
  metres: number;
}

/**
 * Who went from machine to machine from `from` to `to` µs, by the record of where each person is (`value` = machine ×
 * `perMachine` + place, < 0 = nowhere in particular). Metres as the crow flies: the least that was walked.
 */
export function walks(ways: Timeline, plan: LinePlan, perMachine: number, from: number, to: number): Walk[] {
  const found = new Map<number, Walk>();
  const machines = plan.machines.length;
  for (let person = 0; person + 1 < ways.offset.length; person++) {
    let last = -1;
    for (let i = ways.offset[person] ?? 0; i < (ways.offset[person + 1] ?? 0); i++) {
      const time = ways.time[i] ?? 0;
      if (time > to) break;
      const value = ways.value[i] ?? -1;
      if (value < 0) continue;
      const machine = Math.floor(value / perMachine);
      if (last >= 0 && machine !== last && time > from) {
        const a = Math.min(last, machine);
        const b = Math.max(last, machine);
        const known = found.get(a * machines + b);
        if (known !== undefined) known.times++;
        else found.set(a * machines + b, { a, b, times: 1, metres: distance(plan, a, b) });
      }
      last = machine;
    }
  }
  return [...found.values()];
}

function distance({ machines }: LinePlan, a: number, b: number): number {
  const p = machines[a];
  const q = machines[b];
  return p === undefined || q === undefined ? 0 : Math.hypot(p.x - q.x, p.z - q.z);
}
