import { bookCapacity } from "./accounting";
import { NONE } from "./codes";
import * as Clock from "./codes/clock";
import * as events from "./events";
import { sample } from "./sampler";
import * as s from "./state";
import { nextWearDue, wearOf } from "./wear";

/*
 * Robots that fail. A pool with failures has robots with lives of their own: each wears while it serves a machine; one
 * whose time has come finishes the handling in hand and is then repaired.
 */

export function startRobots(): void {
  for (const pool of s.line.pools) {
    pool.failures.forEach((f, j) => {
      for (let k = 0; k < pool.count; k++) nextWearDue(wearOf(pool, k, j), 0, f);
    });
  }
}

/** `count` robots of the pool begin to serve machine `m`: the first that are free. */
export function sendRobots(pool: number, m: number, count: number): void {
  const { firstRobot, count: all } = s.line.pools[pool]!;
  let left = count;
  for (let r = firstRobot; r < firstRobot + all && left > 0; r++) {
    if (s.robotAt[r] !== NONE || s.robotIsDown[r] === 1) continue;
    s.robotAt[r] = m;
    s.robotSince[r] = s.clock[Clock.planned]!;
    left--;
  }
}

/** `count` robots leave machine `m`. Returns how many of them are fit for more; the others go into repair. */
export function takeRobots(pool: number, m: number, count: number): number {
  const { firstRobot, count: all, failures } = s.line.pools[pool]!;
  let left = count;
  let fit = count;
  for (let r = firstRobot; r < firstRobot + all && left > 0; r++) {
    if (s.robotAt[r] !== m) continue;
    s.robotAt[r] = NONE;
    s.robotWorked[r]! += s.clock[Clock.planned]! - s.robotSince[r]!;
    left--;
    let repair = 0;
    failures.forEach((f, j) => {
      const wear = wearOf(s.line.pools[pool]!, r - firstRobot, j);
      if (s.wearDue[wear]! > s.robotWorked[r]!) return;
      const stream = s.stream.wear + wear * 2 + 1;
      repair += sample(f.timeToRepair, s.random, stream);
      if (f.response >= 0) repair += sample(f.response, s.random, stream);
      nextWearDue(wear, s.robotWorked[r]!, f);
    });
    if (repair === 0) continue;
    fit--;
    s.robotIsDown[r] = 1;
    s.poolDown[pool]!++;
    events.schedule(s.line.robotSlot + r, s.clock[Clock.now]! + repair);
  }
  return fit;
}

export function onRobotRepaired(r: number): void {
  events.cancel(s.line.robotSlot + r);
  const pool = s.line.pools.findIndex((p) => p.failures.length > 0 && r >= p.firstRobot && r < p.firstRobot + p.count);
  bookCapacity(pool);
  s.robotIsDown[r] = 0;
  s.poolDown[pool]!--;
  s.poolFree[pool]!++;
  s.poolDirty[pool] = 1;
  s.anyDirty[0] = 1;
}
