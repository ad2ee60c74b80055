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

export function bookBuffer(flow: number): void {
  const planned = s.clock[Clock.planned]!;
  const length = s.bufferLength[flow]!;
  const span = planned - s.bufferSince[flow]!;
  s.bufferArea[flow]! += length * span;
  if (length >= t.flowCapacity[flow]!) s.bufferFull[flow]! += span;
  s.bufferSince[flow] = planned;
}

export function bookRaw(station: number): void {
  const planned = s.clock[Clock.planned]!;
  s.rawArea[station]! += s.rawLength[station]! * (planned - s.rawSince[station]!);
  s.rawSince[station] = planned;
}

export function bookPool(pool: number): void {
  const planned = s.clock[Clock.planned]!;
  const span = planned - s.poolSince[pool]!;
  // asked for, granted and begun at one instant: nothing is added
  if (span === 0) return;
  const count = s.poolCount[pool]!;
  const busy = count - s.poolFree[pool]! - s.poolDown[pool]!;
  s.poolArea[pool]! += busy * span;
  // a smaller shift may begin while the larger one's people are still finishing
  s.poolCapacityArea[pool]! += (busy > count ? busy : count) * span;
  s.poolWaitArea[pool]! += s.poolWaiting[pool]! * span;
  s.poolSince[pool] = planned;
}

export function bookWip(): void {
  const planned = s.clock[Clock.planned]!;
  s.tally[Tally.wipArea]! += s.parts[Parts.inLine]! * (planned - s.tally[Tally.wipSince]!);
  s.tally[Tally.wipSince] = planned;
}

/** Closes every open interval at the present planned time. */
export function bookAll(): void {
  const planned = s.clock[Clock.planned]!;
  for (let m = 0; m < s.line.machineStation.length; m++) {
    s.stateTime[m * COUNTED + s.countedState[m]!]! += planned - s.stateSince[m]!;
    s.stateSince[m] = planned;
    if (s.clock[Clock.onShift] === 0) bookOffWork(m);
  }
  for (let f = 0; f < s.line.flows.length; f++) bookBuffer(f);
  for (let i = 0; i < s.line.stations.length; i++) bookRaw(i);
  for (let p = 0; p < s.line.pools.length; p++) bookPool(p);
  bookWip();
  bookVehicles();
}

/** Forgets what was counted so far (end of warm-up); the state of the line stays. */
export function resetStatistics(): void {
  bookAll();
  for (const a of [
    s.stateTime,
    s.bufferArea,
    s.rawArea,
    s.poolArea,
    s.poolCapacityArea,
    s.poolWaitArea,
    s.offWork,
    s.bufferFull,
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
  const events = s.tally[Tally.events]!;
  s.tally.fill(0);
  s.tally[Tally.events] = events;
  s.tally[Tally.wipSince] = s.clock[Clock.planned]!;
  s.tally[Tally.inLineAtReset] = s.parts[Parts.inLine]!;
  s.tally[Tally.resetAt] = s.clock[Clock.planned]!;
}
