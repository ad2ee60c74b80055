import { vehicleStates, type TraceCursor } from "../../trace";
import type { LinePlan } from "../plan/types";
import { createWay, layWay, walk } from "../plan/ways";
import { put } from "./people";
import type { Picture } from "./picture";
import { entryAt, untilOf } from "./timeline";

export const vehicleKinds = ["agv", "forklift", "person", "crane"] as const;

const empty = vehicleStates.indexOf("empty");
const loaded = vehicleStates.indexOf("loaded");
const way = createWay();
const at: [number, number, number] = [0, 0, 0];

/** Vehicles on their way: the trace says when a drive begins and when the next thing happens; in between they drive. */
export function paintVehicles(picture: Picture, cursor: TraceCursor): void {
  const { vehicles, vehicleWays } = picture;
  const known = cursor.trace.layout.vehicles;
  vehicles.count = 0;
  if (!known) return;
  for (let v = 0; v < known.length; v++) {
    const entry = entryAt(vehicleWays, v, cursor.now);
    const value = entry < 0 ? 0 : (vehicleWays.value[entry] ?? 0);
    const state = value % 4;
    const flow = Math.floor(value / 4) - 1;
    const since = entry < 0 ? cursor.now : (vehicleWays.time[entry] ?? 0);
    const until = entry < 0 ? Infinity : untilOf(vehicleWays, v, entry);
    const over = state === empty || state === loaded ? (cursor.now - since) / (until - since) : 1;
    const before = entry > (vehicleWays.offset[v] ?? 0) ? Math.floor((vehicleWays.value[entry - 1] ?? 0) / 4) - 1 : -1;
    drive(picture, cursor, state, flow, before, v, over);
    put(vehicles, at[0], at[1], at[2], kindOf(known[v]?.kind));
    vehicles.tone[vehicles.count - 1] = state === loaded ? 1 : 0;
    vehicles.flow[vehicles.count - 1] = state === loaded ? flow : -1;
  }
}

function kindOf(kind: string | undefined): number {
  const i = vehicleKinds.findIndex((known) => known === kind);
  return i < 0 ? 1 : i;
}

const a: [number, number] = [0, 0];
const b: [number, number] = [0, 0];

function drive(
  { plan }: Picture,
  cursor: TraceCursor,
  state: number,
  flow: number,
  before: number,
  v: number,
  over: number,
): void {
  const flows = cursor.trace.layout.flows;
  const ends = flows[flow];
  if (!ends) {
    // it has not been sent anywhere yet: it stands at the wall
    at[0] = plan.minX + 1.2 + v * 1.4;
    at[1] = plan.maxZ - 1;
    at[2] = Math.PI / 2;
    return;
  }
  if (state === loaded) {
    startOf(plan, ends.from, a);
    endOf(plan, flow, ends.to, b);
    layWay(plan, way, ends.from, a[0], a[1], ends.to, b[0], b[1]);
  } else if (state === empty) {
    const last = flows[before];
    if (last) endOf(plan, before, last.to, a);
    else startOf(plan, ends.from, a);
    startOf(plan, ends.from, b);
    layWay(plan, way, last?.to ?? ends.from, a[0], a[1], ends.from, b[0], b[1]);
  } else {
    endOf(plan, flow, ends.to, a);
    layWay(plan, way, ends.to, a[0], a[1], ends.to, a[0] + 0.1, a[1]);
  }
  walk(way, over, at);
}

/** Where a lot is picked up: in front of the station, on the side where its parts leave. */
function startOf(plan: LinePlan, station: number, out: [number, number]): void {
  const spot = plan.stations[station];
  if (!spot) return;
  out[0] = spot.x + spot.flow * (spot.width / 2 + 0.6);
  out[1] = spot.room.z + spot.room.depth / 2 + 0.8;
}

/** Where it is put down: before the rack of the flow. */
function endOf(plan: LinePlan, flow: number, station: number, out: [number, number]): void {
  const rack = plan.racks[flow];
  const spot = plan.stations[station];
  if (!rack || !spot) return;
  out[0] = rack.x;
  out[1] = rack.z + rack.depth / 2 + 0.9;
}
