import { EventKind, type TraceRecorder } from "../trace";
import { bookAll, resetStatistics } from "./accounting";
import type { SeriesCounters } from "../measure";
import { calendarTimeAt } from "../model";
import type { CompiledLine, CompiledStation } from "./compiled";
import { onFailureClock, onRepairTimer, startFailureClocks, startRepair } from "./failure";
import { onExpiry } from "./cards";
import { pushRaw, releaseConwip, tryTake } from "./flow";
import { takeBatch } from "./gather";
import { onGrant, onTimer } from "./machine";
import { arrive, onBelt } from "./mover";
import { dispatch } from "./operator";
import { onRobotRepaired, startRobots } from "./robot";
import { nextUniform } from "./random";
import { sample } from "./sampler";
import { boundaries, joined, SeriesWriter } from "./series";
import { onShiftSlot, startCalendar } from "./shift";
import * as Clock from "./codes/clock";
import * as Counted from "./codes/counted";
import * as Down from "./codes/down";
import * as Phase from "./codes/phase";
import * as Tally from "./codes/tally";
import * as Parts from "./codes/parts";
import { MACHINE_STREAMS, seedStreams } from "./streams";
import * as Purpose from "./codes/purpose";
import * as SlotKind from "./codes/slotKind";
import * as events from "./events";
import * as s from "./state";
import * as t from "./table";
import { onVehicle, startVehicles } from "./vehicle";
import { beginState } from "./state";

export const HOUR = 3600e6;

/** A run at time 0: seeded, empty, every machine up and looking for work. */
export function startRun(
  line: CompiledLine,
  seed: number,
  replication: number,
  recorder: TraceRecorder | null = null,
): void {
  beginState(line, recorder);
  seedStreams(line, s.random, s.failureBase, seed, replication);
  for (const st of line.stations) {
    s.idleMachines[st.index] = st.machines;
    for (let m = st.firstMachine; m < st.firstMachine + st.machines; m++) {
      if (recorder !== null) recorder.record(0, EventKind.machineState, m, Counted.starved, 0);
      if (st.setupEvery > 0 && st.setupRandomStart) {
        const u = nextUniform(s.random, s.stream.machine + m * MACHINE_STREAMS + Purpose.first);
        s.sinceSetup[m] = Math.floor(u * st.setupEvery);
      }
    }
  }
  startCalendar();
  startFailureClocks();
  startVehicles();
  startRobots();
  for (const st of line.downstreamFirst) {
    if (st.supply === "arrivals") scheduleArrival(st.index, s.clock[Clock.onShift] === 1 ? 0 : line.planned.starts[0]!);
    if (st.supply === "conwip") releaseConwip();
    // off shift the beginning of the shift wakes the attended machines
    if (s.clock[Clock.onShift] === 1 || st.unattended)
      for (let m = st.firstMachine; m < st.firstMachine + st.machines; m++) if (s.phase[m] === Phase.idle) tryTake(m);
  }
}

function scheduleArrival(station: number, from: number): void {
  const row = s.line.stations[station]!.interarrival;
  events.schedule(s.line.arrivalSlot[station]!, from + sample(row, s.random, s.stream.supply + station));
}

/** Runs every event up to and including calendar time `until` (µs). */
export function runUntil(until: number): void {
  s.clock[Clock.until] = until;
  s.tally[Tally.events]! += runEvents();
  s.clock[Clock.now] = until;
  if (s.clock[Clock.onShift] === 1) s.clock[Clock.planned] = until - s.clock[Clock.offset]!;
}

/**
 * Returns how many there were. The loop stands by itself and ends by returning: compiled while it runs, it knows nothing
 * of what follows it, and would be thrown out of its compiled form at the end of every shift.
 */
function runEvents(): number {
  let count = 0;
  let checkpoint = -1;
  for (;;) {
    const next = events.top();
    const time = events.time[next]!;
    if (s.anyDirty[0] === 1 && time > s.clock[Clock.now]!) {
      dispatch(continueAfterGrant);
      continue;
    }
    if (time > s.clock[Clock.until]!) return count;
    s.clock[Clock.now] = time;
    if (s.clock[Clock.onShift] === 1) s.clock[Clock.planned] = time - s.clock[Clock.offset]!;
    // a quarter of a million events without the clock moving: a loop of zero times would never end
    if ((++count & 0x3ffff) === 0) {
      if (time === checkpoint)
        throw new Error(`time stands still at ${time / 1e6} s: the line repeats steps that take no time`);
      checkpoint = time;
    }
    happen(next);
  }
}

/** What is due in slot `next`. */
function happen(next: number): void {
  if (next >= t.machineCount[0]!) onOther(next);
  else if (s.down[next] === Down.up) onTimer(next);
  else onRepairTimer(next);
}

function continueAfterGrant(m: number): void {
  if (s.down[m] === Down.waitRepairer) startRepair(m);
  else onGrant(m);
}

function onOther(next: number): void {
  const owner = s.line.slotOwner[next]!;
  switch (s.line.slotKind[next]) {
    case SlotKind.failure:
      return onFailureClock(owner);
    case SlotKind.arrival:
      return onArrival(owner);
    case SlotKind.batchWait:
      return onBatchWait(s.line.stations[owner]!, next);
    case SlotKind.mover:
      return arrive(owner);
    case SlotKind.belt:
      return onBelt(owner);
    case SlotKind.expiry:
      return onExpiry(owner);
    case SlotKind.vehicle:
      return onVehicle(owner);
    case SlotKind.robot:
      return onRobotRepaired(owner);
    default:
      return onShiftSlot();
  }
}

function onArrival(station: number): void {
  scheduleArrival(station, s.clock[Clock.now]!);
  if (s.rawLength[station]! < s.line.stations[station]!.queueCapacity || s.idleMachines[station]! > 0) pushRaw(station);
  else s.tally[Tally.lost]!++;
}

function onBatchWait(st: CompiledStation, slot: number): void {
  events.cancel(slot);
  if (s.idleMachines[st.index]! === 0) return;
  for (let m = st.firstMachine; m < st.firstMachine + st.machines; m++) {
    if (s.phase[m] === Phase.idle && s.down[m] === Down.up && s.frozen[m] === 0) {
      s.idleMachines[st.index]!--;
      if (!takeBatch(m, st, true)) s.idleMachines[st.index]!++;
      return;
    }
  }
}

/** One replication to the end of the measured hours: warm-up, reset, measurement, everything booked. */
export function runReplication(
  line: CompiledLine,
  run: { hours: number; warmUpHours: number; seed: number },
  replication: number,
): SeriesCounters {
  startRun(line, run.seed, replication);
  if (run.warmUpHours > 0) {
    runUntil(calendarTimeAt(line.planned, Math.round(run.warmUpHours * HOUR)));
    resetStatistics();
  }
  const series = measureUntil(calendarTimeAt(line.planned, Math.round((run.warmUpHours + run.hours) * HOUR)));
  bookAll();
  return series;
}

/** Runs to calendar time `end` and notes what every shift and day brought. Stopping on the way changes nothing. */
export function measureUntil(end: number): SeriesCounters {
  const days = new SeriesWriter();
  const shifts = new SeriesWriter();
  days.open(s.clock[Clock.planned]!);
  shifts.open(s.clock[Clock.planned]!);
  for (const { at, shift } of boundaries(s.line.planned, s.clock[Clock.now]!)) {
    if (at > end) break;
    runUntil(at);
    (shift < 0 ? days : shifts).close(at, shift, s.clock[Clock.planned]!, s.parts[Parts.inLine]!);
  }
  runUntil(end);
  return joined(shifts.series, days.series);
}
