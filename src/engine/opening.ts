import { EventKind, Place, type TraceRecorder } from "../trace";
import { tracedReason, tracedState } from "./accounting";
import { NONE } from "./codes";
import * as Clock from "./codes/clock";
import * as Flag from "./codes/flag";
import * as s from "./state";

/**
 * The first rows of a trace that begins in the middle of a run: where every part is, in the order in which it waits, what
 * every machine does, who is with it. Whoever reads the rows stands where a reader from time 0 would.
 */
export function recordOpening(recorder: TraceRecorder): void {
  const now = s.clock[Clock.now]!;
  const { line } = s;
  if (!line.planned.continuous) {
    const isOn = s.clock[Clock.onShift] === 1;
    recorder.record(now, EventKind.shift, isOn ? 1 : 0, isOn ? line.planned.shift[s.clock[Clock.interval]!]! : 0, 0);
  }
  for (let m = 0; m < line.machineStation.length; m++) {
    const state = s.countedState[m]!;
    recorder.record(now, EventKind.machineState, m, tracedState[state]!, tracedReason[state]!);
    if (s.heldPool[m] !== NONE) recorder.record(now, EventKind.operators, s.heldPool[m]!, m, s.heldCount[m]!);
    if (s.repairHeldPool[m] !== NONE)
      recorder.record(now, EventKind.operators, s.repairHeldPool[m]!, m, s.repairHeldCount[m]!);
    for (const p of listFrom(s.partHead[m]!)) recordPart(recorder, now, p, Place.machine, m);
  }
  line.flows.forEach((_, f) => {
    for (const p of listFrom(s.bufferHead[f]!)) recordPart(recorder, now, p, Place.buffer, f);
    for (const p of listFrom(s.moverHead[f]!)) recordPart(recorder, now, p, Place.transport, f);
    for (const p of listFrom(s.lotHead[f]!)) recordPart(recorder, now, p, Place.transport, f);
  });
  for (let v = 0; v < line.vehicles; v++) {
    recorder.record(now, EventKind.vehicle, v, s.vehicleState[v]!, s.vehicleFlow[v]!);
    for (const p of listFrom(s.vehicleHead[v]!)) recordPart(recorder, now, p, Place.transport, s.vehicleFlow[v]!);
  }
  for (const { index: i } of line.stations) {
    for (const p of listFrom(s.reworkHead[i]!)) recordPart(recorder, now, p, Place.rework, i);
    for (const p of listFrom(s.rawHead[i]!)) recordPart(recorder, now, p, Place.raw, i);
    for (const p of listFrom(s.moverHead[line.flows.length + i]!)) recordPart(recorder, now, p, Place.transit, i);
  }
}

function listFrom(head: number): number[] {
  const parts: number[] = [];
  for (let p = head; p !== NONE; p = s.partNext[p]!) parts.push(p);
  return parts;
}

function recordPart(recorder: TraceRecorder, now: number, p: number, place: number, index: number): void {
  const serial = s.partSerial[p]!;
  recorder.record(now, EventKind.partEnters, serial, s.partProduct[p]!, NONE);
  recorder.record(now, EventKind.partTo, serial, place, index);
  if ((s.partFlags[p]! & Flag.defective) !== 0) recorder.record(now, EventKind.defect, serial, 1, 0);
}
