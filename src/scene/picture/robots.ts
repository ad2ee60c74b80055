import { machineStates, type TraceCursor } from "../../trace";
import { carriageHeight } from "../plan/measures";
import type { LinePlan, MachineSpot, Pad } from "../plan/types";
import { machineShapes } from "../shapes/machines";
import { reachGrip, type Grip } from "./arm";
import { idle, perMachine } from "./crew";
import { eased } from "./drives";
import { put, whereIs } from "./people";
import type { Picture, View } from "./picture";
import { entryAt, untilOf, valueBefore } from "./timeline";

const loading = machineStates.indexOf("loading");

/** folded over the carriage; over the magazine beside it */
const rest: Grip = { turn: 0, out: 0.85, up: 1.35, dip: 0.9 };
const magazine: Grip = { turn: (-130 * Math.PI) / 180, out: 0.98, up: 1.12, dip: Math.PI / 2 };
const work: Grip = { turn: 0, out: 0, up: 0, dip: 0.25 };
const grip: Grip = { turn: 0, out: 0, up: 0, dip: 0 };

/** One exchange as shares of the loading time: out of the machine, into the magazine, back with the next part. */
const round: readonly (readonly [until: number, from: Grip, to: Grip])[] = [
  [0.16, rest, work],
  [0.24, work, work],
  [0.42, work, magazine],
  [0.52, magazine, magazine],
  [0.7, magazine, work],
  [0.84, work, work],
  [1.01, work, rest],
];

/** kinds of robots in the picture */
export const industrial = 0;
export const cobot = 1;

/** A robot on its rail beside the machine it serves, its arm as far as the loading has come. */
export function paintRobot(picture: Picture, cursor: TraceCursor, view: View, p: number, robot: number): void {
  const { plan, robots, crew } = picture;
  const entry = entryAt(crew.ways, robot, cursor.now);
  const where = whereIs(picture, robot, cursor.now);
  const since = entry < 0 ? -Infinity : (crew.ways.time[entry] ?? 0);
  const nth = robot - (crew.first[p] ?? 0);
  // an idle robot stays where it served last
  const stays = where === idle && entry >= 0 ? valueBefore(crew.ways, robot, entry) : where;
  if (!standAt(plan, p, nth, stays, at)) return;
  if (where !== idle && view.stride > 0 && cursor.now - since < view.stride) {
    const previous = lastServed(picture, robot, entry);
    if (standAt(plan, p, nth, previous, from)) {
      const t = eased((cursor.now - since) / view.stride);
      at[0] = from[0] + (at[0] - from[0]) * t;
      at[1] = from[1] + (at[1] - from[1]) * t;
    }
  }
  const i = robots.count;
  if (!put(robots, at[0], at[1], at[2], plan.cobots[p] === true ? cobot : industrial)) return;
  pose(picture, cursor, view, where === idle ? -1 : Math.floor(where / perMachine), i);
}

/** Arms that belong to one machine and have no pool: they move with its loading. */
export function paintFixedArms(picture: Picture, cursor: TraceCursor, view: View): void {
  const { plan, robots } = picture;
  for (let a = 0; a < plan.arms.length; a++) {
    const foot = plan.arms[a];
    const i = robots.count;
    if (foot && put(robots, foot.x, foot.z, foot.yaw, industrial)) pose(picture, cursor, view, foot.machine, i);
  }
}

const at: [number, number, number] = [0, 0, 0];
const from: [number, number, number] = [0, 0, 0];

/** The machine served before an entry; the entry of being idle in between tells nothing. */
function lastServed({ crew }: Picture, robot: number, entry: number): number {
  for (let i = entry - 1; i >= (crew.ways.offset[robot] ?? 0); i--) {
    const value = crew.ways.value[i] ?? idle;
    if (value !== idle) return value;
  }
  return idle;
}

/** Where a robot stands and which way it looks: [x, z, yaw]. Robot i without work has its home on rail i of its pool. */
function standAt(plan: LinePlan, p: number, nth: number, where: number, out: [number, number, number]): boolean {
  if (where !== idle) {
    const spot = plan.machines[Math.floor(where / perMachine)];
    const station = spot && plan.stations[spot.station];
    const rail = spot && railBeside(plan, spot);
    if (!spot || !station || !rail) return false;
    out[0] = rail.x;
    out[1] = spot.z + station.machineDepth / 2 - 0.1;
    out[2] = rail.x > spot.x ? Math.PI : 0;
    return true;
  }
  let rails = 0;
  for (let s = 0; s < plan.stations.length; s++) if (plan.stations[s]?.robotPool === p) rails++;
  let turn = rails === 0 ? -1 : nth % rails;
  for (let s = 0; s < plan.stations.length; s++) {
    if (plan.stations[s]?.robotPool !== p || turn-- !== 0) continue;
    const rail = plan.rails[s]?.[0];
    const station = plan.stations[s];
    if (!rail || !station) return false;
    const place = Math.floor(nth / rails);
    out[0] = rail.x;
    out[1] = rail.z + (place % 2 === 0 ? 1 : -1) * Math.ceil(place / 2) * 1.1;
    out[2] = rail.x > station.x ? Math.PI : 0;
    return true;
  }
  return false;
}

/** The rail of a machine's column: the nearest one. */
export function railBeside(plan: LinePlan, machine: MachineSpot): Pad | undefined {
  let best: Pad | undefined;
  const rails = plan.rails[machine.station];
  for (let i = 0; rails && i < rails.length; i++) {
    const rail = rails[i];
    if (rail && (!best || Math.abs(rail.x - machine.x) < Math.abs(best.x - machine.x))) best = rail;
  }
  return best;
}

/** The arm of robot `i` while it serves a machine: moved by nothing but the share of the loading that is over. */
function pose(picture: Picture, cursor: TraceCursor, view: View, machine: number, i: number): void {
  const { joints, states, plan, robots } = picture;
  const entry = machine < 0 ? -1 : entryAt(states, machine, cursor.now);
  set(grip, rest);
  if (entry >= 0 && states.value[entry] === loading) {
    workOf(plan, machine, robots.x[i] ?? 0, robots.z[i] ?? 0, robots.yaw[i] ?? 0);
    const since = states.time[entry] ?? 0;
    // too quick for the eye: it stands at the machine it loads
    const over = view.glide > 0 ? (cursor.now - since) / (untilOf(states, machine, entry) - since) : 0.2;
    follow(over);
  }
  reachGrip(grip, joints, i * 6);
}

/** Where the work lies in a machine, as the arm sees it; written into `work`. */
function workOf(plan: LinePlan, machine: number, x: number, z: number, yaw: number): void {
  const spot = plan.machines[machine];
  const station = spot && plan.stations[spot.station];
  if (!spot || !station) return;
  const shape = machineShapes[station.shape];
  const dx = spot.x + (shape.work[0] * station.machineWidth) / shape.width - x;
  const dz = spot.z + (shape.work[2] * station.machineDepth) / shape.depth - z;
  const c = Math.cos(yaw);
  const s = Math.sin(yaw);
  const ahead = dx * c - dz * s;
  const side = dx * s + dz * c;
  work.turn = Math.atan2(-side, ahead);
  work.out = Math.hypot(ahead, side);
  work.up = shape.work[1] + 0.12 - carriageHeight;
}

/** Writes into `grip` where the exchange stands when a share of it is over. */
export function follow(over: number): void {
  let begun = 0;
  for (let i = 0; i < round.length; i++) {
    const step = round[i];
    if (!step) return;
    const [until, a, b] = step;
    if (over <= until) {
      mix(grip, a, b, eased((over - begun) / (until - begun)));
      return;
    }
    begun = until;
  }
}

function set(out: Grip, from: Grip): void {
  mix(out, from, from, 0);
}

/** Between two grips, drawn in on the way so that nothing is swept off the table. */
function mix(out: Grip, a: Grip, b: Grip, t: number): void {
  out.turn = a.turn + (b.turn - a.turn) * t;
  out.out = a.out + (b.out - a.out) * t;
  out.up = a.up + (b.up - a.up) * t + (a === b ? 0 : Math.sin(Math.PI * t) * 0.25);
  out.dip = a.dip + (b.dip - a.dip) * t;
}
