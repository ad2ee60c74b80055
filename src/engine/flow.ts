import { Place } from "../trace";
import { bookRaw, setState } from "./accounting";
import type { CompiledStation } from "./compiled";
import { bringsCard, hasCard, returnCard, takeCard, watchExpiry } from "./cards";
import { takeAssembly, takeBatch } from "./gather";
import { beginWork } from "./machine";
import { depart, startMove } from "./mover";
import { createPart, finishPart, recordDefect, recordPlace, scrapPart } from "./part";
import { nextUniform } from "./random";
import { sample } from "./sampler";
import { dropTimer } from "./timer";
import { NONE } from "./codes";
import * as Clock from "./codes/clock";
import * as Counted from "./codes/counted";
import * as Down from "./codes/down";
import * as Flag from "./codes/flag";
import * as Parts from "./codes/parts";
import * as Phase from "./codes/phase";
import { MACHINE_STREAMS } from "./streams";
import * as Purpose from "./codes/purpose";
import * as events from "./events";
import * as s from "./state";
import * as Has from "./codes/has";
import * as Takes from "./codes/takes";
import * as t from "./table";

/** May this machine hand over or take a part now? Not while it is down or off shift. */
function isAble(m: number): boolean {
  return s.down[m] === Down.up && s.frozen[m] === 0;
}

export function putOnMachine(m: number, part: number): void {
  s.partNext[part] = s.partHead[m]!;
  s.partHead[m] = part;
  s.partCount[m]!++;
  recordPlace(part, Place.machine, m);
}

/** A machine counted as idle looks for work. */
export function tryTake(m: number): void {
  const i = t.station[m]!;
  // not counted while it looks: nobody is to hand it a part
  s.idleMachines[i]!--;
  if (!takes(m)) s.idleMachines[i]!++;
}

/** A machine that is idle, but not counted so, takes a part where there is one: rework first, then raw parts, then buffers. */
function takes(m: number): boolean {
  const i = t.station[m]!;
  const bits = t.bits[i]!;
  if ((bits & Has.cards) !== 0 && !hasCard(i) && !bringsCard(i)) return false;
  const from = t.takes[i]!;
  let f: number = NONE;
  let part: number = NONE;
  if (from === Takes.batch) return takeBatch(m, s.line.stations[i]!, false);
  if (from === Takes.assembly) return takeAssembly(m, s.line.stations[i]!);
  if ((bits & Has.rework) !== 0 && s.reworkLength[i]! > 0) part = popRework(i);
  else if (from === Takes.unlimited) part = createPart(i) | 0;
  else if (from === Takes.raw) {
    if (s.rawLength[i]! === 0) return false;
    part = popRaw(i);
  } else {
    f = from === Takes.oneFlow ? t.inFlow[i]! : longestClaim(s.line.stations[i]!);
    if (f === NONE) return false;
    if (s.bufferLength[f]! === 0) {
      if (s.blockedHead[f] === NONE) return false;
      const u = firstAbleBlocked(f);
      if (u === NONE) return false;
      unlinkBlocked(f, u);
      load(m, popFromMachine(u));
      beginWork(m);
      unload(u);
      return true;
    }
    part = popBuffer(f);
  }
  putOnMachine(m, part);
  if ((bits & Has.cards) !== 0) takeCard(part, t.loopFrom[i]!);
  beginWork(m);
  if (f !== NONE && s.blockedHead[f] !== NONE) refill(f);
  return true;
}

/** The part goes onto a machine that is not counted as idle (any more). */
export function load(m: number, part: number): void {
  putOnMachine(m, part);
  if ((t.bits[t.station[m]!]! & Has.cards) !== 0) takeCard(part, t.loopFrom[t.station[m]!]!);
}

/** The inflow whose first part has waited longest, or one with a machine that can hand over directly; NONE if all are empty. */
function longestClaim(st: CompiledStation): number {
  let best: number = NONE;
  let since = Infinity;
  for (const f of st.inFlows) {
    const head = s.bufferHead[f]!;
    const blocked = head === NONE ? firstAbleBlocked(f) : NONE;
    const arrived = head !== NONE ? s.partArrived[head]! : blocked !== NONE ? s.blockedSince[blocked]! : Infinity;
    if (arrived < since) {
      since = arrived;
      best = f;
    }
  }
  return best;
}

/** The first blocked machine of a hand-over flow that can act; flows that move parts are refilled through `refill` instead. */
function firstAbleBlocked(f: number): number {
  if (t.flowMoves[f] !== 0) return NONE;
  let u = s.blockedHead[f]!;
  while (u !== NONE && !isAble(u)) u = s.nextBlocked[u]!;
  return u;
}

export function unlinkBlocked(f: number, u: number): void {
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

function popFromMachine(m: number): number {
  const p = s.partHead[m]!;
  s.partHead[m] = s.partNext[p]!;
  s.partCount[m]!--;
  return p;
}

export function popBuffer(f: number): number {
  const planned = s.clock[Clock.planned]!;
  const length = s.bufferLength[f]!;
  const p = s.bufferHead[f]!;
  s.bufferLength[f] = length - 1;
  s.bufferHead[f] = s.partNext[p]!;
  s.bufferArea[f]! += planned;
  if (length === t.flowCapacity[f]) s.bufferFull[f]! += planned;
  if (t.flowExpires[f] === 1) watchExpiry(f);
  return p;
}

export function pushBuffer(f: number, p: number): void {
  const planned = s.clock[Clock.planned]!;
  const length = s.bufferLength[f]! + 1;
  s.bufferLength[f] = length;
  s.partArrived[p] = s.clock[Clock.now]!;
  s.partNext[p] = NONE;
  if (length === 1) s.bufferHead[f] = p;
  else s.partNext[s.bufferTail[f]!] = p;
  s.bufferTail[f] = p;
  s.bufferArea[f]! -= planned;
  if (length === t.flowCapacity[f]) s.bufferFull[f]! -= planned;
  if (t.flowExpires[f] === 1 && length === 1) watchExpiry(f);
  if (length > s.bufferMost[f]!) s.bufferMost[f] = length;
  recordPlace(p, Place.buffer, f);
}

export function popRework(i: number): number {
  const p = s.reworkHead[i]!;
  s.reworkHead[i] = s.partNext[p]!;
  if (s.reworkHead[i] === NONE) s.reworkTail[i] = NONE;
  s.reworkLength[i]!--;
  return p;
}

export function popRaw(i: number): number {
  bookRaw(i);
  const p = s.rawHead[i]!;
  s.rawHead[i] = s.partNext[p]!;
  if (s.rawHead[i] === NONE) s.rawTail[i] = NONE;
  s.rawLength[i]!--;
  return p;
}

/** A raw part arrives in front of a first station (arrivals, CONWIP release) and is taken at once where a machine is free. */
export function pushRaw(i: number): void {
  const p = createPart(i);
  bookRaw(i);
  s.partArrived[p] = s.clock[Clock.now]!;
  if (s.rawTail[i] === NONE) s.rawHead[i] = p;
  else s.partNext[s.rawTail[i]!] = p;
  s.rawTail[i] = p;
  const length = s.rawLength[i]! + 1;
  s.rawLength[i] = length;
  if (length > s.rawMost[i]!) s.rawMost[i] = length;
  recordPlace(p, Place.raw, i);
  wake(i);
}

/** Lets an idle machine of the station look for work. */
export function wake(station: number): void {
  if (s.idleMachines[station]! > 0) tryTake(longestIdle(station));
}

function longestIdle(station: number): number {
  const first = t.firstMachine[station]!;
  if (t.machines[station] === 1) return first;
  let best: number = NONE;
  let since = Infinity;
  for (let m = first; m < first + t.machines[station]!; m++) {
    if (s.phase[m] === Phase.idle && isAble(m) && s.idleSince[m]! < since) {
      since = s.idleSince[m]!;
      best = m;
    }
  }
  return best;
}

const hasRoom = (f: number): boolean =>
  s.bufferLength[f]! + s.reserved[f]! < t.flowCapacity[f]! && (t.flowMoves[f] !== 2 || entryIsFree(f));

/** A conveyor takes the next part when the last one has moved on by their distance. */
const entryIsFree = (f: number): boolean => events.time[s.line.beltSlot[f]!] === Infinity;

/** Where a machine behind flow `f` is idle: a part may go straight onto it. */
const canHandOver = (f: number): boolean =>
  s.bufferLength[f] === 0 && t.flowDirect[f] !== 0 && (t.flowDirect[f] === 1 || hasCard(t.flowTo[f]!));

/** Room came free in buffer `f`: the machines blocked by it move, in the order in which they were blocked. */
export function refill(f: number): void {
  while (s.blockedHead[f] !== NONE && hasRoom(f)) {
    let u = s.blockedHead[f]!;
    while (u !== NONE && !isAble(u)) u = s.nextBlocked[u]!;
    if (u === NONE) return;
    unlinkBlocked(f, u);
    unload(u);
  }
}

/** A blocked machine is able again (repaired, shift begins): it moves if there is room now. */
export function retryBlocked(m: number): void {
  const f = s.route[m]!;
  if (!(s.idleMachines[t.flowTo[f]!]! > 0 && canHandOver(f)) && !hasRoom(f)) return;
  unlinkBlocked(f, m);
  unload(m);
}

/**
 * Parts leave the machine one by one: scrap and rework at once, the others as room appears. When the last has left, the
 * machine takes its next part.
 */
export function unload(m: number): void {
  const i = t.station[m]!;
  const bits = t.bits[i]!;
  for (let p = s.partHead[m]!; p !== NONE; p = s.partHead[m]!) {
    const flags = s.partFlags[p]!;
    if ((flags & (Flag.scrap | Flag.rework)) !== 0) {
      popFromMachine(m);
      if ((bits & Has.cards) !== 0) returnCard(p, t.loopTo[i]!);
      if ((flags & Flag.scrap) !== 0) scrap(p, i);
      else sendToRework(p, s.line.stations[i]!.reworkTarget);
    } else if (t.isLast[i] === 1) {
      popFromMachine(m);
      if ((bits & Has.cards) !== 0) returnCard(p, t.loopTo[i]!);
      leaveLine(p, i);
    } else {
      let f = t.outFlow[i]!;
      if (f === NONE) {
        f = s.route[m]!;
        if (f === NONE) f = chooseRoute(m, s.line.stations[i]!, p);
        s.route[m] = NONE;
      }
      if (!push(m, f, i)) return block(m, f);
      if ((bits & Has.cards) !== 0) returnCard(p, t.loopTo[i]!);
    }
  }
  s.phase[m] = Phase.idle;
  s.idleSince[m] = s.clock[Clock.now]!;
  if (takes(m)) return;
  s.idleMachines[i]!++;
  dropTimer(m);
  setState(m, Counted.starved);
}

/** A finished part stays on its machine until there is room behind it. */
function block(m: number, f: number): void {
  s.phase[m] = Phase.blocked;
  s.route[m] = f;
  s.nextBlocked[m] = NONE;
  s.blockedSince[m] = s.clock[Clock.now]!;
  if (s.blockedTail[f] === NONE) s.blockedHead[f] = m;
  else s.nextBlocked[s.blockedTail[f]!] = m;
  s.blockedTail[f] = m;
  dropTimer(m);
  setState(m, Counted.blocked);
}

function leaveLine(p: number, station: number): void {
  if ((t.bits[station]! & Has.transit) === 0) return finish(p, station);
  const time = sample(s.line.stations[station]!.transit, s.random, s.stream.transit + station);
  startMove(s.line.flows.length + station, p, time, Place.transit, station);
}

/** Moves the first part of machine `m` along flow `f`, or returns false where there is no room. */
function push(m: number, f: number, station: number): boolean {
  const to = t.flowTo[f]!;
  const idle = s.idleMachines[to]!;
  if (idle > 0 && canHandOver(f)) {
    s.idleMachines[to] = idle - 1;
    const x = longestIdle(to);
    load(x, popFromMachine(m));
    beginWork(x);
    return true;
  }
  if (!hasRoom(f)) return false;
  if (t.flowMoves[f] !== 0) {
    depart(popFromMachine(m), f, s.line.stations[station]!);
    return true;
  }
  pushBuffer(f, popFromMachine(m));
  if (idle > 0) wake(to);
  return true;
}

function chooseRoute(m: number, st: CompiledStation, part: number): number {
  if (st.outFlows.length === 1) return st.outFlows[0]!;
  if (st.outByProduct !== null) return st.outByProduct[s.partProduct[part]!]!;
  const u = nextUniform(s.random, s.stream.machine + m * MACHINE_STREAMS + Purpose.route);
  let i = 0;
  while (i < st.outFlows.length - 1 && u >= st.outShares![i]!) i++;
  return st.outFlows[i]!;
}

export function finish(p: number, station: number): void {
  if (s.partCard[p] !== NONE) returnCard(p, s.partCard[p]!);
  finishPart(p, station);
  releaseConwip();
}

export function scrap(p: number, station: number): void {
  if (s.partCard[p] !== NONE) returnCard(p, s.partCard[p]!);
  scrapPart(p, station);
  releaseConwip();
}

/** CONWIP: a part has left, so the next raw part may enter; of several first stations where the fewest wait (then by id). */
export function releaseConwip(): void {
  if (s.line.conwipLevel === 0) return;
  const { conwipSources } = s.line;
  while (s.parts[Parts.inLine]! < s.line.conwipLevel) {
    let best = conwipSources[0]!;
    for (const i of conwipSources) if (s.rawLength[i]! < s.rawLength[best]!) best = i;
    pushRaw(best);
  }
}

function sendToRework(p: number, target: number): void {
  if ((s.partFlags[p]! & Flag.defective) !== 0) recordDefect(p, 0);
  s.partFlags[p] = Flag.touched;
  s.partNext[p] = NONE;
  if (s.reworkTail[target] === NONE) s.reworkHead[target] = p;
  else s.partNext[s.reworkTail[target]!] = p;
  s.reworkTail[target] = p;
  s.reworkLength[target]!++;
  s.reworked[target]!++;
  recordPlace(p, Place.rework, target);
  wake(target);
}
