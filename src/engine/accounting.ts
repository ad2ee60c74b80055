import { EventKind } from "../trace";
import { Clock, Counted, COUNTED, Down, Phase, type SimulationState, Tally } from "./state";

/** Row of the trace for each counted state: index in `machineStates`, index in `stateReasons`. */
const tracedState = [0, 1, 2, 3, 4, 5, 6, 7, 2, 6, 6, 0];
const tracedReason = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 3, 4];

function countedStateOf(s: SimulationState, m: number): number {
  if (s.frozen[m] === 1) return Counted.offShift;
  switch (s.down[m]) {
    case Down.response:
      return Counted.downResponse;
    case Down.waitRepairer:
      return Counted.downWaiting;
    case Down.repair:
      return Counted.down;
  }
  switch (s.phase[m]) {
    case Phase.idle:
      return Counted.starved;
    case Phase.waitSetter:
      return Counted.setupWaiting;
    case Phase.setup:
      return Counted.setup;
    case Phase.loading:
      return Counted.loading;
    case Phase.processing:
      return Counted.working;
    case Phase.review:
      return Counted.workingReview;
    case Phase.blocked:
      return Counted.blocked;
    case Phase.waitResume:
      return s.resumePhase[m] === Phase.setup ? Counted.setupWaiting : Counted.waitingOperator;
    default:
      return Counted.waitingOperator;
  }
}

/** Books the time in the old state and opens the new one, after any change of phase, down or frozen. */
export function refreshState(s: SimulationState, m: number): void {
  const state = countedStateOf(s, m);
  const old = s.countedState[m]!;
  if (state === old) return;
  const planned = s.clock[Clock.planned]!;
  s.stateTime[m * COUNTED + old]! += planned - s.stateSince[m]!;
  s.stateSince[m] = planned;
  s.countedState[m] = state;
  if (s.recorder !== null)
    s.recorder.record(s.clock[Clock.now]!, EventKind.machineState, m, tracedState[state]!, tracedReason[state]!);
}

export function bookBuffer(s: SimulationState, flow: number): void {
  const planned = s.clock[Clock.planned]!;
  s.bufferArea[flow]! += s.bufferLength[flow]! * (planned - s.bufferSince[flow]!);
  s.bufferSince[flow] = planned;
}

export function bookRaw(s: SimulationState, station: number): void {
  const planned = s.clock[Clock.planned]!;
  s.rawArea[station]! += s.rawLength[station]! * (planned - s.rawSince[station]!);
  s.rawSince[station] = planned;
}

export function bookPool(s: SimulationState, pool: number): void {
  const planned = s.clock[Clock.planned]!;
  const span = planned - s.poolSince[pool]!;
  const count = s.poolCount[pool]!;
  const busy = count - s.poolFree[pool]!;
  s.poolArea[pool]! += busy * span;
  // a smaller shift may begin while the larger one's people are still finishing
  s.poolCapacityArea[pool]! += (busy > count ? busy : count) * span;
  s.poolWaitArea[pool]! += s.poolWaiting[pool]! * span;
  s.poolSince[pool] = planned;
}

export function bookWip(s: SimulationState): void {
  const planned = s.clock[Clock.planned]!;
  s.tally[Tally.wipArea]! += s.parts[2]! * (planned - s.tally[Tally.wipSince]!);
  s.tally[Tally.wipSince] = planned;
}

/** Closes every open interval at the present planned time. */
export function bookAll(s: SimulationState): void {
  const planned = s.clock[Clock.planned]!;
  for (let m = 0; m < s.phase.length; m++) {
    s.stateTime[m * COUNTED + s.countedState[m]!]! += planned - s.stateSince[m]!;
    s.stateSince[m] = planned;
  }
  for (let f = 0; f < s.bufferLength.length; f++) bookBuffer(s, f);
  for (let i = 0; i < s.rawLength.length; i++) bookRaw(s, i);
  for (let p = 0; p < s.poolFree.length; p++) bookPool(s, p);
  bookWip(s);
}

/** Forgets what was counted so far (end of warm-up); the state of the line stays. */
export function resetStatistics(s: SimulationState): void {
  bookAll(s);
  for (const a of [
    s.stateTime,
    s.bufferArea,
    s.rawArea,
    s.poolArea,
    s.poolCapacityArea,
    s.poolWaitArea,
    s.processed,
    s.badParts,
  ])
    a.fill(0);
  const events = s.tally[Tally.events]!;
  s.tally.fill(0);
  s.tally[Tally.events] = events;
  s.tally[Tally.wipSince] = s.clock[Clock.planned]!;
  s.tally[Tally.inLineAtReset] = s.parts[2]!;
  s.tally[Tally.resetAt] = s.clock[Clock.planned]!;
}
