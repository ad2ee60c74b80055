import type { TraceCursor } from "../../trace";
import { homePitch } from "../plan/measures";
import type { LinePlan, MachineSpot, Pad } from "../plan/types";
import type { Instances, Picture } from "./picture";

const standing = 0.42;
const used = { at: new Uint8Array(0) };

/** People and robots: at the machine they serve, the idle ones of the shift at home. */
export function paintPeople(picture: Picture, cursor: TraceCursor): void {
  const { people, robots, line } = picture;
  people.count = 0;
  robots.count = 0;
  if (used.at.length < picture.plan.machines.length) used.at = new Uint8Array(picture.plan.machines.length);
  used.at.fill(0);
  for (let p = 0; p < line.operators.length; p++) {
    const pool = line.operators[p];
    if (!pool) continue;
    if (pool.kind === "robot") paintRobots(picture, cursor, p, pool.count);
    else paintPool(picture, cursor, p);
  }
}

/** People of a pool on duty now: its number in the shift that runs. */
export function onDuty(picture: Picture, cursor: TraceCursor, p: number): number {
  const pool = picture.line.operators[p];
  if (!pool) return 0;
  const { calendar } = picture.line;
  const shift = "shifts" in calendar ? calendar.shifts[cursor.shift]?.id : undefined;
  return (shift === undefined ? undefined : pool.countByShift?.[shift]) ?? pool.count;
}

function paintPool(picture: Picture, cursor: TraceCursor, p: number): void {
  const { plan, people, roles } = picture;
  const role = roles[p] ?? 0;
  let busy = 0;
  for (let m = 0; m < plan.machines.length; m++) {
    for (let n = cursor.operators(p, m); n > 0; n--) {
      const spot = plan.machines[m];
      const station = spot && plan.stations[spot.station];
      if (!spot || !station) break;
      const nth = used.at[m] ?? 0;
      used.at[m] = nth + 1;
      const unit = plan.units[spot.unit];
      const front = unit ? unit.z + unit.depth / 2 : spot.z + station.machineDepth / 2;
      // the first a little right of the middle, so that the work stays in sight; helpers beside
      const x = spot.x + 0.42 + (nth % 2 === 0 ? 0 : -1.2) + Math.floor(nth / 2) * 0.5;
      put(people, x, front + standing, Math.PI, role);
      busy++;
    }
  }
  const home = plan.homes[p];
  if (!home || !cursor.isOnShift) return;
  const idle = onDuty(picture, cursor, p) - busy;
  for (let i = 0; i < idle; i++) {
    const column = i % home.columns;
    const row = Math.floor(i / home.columns);
    put(
      people,
      home.x + (column - (home.columns - 1) / 2) * homePitch,
      home.z - home.depth / 2 + 0.15 + (row + 0.5) * homePitch,
      0,
      role,
    );
  }
}

/** The rail of a machine's column: the nearest one. */
function railBeside(plan: LinePlan, machine: MachineSpot): Pad | undefined {
  let best: Pad | undefined;
  const rails = plan.rails[machine.station];
  for (let i = 0; rails && i < rails.length; i++) {
    const rail = rails[i];
    if (rail && (!best || Math.abs(rail.x - machine.x) < Math.abs(best.x - machine.x))) best = rail;
  }
  return best;
}

/** Robots go on the rail beside their machines; an idle one stands in the middle of the first rail of its pool. */
function paintRobots(picture: Picture, cursor: TraceCursor, p: number, count: number): void {
  const { plan, robots } = picture;
  let busy = 0;
  for (let m = 0; m < plan.machines.length; m++) {
    if (cursor.operators(p, m) <= 0) continue;
    const spot = plan.machines[m];
    const station = spot && plan.stations[spot.station];
    const rail = spot && railBeside(plan, spot);
    if (!spot || !station || !rail) continue;
    for (let n = cursor.operators(p, m); n > 0; n--) {
      put(robots, rail.x, spot.z + (n - 1) * 0.9, station.flow * (Math.PI / 2), p);
      busy++;
    }
  }
  let rails = 0;
  for (let s = 0; s < plan.stations.length; s++) if (plan.stations[s]?.robotPool === p) rails++;
  if (rails === 0) return;
  for (let i = busy; i < count; i++) {
    // robot i has its home on rail i of the pool, in turn
    let nth = i % rails;
    for (let s = 0; s < plan.stations.length; s++) {
      if (plan.stations[s]?.robotPool !== p) continue;
      const rail = plan.rails[s]?.[0];
      if (nth-- === 0 && rail) {
        const place = Math.floor(i / rails);
        put(
          robots,
          rail.x,
          rail.z + (place % 2 === 0 ? 1 : -1) * Math.ceil(place / 2) * 1.1,
          (plan.stations[s]?.flow ?? 1) * (Math.PI / 2),
          p,
        );
        break;
      }
    }
  }
}

function put(list: Instances, x: number, z: number, yaw: number, kind: number): void {
  const i = list.count;
  if (i >= list.x.length) return;
  list.x[i] = x;
  list.y[i] = 0;
  list.z[i] = z;
  list.yaw[i] = yaw;
  list.kind[i] = kind;
  list.tone[i] = 0;
  list.count = i + 1;
}
