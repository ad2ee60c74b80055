import type { Line } from "../../model";
import { machineStates, type Trace, type TraceCursor } from "../../trace";
import { formsOf, type FormTable } from "../plan/forms";
import { mostOnDuty, roleOf, type FigureRole } from "../plan/needs";
import type { LinePlan, Rack } from "../plan/types";
import { drives } from "../shapes/primitive";
import { pausesOf, type Pauses } from "./belts";
import { crewOf, type Crew } from "./crew";
import { paintDrives } from "./drives";
import { binSlots, paintParts, palletSlots } from "./parts";
import { paintPeople } from "./people";
import { machineTimeline, vehicleTimeline, type Timeline } from "./timeline";
import { paintVehicles } from "./vehicles";

/** Instances of one kind, written in place every frame; the first `count` entries are valid. */
export interface Instances {
  count: number;
  x: Float32Array;
  y: Float32Array;
  z: Float32Array;
  /** radians about the upright axis */
  yaw: Float32Array;
  /** index in `partForms`, `figureRoles` or of the pool */
  kind: Uint8Array;
  /** how far along the route, 0..1 */
  tone: Float32Array;
  /** 1 = as drawn */
  size: Float32Array;
}

export const figureRoles = ["operator", "setter", "repairer"] as const satisfies readonly FigureRole[];

/**
 * What is to be seen at one moment, computed from nothing but the cursor's state, the plan, and the speed (which only
 * decides how long a hand-over takes to be shown). No three, no DOM: the 3D view, the flat plan and the tests read it.
 */
export interface Picture {
  readonly plan: LinePlan;
  readonly line: Line;
  readonly forms: FormTable;
  readonly roles: Uint8Array;
  /** pool → the first of its people who came with the plan */
  readonly firstNew: Int32Array;
  /** machine → index in `machineStates` */
  lamp: Uint8Array;
  /** unit → index in `machineStates`: of a rack, the state most of its machines are in */
  unitLamp: Uint8Array;
  parts: Instances;
  /** of `parts`, the first so many are in the line; the rest lie in bins and on pallets */
  partsInLine: number;
  people: Instances;
  robots: Instances;
  /** robot → its six joints in radians */
  joints: Float32Array;
  vehicles: Vehicles;
  /** machine → how far its moving pieces have gone, in the order of `drives` */
  drive: Float32Array;
  isOnShift: boolean;
  /** what the trace says of machines, people and vehicles before and after a moment */
  states: Timeline;
  crew: Crew;
  vehicleWays: Timeline;
  /** outside planned time belts stand still */
  pauses: Pauses;
  /** the trace they were read from: of a long run, one window after the other */
  trace: Trace;
}

/** `tone` 1 = loaded; `kind` is an index in `vehicleKinds`. */
export interface Vehicles extends Instances {
  /** flow whose parts it carries, −1 = none */
  flow: Int32Array;
}

/** How the moment is shown: it never changes what is true, only how quickly a change is seen to happen. */
export interface View {
  /** µs of simulated time a hand-over takes on screen; 0 = jump */
  glide: number;
  /** µs of simulated time a way on foot takes on screen; 0 = jump */
  stride: number;
  /** turns that whatever spins has made */
  turns: number;
}

const longestGlide = 40e6;

/** turns of a spindle in a real second: slow enough to be seen */
const turnsPerSecond = 1.1;

/** A jump: what is true at this moment and nothing of how it came about. */
export const stillView: View = { glide: 0, stride: 0, turns: 0 };

/**
 * How long changes take: a part glides for 0.6 s of real time at the present speed, somebody walks for 1.2 s, never
 * longer than 40 s of the line's own. Where parts would pass faster than the eye (beyond 150 ×), or motion is unwelcome,
 * everything jumps. Written into `out`; `now` in µs.
 */
export function viewAt(now: number, factor: number, reducedMotion: boolean, out: View): View {
  const isStill = reducedMotion || factor > 150;
  out.glide = isStill ? 0 : Math.min(0.6e6 * factor, longestGlide);
  out.stride = isStill ? 0 : Math.min(1.2e6 * factor, longestGlide);
  out.turns = isStill ? 0 : ((now / 1e6 / factor) * turnsPerSecond) % 1;
  return out;
}

/** A picture of a line, still empty; reads from the trace once who goes where and how long each spell lasts. */
export function createPicture(line: Line, plan: LinePlan, trace: Trace): Picture {
  const slots = (rack: Rack | null): number => rack?.slots ?? 0;
  const batch = Math.max(1, ...line.stations.map((station) => station.batch?.size ?? 1));
  const sum = (numbers: number[]): number => numbers.reduce((total, n) => total + n, 0);
  const parts =
    sum(plan.racks.map(slots)) * 2 +
    sum(plan.raws.map(slots)) +
    sum(plan.reworks.map(slots)) +
    plan.machines.length * batch +
    plan.stations.length * (palletSlots + binSlots + 2 + 40);
  const people = line.operators.map(mostOnDuty);
  const vehicles = trace.layout.vehicles?.length ?? 0;
  return {
    plan,
    line,
    forms: formsOf(line),
    roles: Uint8Array.from(line.operators, (pool) => figureRoles.indexOf(roleOf(line, pool.id))),
    firstNew: Int32Array.from(people, () => 0x7fffffff),
    lamp: new Uint8Array(plan.machines.length),
    unitLamp: new Uint8Array(plan.units.length),
    parts: instances(parts),
    partsInLine: 0,
    people: instances(sum(people)),
    robots: instances(sum(people) + plan.arms.length),
    joints: new Float32Array((sum(people) + plan.arms.length) * 6),
    vehicles: { ...instances(vehicles), flow: new Int32Array(vehicles).fill(-1) },
    drive: new Float32Array(plan.machines.length * drives.length),
    isOnShift: true,
    states: machineTimeline(trace),
    crew: crewOf(trace, line, plan),
    vehicleWays: vehicleTimeline(trace),
    pauses: pausesFor(line, trace),
    trace,
  };
}

const noPauses: Pauses = { from: new Float64Array(0), to: new Float64Array(0) };
/** Read only where there are belts. */
function pausesFor(line: Line, trace: Trace): Pauses {
  return line.flows?.some(({ conveyor }) => conveyor !== undefined) ? pausesOf(trace) : noPauses;
}

/** Another window of the run: what came before and comes after is read anew. */
function turnTo(picture: Picture, trace: Trace): void {
  picture.states = machineTimeline(trace);
  picture.crew = crewOf(trace, picture.line, picture.plan);
  picture.vehicleWays = vehicleTimeline(trace);
  picture.pauses = pausesFor(picture.line, trace);
  picture.trace = trace;
}

function instances(n: number): Instances {
  return {
    count: 0,
    x: new Float32Array(n),
    y: new Float32Array(n),
    z: new Float32Array(n),
    yaw: new Float32Array(n),
    kind: new Uint8Array(n),
    tone: new Float32Array(n),
    size: new Float32Array(n).fill(1),
  };
}

/** Writes the state of the cursor into the picture. */
export function paint(picture: Picture, cursor: TraceCursor, view: View): void {
  if (picture.trace !== cursor.trace) turnTo(picture, cursor.trace);
  for (let m = 0; m < picture.lamp.length; m++) picture.lamp[m] = cursor.machineState[m] ?? 0;
  paintUnits(picture);
  picture.isOnShift = cursor.isOnShift;
  paintDrives(picture, cursor, view);
  paintPeople(picture, cursor, view);
  paintVehicles(picture, cursor);
  paintParts(picture, cursor, view);
}

const tally = new Uint16Array(machineStates.length);
/**
 * A machine's lamp is its state. A rack's is the state that most of its machines are in, of equals the first of the
 * list: not the worst, for of 24 channels one is nearly always in trouble, and the state of each is shown on the rack.
 */
function paintUnits({ plan, lamp, unitLamp }: Picture): void {
  for (let u = 0; u < unitLamp.length; u++) {
    const unit = plan.units[u];
    if (!unit) continue;
    let most = lamp[unit.first] ?? 0;
    if (unit.machines > 1) {
      tally.fill(0);
      for (let m = unit.first; m < unit.first + unit.machines; m++) {
        const state = lamp[m] ?? 0;
        tally[state] = (tally[state] ?? 0) + 1;
      }
      for (let state = tally.length - 1, n = 0; state >= 0; state--) {
        if ((tally[state] ?? 0) < n) continue;
        n = tally[state] ?? 0;
        most = state;
      }
    }
    unitLamp[u] = most;
  }
}
