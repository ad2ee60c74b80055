import { EventKind, hashColumns, type Trace, TraceRecorder } from "../trace";
import { bookAll, resetStatistics } from "./accounting";
import { calendarTimeAt } from "../model";
import type { CompiledLine } from "./compile";
import { onFailureClock, onRepairTimer, startFailureClocks, startRepair } from "./failure";
import { pushRaw, takeBatch, tryTake } from "./flow";
import { onGrant, onTimer } from "./machine";
import { arrive } from "./mover";
import { dispatch } from "./operator";
import { nextUniform } from "./random";
import { sample } from "./sampler";
import { onShiftSlot, startCalendar } from "./shift";
import { Clock, Counted, Down, MACHINE_STREAMS, NONE, Phase, Purpose, SimulationState, Tally } from "./state";

/** Raised with every change that may change a figure; part of every result and trace. */
export const engineVersion = "1.0.0";

const HOUR = 3600e6;

/** A run at time 0: seeded, empty, every machine up and looking for work. */
export function startRun(
  line: CompiledLine,
  seed: number,
  replication: number,
  recorder: TraceRecorder | null = null,
): SimulationState {
  const s = new SimulationState(line);
  s.recorder = recorder;
  s.seed(seed, replication);
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
  startCalendar(s);
  startFailureClocks(s);
  for (const st of line.downstreamFirst) {
    if (st.supply === "arrivals")
      scheduleArrival(s, st.index, s.clock[Clock.onShift] === 1 ? 0 : line.planned.starts[0]!);
    if (st.supply === "conwip") while (s.parts[2]! < line.conwipLevel) pushRaw(s, st.index);
    // off shift the beginning of the shift wakes the attended machines
    if (s.clock[Clock.onShift] === 1 || st.unattended)
      for (let m = st.firstMachine; m < st.firstMachine + st.machines; m++)
        if (s.phase[m] === Phase.idle) tryTake(s, m);
  }
  return s;
}

function scheduleArrival(s: SimulationState, station: number, from: number): void {
  const row = s.line.stations[station]!.interarrival;
  s.events.schedule(
    s.slot.arrivals + station,
    from + sample(s.line.samplers, row, s.random, s.stream.supply + station),
  );
}

/** Runs every event up to and including calendar time `until` (µs). */
export function runUntil(s: SimulationState, until: number): void {
  const { events, clock, slot } = s;
  const machines = slot.failures;
  let count = 0;
  let checkpoint = -1;
  for (;;) {
    const next = events.top();
    const time = events.time[next]!;
    if (s.anyDirty[0] === 1 && time > clock[Clock.now]!) {
      dispatch(s, continueAfterGrant);
      continue;
    }
    if (time > until) break;
    clock[Clock.now] = time;
    if (clock[Clock.onShift] === 1) clock[Clock.planned] = time - clock[Clock.offset]!;
    // a quarter of a million events without the clock moving: a loop of zero times would never end
    if ((++count & 0x3ffff) === 0) {
      if (time === checkpoint)
        throw new Error(`time stands still at ${time / 1e6} s: the line repeats steps that take no time`);
      checkpoint = time;
    }
    if (next < machines) {
      if (s.down[next] === Down.up) {
        onTimerOf(s, next);
      } else onRepairTimer(s, next);
    } else onOther(s, next);
  }
  s.tally[Tally.events]! += count;
  clock[Clock.now] = until;
  if (clock[Clock.onShift] === 1) clock[Clock.planned] = until - clock[Clock.offset]!;
}

function onTimerOf(s: SimulationState, m: number): void {
  const before = s.events.time[m]!;
  onTimer(s, m);
  // whatever follows either rescheduled the machine or left it without a timer
  if (s.events.time[m] === before && before <= s.clock[Clock.now]! && !hasTimer(s, m)) s.events.cancel(m);
}

function hasTimer(s: SimulationState, m: number): boolean {
  if (s.down[m] !== Down.up) return s.down[m] !== Down.waitRepairer;
  const p = s.phase[m]!;
  return p === Phase.setup || p === Phase.loading || p === Phase.processing || p === Phase.review;
}

function continueAfterGrant(s: SimulationState, m: number): void {
  if (s.down[m] === Down.waitRepairer) startRepair(s, m);
  else onGrant(s, m);
}

function onOther(s: SimulationState, next: number): void {
  const { slot } = s;
  if (next < slot.arrivals) return onFailureClock(s, next - slot.failures);
  if (next < slot.batchWait) {
    const i = next - slot.arrivals;
    const st = s.line.stations[i]!;
    scheduleArrival(s, i, s.clock[Clock.now]!);
    if (s.rawLength[i]! < st.queueCapacity || s.idleMachines[i]! > 0) pushRaw(s, i);
    else s.tally[Tally.lost]!++;
    return;
  }
  if (next < slot.movers) {
    const st = s.line.stations[next - slot.batchWait]!;
    s.events.cancel(next);
    if (s.idleMachines[st.index]! === 0) return;
    for (let m = st.firstMachine; m < st.firstMachine + st.machines; m++) {
      if (s.phase[m] === Phase.idle && s.down[m] === Down.up && s.frozen[m] === 0) return takeBatch(s, m, st, true);
    }
    return;
  }
  if (next < slot.shift) return arrive(s, next - slot.movers);
  onShiftSlot(s);
}

/** One replication to the end of the measured hours: warm-up, reset, measurement, everything booked. */
export function runReplication(
  line: CompiledLine,
  run: { hours: number; warmUpHours: number; seed: number },
  replication: number,
): SimulationState {
  const s = startRun(line, run.seed, replication);
  if (run.warmUpHours > 0) {
    runUntil(s, calendarTimeAt(line.planned, Math.round(run.warmUpHours * HOUR)));
    resetStatistics(s);
  }
  runUntil(s, calendarTimeAt(line.planned, Math.round((run.warmUpHours + run.hours) * HOUR)));
  bookAll(s);
  if (isStuck(s)) s.tally[Tally.stalled] = 1;
  return s;
}

/** Nothing left the line in the measured time, parts are in it, and no machine and no way has anything under way. */
function isStuck(s: SimulationState): boolean {
  const left = s.tally[Tally.good]! + s.tally[Tally.escaped]! + s.tally[Tally.scrapped]!;
  if (left > 0 || s.parts[2] === 0) return false;
  for (let m = 0; m < s.phase.length; m++) {
    if (s.events.time[m] !== Infinity || s.frozenLeft[m]! >= 0) return false;
  }
  return s.moverHead.every((head) => head === NONE);
}

/** The trace of one replication from time 0 to `calendarHours`, everything that happened in it. */
export function recordTrace(line: CompiledLine, seed: number, replication: number, calendarHours: number): Trace {
  const recorder = new TraceRecorder();
  const s = startRun(line, seed, replication, recorder);
  const end = Math.round(calendarHours * HOUR);
  runUntil(s, end);
  const columns = recorder.columns();
  return {
    layout: {
      stations: line.stations.map((st) => ({ id: st.id, firstMachine: st.firstMachine, machines: st.machines })),
      machineStation: Array.from(line.machineStation),
      flows: line.flows.map((f) => ({ from: f.from, to: f.to, capacity: f.capacity === Infinity ? null : f.capacity })),
      pools: line.pools.map((p) => ({ id: p.id, kind: p.isRobot ? "robot" : "person" })),
      products: [...line.products],
    },
    columns,
    start: 0,
    end,
    seed,
    replication,
    engineVersion,
    hash: hashColumns(columns),
  };
}
