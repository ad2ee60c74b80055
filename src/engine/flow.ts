import { Place } from "../trace";
import { bookBuffer, bookRaw, refreshState } from "./accounting";
import type { CompiledStation } from "./compile";
import { beginWork, setIdle } from "./machine";
import { depart, startMove } from "./mover";
import { absorbPart, createPart, finishPart, recordPlace, scrapPart } from "./part";
import { nextUniform } from "./random";
import { sample } from "./sampler";
import { Clock, Down, Flag, MACHINE_STREAMS, NONE, Phase, Purpose, type SimulationState } from "./state";

/** May this machine hand over or take a part now? Not while it is down or off shift. */
function isAble(s: SimulationState, m: number): boolean {
  return s.down[m] === Down.up && s.frozen[m] === 0;
}

function putOnMachine(s: SimulationState, m: number, part: number): void {
  s.partNext[part] = s.partHead[m]!;
  s.partHead[m] = part;
  s.partCount[m]!++;
  recordPlace(s, part, Place.machine, m);
}

/** An idle machine looks for work: rework first, then its own raw parts, then its buffers. */
export function tryTake(s: SimulationState, m: number): void {
  const st = s.line.stationOf[m]!;
  if (st.assembly !== null) takeAssembly(s, m, st);
  else if (st.batch > 1) takeBatch(s, m, st, false);
  else takeOne(s, m, st);
}

function takeOne(s: SimulationState, m: number, st: CompiledStation): void {
  const i = st.index;
  if (s.reworkLength[i]! > 0) {
    load(s, m, popRework(s, i));
    beginWork(s, m);
    return;
  }
  if (st.supply === "unlimited") {
    load(s, m, createPart(s, i));
    beginWork(s, m);
    return;
  }
  if (st.supply !== "none") {
    if (s.rawLength[i]! === 0) return;
    load(s, m, popRaw(s, i));
    beginWork(s, m);
    return;
  }
  const f = fullestClaim(s, st);
  if (f === NONE) return;
  if (s.bufferLength[f]! > 0) {
    load(s, m, popBuffer(s, f));
    beginWork(s, m);
    refill(s, f);
  } else {
    const u = popBlocked(s, f);
    load(s, m, popFromMachine(s, u));
    beginWork(s, m);
    unload(s, u);
  }
}

function load(s: SimulationState, m: number, part: number): void {
  setIdle(s, m, false);
  putOnMachine(s, m, part);
}

/** The inflow whose first part has waited longest, or one with a machine that can hand over directly; NONE if all are empty. */
function fullestClaim(s: SimulationState, st: CompiledStation): number {
  const flows = st.inFlows;
  if (flows.length === 1) {
    const f = flows[0]!;
    return s.bufferLength[f]! > 0 || firstAbleBlocked(s, f) !== NONE ? f : NONE;
  }
  let best: number = NONE;
  let since = Infinity;
  for (const f of flows) {
    const head = s.bufferHead[f]!;
    const blocked = head === NONE ? firstAbleBlocked(s, f) : NONE;
    const arrived = head !== NONE ? s.partArrived[head]! : blocked !== NONE ? s.blockedSince[blocked]! : Infinity;
    if (arrived < since) {
      since = arrived;
      best = f;
    }
  }
  return best;
}

/** The buffer whose first part has waited longest; one of them holds a part. */
function oldestBuffer(s: SimulationState, st: CompiledStation): number {
  let best: number = NONE;
  for (const f of st.inFlows) {
    if (s.bufferLength[f] === 0) continue;
    if (best === NONE || s.partArrived[s.bufferHead[f]!]! < s.partArrived[s.bufferHead[best]!]!) best = f;
  }
  return best;
}

/** The first blocked machine of a hand-over flow that can act; flows with places are refilled through `refill` instead. */
function firstAbleBlocked(s: SimulationState, f: number): number {
  const flow = s.line.flows[f]!;
  if (flow.transport >= 0 || s.line.stations[flow.from]!.transit >= 0) return NONE;
  let u = s.blockedHead[f]!;
  while (u !== NONE && !isAble(s, u)) u = s.nextBlocked[u]!;
  return u;
}

function popBlocked(s: SimulationState, f: number): number {
  const u = firstAbleBlocked(s, f);
  unlinkBlocked(s, f, u);
  return u;
}

export function unlinkBlocked(s: SimulationState, f: number, u: number): void {
  let before: number = NONE;
  let at = s.blockedHead[f]!;
  while (at !== u) {
    before = at;
    at = s.nextBlocked[at]!;
  }
  const next = s.nextBlocked[u]!;
  if (before === NONE) s.blockedHead[f] = next;
  else s.nextBlocked[before] = next;
  if (s.blockedTail[f] === u) s.blockedTail[f] = before;
  s.nextBlocked[u] = NONE;
}

function popFromMachine(s: SimulationState, m: number): number {
  const p = s.partHead[m]!;
  s.partHead[m] = s.partNext[p]!;
  s.partNext[p] = NONE;
  s.partCount[m]!--;
  return p;
}

function popBuffer(s: SimulationState, f: number): number {
  bookBuffer(s, f);
  const p = s.bufferHead[f]!;
  s.bufferHead[f] = s.partNext[p]!;
  if (s.bufferHead[f] === NONE) s.bufferTail[f] = NONE;
  s.partNext[p] = NONE;
  s.bufferLength[f]!--;
  return p;
}

export function pushBuffer(s: SimulationState, f: number, p: number): void {
  bookBuffer(s, f);
  s.partNext[p] = NONE;
  s.partArrived[p] = s.clock[Clock.now]!;
  if (s.bufferTail[f] === NONE) s.bufferHead[f] = p;
  else s.partNext[s.bufferTail[f]!] = p;
  s.bufferTail[f] = p;
  s.bufferLength[f]!++;
  recordPlace(s, p, Place.buffer, f);
}

function popRework(s: SimulationState, i: number): number {
  const p = s.reworkHead[i]!;
  s.reworkHead[i] = s.partNext[p]!;
  if (s.reworkHead[i] === NONE) s.reworkTail[i] = NONE;
  s.partNext[p] = NONE;
  s.reworkLength[i]!--;
  return p;
}

function popRaw(s: SimulationState, i: number): number {
  bookRaw(s, i);
  const p = s.rawHead[i]!;
  s.rawHead[i] = s.partNext[p]!;
  if (s.rawHead[i] === NONE) s.rawTail[i] = NONE;
  s.partNext[p] = NONE;
  s.rawLength[i]!--;
  return p;
}

/** A raw part arrives in front of a first station (arrivals, CONWIP release) and is taken at once where a machine is free. */
export function pushRaw(s: SimulationState, i: number): void {
  const p = createPart(s, i);
  bookRaw(s, i);
  s.partArrived[p] = s.clock[Clock.now]!;
  if (s.rawTail[i] === NONE) s.rawHead[i] = p;
  else s.partNext[s.rawTail[i]!] = p;
  s.rawTail[i] = p;
  s.rawLength[i]!++;
  recordPlace(s, p, Place.raw, i);
  wake(s, i);
}

/** Lets an idle machine of the station look for work. */
export function wake(s: SimulationState, station: number): void {
  if (s.idleMachines[station]! > 0) tryTake(s, longestIdle(s, s.line.stations[station]!));
}

function longestIdle(s: SimulationState, st: CompiledStation): number {
  if (st.machines === 1) return st.firstMachine;
  let best: number = NONE;
  let since = Infinity;
  for (let m = st.firstMachine; m < st.firstMachine + st.machines; m++) {
    if (s.phase[m] === Phase.idle && isAble(s, m) && s.idleSince[m]! < since) {
      since = s.idleSince[m]!;
      best = m;
    }
  }
  return best;
}

/** Room came free in buffer `f`: the machines blocked by it move, in the order in which they were blocked. */
export function refill(s: SimulationState, f: number): void {
  const flow = s.line.flows[f]!;
  while (s.blockedHead[f] !== NONE && s.bufferLength[f]! + s.reserved[f]! < flow.capacity) {
    let u = s.blockedHead[f]!;
    while (u !== NONE && !isAble(s, u)) u = s.nextBlocked[u]!;
    if (u === NONE) return;
    unlinkBlocked(s, f, u);
    unload(s, u);
  }
}

/** A blocked machine is able again (repaired, shift begins): it moves if there is room now. */
export function retryBlocked(s: SimulationState, m: number): void {
  const f = s.route[m]!;
  const flow = s.line.flows[f]!;
  const target = s.line.stations[flow.to]!;
  const direct =
    flow.transport < 0 &&
    s.line.stationOf[m]!.transit < 0 &&
    s.idleMachines[flow.to]! > 0 &&
    s.bufferLength[f] === 0 &&
    target.batch === 1 &&
    target.assembly === null;
  if (!direct && s.bufferLength[f]! + s.reserved[f]! >= flow.capacity) return;
  unlinkBlocked(s, f, m);
  unload(s, m);
}

/**
 * Parts leave the machine one by one: scrap and rework at once, the others as room appears. When the last has left, the
 * machine takes its next part.
 */
export function unload(s: SimulationState, m: number): void {
  const st = s.line.stationOf[m]!;
  while (s.partHead[m] !== NONE) {
    const p = s.partHead[m]!;
    const flags = s.partFlags[p]!;
    if ((flags & (Flag.scrap | Flag.rework)) !== 0) {
      popFromMachine(s, m);
      if ((flags & Flag.scrap) !== 0) scrap(s, p, st.index);
      else sendToRework(s, p, st.reworkTarget);
      continue;
    }
    if (st.outFlows.length === 0) {
      popFromMachine(s, m);
      if (st.transit >= 0)
        startMove(
          s,
          s.line.flows.length + st.index,
          p,
          sample(s.line.samplers, st.transit, s.random, s.stream.transit + st.index),
          Place.transit,
          st.index,
        );
      else finish(s, p, st.index);
      continue;
    }
    if (s.route[m] === NONE) s.route[m] = chooseRoute(s, m, st, p);
    const f = s.route[m]!;
    if (!push(s, m, f, st)) {
      s.phase[m] = Phase.blocked;
      s.nextBlocked[m] = NONE;
      s.blockedSince[m] = s.clock[Clock.now]!;
      if (s.blockedTail[f] === NONE) s.blockedHead[f] = m;
      else s.nextBlocked[s.blockedTail[f]!] = m;
      s.blockedTail[f] = m;
      refreshState(s, m);
      return;
    }
  }
  s.route[m] = NONE;
  s.phase[m] = Phase.idle;
  setIdle(s, m, true);
  tryTake(s, m);
  if (s.phase[m] === Phase.idle) refreshState(s, m);
}

/** Moves the first part of machine `m` along flow `f`, or returns false where there is no room. */
function push(s: SimulationState, m: number, f: number, st: CompiledStation): boolean {
  const flow = s.line.flows[f]!;
  const hasRoom = s.bufferLength[f]! + s.reserved[f]! < flow.capacity;
  if (flow.transport >= 0 || st.transit >= 0) {
    if (!hasRoom) return false;
    s.route[m] = NONE;
    depart(s, popFromMachine(s, m), f, st);
    return true;
  }
  const target = s.line.stations[flow.to]!;
  if (s.idleMachines[flow.to]! > 0 && target.batch === 1 && target.assembly === null && s.bufferLength[f] === 0) {
    const x = longestIdle(s, target);
    s.route[m] = NONE;
    load(s, x, popFromMachine(s, m));
    beginWork(s, x);
    return true;
  }
  if (!hasRoom) return false;
  s.route[m] = NONE;
  pushBuffer(s, f, popFromMachine(s, m));
  if (s.idleMachines[flow.to]! > 0) wake(s, flow.to);
  return true;
}

function chooseRoute(s: SimulationState, m: number, st: CompiledStation, part: number): number {
  if (st.outFlows.length === 1) return st.outFlows[0]!;
  if (st.outByProduct !== null) return st.outByProduct[s.partProduct[part]!]!;
  const u = nextUniform(s.random, s.stream.machine + m * MACHINE_STREAMS + Purpose.route);
  let i = 0;
  while (i < st.outFlows.length - 1 && u >= st.outShares![i]!) i++;
  return st.outFlows[i]!;
}

export function finish(s: SimulationState, p: number, station: number): void {
  finishPart(s, p, station);
  releaseConwip(s);
}

export function scrap(s: SimulationState, p: number, station: number): void {
  scrapPart(s, p, station);
  releaseConwip(s);
}

/** CONWIP: a part has left, so the next raw part may enter. */
function releaseConwip(s: SimulationState): void {
  if (s.line.conwipLevel === 0) return;
  for (const st of s.line.stations) {
    if (st.supply === "conwip") while (s.parts[2]! < s.line.conwipLevel) pushRaw(s, st.index);
  }
}

function sendToRework(s: SimulationState, p: number, target: number): void {
  s.partFlags[p] = Flag.touched;
  s.partNext[p] = NONE;
  if (s.reworkTail[target] === NONE) s.reworkHead[target] = p;
  else s.partNext[s.reworkTail[target]!] = p;
  s.reworkTail[target] = p;
  s.reworkLength[target]!++;
  recordPlace(s, p, Place.rework, target);
  wake(s, target);
}

// --- batches and assembly --------------------------------------------------------------------------------------------

function available(s: SimulationState, st: CompiledStation): number {
  if (st.supply === "unlimited") return Infinity;
  let n = s.reworkLength[st.index]! + s.rawLength[st.index]!;
  for (const f of st.inFlows) n += s.bufferLength[f]!;
  return n;
}

/** A batch machine takes a full batch, or what is there once the minimum has waited long enough (`waited`). */
export function takeBatch(s: SimulationState, m: number, st: CompiledStation, waited: boolean): void {
  const slot = s.slot.batchWait + st.index;
  const n = available(s, st);
  if (n < st.batch && (n < st.batchMin || (st.batchWait >= 0 && !waited))) {
    if (n >= st.batchMin && st.batchWait >= 0 && s.events.time[slot] === Infinity) {
      const wait = sample(s.line.samplers, st.batchWait, s.random, s.stream.batchWait + st.index);
      s.events.schedule(slot, s.clock[Clock.now]! + wait);
    }
    return;
  }
  if (st.batchWait >= 0) s.events.cancel(slot);
  const size = Math.min(st.batch, n);
  setIdle(s, m, false);
  for (let k = 0; k < size; k++) {
    let p: number;
    if (s.reworkLength[st.index]! > 0) p = popRework(s, st.index);
    else if (st.supply === "unlimited") p = createPart(s, st.index);
    else if (st.supply !== "none") p = popRaw(s, st.index);
    else p = popBuffer(s, oldestBuffer(s, st));
    putOnMachine(s, m, p);
  }
  reverseParts(s, m);
  beginWork(s, m);
  for (const f of st.inFlows) refill(s, f);
}

/** Parts were stacked last-first; they leave in the order in which they came. */
function reverseParts(s: SimulationState, m: number): void {
  let reversed: number = NONE;
  let at = s.partHead[m]!;
  while (at !== NONE) {
    const next = s.partNext[at]!;
    s.partNext[at] = reversed;
    reversed = at;
    at = next;
  }
  s.partHead[m] = reversed;
}

/** One of each input set is taken; the first part of the first input goes on as the assembled part, the others are absorbed. */
function takeAssembly(s: SimulationState, m: number, st: CompiledStation): void {
  if (s.reworkLength[st.index]! > 0) {
    load(s, m, popRework(s, st.index));
    beginWork(s, m);
    return;
  }
  for (const a of st.assembly!) if (s.bufferLength[a.flow]! < a.count) return;
  setIdle(s, m, false);
  let main: number = NONE;
  for (const a of st.assembly!) {
    for (let k = 0; k < a.count; k++) {
      const p = popBuffer(s, a.flow);
      if (main === NONE) {
        main = p;
        putOnMachine(s, m, p);
      } else {
        s.partFlags[main]! |= s.partFlags[p]! & (Flag.defective | Flag.touched);
        absorbPart(s, p, m);
      }
    }
  }
  beginWork(s, m);
  for (const a of st.assembly!) refill(s, a.flow);
  releaseConwip(s);
}
