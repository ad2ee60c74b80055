import { EventKind } from "../trace";
import { bookCapacity } from "./accounting";
import { nextUniform } from "./random";
import { NONE } from "./codes";
import * as Clock from "./codes/clock";
import * as Down from "./codes/down";
import * as s from "./state";
import { sendRobots, takeRobots } from "./robot";
import * as Rule from "./codes/rule";
import * as t from "./table";

/**
 * Pools of people and robots. Requests wait in a list ordered by the pool's rule; they are granted at the end of the
 * instant, after every move of that instant, so that the most downstream machine asks first whatever moved first.
 */
export function request(m: number, pool: number, count: number): void {
  const now = s.clock[Clock.now]!;
  s.requestPool[m] = pool;
  s.requestCount[m] = count;
  s.requestTime[m] = now;
  s.poolWaitArea[pool]! -= s.clock[Clock.planned]!;
  s.poolWaiting[pool]!++;
  let before: number = NONE;
  let at = s.poolHead[pool]!;
  while (at !== NONE && goesBefore(at, m, pool)) {
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
function goesBefore(a: number, b: number, pool: number): boolean {
  const rankA = t.rank[t.station[a]!]!;
  const rankB = t.rank[t.station[b]!]!;
  switch (t.poolRule[pool]) {
    case Rule.downstreamFirst:
      return rankA <= rankB;
    case Rule.upstreamFirst:
      return rankA >= rankB;
    default:
      return s.requestTime[a]! < s.requestTime[b]! || rankA <= rankB;
  }
}

/** Withdraws the request of a machine (it failed while waiting). */
export function withdraw(m: number): void {
  const pool = s.requestPool[m]!;
  if (pool === NONE) return;
  s.poolWaitArea[pool]! += s.clock[Clock.planned]!;
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

function give(m: number, pool: number, count: number): void {
  s.poolArea[pool]! -= count * s.clock[Clock.planned]!;
  s.poolFree[pool]! -= count;
  if (t.poolWears[pool] === 1) sendRobots(pool, m, count);
  if (s.isRecorded[0] === 1) s.recorder!.record(s.clock[Clock.now]!, EventKind.operators, pool, m, count);
}

function takeBack(m: number, pool: number, count: number): void {
  // fewer than at work are on duty: with each who goes there are fewer
  if (s.poolFree[pool]! < 0) bookCapacity(pool);
  s.poolArea[pool]! += count * s.clock[Clock.planned]!;
  s.poolFree[pool]! += t.poolWears[pool] === 1 ? takeRobots(pool, m, count) : count;
  if (s.poolHead[pool] !== NONE) {
    s.poolDirty[pool] = 1;
    s.anyDirty[0] = 1;
  }
  if (t.poolShares[pool] === 1) callOthers(pool);
  if (s.isRecorded[0] === 1) s.recorder!.record(s.clock[Clock.now]!, EventKind.operators, pool, m, -count);
}

/** The people who set up, load or tend machine `m` go. */
export function releaseHeld(m: number): void {
  if (s.heldPool[m] === NONE) return;
  takeBack(m, s.heldPool[m]!, s.heldCount[m]!);
  s.heldPool[m] = NONE;
  s.heldCount[m] = 0;
}

export function releaseRepairers(m: number): void {
  if (s.repairHeldPool[m] === NONE) return;
  takeBack(m, s.repairHeldPool[m]!, s.repairHeldCount[m]!);
  s.repairHeldPool[m] = NONE;
  s.repairHeldCount[m] = 0;
}

/** Sends only `count` of the held people away (the next step needs fewer of the same pool). */
export function releaseSome(m: number, count: number): void {
  if (count <= 0) return;
  takeBack(m, s.heldPool[m]!, count);
  s.heldCount[m]! -= count;
}

/** Grants what can be granted; `onGrant(machine)` goes on with the machine's work. Called when an instant is over. */
export function dispatch(onGrant: (m: number) => void): void {
  s.anyDirty[0] = 0;
  const isOff = s.clock[Clock.onShift] === 0;
  const pools = s.line.pools.length;
  for (let pool = 0; pool < pools; pool++) {
    // people have gone home; robots go on at the machines that do (the beginning of the shift asks for everybody again)
    if (s.poolDirty[pool] === 0 || (isOff && t.poolIsRobot[pool] === 0)) continue;
    s.poolDirty[pool] = 0;
    while (s.poolHead[pool] !== NONE) {
      const m = isOff ? firstRunning(pool) : t.poolRule[pool] === Rule.random ? drawWaiting(pool) : s.poolHead[pool]!;
      if (m === NONE) break;
      const count = s.requestCount[m]!;
      // nobody overtakes the first in line, even with a smaller need
      const giver = count <= s.poolFree[pool]! ? pool : t.poolShares[pool] === 1 ? helperOf(pool, count) : NONE;
      if (giver === NONE) break;
      withdraw(m);
      give(m, giver, count);
      if (s.down[m] === Down.waitRepairer) {
        s.repairHeldPool[m] = giver;
        s.repairHeldCount[m] = count;
      } else {
        s.heldPool[m] = giver;
        s.heldFor[m] = pool;
        s.heldCount[m] = count;
      }
      onGrant(m);
    }
  }
}

/** A pool whose people know this work, have nobody of their own waiting, and are enough; NONE = none. */
function helperOf(pool: number, count: number): number {
  for (const helper of s.line.pools[pool]!.helpers)
    if (s.poolHead[helper] === NONE && s.poolFree[helper]! >= count) return helper;
  return NONE;
}

/** People have come free who can also do what is asked of other pools. */
function callOthers(pool: number): void {
  for (const other of s.line.pools[pool]!.serves) {
    if (s.poolHead[other] === NONE) continue;
    s.poolDirty[other] = 1;
    s.anyDirty[0] = 1;
  }
}

/** The first in line whose machine runs off shift. */
function firstRunning(pool: number): number {
  let at = s.poolHead[pool]!;
  while (at !== NONE && s.frozen[at] === 1) at = s.nextWaiting[at]!;
  return at;
}

function drawWaiting(pool: number): number {
  const n = s.poolWaiting[pool]!;
  let k = n === 1 ? 0 : Math.floor(nextUniform(s.random, s.stream.pool + pool) * n);
  let at = s.poolHead[pool]!;
  while (k-- > 0) at = s.nextWaiting[at]!;
  return at;
}
