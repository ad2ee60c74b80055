import { EventKind } from "../trace";
import { bookPool } from "./accounting";
import { nextUniform } from "./random";
import { Clock, Down, NONE, type SimulationState } from "./state";

/**
 * Pools of people and robots. Requests wait in a list ordered by the pool's rule; they are granted at the end of the
 * instant, after every move of that instant, so that the most downstream machine asks first whatever moved first.
 */
export function request(s: SimulationState, m: number, pool: number, count: number): void {
  const now = s.clock[Clock.now]!;
  s.requestPool[m] = pool;
  s.requestCount[m] = count;
  s.requestTime[m] = now;
  bookPool(s, pool);
  s.poolWaiting[pool]!++;
  let before: number = NONE;
  let at = s.poolHead[pool]!;
  while (at !== NONE && goesBefore(s, at, m, pool)) {
    before = at;
    at = s.nextWaiting[at]!;
  }
  s.nextWaiting[m] = at;
  if (before === NONE) s.poolHead[pool] = m;
  else s.nextWaiting[before] = m;
  s.poolDirty[pool] = 1;
  s.anyDirty[0] = 1;
}

/** Does the waiting machine `a` come before the new request of `b`? */
function goesBefore(s: SimulationState, a: number, b: number, pool: number): boolean {
  const rankA = s.line.stationOf[a]!.rank;
  const rankB = s.line.stationOf[b]!.rank;
  const timeA = s.requestTime[a]!;
  const timeB = s.requestTime[b]!;
  switch (s.line.pools[pool]!.rule) {
    case "downstreamFirst":
      return rankA <= rankB;
    case "upstreamFirst":
      return rankA >= rankB;
    default:
      return timeA < timeB || rankA <= rankB;
  }
}

/** Withdraws the request of a machine (it failed while waiting). */
export function withdraw(s: SimulationState, m: number): void {
  const pool = s.requestPool[m]!;
  if (pool === NONE) return;
  bookPool(s, pool);
  s.poolWaiting[pool]!--;
  if (s.poolHead[pool] === m) s.poolHead[pool] = s.nextWaiting[m]!;
  else {
    let at = s.poolHead[pool]!;
    while (s.nextWaiting[at] !== m) at = s.nextWaiting[at]!;
    s.nextWaiting[at] = s.nextWaiting[m]!;
  }
  s.nextWaiting[m] = NONE;
  s.requestPool[m] = NONE;
}

function give(s: SimulationState, m: number, pool: number, count: number): void {
  bookPool(s, pool);
  s.poolFree[pool]! -= count;
  if (s.recorder !== null) s.recorder.record(s.clock[Clock.now]!, EventKind.operators, pool, m, count);
}

function takeBack(s: SimulationState, m: number, pool: number, count: number): void {
  bookPool(s, pool);
  s.poolFree[pool]! += count;
  s.poolDirty[pool] = 1;
  s.anyDirty[0] = 1;
  if (s.recorder !== null) s.recorder.record(s.clock[Clock.now]!, EventKind.operators, pool, m, -count);
}

/** The people who set up, load or tend machine `m` go. */
export function releaseHeld(s: SimulationState, m: number): void {
  if (s.heldPool[m] === NONE) return;
  takeBack(s, m, s.heldPool[m]!, s.heldCount[m]!);
  s.heldPool[m] = NONE;
  s.heldCount[m] = 0;
}

export function releaseRepairers(s: SimulationState, m: number): void {
  if (s.repairHeldPool[m] === NONE) return;
  takeBack(s, m, s.repairHeldPool[m]!, s.repairHeldCount[m]!);
  s.repairHeldPool[m] = NONE;
  s.repairHeldCount[m] = 0;
}

/** Sends only `count` of the held people away (the next step needs fewer of the same pool). */
export function releaseSome(s: SimulationState, m: number, count: number): void {
  if (count <= 0) return;
  takeBack(s, m, s.heldPool[m]!, count);
  s.heldCount[m]! -= count;
}

/** Grants what can be granted; `onGrant(machine)` goes on with the machine's work. Called when an instant is over. */
export function dispatch(s: SimulationState, onGrant: (s: SimulationState, m: number) => void): void {
  s.anyDirty[0] = 0;
  const isOff = s.clock[Clock.onShift] === 0;
  for (let pool = 0; pool < s.poolDirty.length; pool++) {
    // people have gone home; robots go on at the machines that do (the beginning of the shift asks for everybody again)
    if (s.poolDirty[pool] === 0 || (isOff && !s.line.pools[pool]!.isRobot)) continue;
    s.poolDirty[pool] = 0;
    const random = s.line.pools[pool]!.rule === "random";
    while (s.poolHead[pool] !== NONE) {
      const m = isOff ? firstRunning(s, pool) : random ? drawWaiting(s, pool) : s.poolHead[pool]!;
      if (m === NONE) break;
      const count = s.requestCount[m]!;
      // nobody overtakes the first in line, even with a smaller need
      if (count > s.poolFree[pool]!) break;
      withdraw(s, m);
      give(s, m, pool, count);
      if (s.down[m] === Down.waitRepairer) {
        s.repairHeldPool[m] = pool;
        s.repairHeldCount[m] = count;
      } else {
        s.heldPool[m] = pool;
        s.heldCount[m] = count;
      }
      onGrant(s, m);
    }
  }
}

/** The first in line whose machine runs off shift. */
function firstRunning(s: SimulationState, pool: number): number {
  let at = s.poolHead[pool]!;
  while (at !== NONE && s.frozen[at] === 1) at = s.nextWaiting[at]!;
  return at;
}

function drawWaiting(s: SimulationState, pool: number): number {
  const n = s.poolWaiting[pool]!;
  let k = n === 1 ? 0 : Math.floor(nextUniform(s.random, s.stream.pool + pool) * n);
  let at = s.poolHead[pool]!;
  while (k-- > 0) at = s.nextWaiting[at]!;
  return at;
}
