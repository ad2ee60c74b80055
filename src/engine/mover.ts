import { Place } from "../trace";
import type { CompiledStation } from "./compiled";
import { finish, pushBuffer, refill, wake } from "./flow";
import { recordPlace } from "./part";
import { sample } from "./sampler";
import { NONE } from "./codes";
import * as Clock from "./codes/clock";
import * as events from "./events";
import * as s from "./state";
import { sendVehicles } from "./vehicle";

// Parts under way: transports between stations, and ovens or belts that hold parts without holding a machine.

/** A place in the target buffer is reserved; the part goes through the oven first, or waits for its transport lot. */
export function depart(p: number, f: number, st: CompiledStation): void {
  s.reserved[f]!++;
  if (st.transit >= 0) {
    s.partTarget[p] = f;
    const time = sample(st.transit, s.random, s.stream.transit + st.index);
    startMove(s.line.flows.length + st.index, p, time, Place.transit, st.index);
  } else collectLot(p, f);
  const belt = s.line.beltSlot[f]!;
  if (belt !== NONE) events.schedule(belt, s.clock[Clock.now]! + s.line.flows[f]!.headway);
}

/** The entry of a conveyor is free again. */
export function onBelt(f: number): void {
  events.cancel(s.line.beltSlot[f]!);
  refill(f);
}

function collectLot(p: number, f: number): void {
  const flow = s.line.flows[f]!;
  s.partNext[p] = NONE;
  if (s.lotTail[f] === NONE) s.lotHead[f] = p;
  else s.partNext[s.lotTail[f]!] = p;
  s.lotTail[f] = p;
  s.lotLength[f]!++;
  recordPlace(p, Place.transport, f);
  s.partArrived[p] = s.clock[Clock.now]!;
  if (s.lotLength[f]! < flow.lot) return;
  if (flow.transporter >= 0) return sendVehicles(flow.transporter);
  const time = sample(flow.transport, s.random, s.stream.transport + f);
  let at = s.lotHead[f]!;
  s.lotHead[f] = NONE;
  s.lotTail[f] = NONE;
  s.lotLength[f] = 0;
  while (at !== NONE) {
    const next = s.partNext[at]!;
    insertMove(f, at, s.clock[Clock.now]! + time);
    at = next;
  }
}

export function startMove(mover: number, p: number, time: number, place: number, index: number): void {
  recordPlace(p, place, index);
  insertMove(mover, p, s.clock[Clock.now]! + time);
}

/** Parts of one mover wait in order of arrival; its slot of the event list stands for the first. */
function insertMove(mover: number, p: number, arrival: number): void {
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
    events.schedule(s.line.moverSlot[mover]!, arrival);
  } else s.partNext[before] = p;
}

/** The first part of a mover has arrived. */
export function arrive(mover: number): void {
  const flows = s.line.flows.length;
  const p = s.moverHead[mover]!;
  s.moverHead[mover] = s.partNext[p]!;
  s.partNext[p] = NONE;
  if (s.moverHead[mover] === NONE) events.cancel(s.line.moverSlot[mover]!);
  else events.schedule(s.line.moverSlot[mover]!, s.partArrived[s.moverHead[mover]!]!);
  if (mover >= flows) {
    const st = s.line.stations[mover - flows]!;
    if (st.outFlows.length === 0) return finish(p, st.index);
    const f = s.partTarget[p]!;
    if (s.line.flows[f]!.transport >= 0) return collectLot(p, f);
    return deliver(p, f);
  }
  deliver(p, mover);
}

export function deliver(p: number, f: number): void {
  s.reserved[f]!--;
  pushBuffer(f, p);
  wake(s.line.flows[f]!.to);
  refill(f);
}
