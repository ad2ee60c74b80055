import type { LinePlan } from "./types";

/** A way on foot as at most five points, and how long it is; reused, so that walking allocates nothing. */
export interface Way {
  points: number;
  x: Float64Array;
  z: Float64Array;
  length: number;
}

export function createWay(): Way {
  return { points: 0, x: new Float64Array(6), z: new Float64Array(6), length: 0 };
}

/** where one walks beside and before the machines, in metres from them */
const beside = 0.55;
const before = 1.15;

/**
 * From one place to another round the machines: out to the aisle beside the station, along in front of its row, in by
 * the aisle of the other. `from` and `to` are stations, −1 = in the open. Written into `way`.
 */
export function layWay(
  plan: LinePlan,
  way: Way,
  from: number,
  x0: number,
  z0: number,
  to: number,
  x1: number,
  z1: number,
): void {
  way.points = 0;
  way.length = 0;
  step(way, x0, z0);
  if (from === to && from >= 0) {
    const aisle = aisleOf(plan, from, (x0 + x1) / 2);
    if (Math.abs(z1 - z0) > 0.1) {
      step(way, aisle, z0);
      step(way, aisle, z1);
    }
  } else {
    const leave = aisleOf(plan, from, x1, x0);
    const enter = aisleOf(plan, to, x0, x1);
    // along in front of the row further back: between the rows one goes beside a station, never through another
    const own = from >= 0 ? frontOf(plan, from) : Infinity;
    const other = to >= 0 ? frontOf(plan, to) : Infinity;
    const front = Math.min(own, other, from < 0 && to < 0 ? z0 : Infinity);
    step(way, leave, z0);
    step(way, leave, front);
    step(way, enter, front);
    step(way, enter, z1);
  }
  step(way, x1, z1);
}

/** The aisle beside a station that is nearer to `towards`. */
function aisleOf(plan: LinePlan, station: number, towards: number, own = towards): number {
  const spot = plan.stations[station];
  if (!spot) return own;
  const side = towards >= spot.x ? 1 : -1;
  return spot.x + side * (spot.width / 2 + beside);
}

function frontOf(plan: LinePlan, station: number): number {
  const spot = plan.stations[station];
  return spot ? spot.room.z + spot.room.depth / 2 + before : 0;
}

function step(way: Way, x: number, z: number): void {
  const i = way.points;
  if (i > 0) {
    const run = Math.hypot(x - (way.x[i - 1] ?? 0), z - (way.z[i - 1] ?? 0));
    if (run < 0.02) return;
    way.length += run;
  }
  way.x[i] = x;
  way.z[i] = z;
  way.points = i + 1;
}

/** Where one is after a share of the way, and in which direction one goes (radians about the upright axis): [x, z, yaw]. */
export function walk(way: Way, share: number, out: [number, number, number]): void {
  let left = way.length * Math.min(1, Math.max(0, share));
  for (let i = 1; i < way.points; i++) {
    const ax = way.x[i - 1] ?? 0;
    const az = way.z[i - 1] ?? 0;
    const dx = (way.x[i] ?? 0) - ax;
    const dz = (way.z[i] ?? 0) - az;
    const run = Math.hypot(dx, dz);
    if (left <= run || i === way.points - 1) {
      const part = run === 0 ? 1 : Math.min(1, left / run);
      out[0] = ax + dx * part;
      out[1] = az + dz * part;
      out[2] = Math.atan2(dx, dz);
      return;
    }
    left -= run;
  }
  out[0] = way.x[0] ?? 0;
  out[1] = way.z[0] ?? 0;
  out[2] = 0;
}
