import { Place } from "../trace";
import type { CompiledStation } from "./compile";
import { finish, pushBuffer, refill, wake } from "./flow";
import { recordPlace } from "./part";
import { sample } from "./sampler";
import { Clock, NONE, type SimulationState } from "./state";

// Parts under way: transports between stations, and ovens or belts that hold parts without holding a machine.

/** A place in the target buffer is reserved; the part goes through the oven first, or waits for its transport lot. */
export function depart(s: SimulationState, p: number, f: number, st: CompiledStation): void {
  s.reserved[f]!++;
  if (st.transit >= 0) {
    s.partTarget[p] = f;
    const time = sample(s.line.samplers, st.transit, s.random, s.stream.transit + st.index);
    startMove(s, s.line.flows.length + st.index, p, time, Place.transit, st.index);
  } else collectLot(s, p, f);
}

function collectLot(s: SimulationState, p: number, f: number): void {
  const flow = s.line.flows[f]!;
  s.partNext[p] = NONE;
  if (s.lotTail[f] === NONE) s.lotHead[f] = p;
  else s.partNext[s.lotTail[f]!] = p;
  s.lotTail[f] = p;
  s.lotLength[f]!++;
  recordPlace(s, p, Place.transport, f);
  if (s.lotLength[f]! < flow.lot) return;
  const time = sample(s.line.samplers, flow.transport, s.random, s.stream.transport + f);
  let at = s.lotHead[f]!;
  s.lotHead[f] = NONE;
  s.lotTail[f] = NONE;
  s.lotLength[f] = 0;
  while (at !== NONE) {
    const next = s.partNext[at]!;
    insertMove(s, f, at, s.clock[Clock.now]! + time);
    at = next;
  }
}

export function startMove(
  s: SimulationState,
  mover: number,
  p: number,
  time: number,
  place: number,
  index: number,
): void {
  recordPlace(s, p, place, index);
  insertMove(s, mover, p, s.clock[Clock.now]! + time);
}

/** Parts of one mover wait in order of arrival; its slot of the event list stands for the first. */
function insertMove(s: SimulationState, mover: number, p: number, arrival: number): void {
  s.partArrived[p] = arrival;
  let before: number = NONE;
  let at = s.moverHead[mover]!;
  while (at !== NONE && s.partArrived[at]! <= arrival) {
    before = at;
    at = s.partNext[at]!;
  }
  s.partNext[p] = at;
  if (before === NONE) {
    s.moverHead[mover] = p;
    s.events.schedule(s.slot.movers + mover, arrival);
  } else s.partNext[before] = p;
}

/** The first part of a mover has arrived. */
export function arrive(s: SimulationState, mover: number): void {
  const flows = s.line.flows.length;
  const p = s.moverHead[mover]!;
  s.moverHead[mover] = s.partNext[p]!;
  s.partNext[p] = NONE;
  if (s.moverHead[mover] === NONE) s.events.cancel(s.slot.movers + mover);
  else s.events.schedule(s.slot.movers + mover, s.partArrived[s.moverHead[mover]!]!);
  if (mover >= flows) {
    const st = s.line.stations[mover - flows]!;
    if (st.outFlows.length === 0) return finish(s, p, st.index);
    const f = s.partTarget[p]!;
    if (s.line.flows[f]!.transport >= 0) return collectLot(s, p, f);
    return deliver(s, p, f);
  }
  deliver(s, p, mover);
}

function deliver(s: SimulationState, p: number, f: number): void {
  s.reserved[f]!--;
  pushBuffer(s, f, p);
  wake(s, s.line.flows[f]!.to);
  refill(s, f);
}
