import { nowhere, Place, type TraceCursor } from "../../trace";
import { partForms } from "../plan/forms";
import { vehicleShapes } from "../shapes/vehicles";
import { onBelt } from "./belts";
import { eased } from "./drives";
import type { Instances, Picture, View } from "./picture";
import { isInRack, placeOf, rackOf } from "./places";
import { vehicleKinds } from "./vehicles";

export const palletLayer = 16;
export const palletSlots = 48;
export const binSlots = 14;
const crate = partForms.indexOf("crate");
/** the one part on a machine is drawn larger: it is what the machine is about */
const workSize = 1.4;

// scratch of the frame loop
const here: [number, number, number] = [0, 0, 0];
const there: [number, number, number] = [0, 0, 0];

/** Every part at its place or on its way to it: first those in the line, then bins and pallets. */
export function paintParts(picture: Picture, cursor: TraceCursor, view: View): void {
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
    const seen = reachedBy(picture, cursor, view, slot, part, i);
    if (seen === "nowhere") break;
    // closed in a rack it is not seen: the state of its place says that it is there
    if (seen === "there" && inRack) continue;
    // a crate is drawn with the first part in it; only a part on its way to the crate is seen by itself
    if (seen === "there" && perSlot > 1) {
      if (i % perSlot === 0) put(picture.parts, here, crate, tone, 1);
      continue;
    }
    put(picture.parts, here, form, tone, alone ? workSize : 1);
  }
}

/** Writes into `here` where the i-th part of a slot is seen: at its place, or gliding there from where it was. */
function reachedBy(
  picture: Picture,
  cursor: TraceCursor,
  view: View,
  slot: number,
  part: number,
  i: number,
): "there" | "gliding" | "nowhere" {
  const { plan } = picture;
  if (!placeOf(plan, cursor, slot, i, cursor.countIn(slot), here)) return "nowhere";
  const kind = cursor.kindOfSlot(slot);
  const index = cursor.indexOfSlot(slot);
  if (kind === Place.transport && plan.racks[index]?.isBelt) {
    onBelt(picture, cursor, index, part, i, here);
    const from = cursor.cameFrom(part);
    // lifted onto its beginning; from there on it moves with the belt
    const lifted = view.glide > 0 && from !== nowhere ? (cursor.now - cursor.cameAt(part)) / view.glide : 1;
    if (lifted >= 1 || !placeOf(plan, cursor, from, 0, 1, there)) return "there";
    glide(here, there, lifted);
    return "gliding";
  }
  if (kind === Place.transport && onVehicle(picture, index, i)) return "there";
  const from = cursor.cameFrom(part);
  // the belt has brought it to where it waits on the same belt
  if (kind === Place.buffer && plan.racks[index]?.isBelt && from === cursor.slot(Place.transport, index))
    return "there";
  // straight through a raw place: it stands for "from outside", and is no journey
  const along = view.glide > 0 && from !== nowhere ? (cursor.now - cursor.cameAt(part)) / view.glide : 1;
  if (along >= 1 || !placeOf(plan, cursor, from, 0, 1, there)) return "there";
  glide(here, there, along);
  return "gliding";
}

/** The i-th part under way on a flow lies on the vehicles that drive it, spread over their decks; into `here`. */
function onVehicle({ vehicles }: Picture, flow: number, i: number): boolean {
  let carriers = 0;
  for (let v = 0; v < vehicles.count; v++) if (vehicles.flow[v] === flow) carriers++;
  if (carriers === 0) return false;
  let turn = i % carriers;
  const nth = Math.floor(i / carriers);
  for (let v = 0; v < vehicles.count; v++) {
    if (vehicles.flow[v] !== flow || turn-- > 0) continue;
    const yaw = vehicles.yaw[v] ?? 0;
    const { deck, ahead } = vehicleShapes[vehicleKinds[vehicles.kind[v] ?? 0] ?? "agv"];
    const side = ((nth % 2) - 0.5) * 0.34;
    const along = ahead + ((Math.floor(nth / 2) % 3) - 1) * 0.32;
    here[0] = (vehicles.x[v] ?? 0) + Math.sin(yaw) * along + Math.cos(yaw) * side;
    here[1] = deck + Math.floor(nth / 6) * 0.24;
    here[2] = (vehicles.z[v] ?? 0) + Math.cos(yaw) * along - Math.sin(yaw) * side;
    return true;
  }
  return false;
}

/** Where one part is seen, written into `out`; false when it is not in the line, or has no place of its own there. */
export function partAt(
  picture: Picture,
  cursor: TraceCursor,
  view: View,
  part: number,
  out: [number, number, number],
): boolean {
  const slot = cursor.slotOf(part);
  if (slot === nowhere) return false;
  let i = 0;
  for (let other = cursor.first(slot); other !== nowhere && other !== part; other = cursor.next(other)) i++;
  if (reachedBy(picture, cursor, view, slot, part, i) === "nowhere") return false;
  out[0] = here[0];
  out[1] = here[1];
  out[2] = here[2];
  return true;
}

/** A part worth following: the one on a machine of the station, else one that waits there, else the last to enter. */
export function partToFollow(picture: Picture, cursor: TraceCursor, station: number): number {
  const spot = picture.plan.stations[station];
  if (spot) {
    for (let m = spot.firstMachine; m < spot.firstMachine + spot.machines; m++) {
      const part = cursor.first(cursor.machineSlot(m));
      if (part !== nowhere) return part;
    }
    const { flows } = cursor.trace.layout;
    for (let f = 0; f < flows.length; f++) {
      const part = flows[f]?.to === station ? cursor.first(cursor.bufferSlot(f)) : nowhere;
      if (part !== nowhere) return part;
    }
    return nowhere;
  }
  let last = nowhere;
  for (let m = 0; m < cursor.machineCount; m++) last = Math.max(last, cursor.first(cursor.machineSlot(m)));
  return last;
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
  const t = eased(along);
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
