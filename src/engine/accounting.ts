import { EventKind } from "../trace";
import { COUNTED } from "./codes";
import * as Clock from "./codes/clock";
import * as Counted from "./codes/counted";
import * as Down from "./codes/down";
import * as Phase from "./codes/phase";
import * as Tally from "./codes/tally";
import * as Parts from "./codes/parts";
import { fixedU8, STATUSES } from "./columns";
import * as s from "./state";
import { bookVehicles } from "./vehicle";
import * as t from "./table";

/** Row of the trace for each counted state: index in `machineStates`, index in `stateReasons`. */
export const tracedState = [0, 1, 2, 3, 4, 5, 6, 7, 2, 6, 6, 0];
export const tracedReason = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 3, 4];

/** Counted state by phase, down and frozen: phase + 16 · down + 64 · frozen. A machine that waits to resume is looked at further. */
const LOOK = 255;
const countedByStatus = fixedU8("status");
for (let status = 0; status < STATUSES; status++) {
  const down = (status >> 4) & 3;
  countedByStatus[status] =
    status >> 6 === 1
      ? Counted.offShift
      : down === Down.up
        ? ([
            Counted.starved,
            Counted.setupWaiting,
            Counted.setup,
            Counted.waitingOperator,
            Counted.loading,
            Counted.waitingOperator,
            Counted.working,
            Counted.workingReview,
            Counted.blocked,
            LOOK,
          ][status & 15] ?? 0)
        : down === Down.response
          ? Counted.downResponse
          : down === Down.waitRepairer
            ? Counted.downWaiting
            : Counted.down;
}

/** Books the time in the old state and opens the new one, after any change of phase, down or frozen. */
export function refreshState(m: number): void {
  let state = countedByStatus[s.phase[m]! | (s.down[m]! << 4) | (s.frozen[m]! << 6)]!;
  if (state === LOOK) state = stateToResume(m);
  setState(m, state);
}

/** As `refreshState`, where the state is known. */
export function setState(m: number, state: number): void {
  const old = s.countedState[m]!;
  if (state === old) return;
  const planned = s.clock[Clock.planned]!;
  s.stateTime[m * COUNTED + old]! += planned - s.stateSince[m]!;
  s.stateSince[m] = planned;
  if (s.clock[Clock.onShift] === 0) bookOffWork(m);
  s.countedState[m] = state;
  if (s.isRecorded[0] === 1) recordState(m, state);
}

const stateToResume = (m: number): number =>
  s.resumePhase[m] === Phase.setup ? Counted.setupWaiting : Counted.waitingOperator;

function recordState(m: number, state: number): void {
  s.recorder!.record(s.clock[Clock.now]!, EventKind.machineState, m, tracedState[state]!, tracedReason[state]!);
}

/** Off shift planned time stands; what goes on unattended is booked in calendar time, for its energy. */
export function bookOffWork(m: number): void {
  const now = s.clock[Clock.now]!;
  const state = s.countedState[m]!;
  if (state === Counted.working || state === Counted.workingReview) s.offWork[m]! += now - s.offSince[m]!;
  s.offSince[m] = now;
}

/*
 * Areas under a level (parts in a buffer, parts in the line, people at work): whatever joins takes the present time away
 * from the column, whatever leaves adds it, and what is there still is added when the area is read. One addition a change,
 * and whole microseconds, so nothing is rounded.
 */

const isFull = (flow: number): boolean => s.bufferLength[flow]! >= t.flowCapacity[flow]!;

/** Parts × µs that have waited in a buffer. */
export function bufferAreaOf(flow: number): number {
  return s.bufferArea[flow]! + s.bufferLength[flow]! * s.clock[Clock.planned]!;
}

/** µs during which a buffer was full. */
export function bufferFullOf(flow: number): number {
  return s.bufferFull[flow]! + (isFull(flow) ? s.clock[Clock.planned]! : 0);
}

/** Parts × µs in the line. */
export function wipAreaNow(): number {
  return s.tally[Tally.wipArea]! + s.parts[Parts.inLine]! * s.clock[Clock.planned]!;
}

const busyIn = (pool: number): number => s.poolCount[pool]! - s.poolFree[pool]! - s.poolDown[pool]!;

/** People × µs at work. */
export function poolAreaOf(pool: number): number {
  return s.poolArea[pool]! + busyIn(pool) * s.clock[Clock.planned]!;
}

/** Machines × µs that have waited for people of the pool. */
export function poolWaitAreaOf(pool: number): number {
  return s.poolWaitArea[pool]! + s.poolWaiting[pool]! * s.clock[Clock.planned]!;
}

export function bookRaw(station: number): void {
  const planned = s.clock[Clock.planned]!;
  s.rawArea[station]! += s.rawLength[station]! * (planned - s.rawSince[station]!);
  s.rawSince[station] = planned;
}

/** People × µs on duty, to be booked before their number changes. */
export function bookCapacity(pool: number): void {
  const planned = s.clock[Clock.planned]!;
  const count = s.poolCount[pool]!;
  const busy = busyIn(pool);
  // a smaller shift may begin while the larger one's people are still finishing
  s.poolCapacityArea[pool]! += (busy > count ? busy : count) * (planned - s.poolSince[pool]!);
  s.poolSince[pool] = planned;
}

/** Closes every open interval at the present planned time. */
export function bookAll(): void {
  const planned = s.clock[Clock.planned]!;
  for (let m = 0; m < s.line.machineStation.length; m++) {
    s.stateTime[m * COUNTED + s.countedState[m]!]! += planned - s.stateSince[m]!;
    s.stateSince[m] = planned;
    if (s.clock[Clock.onShift] === 0) bookOffWork(m);
  }
  for (let i = 0; i < s.line.stations.length; i++) bookRaw(i);
  for (let p = 0; p < s.line.pools.length; p++) bookCapacity(p);
  bookVehicles();
}

/** Forgets what was counted so far (end of warm-up); the state of the line stays. */
export function resetStatistics(): void {
  bookAll();
  for (const a of [
    s.stateTime,
    s.rawArea,
    s.poolCapacityArea,
    s.offWork,
    s.vehicleTime,
    s.vehicleDown,
    s.vehicleTrips,
    s.processed,
    s.failed,
    s.reworked,
    s.flowTimes,
    s.badParts,
  ])
    a.fill(0);
  s.bufferMost.set(s.bufferLength.subarray(0, s.line.flows.length));
  s.rawMost.set(s.rawLength.subarray(0, s.line.stations.length));
  const planned = s.clock[Clock.planned]!;
  for (let f = 0; f < s.line.flows.length; f++) {
    s.bufferArea[f] = -s.bufferLength[f]! * planned;
    s.bufferFull[f] = isFull(f) ? -planned : 0;
  }
  for (let p = 0; p < s.line.pools.length; p++) {
    s.poolArea[p] = -busyIn(p) * planned;
    s.poolWaitArea[p] = -s.poolWaiting[p]! * planned;
  }
  const events = s.tally[Tally.events]!;
  s.tally.fill(0);
  s.tally[Tally.events] = events;
  s.tally[Tally.wipArea] = -s.parts[Parts.inLine]! * planned;
  s.tally[Tally.inLineAtReset] = s.parts[Parts.inLine]!;
  s.tally[Tally.resetAt] = planned;
}
