import type { Line } from "../../model";
import { EventKind, type MachineState, machineStates, type StateReason, stateReasons } from "../columns";
import type { TraceCursor } from "../cursor";
import { nowhere } from "../partLists";
import { Place } from "../places";
import { type LineRules, type Need, rulesOf, type StationRules } from "./rules";

/** A cursor with what the line adds to it. It never moves the cursor. */
export interface View {
  cursor: TraceCursor;
  rules: LineRules;
  /** machines by station */
  machines: number[][];
  /** what the rows ahead said of a machine, good as long as it is in the same state with the same part */
  ahead: Map<number, { since: number; part: number; answer: Need | number | null }>;
}

export function viewOf(cursor: TraceCursor, line: Line): View {
  const { layout } = cursor.trace;
  const machines = layout.stations.map((s) => Array.from({ length: s.machines }, (_, i) => s.firstMachine + i));
  return { cursor, rules: rulesOf(line, layout), machines, ahead: new Map() };
}

export const stationOf = ({ cursor }: View, m: number): number => cursor.trace.layout.machineStation[m]!;
export const rulesAt = (view: View, m: number): StationRules => view.rules.stations[stationOf(view, m)]!;
export const stateOf = ({ cursor }: View, m: number): MachineState => machineStates[cursor.machineState[m]!]!;
export const reasonOf = ({ cursor }: View, m: number): StateReason => stateReasons[cursor.machineReason[m]!]!;

export const machinesOf = ({ machines }: View, station: number): readonly number[] => machines[station]!;

export const partsOn = ({ cursor }: View, m: number): number => cursor.countIn(cursor.machineSlot(m));
export const inBuffer = ({ cursor }: View, f: number): number => cursor.countIn(cursor.bufferSlot(f));
export const onWay = ({ cursor }: View, f: number): number => cursor.countIn(cursor.slot(Place.transport, f));
export const inRework = ({ cursor }: View, i: number): number => cursor.countIn(cursor.slot(Place.rework, i));
export const inTransit = ({ cursor }: View, i: number): number => cursor.countIn(cursor.slot(Place.transit, i));

/** Parts of a flow between its two stations: `moving` will arrive by themselves, `gathering` wait for their lot first. */
export function wayOf(view: View, f: number): { moving: number; gathering: number; underWay: number } {
  const { cursor, rules } = view;
  const { lot } = rules.flows[f]!;
  const between = onWay(view, f);
  // an oven before several flows does not say where its parts will go: they count for each
  const inOven = inTransit(view, cursor.trace.layout.flows[f]!.from);
  // lots leave and arrive whole, so what is over has not left yet
  const gathering = between % lot;
  const comes = lot === 1 ? inOven : Math.floor((gathering + inOven) / lot) * lot;
  return { moving: between - gathering + comes, gathering, underWay: between + inOven };
}

/** People on duty now: none of the persons off shift; robots stay. */
export function onDuty({ cursor, rules }: View, pool: number): number {
  if (!cursor.isOnShift && cursor.trace.layout.pools[pool]!.kind === "person") return 0;
  const { byShift, always } = rules.pools[pool]!;
  return byShift[cursor.shift] ?? always;
}

/**
 * Whom a machine asks where its line leaves several open: the people who come next tell. Null where the trace ends, or
 * the machine fails, before anybody comes.
 */
export function askedAhead(view: View, m: number): Need | null {
  const answer = remembered(view, m, nowhere, (row) => {
    const { kind, a, b, c } = view.cursor.trace.columns;
    if (kind[row] === EventKind.operators && b[row] === m && c[row]! > 0) return { pool: a[row]!, count: c[row]! };
    if (kind[row] !== EventKind.machineState || a[row] !== m) return undefined;
    const next = machineStates[b[row]!]!;
    // the night comes between; the machine goes on waiting for the same people in the morning
    return next === "offShift" || next === stateOf(view, m) ? undefined : null;
  });
  return typeof answer === "number" ? null : answer;
}

/** The outflow on which part `part` of machine `m` leaves: where it goes next tells. Null where the trace ends before. */
export function flowAhead(view: View, m: number, part: number): number | null {
  const { layout, columns } = view.cursor.trace;
  const answer = remembered(view, m, part, (row) => {
    if (columns.kind[row] !== EventKind.partTo || columns.a[row] !== part) return undefined;
    const place = columns.b[row]!;
    const index = columns.c[row]!;
    if (place === Place.buffer || place === Place.transport) return index;
    if (place !== Place.machine) return null;
    const flow = rulesAt(view, m).outFlows.find((f) => layout.flows[f]!.to === layout.machineStation[index]);
    return flow ?? null;
  });
  return typeof answer === "number" ? answer : null;
}

/** First answer of the rows after now; kept, so that a walk through a long wait reads them once. */
function remembered(
  view: View,
  m: number,
  part: number,
  read: (row: number) => Need | number | null | undefined,
): Need | number | null {
  const { cursor, ahead } = view;
  const since = cursor.machineSince[m]!;
  const old = ahead.get(m);
  if (old !== undefined && old.since === since && old.part === part) return old.answer;
  const { time } = cursor.trace.columns;
  let answer: Need | number | null | undefined;
  for (let row = firstRowAfter(time, cursor.now); row < time.length && answer === undefined; row++) answer = read(row);
  ahead.set(m, { since, part, answer: answer ?? null });
  return answer ?? null;
}

function firstRowAfter(time: Float64Array, t: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle]! <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}
