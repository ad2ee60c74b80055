import { EventKind, type Trace } from "../../trace";
import type { Line } from "../../model";
import { mostOnDuty } from "../plan/needs";
import type { LinePlan } from "../plan/types";
import { timelineOf, type Timeline } from "./timeline";

/** at home, or without work */
export const idle = -1;
/** most people who find a place of their own at one machine */
export const perMachine = 8;

export interface Crew {
  /** pool → its first person; one more at the end */
  first: Int32Array;
  /** person → where: machine × `perMachine` + place there, or `idle` */
  ways: Timeline;
}

/**
 * Who of a pool went where. The trace counts heads at machines; which head it was is told the same way each time: of
 * those without work the one who stands nearest goes, and of those at a machine the first who came leaves first.
 */
export function crewOf(trace: Trace, line: Line, plan: LinePlan): Crew {
  const first = new Int32Array(line.operators.length + 1);
  line.operators.forEach((pool, p) => (first[p + 1] = (first[p] ?? 0) + mostOnDuty(pool)));
  const people = first[line.operators.length] ?? 0;
  const where = new Int32Array(people).fill(idle);
  const stands = new Int32Array(people).fill(idle);
  const taken = new Map<number, number>();
  const entries: [number, number][][] = Array.from({ length: people }, () => []);
  const { time, kind, a, b, c } = trace.columns;

  const arrive = (pool: number, machine: number, t: number): void => {
    let best = -1;
    let least = Infinity;
    for (let i = first[pool] ?? 0; i < (first[pool + 1] ?? 0); i++) {
      if (where[i] !== idle) continue;
      const last = stands[i] ?? idle;
      const far = last === idle ? 1e6 : distance(plan, last, machine);
      if (far < least) [best, least] = [i, far];
    }
    if (best < 0) return;
    const places = taken.get(machine) ?? 0;
    let place = 0;
    while (place < perMachine - 1 && places & (1 << place)) place++;
    taken.set(machine, places | (1 << place));
    where[best] = machine * perMachine + place;
    stands[best] = machine;
    push(best, t);
  };
  const leave = (pool: number, machine: number, t: number): void => {
    for (let i = first[pool] ?? 0; i < (first[pool + 1] ?? 0); i++) {
      const at = where[i] ?? idle;
      if (at < 0 || Math.floor(at / perMachine) !== machine) continue;
      taken.set(machine, (taken.get(machine) ?? 0) & ~(1 << (at % perMachine)));
      where[i] = idle;
      push(i, t);
      return;
    }
  };
  const push = (person: number, t: number): void => {
    const own = entries[person];
    const value = where[person] ?? idle;
    const last = own?.[own.length - 1];
    // sent on at the same instant: that is one way, not two
    if (last?.[0] === t) {
      last[1] = value;
      if (own && own.length > 1 && own[own.length - 2]?.[1] === value) own.pop();
    } else own?.push([t, value]);
  };

  for (let i = 0; i < time.length; i++) {
    if (kind[i] !== EventKind.operators) continue;
    const heads = c[i] ?? 0;
    for (let n = Math.abs(heads); n > 0; n--) (heads > 0 ? arrive : leave)(a[i] ?? 0, b[i] ?? 0, time[i] ?? 0);
  }
  return { first, ways: timelineOf(entries) };
}

function distance(plan: LinePlan, from: number, to: number): number {
  const a = plan.machines[from];
  const b = plan.machines[to];
  return a && b ? Math.abs(a.x - b.x) + Math.abs(a.z - b.z) : 0;
}
