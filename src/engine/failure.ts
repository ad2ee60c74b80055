import { refreshState } from "./accounting";
import type { CompiledFailure, CompiledStation } from "./compiled";
import { retryBlocked, scrap, tryTake } from "./flow";
import { askAgain, resumeActivity, setIdle } from "./machine";
import { releaseHeld, releaseRepairers, request, withdraw } from "./operator";
import { sample } from "./sampler";
import { startTimer, suspendTimer } from "./timer";
import { NONE } from "./codes";
import * as Clock from "./codes/clock";
import * as Down from "./codes/down";
import * as Phase from "./codes/phase";
import * as events from "./events";
import * as s from "./state";

/** Draws the first time to failure of every clock. */
export function startFailureClocks(): void {
  for (let m = 0; m < s.line.machineStation.length; m++) {
    const st = s.line.stationOf[m]!;
    st.failures.forEach((f, j) => renew(m, s.failureBase[m]! + j, f));
    nextOperatingFailure(m, st);
  }
}

/** A new life: the clock of failure `k` starts again. */
function renew(m: number, k: number, f: CompiledFailure): void {
  const stream = s.stream.failure + k * 2;
  if (f.at >= 0) {
    // a stop with a date happens once
    if (s.clock[Clock.now]! <= f.at) events.schedule(s.line.failureSlot[k]!, f.at);
    return;
  }
  if (f.everyParts >= 0) {
    s.failureParts[k] = Math.max(1, Math.floor(sample(f.everyParts, s.random, stream) / 1e6 + 0.5));
    return;
  }
  const time = sample(f.timeToFailure, s.random, stream);
  if (f.clock === "operating") s.failureAt[k] = s.operatingAge[m]! + time;
  else {
    // off shift a planned clock starts with the next shift
    const waits = f.clock === "planned" && s.clock[Clock.onShift] === 0;
    events.schedule(s.line.failureSlot[k]!, (waits ? events.time[s.line.shiftSlot]! : s.clock[Clock.now]!) + time);
  }
}

function nextOperatingFailure(m: number, st: CompiledStation): void {
  let due = Infinity;
  for (let j = 0; j < st.failures.length; j++) {
    const at = s.failureAt[s.failureBase[m]! + j]!;
    if (at < due) due = at;
  }
  s.failureDue[m] = due;
}

export function operatingFailureDue(m: number, st: CompiledStation): number {
  const base = s.failureBase[m]!;
  let k = base;
  for (let j = 1; j < st.failures.length; j++) if (s.failureAt[base + j]! < s.failureAt[k]!) k = base + j;
  return k;
}

/** A failure that counts parts and has reached its number, or NONE. It strikes when the next part is about to be processed. */
export function partFailureDue(m: number, st: CompiledStation): number {
  for (let j = 0; j < st.failures.length; j++) {
    const k = s.failureBase[m]! + j;
    if (s.failureParts[k]! <= 0) return k;
  }
  return NONE;
}

const failureOf = (m: number): CompiledFailure => s.line.stationOf[m]!.failures[s.downFailure[m]! - s.failureBase[m]!]!;

/** A planned or calendar clock has run out. */
export function onFailureClock(k: number): void {
  const m = machineOf(k);
  events.cancel(s.line.failureSlot[k]!);
  if (s.down[m] !== Down.up) {
    s.failurePending[k] = 1; // waits for the end of the present repair
    return;
  }
  fail(m, k);
}

function machineOf(k: number): number {
  let m = 0;
  while (s.failureBase[m + 1]! <= k) m++;
  return m;
}

/** The machine stops. Whatever it was doing is kept for after the repair, or lost, as the failure says. */
export function fail(m: number, k: number): void {
  const st = s.line.stationOf[m]!;
  const f = st.failures[k - s.failureBase[m]!]!;
  s.downFailure[m] = k;
  s.failed[st.index]!++;
  const phase = s.phase[m]!;
  // from here on nobody may hand it a part, not even in the wake of what it scraps
  s.down[m] = Down.repair;
  if (phase === Phase.idle) {
    if (s.frozen[m] === 0) setIdle(m, false);
  } else if (phase === Phase.setup || phase === Phase.loading || phase === Phase.processing || phase === Phase.review) {
    suspendTimer(m);
    leave(m, f);
    // a stop after so many parts falls between two parts: it harms none
    if (phase === Phase.processing && f.interrupted !== "resume" && f.everyParts < 0) interrupt(m, f);
  } else if (phase !== Phase.blocked) {
    withdraw(m);
    leave(m, f);
  }
  pauseCalendarClocks(m, st);
  if (f.response >= 0) {
    s.down[m] = Down.response;
    refreshState(m);
    startRepairTimer(m, f, sample(f.response, s.random, s.stream.failure + k * 2 + 1));
  } else callRepairer(m, f);
}

/** Operators leave during a repair unless the failure says keep; robots stay. */
function leave(m: number, f: CompiledFailure): void {
  const pool = s.heldPool[m]!;
  if (pool === NONE || f.keepOperators || s.line.pools[pool]!.isRobot) return;
  s.resumePhase[m] = s.phase[m]!;
  s.resumePool[m] = s.heldFor[m]!;
  s.resumeCount[m] = s.heldCount[m]!;
  s.phase[m] = Phase.waitResume;
  releaseHeld(m);
}

function interrupt(m: number, f: CompiledFailure): void {
  if (f.interrupted === "restart") {
    s.remaining[m] = s.processTotal[m]!;
    return;
  }
  releaseHeld(m);
  s.resumePool[m] = NONE;
  s.phase[m] = Phase.idle;
  while (s.partHead[m] !== NONE) {
    const p = s.partHead[m]!;
    s.partHead[m] = s.partNext[p]!;
    s.partCount[m]!--;
    scrap(p, s.line.machineStation[m]!);
  }
}

function callRepairer(m: number, f: CompiledFailure): void {
  if (f.repairPool < 0) return startRepair(m);
  s.down[m] = Down.waitRepairer;
  refreshState(m);
  request(m, f.repairPool, f.repairCount);
}

export function startRepair(m: number): void {
  const f = failureOf(m);
  s.down[m] = Down.repair;
  refreshState(m);
  startRepairTimer(m, f, sample(f.timeToRepair, s.random, s.stream.failure + s.downFailure[m]! * 2 + 1));
}

/** Repairs nobody attends go on off shift; the others stand still like any work. */
function startRepairTimer(m: number, f: CompiledFailure, time: number): void {
  if (f.repairPool < 0) events.schedule(m, s.clock[Clock.now]! + time);
  else startTimer(m, time);
}

/** The machine's timer has run out while it is down. */
export function onRepairTimer(m: number): void {
  const f = failureOf(m);
  events.cancel(m);
  if (s.down[m] === Down.response) return callRepairer(m, f);
  const k = s.downFailure[m]!;
  const st = s.line.stationOf[m]!;
  releaseRepairers(m);
  s.down[m] = Down.up;
  s.downFailure[m] = NONE;
  renew(m, k, f);
  nextOperatingFailure(m, st);
  resumeCalendarClocks(m, st, k);
  goOn(m);
  // one that fell due during the repair has waited for its end
  for (let j = 0; j < st.failures.length && s.down[m] === Down.up; j++) {
    const pending = s.failureBase[m]! + j;
    if (s.failurePending[pending] === 0) continue;
    s.failurePending[pending] = 0;
    fail(m, pending);
  }
}

const isWaiting = (phase: number) =>
  phase === Phase.waitSetter ||
  phase === Phase.waitLoader ||
  phase === Phase.waitOperator ||
  phase === Phase.waitResume;

/** Up again: go on where the machine stood. */
function goOn(m: number): void {
  refreshState(m);
  const phase = s.phase[m]!;
  if (phase === Phase.idle) {
    if (s.frozen[m] === 1) return; // the beginning of the shift wakes it
    setIdle(m, true);
    tryTake(m);
    if (s.phase[m] === Phase.idle) refreshState(m);
  } else if (phase === Phase.blocked) {
    if (s.frozen[m] === 0) retryBlocked(m);
  } else if (isWaiting(phase)) askAgain(m);
  else resumeActivity(m);
}

/** Calendar clocks stand while their machine is down. */
function pauseCalendarClocks(m: number, st: CompiledStation): void {
  for (let j = 0; j < st.failures.length; j++) {
    // a stop with a date keeps its date
    if (st.failures[j]!.clock !== "calendar" || st.failures[j]!.at >= 0) continue;
    const slot = s.line.failureSlot[s.failureBase[m]! + j]!;
    if (events.time[slot] === Infinity) continue;
    s.failureLeft[s.failureBase[m]! + j] = events.time[slot]! - s.clock[Clock.now]!;
    events.cancel(slot);
  }
}

function resumeCalendarClocks(m: number, st: CompiledStation, repaired: number): void {
  for (let j = 0; j < st.failures.length; j++) {
    const k = s.failureBase[m]! + j;
    if (st.failures[j]!.clock !== "calendar" || k === repaired || s.failureLeft[k]! < 0) continue;
    events.schedule(s.line.failureSlot[k]!, s.clock[Clock.now]! + s.failureLeft[k]!);
    s.failureLeft[k] = -1;
  }
}
