import { refreshState } from "./accounting";
import type { CompiledFailure, CompiledStation } from "./compile";
import { retryBlocked, scrap, tryTake } from "./flow";
import { askAgain, resumeActivity, setIdle } from "./machine";
import { releaseHeld, releaseRepairers, request, withdraw } from "./operator";
import { sample } from "./sampler";
import { Clock, Down, NONE, Phase, type SimulationState } from "./state";
import { startTimer, suspendTimer } from "./timer";

/** Draws the first time to failure of every clock. */
export function startFailureClocks(s: SimulationState): void {
  for (let m = 0; m < s.phase.length; m++) {
    const st = s.line.stationOf[m]!;
    st.failures.forEach((f, j) => renew(s, m, s.failureBase[m]! + j, f));
    nextOperatingFailure(s, m, st);
  }
}

/** A new life: the clock of failure `k` starts again. */
function renew(s: SimulationState, m: number, k: number, f: CompiledFailure): void {
  const stream = s.stream.failure + k * 2;
  if (f.everyParts >= 0) {
    s.failureParts[k] = Math.max(1, Math.floor(sample(s.line.samplers, f.everyParts, s.random, stream) / 1e6 + 0.5));
    return;
  }
  const time = sample(s.line.samplers, f.timeToFailure, s.random, stream);
  if (f.clock === "operating") s.failureAt[k] = s.operatingAge[m]! + time;
  else {
    // off shift a planned clock starts with the next shift
    const waits = f.clock === "planned" && s.clock[Clock.onShift] === 0;
    s.events.schedule(s.slot.failures + k, (waits ? s.events.time[s.slot.shift]! : s.clock[Clock.now]!) + time);
  }
}

function nextOperatingFailure(s: SimulationState, m: number, st: CompiledStation): void {
  let due = Infinity;
  for (let j = 0; j < st.failures.length; j++) {
    const at = s.failureAt[s.failureBase[m]! + j]!;
    if (at < due) due = at;
  }
  s.failureDue[m] = due;
}

export function operatingFailureDue(s: SimulationState, m: number, st: CompiledStation): number {
  const base = s.failureBase[m]!;
  let k = base;
  for (let j = 1; j < st.failures.length; j++) if (s.failureAt[base + j]! < s.failureAt[k]!) k = base + j;
  return k;
}

/** A failure that counts parts and has reached its number, or NONE. It strikes when the next part is about to be processed. */
export function partFailureDue(s: SimulationState, m: number, st: CompiledStation): number {
  for (let j = 0; j < st.failures.length; j++) {
    const k = s.failureBase[m]! + j;
    if (s.failureParts[k]! <= 0) return k;
  }
  return NONE;
}

const failureOf = (s: SimulationState, m: number): CompiledFailure =>
  s.line.stationOf[m]!.failures[s.downFailure[m]! - s.failureBase[m]!]!;

/** A planned or calendar clock has run out. */
export function onFailureClock(s: SimulationState, k: number): void {
  const m = machineOf(s, k);
  s.events.cancel(s.slot.failures + k);
  if (s.down[m] !== Down.up) {
    s.failurePending[k] = 1; // waits for the end of the present repair
    return;
  }
  fail(s, m, k);
}

function machineOf(s: SimulationState, k: number): number {
  let m = 0;
  while (s.failureBase[m + 1]! <= k) m++;
  return m;
}

/** The machine stops. Whatever it was doing is kept for after the repair, or lost, as the failure says. */
export function fail(s: SimulationState, m: number, k: number): void {
  const st = s.line.stationOf[m]!;
  const f = st.failures[k - s.failureBase[m]!]!;
  s.downFailure[m] = k;
  const phase = s.phase[m]!;
  // from here on nobody may hand it a part, not even in the wake of what it scraps
  s.down[m] = Down.repair;
  if (phase === Phase.idle) {
    if (s.frozen[m] === 0) setIdle(s, m, false);
  } else if (phase === Phase.setup || phase === Phase.loading || phase === Phase.processing || phase === Phase.review) {
    suspendTimer(s, m);
    leave(s, m, f);
    // a stop after so many parts falls between two parts: it harms none
    if (phase === Phase.processing && f.interrupted !== "resume" && f.everyParts < 0) interrupt(s, m, f);
  } else if (phase !== Phase.blocked) {
    withdraw(s, m);
    leave(s, m, f);
  }
  pauseCalendarClocks(s, m, st);
  if (f.response >= 0) {
    s.down[m] = Down.response;
    refreshState(s, m);
    startRepairTimer(s, m, f, sample(s.line.samplers, f.response, s.random, s.stream.failure + k * 2 + 1));
  } else callRepairer(s, m, f);
}

/** Operators leave during a repair unless the failure says keep; robots stay. */
function leave(s: SimulationState, m: number, f: CompiledFailure): void {
  const pool = s.heldPool[m]!;
  if (pool === NONE || f.keepOperators || s.line.pools[pool]!.isRobot) return;
  s.resumePhase[m] = s.phase[m]!;
  s.resumePool[m] = pool;
  s.resumeCount[m] = s.heldCount[m]!;
  s.phase[m] = Phase.waitResume;
  releaseHeld(s, m);
}

function interrupt(s: SimulationState, m: number, f: CompiledFailure): void {
  if (f.interrupted === "restart") {
    s.remaining[m] = s.processTotal[m]!;
    return;
  }
  releaseHeld(s, m);
  s.resumePool[m] = NONE;
  s.phase[m] = Phase.idle;
  while (s.partHead[m] !== NONE) {
    const p = s.partHead[m]!;
    s.partHead[m] = s.partNext[p]!;
    s.partCount[m]!--;
    scrap(s, p, s.line.machineStation[m]!);
  }
}

function callRepairer(s: SimulationState, m: number, f: CompiledFailure): void {
  if (f.repairPool < 0) return startRepair(s, m);
  s.down[m] = Down.waitRepairer;
  refreshState(s, m);
  request(s, m, f.repairPool, f.repairCount);
}

export function startRepair(s: SimulationState, m: number): void {
  const f = failureOf(s, m);
  s.down[m] = Down.repair;
  refreshState(s, m);
  startRepairTimer(
    s,
    m,
    f,
    sample(s.line.samplers, f.timeToRepair, s.random, s.stream.failure + s.downFailure[m]! * 2 + 1),
  );
}

/** Repairs nobody attends go on off shift; the others stand still like any work. */
function startRepairTimer(s: SimulationState, m: number, f: CompiledFailure, time: number): void {
  if (f.repairPool < 0) s.events.schedule(m, s.clock[Clock.now]! + time);
  else startTimer(s, m, time);
}

/** The machine's timer has run out while it is down. */
export function onRepairTimer(s: SimulationState, m: number): void {
  const f = failureOf(s, m);
  s.events.cancel(m);
  if (s.down[m] === Down.response) return callRepairer(s, m, f);
  const k = s.downFailure[m]!;
  const st = s.line.stationOf[m]!;
  releaseRepairers(s, m);
  s.down[m] = Down.up;
  s.downFailure[m] = NONE;
  renew(s, m, k, f);
  nextOperatingFailure(s, m, st);
  resumeCalendarClocks(s, m, st, k);
  goOn(s, m);
  // one that fell due during the repair has waited for its end
  for (let j = 0; j < st.failures.length && s.down[m] === Down.up; j++) {
    const pending = s.failureBase[m]! + j;
    if (s.failurePending[pending] === 0) continue;
    s.failurePending[pending] = 0;
    fail(s, m, pending);
  }
}

const isWaiting = (phase: number) =>
  phase === Phase.waitSetter ||
  phase === Phase.waitLoader ||
  phase === Phase.waitOperator ||
  phase === Phase.waitResume;

/** Up again: go on where the machine stood. */
function goOn(s: SimulationState, m: number): void {
  refreshState(s, m);
  const phase = s.phase[m]!;
  if (phase === Phase.idle) {
    if (s.frozen[m] === 1) return; // the beginning of the shift wakes it
    setIdle(s, m, true);
    tryTake(s, m);
    if (s.phase[m] === Phase.idle) refreshState(s, m);
  } else if (phase === Phase.blocked) {
    if (s.frozen[m] === 0) retryBlocked(s, m);
  } else if (isWaiting(phase)) askAgain(s, m);
  else resumeActivity(s, m);
}

/** Calendar clocks stand while their machine is down. */
function pauseCalendarClocks(s: SimulationState, m: number, st: CompiledStation): void {
  for (let j = 0; j < st.failures.length; j++) {
    if (st.failures[j]!.clock !== "calendar") continue;
    const slot = s.slot.failures + s.failureBase[m]! + j;
    if (s.events.time[slot] === Infinity) continue;
    s.failureLeft[s.failureBase[m]! + j] = s.events.time[slot]! - s.clock[Clock.now]!;
    s.events.cancel(slot);
  }
}

function resumeCalendarClocks(s: SimulationState, m: number, st: CompiledStation, repaired: number): void {
  for (let j = 0; j < st.failures.length; j++) {
    const k = s.failureBase[m]! + j;
    if (st.failures[j]!.clock !== "calendar" || k === repaired || s.failureLeft[k]! < 0) continue;
    s.events.schedule(s.slot.failures + k, s.clock[Clock.now]! + s.failureLeft[k]!);
    s.failureLeft[k] = -1;
  }
}
