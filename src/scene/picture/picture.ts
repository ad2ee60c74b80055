import type { Line } from "../../model";
import { machineStates, nowhere, Place, type TraceCursor } from "../../trace";
import { formsOf, partForms, type FormTable } from "../plan/forms";
import { mostOnDuty, roleOf, type FigureRole } from "../plan/needs";
import { rackSlot } from "../plan/rack";
import type { LinePlan, Rack } from "../plan/types";
import { machineShapes } from "../shapes/machines";
import { paintPeople } from "./people";

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
  /** machine → index in `machineStates` */
  lamp: Uint8Array;
  /** unit → index in `machineStates`: of a rack, the state most of its machines are in */
  unitLamp: Uint8Array;
  parts: Instances;
  /** of `parts`, the first so many are in the line; the rest lie in bins and on pallets */
  partsInLine: number;
  people: Instances;
  robots: Instances;
  isOnShift: boolean;
}

export interface View {
  /** µs of simulated time a hand-over takes on screen; 0 = jump */
  glide: number;
}

export const palletLayer = 16;
export const palletSlots = 48;
export const binSlots = 14;
const longestGlide = 40e6;
const crate = partForms.indexOf("crate");
/** the one part on a machine is drawn larger: it is what the machine is about */
const workSize = 1.4;

/**
 * How long a part glides: 0.6 s of real time at the present speed, never more than 40 s of the line's own. Where parts
 * would pass faster than the eye (beyond 150 ×), or motion is unwelcome, they jump.
 */
export function glideFor(factor: number, reducedMotion: boolean): number {
  if (reducedMotion || factor > 150) return 0;
  return Math.min(0.6e6 * factor, longestGlide);
}

export function createPicture(line: Line, plan: LinePlan): Picture {
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
  return {
    plan,
    line,
    forms: formsOf(line),
    roles: Uint8Array.from(line.operators, (pool) => figureRoles.indexOf(roleOf(line, pool.id))),
    lamp: new Uint8Array(plan.machines.length),
    unitLamp: new Uint8Array(plan.units.length),
    parts: instances(parts),
    partsInLine: 0,
    people: instances(sum(people)),
    robots: instances(sum(people)),
    isOnShift: true,
  };
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
  for (let m = 0; m < picture.lamp.length; m++) picture.lamp[m] = cursor.machineState[m] ?? 0;
  paintUnits(picture);
  picture.isOnShift = cursor.isOnShift;
  paintPeople(picture, cursor);
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

// scratch of the frame loop
const here: [number, number, number] = [0, 0, 0];
const there: [number, number, number] = [0, 0, 0];
const flat: [number, number] = [0, 0];

function paintParts(picture: Picture, cursor: TraceCursor, view: View): void {
  const { plan, parts, forms } = picture;
  parts.count = 0;
  for (let m = 0; m < plan.machines.length; m++) {
    const station = plan.machines[m]?.station ?? 0;
    paintSlot(picture, cursor, view, cursor.machineSlot(m), forms.before[station] ?? 0, forms.toneBefore[station] ?? 0);
  }
  for (let f = 0; f < plan.racks.length; f++) {
    const from = cursor.trace.layout.flows[f]?.from ?? 0;
    const form = forms.after[from] ?? 0;
    const tone = forms.toneAfter[from] ?? 0;
    paintSlot(picture, cursor, view, cursor.bufferSlot(f), form, tone);
    paintSlot(picture, cursor, view, cursor.slot(Place.transport, f), form, tone);
  }
  for (let s = 0; s < plan.stations.length; s++) {
    paintSlot(picture, cursor, view, cursor.slot(Place.raw, s), forms.before[s] ?? 0, forms.toneBefore[s] ?? 0);
    paintSlot(picture, cursor, view, cursor.slot(Place.rework, s), forms.before[s] ?? 0, forms.toneBefore[s] ?? 0);
    paintSlot(picture, cursor, view, cursor.slot(Place.transit, s), forms.after[s] ?? 0, forms.toneAfter[s] ?? 0);
  }
  picture.partsInLine = parts.count;
  for (let s = 0; s < plan.stations.length; s++) paintSinks(picture, cursor, view, s);
}

/** All parts of one slot, each at its place there or on its way to it. */
function paintSlot(picture: Picture, cursor: TraceCursor, view: View, slot: number, form: number, tone: number): void {
  let i = 0;
  const kind = cursor.kindOfSlot(slot);
  const index = cursor.indexOfSlot(slot);
  const alone = kind === Place.machine && cursor.countIn(slot) === 1;
  const inRack = kind === Place.machine && isInRack(picture.plan, index);
  const perSlot = rackOf(picture.plan, kind, index)?.perSlot ?? 1;
  for (let part = cursor.first(slot); part !== nowhere; part = cursor.next(part), i++) {
    if (!placeOf(picture.plan, cursor, slot, i, cursor.countIn(slot), here)) break;
    const from = cursor.cameFrom(part);
    // straight through a raw place: it stands for "from outside", and is no journey
    const along = view.glide > 0 && from !== nowhere ? (cursor.now - cursor.cameAt(part)) / view.glide : 1;
    const glides = along < 1 && placeOf(picture.plan, cursor, from, 0, 1, there);
    // closed in a rack it is not seen: the state of its place says that it is there
    if (!glides && inRack) continue;
    // a crate is drawn with the first part in it; only a part on its way to the crate is seen by itself
    if (!glides && perSlot > 1) {
      if (i % perSlot === 0) put(picture.parts, here, crate, tone, 1);
      continue;
    }
    if (glides) glide(here, there, along);
    put(picture.parts, here, form, tone, alone ? workSize : 1);
  }
}

function paintSinks(picture: Picture, cursor: TraceCursor, view: View, s: number): void {
  const { plan, forms, parts } = picture;
  const form = forms.after[s] ?? 0;
  const pallet = plan.pallets[s];
  const finished = cursor.finishedAt[s] ?? 0;
  if (pallet && finished > 0) {
    const shown = ((finished - 1) % palletSlots) + 1;
    for (let i = 0; i < shown; i++) {
      const column = i % 4;
      const row = Math.floor(i / 4) % 4;
      here[0] = pallet.x + (column - 1.5) * 0.38;
      here[1] = 0.18 + Math.floor(i / palletLayer) * 0.3;
      here[2] = pallet.z + (row - 1.5) * 0.38;
      if (i === shown - 1)
        arrive(picture, cursor, view, cursor.lastFinished[s] ?? -1, cursor.lastFinishedFrom[s] ?? nowhere);
      put(parts, here, form, 1, 1);
    }
  }
  const bin = plan.bins[s];
  const scrapped = cursor.scrappedAt[s] ?? 0;
  if (bin && scrapped > 0) {
    const shown = Math.min(scrapped, binSlots);
    for (let i = 0; i < shown; i++) {
      // a heap, the same every time: places on a spiral, later pieces higher
      const angle = i * 2.4;
      const radius = 0.24 * Math.sqrt((i % 7) / 7);
      here[0] = bin.x + radius * Math.cos(angle);
      here[1] = 0.3 + Math.floor(i / 7) * 0.2;
      here[2] = bin.z + radius * Math.sin(angle);
      if (i === shown - 1)
        arrive(picture, cursor, view, cursor.lastScrapped[s] ?? -1, cursor.lastScrappedFrom[s] ?? nowhere);
      put(parts, here, form, forms.toneAfter[s] ?? 0, 1);
    }
  }
}

function arrive(picture: Picture, cursor: TraceCursor, view: View, at: number, from: number): void {
  const along = view.glide > 0 && at >= 0 ? (cursor.now - at) / view.glide : 1;
  if (along < 1 && from !== nowhere && placeOf(picture.plan, cursor, from, 0, 1, there)) glide(here, there, along);
}

/** Moves `to` back along the way from `from`, in a low arc, gently off and gently down. */
function glide(to: [number, number, number], from: [number, number, number], along: number): void {
  const t = along <= 0 ? 0 : along * along * (3 - 2 * along);
  to[0] = from[0] + (to[0] - from[0]) * t;
  to[1] = from[1] + (to[1] - from[1]) * t + Math.sin(Math.PI * t) * 0.45;
  to[2] = from[2] + (to[2] - from[2]) * t;
}

function put(list: Instances, at: [number, number, number], kind: number, tone: number, size: number): void {
  const i = list.count;
  if (i >= list.x.length) return;
  list.x[i] = at[0];
  list.y[i] = at[1];
  list.z[i] = at[2];
  list.yaw[i] = 0;
  list.kind[i] = kind;
  list.tone[i] = tone;
  list.size[i] = size;
  list.count = i + 1;
}

/** Where the i-th of n parts of a slot lies; false where it is not drawn (more parts than places). */
export function placeOf(
  plan: LinePlan,
  cursor: TraceCursor,
  slot: number,
  i: number,
  n: number,
  out: [number, number, number],
): boolean {
  const kind = cursor.kindOfSlot(slot);
  const index = cursor.indexOfSlot(slot);
  switch (kind) {
    case Place.machine:
      return onMachine(plan, index, i, n, out);
    case Place.buffer:
    case Place.raw:
    case Place.rework:
      return onRack(rackOf(plan, kind, index), i, out);
    case Place.transport:
      return underWay(plan, cursor, index, i, n, out);
    default:
      return inTransit(plan, index, i, n, out);
  }
}

function isInRack(plan: LinePlan, machine: number): boolean {
  const spot = plan.machines[machine];
  return spot !== undefined && plan.units[spot.unit]?.isRack === true;
}

function rackOf(plan: LinePlan, kind: number, index: number): Rack | null | undefined {
  return kind === Place.buffer
    ? plan.racks[index]
    : kind === Place.raw
      ? plan.raws[index]
      : kind === Place.rework
        ? plan.reworks[index]
        : null;
}

function onRack(rack: Rack | null | undefined, i: number, out: [number, number, number]): boolean {
  if (!rack || i >= rack.slots * rack.perSlot) return false;
  rackSlot(rack, i, flat);
  out[0] = flat[0];
  out[1] = rack.height;
  out[2] = flat[1];
  return true;
}

function onMachine(plan: LinePlan, machine: number, i: number, n: number, out: [number, number, number]): boolean {
  const spot = plan.machines[machine];
  const station = spot && plan.stations[spot.station];
  if (!spot || !station) return false;
  const shape = machineShapes[station.shape];
  out[0] = spot.x + (shape.work[0] * station.machineWidth) / shape.width;
  out[1] = shape.work[1];
  out[2] = spot.z + (shape.work[2] * station.machineDepth) / shape.depth;
  if (n > 1) {
    const columns = Math.ceil(Math.sqrt(n * 1.2));
    const rows = Math.ceil(n / columns);
    const step = Math.min(0.24, 0.95 / columns);
    out[0] += ((i % columns) - (columns - 1) / 2) * step;
    out[2] += (Math.floor(i / columns) - (rows - 1) / 2) * step;
  }
  return true;
}

/** On the way between two stations: spread over the path, as far as the trace tells (it tells that they are under way). */
function underWay(
  plan: LinePlan,
  cursor: TraceCursor,
  flow: number,
  i: number,
  n: number,
  out: [number, number, number],
): boolean {
  const ends = cursor.trace.layout.flows[flow];
  const from = ends && plan.stations[ends.from];
  const rack = plan.racks[flow];
  if (!from || !rack) return false;
  const share = (i + 1) / (n + 1);
  out[0] = from.x + (rack.x - from.x) * share;
  out[1] = 0.3;
  out[2] = from.z + (rack.z - from.z) * share;
  return true;
}

function inTransit(plan: LinePlan, station: number, i: number, n: number, out: [number, number, number]): boolean {
  const spot = plan.stations[station];
  if (!spot) return false;
  const shape = machineShapes[spot.shape];
  out[0] = spot.x + spot.flow * spot.machineWidth * ((n - i) / (n + 1) - 0.5);
  out[1] = shape.work[1];
  out[2] = spot.z + spot.machineDepth / 2 + 0.12;
  return true;
}
