import type { MachineState } from "../columns";
import type { Lack, RootKind, WhyRoot } from "./types";
import { stateOf, type View } from "./view";

/** From one machine to the next: whom it waits for, or why the chain ends. */
export type Step = { lack: Lack | null } & ({ next: number } | { root: WhyRoot });

export const rootOf = (kind: RootKind, where: Partial<WhyRoot>): WhyRoot => ({
  kind,
  station: null,
  machine: null,
  flow: null,
  pool: null,
  ...where,
});

/** Which of several machines is told to be the reason: the lowest number. */
export type Order = Record<MachineState, number>;

const stopped = (n: number) => ({ down: n, setup: n, waitingOperator: n });
const busy = (n: number) => ({ working: n, loading: n });

/**
 * Of the machines of the station that should feed a flow. One that starves could take a part at once, so it is parts that
 * the station lacks and not machines, whatever its other machines do.
 */
export const feeding: Order = { starved: 0, ...stopped(1), blocked: 2, offShift: 3, ...busy(4) };

/** Of the machines of the station that should take parts: one that starves lacks the other parts of an assembly or batch. */
export const taking: Order = { starved: 0, blocked: 1, ...stopped(2), offShift: 3, ...busy(4) };

/** Of different stations, each of which could help: first one that stands still by itself. */
export const either: Order = { ...stopped(0), starved: 1, blocked: 1, offShift: 2, ...busy(3) };

/**
 * One of `machines` (not empty): first one that is not yet in the chain, then by `order`, then the one longest in its
 * state, then the first.
 */
export function choose(view: View, machines: readonly number[], order: Order, seen: ReadonlySet<number>): number {
  const since = view.cursor.machineSince;
  return machines.reduce((best, m) => {
    const bySeen = Number(seen.has(m)) - Number(seen.has(best));
    const byState = order[stateOf(view, m)] - order[stateOf(view, best)];
    return (bySeen || byState || since[m]! - since[best]!) < 0 ? m : best;
  });
}
