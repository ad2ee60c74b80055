import type { TraceCursor } from "../../trace";
import { homePitch } from "../plan/measures";
import type { LinePlan } from "../plan/types";
import { machineShapes } from "../shapes/machines";
import { createWay, layWay, walk } from "../plan/ways";
import { idle, perMachine } from "./crew";
import { eased } from "./drives";
import type { Instances, Picture, View } from "./picture";
import { paintFixedArms, paintRobot } from "./robots";
import { entryAt, valueBefore } from "./timeline";

const standing = 0.42;

// scratch of the frame loop
const way = createWay();
const here: [number, number, number] = [0, 0, 0];
const there: [number, number, number] = [0, 0, 0];

/** People and robots: at the machine they serve or on their way to it, the idle ones of the shift at home. */
export function paintPeople(picture: Picture, cursor: TraceCursor, view: View): void {
  const { people, robots, line, crew } = picture;
  people.count = 0;
  robots.count = 0;
  for (let p = 0; p < line.operators.length; p++) {
    const pool = line.operators[p];
    if (!pool) continue;
    const first = crew.first[p] ?? 0;
    const last = crew.first[p + 1] ?? 0;
    const isRobot = pool.kind === "robot";
    let resting = isRobot ? pool.count : cursor.isOnShift ? onDuty(picture, cursor, p) : 0;
    for (let i = first; i < last; i++) if (whereIs(picture, i, cursor.now) !== idle) resting--;
    for (let i = first; i < last; i++) {
      if (whereIs(picture, i, cursor.now) === idle && resting-- <= 0) continue;
      if (isRobot) paintRobot(picture, cursor, view, p, i);
      else paintPerson(picture, cursor, view, p, i);
    }
  }
  paintFixedArms(picture, cursor, view);
}

/** People of a pool on duty now: its number in the shift that runs. */
export function onDuty(picture: Picture, cursor: TraceCursor, p: number): number {
  const pool = picture.line.operators[p];
  if (!pool) return 0;
  const { calendar } = picture.line;
  const shift = "shifts" in calendar ? calendar.shifts[cursor.shift]?.id : undefined;
  return (shift === undefined ? undefined : pool.countByShift?.[shift]) ?? pool.count;
}

/** What the crew's timeline says of a person at a time. */
export function whereIs({ crew }: Picture, person: number, t: number): number {
  const entry = entryAt(crew.ways, person, t);
  return entry < 0 ? idle : (crew.ways.value[entry] ?? idle);
}

function paintPerson(picture: Picture, cursor: TraceCursor, view: View, p: number, person: number): void {
  const { plan, people, roles, crew } = picture;
  const nth = person - (crew.first[p] ?? 0);
  const entry = entryAt(crew.ways, person, cursor.now);
  const where = entry < 0 ? idle : (crew.ways.value[entry] ?? idle);
  if (!standAt(plan, p, nth, where, here)) return;
  // at a machine one looks at it, at home into the hall
  here[2] = where === idle ? 0 : Math.PI;
  const since = entry < 0 ? -Infinity : (crew.ways.time[entry] ?? 0);
  const along = view.stride > 0 ? (cursor.now - since) / view.stride : 1;
  if (along < 1) {
    // the first entry has come from home
    const before = entry > (crew.ways.offset[person] ?? 0) ? valueBefore(crew.ways, person, entry) : idle;
    if (before !== where && standAt(plan, p, nth, before, there)) {
      layWay(plan, way, stationOf(plan, before), there[0], there[1], stationOf(plan, where), here[0], here[1]);
      walk(way, eased(along), here);
    }
  }
  if (!put(people, here[0], here[1], here[2], roles[p] ?? 0)) return;
  people.tone[people.count - 1] = nth >= (picture.firstNew[p] ?? 0) ? 1 : 0;
  if (along >= 1) people.y[people.count - 1] = sitting(plan, where);
}

/** How much lower than standing somebody is at a machine with a seat, in metres. */
function sitting(plan: LinePlan, where: number): number {
  if (where === idle || where % perMachine > 0) return 0;
  const shape = plan.stations[stationOf(plan, where)]?.shape;
  return (shape && machineShapes[shape].seat?.[1]) ?? 0;
}

/** Where somebody of a pool stands: before the machine, or at home. Written into `out` as [x, z]. */
function standAt(plan: LinePlan, p: number, nth: number, where: number, out: [number, number, number]): boolean {
  if (where === idle) {
    const home = plan.homes[p];
    if (!home) return false;
    const column = nth % home.columns;
    out[0] = home.x + (column - (home.columns - 1) / 2) * homePitch;
    out[1] = home.z - home.depth / 2 + 0.15 + (Math.floor(nth / home.columns) + 0.5) * homePitch;
    return true;
  }
  const spot = plan.machines[Math.floor(where / perMachine)];
  const station = spot && plan.stations[spot.station];
  if (!spot || !station) return false;
  const place = where % perMachine;
  const seat = machineShapes[station.shape].seat;
  if (seat && place === 0) {
    out[0] = spot.x + seat[0];
    out[1] = spot.z + seat[2];
    return true;
  }
  const unit = plan.units[spot.unit];
  const front = unit ? unit.z + unit.depth / 2 : spot.z + station.machineDepth / 2;
  // the first a little right of the middle, so that the work stays in sight; helpers beside
  out[0] = spot.x + 0.42 + (place % 2 === 0 ? 0 : -1.2) + Math.floor(place / 2) * 0.5;
  out[1] = front + standing;
  return true;
}

function stationOf(plan: LinePlan, where: number): number {
  return where === idle ? -1 : (plan.machines[Math.floor(where / perMachine)]?.station ?? -1);
}

/** One more instance on the floor; false where there is no room for it. */
export function put(list: Instances, x: number, z: number, yaw: number, kind: number): boolean {
  const i = list.count;
  if (i >= list.x.length) return false;
  list.x[i] = x;
  list.y[i] = 0;
  list.z[i] = z;
  list.yaw[i] = yaw;
  list.kind[i] = kind;
  list.tone[i] = 0;
  list.count = i + 1;
  return true;
}
