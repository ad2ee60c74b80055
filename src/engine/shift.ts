import { EventKind } from "../trace";
import { bookCapacity, bookOffWork, refreshState } from "./accounting";
import { retryBlocked, tryTake } from "./flow";
import { setIdle } from "./machine";
import { bookProcessing } from "./timer";
import { NONE } from "./codes";
import * as Clock from "./codes/clock";
import * as Down from "./codes/down";
import * as Phase from "./codes/phase";
import * as events from "./events";
import * as s from "./state";

const WEEK = 7 * 86_400e6;

/** The calendar begins: before the first shift everything stands. */
export function startCalendar(): void {
  const { planned } = s.line;
  s.clock[Clock.onShift] = 1;
  setCounts(planned.shift[0]!);
  if (planned.continuous) return;
  if (planned.starts[0]! > 0) endPlannedTime(planned.starts[0]!);
  else events.schedule(s.line.shiftSlot, planned.ends[0]!);
}

/** The shift slot fires: planned time ends or begins. */
export function onShiftSlot(): void {
  const { planned } = s.line;
  const n = planned.starts.length;
  if (s.clock[Clock.onShift] === 1) {
    const next = s.clock[Clock.interval]! + 1;
    const week = s.clock[Clock.week]! + (next === n ? 1 : 0);
    s.clock[Clock.interval] = next % n;
    s.clock[Clock.week] = week;
    endPlannedTime(planned.starts[next % n]! + week * WEEK);
  } else {
    const i = s.clock[Clock.interval]!;
    events.schedule(s.line.shiftSlot, planned.ends[i]! + s.clock[Clock.week]! * WEEK);
    beginPlannedTime(planned.shift[i]!);
  }
}

function setCounts(shift: number): void {
  s.line.pools.forEach((pool, i) => {
    bookCapacity(i);
    const count = pool.countByShift[shift]!;
    s.poolFree[i]! += count - s.poolCount[i]!;
    s.poolCount[i] = count;
    s.poolDirty[i] = 1;
  });
  s.anyDirty[0] = 1;
}

/** Slots other than machines that stand still off shift: arrivals, batch waits, movers of attended stations, planned clocks. */
function standingSlots(): number[] {
  const slots: number[] = [];
  for (const st of s.line.stations) {
    slots.push(s.line.arrivalSlot[st.index]!);
    if (st.unattended) continue;
    slots.push(s.line.batchSlot[st.index]!, s.line.moverSlot[s.line.flows.length + st.index]!);
  }
  for (let f = 0; f < s.line.flows.length; f++) slots.push(s.line.moverSlot[f]!, s.line.beltSlot[f]!);
  for (let v = 0; v < s.line.vehicles; v++) slots.push(s.line.vehicleSlot + v);
  for (let m = 0; m < s.line.machineStation.length; m++) {
    s.line.stationOf[m]!.failures.forEach((f, j) => {
      if (f.clock === "planned") slots.push(s.line.failureSlot[s.failureBase[m]! + j]!);
    });
  }
  return slots;
}

function endPlannedTime(nextStart: number): void {
  const now = s.clock[Clock.now]!;
  s.clock[Clock.onShift] = 0;
  s.clock[Clock.frozenAt] = now;
  if (s.recorder !== null) s.recorder.record(now, EventKind.shift, 0, 0, 0);
  for (let m = 0; m < s.line.machineStation.length; m++) {
    s.offSince[m] = now;
    if (s.line.stationOf[m]!.unattended && !isAttendedNow(m)) continue;
    if (s.phase[m] === Phase.processing && s.down[m] === Down.up) bookProcessing(m);
    if (s.phase[m] === Phase.idle && s.down[m] === Down.up) setIdle(m, false);
    s.frozen[m] = 1;
    if (events.time[m] !== Infinity && !isUnattendedRepair(m)) {
      s.frozenLeft[m] = events.time[m]! - now;
      events.cancel(m);
    }
    refreshState(m);
  }
  for (const slot of standingSlots()) {
    if (slot === NONE) continue;
    const t = events.time[slot]!;
    if (t !== Infinity) events.schedule(slot, t + nextStart - now);
  }
  shiftMovers(nextStart - now);
  events.schedule(s.line.shiftSlot, nextStart);
}

/** People at an unattended machine, repairing, setting up or loading, go home all the same. */
function isAttendedNow(m: number): boolean {
  if (s.down[m] !== Down.up) return !isUnattendedRepair(m);
  const pool = s.heldPool[m]!;
  return pool >= 0 && !s.line.pools[pool]!.isRobot;
}

/** A repair that nobody attends goes on while the plant sleeps. */
function isUnattendedRepair(m: number): boolean {
  if (s.down[m] === Down.up) return false;
  return s.line.stationOf[m]!.failures[s.downFailure[m]! - s.failureBase[m]!]!.repairPool < 0;
}

/** Parts under way in attended places arrive later by the time the plant stands. */
function shiftMovers(by: number): void {
  const flows = s.line.flows.length;
  for (let mover = 0; mover < s.line.flows.length + s.line.stations.length; mover++) {
    if (mover >= flows && s.line.stations[mover - flows]!.unattended) continue;
    for (let p = s.moverHead[mover]!; p >= 0; p = s.partNext[p]!) s.partArrived[p]! += by;
  }
}

function beginPlannedTime(shift: number): void {
  const now = s.clock[Clock.now]!;
  for (let m = 0; m < s.line.machineStation.length; m++) if (s.frozen[m] === 0) bookOffWork(m);
  s.clock[Clock.onShift] = 1;
  s.clock[Clock.offset] = now - s.clock[Clock.planned]!;
  if (s.recorder !== null) s.recorder.record(now, EventKind.shift, 1, shift, 0);
  setCounts(shift);
  for (let m = 0; m < s.line.machineStation.length; m++) {
    if (s.frozen[m] === 0) continue;
    s.frozen[m] = 0;
    s.chunkStart[m] = now;
    if (s.frozenLeft[m]! >= 0) {
      events.schedule(m, now + s.frozenLeft[m]!);
      s.frozenLeft[m] = -1;
    }
    if (s.phase[m] === Phase.idle && s.down[m] === Down.up) {
      const since = s.idleSince[m]!;
      setIdle(m, true);
      s.idleSince[m] = since;
    }
    refreshState(m);
  }
  for (const st of s.line.downstreamFirst) {
    for (let m = st.firstMachine; m < st.firstMachine + st.machines; m++) {
      if (s.down[m] !== Down.up || st.unattended) continue;
      if (s.phase[m] === Phase.blocked) retryBlocked(m);
      else if (s.phase[m] === Phase.idle) tryTake(m);
    }
  }
}
