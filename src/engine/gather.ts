import { NONE } from "./codes";
import * as Clock from "./codes/clock";
import * as Flag from "./codes/flag";
import type { CompiledStation } from "./compiled";
import { returnCard, takeCard } from "./cards";
import * as events from "./events";
import { load, popBuffer, popRaw, popRework, putOnMachine, refill, releaseConwip } from "./flow";
import { beginWork } from "./machine";
import { absorbPart, createPart, recordDefect } from "./part";
import { sample } from "./sampler";
import * as s from "./state";
import * as Has from "./codes/has";
import * as t from "./table";

// Stations that take several parts at once: batches and assemblies.

function available(st: CompiledStation): number {
  if (st.supply === "unlimited") return Infinity;
  let n = s.reworkLength[st.index]! + s.rawLength[st.index]!;
  for (const f of st.inFlows) n += s.bufferLength[f]!;
  return n;
}

/** A batch machine takes a full batch, or what is there once the minimum has waited long enough (`waited`). */
export function takeBatch(m: number, st: CompiledStation, waited: boolean): boolean {
  const slot = s.line.batchSlot[st.index]!;
  const n = available(st);
  if (n < st.batch && (n < st.batchMin || (st.batchWait >= 0 && !waited))) {
    if (n >= st.batchMin && st.batchWait >= 0 && events.time[slot] === Infinity) {
      const wait = sample(st.batchWait, s.random, s.stream.batchWait + st.index);
      events.schedule(slot, s.clock[Clock.now]! + wait);
    }
    return false;
  }
  if (st.batchWait >= 0) events.cancel(slot);
  const size = Math.min(st.batch, n);
  for (let k = 0; k < size; k++) {
    let p: number;
    if (s.reworkLength[st.index]! > 0) p = popRework(st.index);
    else if (st.supply === "unlimited") p = createPart(st.index);
    else if (st.supply !== "none") p = popRaw(st.index);
    else p = popBuffer(oldestBuffer(st));
    putOnMachine(m, p);
  }
  reverseParts(m);
  beginWork(m);
  for (const f of st.inFlows) refill(f);
  return true;
}

/** Parts were stacked last-first; they leave in the order in which they came. */
function reverseParts(m: number): void {
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
export function takeAssembly(m: number, st: CompiledStation): boolean {
  if (s.reworkLength[st.index]! > 0) {
    load(m, popRework(st.index));
    beginWork(m);
    return true;
  }
  for (const a of st.assembly!) if (s.bufferLength[a.flow]! < a.count) return false;
  let main: number = NONE;
  for (const a of st.assembly!) {
    for (let k = 0; k < a.count; k++) {
      const p = popBuffer(a.flow);
      if (main === NONE) {
        main = p;
        putOnMachine(m, p);
        if ((t.bits[st.index]! & Has.cards) !== 0) takeCard(p, t.loopFrom[st.index]!);
      } else {
        if ((s.partFlags[p]! & ~s.partFlags[main]! & Flag.defective) !== 0) recordDefect(main, 1);
        s.partFlags[main]! |= s.partFlags[p]! & (Flag.defective | Flag.touched);
        if (s.partCard[p] !== NONE) returnCard(p, s.partCard[p]!);
        absorbPart(p, m);
      }
    }
  }
  beginWork(m);
  for (const a of st.assembly!) refill(a.flow);
  releaseConwip();
  return true;
}

/** The buffer whose first part has waited longest; one of them holds a part. */
function oldestBuffer(st: CompiledStation): number {
  let best: number = NONE;
  for (const f of st.inFlows) {
    if (s.bufferLength[f] === 0) continue;
    if (best === NONE || s.partArrived[s.bufferHead[f]!]! < s.partArrived[s.bufferHead[best]!]!) best = f;
  }
  return best;
}
