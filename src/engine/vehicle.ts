import { EventKind } from "../trace";
import { NONE, VEHICLE_STATES } from "./codes";
import * as Clock from "./codes/clock";
import * as Vehicle from "./codes/vehicle";
import type { CompiledTransporter } from "./compiled";
import * as events from "./events";
import { deliver } from "./mover";
import { sample } from "./sampler";
import * as s from "./state";
import { VEHICLE_STREAMS } from "./streams";
import { nextWearDue, wearOf } from "./wear";

/*
 * Vehicles. Parts wait at their station until a lot is complete (each has its place in the target buffer). The vehicle
 * that is nearest and free is sent; it drives there empty, loads, drives, delivers; then it takes the lot that has waited
 * longest, or charges, or goes back empty to where it came from.
 */

const Stream = { way: 0, load: 1, charge: 2 } as const;

/** A run begins: every vehicle stands at the beginning of its first way. */
export function startVehicles(): void {
  for (const carrier of s.line.transporters) {
    const first = carrier.flows[0];
    for (let v = carrier.firstVehicle; v < carrier.firstVehicle + carrier.count; v++) {
      s.vehicleAt[v] = first === undefined ? 0 : s.line.flows[first]!.from;
      s.vehicleFlow[v] = first ?? NONE;
      if (carrier.chargeEvery >= 0) s.vehicleChargeAt[v] = draw(carrier.chargeEvery, v, Stream.charge);
      if (s.recorder !== null) setState(v, Vehicle.idle);
      carrier.failures.forEach((f, j) => nextWearDue(wearOf(carrier, v - carrier.firstVehicle, j), 0, f));
    }
  }
}

const draw = (row: number, v: number, stream: number): number =>
  row < 0 ? 0 : sample(row, s.random, s.stream.vehicle + v * VEHICLE_STREAMS + stream);

/** Lots that wait and vehicles that are free come together, the longest waiting lot first. */
export function sendVehicles(transporter: number): void {
  const carrier = s.line.transporters[transporter]!;
  for (;;) {
    const f = longestWaitingLot(carrier);
    if (f === NONE) return;
    const v = nearestIdle(carrier, s.line.flows[f]!.from);
    if (v === NONE) return;
    send(carrier, v, f);
  }
}

/** When a flow's lot was complete; Infinity = there is none. */
function lotComplete(f: number): number {
  const { lot } = s.line.flows[f]!;
  if (s.lotLength[f]! < lot) return Infinity;
  let p = s.lotHead[f]!;
  for (let i = 1; i < lot; i++) p = s.partNext[p]!;
  return s.partArrived[p]!;
}

function longestWaitingLot(carrier: CompiledTransporter): number {
  let best: number = NONE;
  let since = Infinity;
  for (const f of carrier.flows) {
    const complete = lotComplete(f);
    const rank = (flow: number) => s.line.stations[s.line.flows[flow]!.to]!.rank;
    if (complete < since || (complete === since && best !== NONE && rank(f) < rank(best))) {
      best = f;
      since = complete;
    }
  }
  return best;
}

function nearestIdle(carrier: CompiledTransporter, station: number): number {
  let best: number = NONE;
  let way = Infinity;
  for (let v = carrier.firstVehicle; v < carrier.firstVehicle + carrier.count; v++) {
    if (s.vehicleState[v] !== Vehicle.idle) continue;
    const from = s.vehicleAt[v]!;
    const d = from === station ? 0 : Math.max(1, carrier.way[from * s.line.stations.length + station]!);
    if (d < way) {
      way = d;
      best = v;
    }
  }
  return best;
}

function setState(v: number, state: number): void {
  const planned = s.clock[Clock.planned]!;
  s.vehicleTime[v * VEHICLE_STATES + s.vehicleState[v]!]! += planned - s.vehicleSince[v]!;
  s.vehicleSince[v] = planned;
  s.vehicleState[v] = state;
  if (s.recorder !== null)
    s.recorder.record(
      s.clock[Clock.now]!,
      EventKind.vehicle,
      v,
      state,
      s.vehicleFlow[v] === NONE ? -1 : s.vehicleFlow[v]!,
    );
}

/** Takes a lot off the waiting parts of flow `f` and drives to it. */
function send(carrier: CompiledTransporter, v: number, f: number): void {
  const flow = s.line.flows[f]!;
  let last = s.lotHead[f]!;
  s.vehicleHead[v] = last;
  for (let i = 1; i < flow.lot; i++) last = s.partNext[last]!;
  s.lotHead[f] = s.partNext[last]!;
  if (s.lotHead[f] === NONE) s.lotTail[f] = NONE;
  s.partNext[last] = NONE;
  s.lotLength[f]! -= flow.lot;
  s.vehicleFlow[v] = f;
  const from = s.vehicleAt[v]!;
  s.vehicleAt[v] = flow.from;
  if (from === flow.from) return drive(carrier, v);
  setState(v, Vehicle.empty);
  move(carrier, v, emptyWay(carrier, v, from, flow.from), 0);
}

/** Between any two stations as their positions say; where there are none, as long as the way of the flow itself. */
function emptyWay(carrier: CompiledTransporter, v: number, from: number, to: number): number {
  const flow = s.line.flows[s.vehicleFlow[v]!]!;
  const isOwnWay = (from === flow.to && to === flow.from) || (from === flow.from && to === flow.to);
  const known = carrier.way[from * s.line.stations.length + to]!;
  return known >= 0 && !isOwnWay ? known : draw(flow.transport, v, Stream.way);
}

/** Loads and drives the loaded way. */
function drive(carrier: CompiledTransporter, v: number): void {
  const flow = s.line.flows[s.vehicleFlow[v]!]!;
  setState(v, Vehicle.loaded);
  const handling = draw(carrier.loadTime, v, Stream.load);
  s.vehicleAt[v] = flow.to;
  move(carrier, v, draw(flow.transport, v, Stream.way), handling);
}

/** Drives for `way` µs (the vehicle wears), after `handling` µs of standing; a failure on the way makes it late. */
function move(carrier: CompiledTransporter, v: number, way: number, handling: number): void {
  let late = 0;
  const driven = s.vehicleDriven[v]! + way;
  carrier.failures.forEach((f, j) => {
    const wear = wearOf(carrier, v - carrier.firstVehicle, j);
    while (s.wearDue[wear]! < driven) {
      late += sample(f.timeToRepair, s.random, s.stream.wear + wear * 2 + 1);
      if (f.response >= 0) late += sample(f.response, s.random, s.stream.wear + wear * 2 + 1);
      nextWearDue(wear, s.wearDue[wear]!, f);
    }
  });
  s.vehicleDriven[v] = driven;
  s.vehicleDown[v]! += late;
  events.schedule(s.line.vehicleSlot + v, s.clock[Clock.now]! + handling + way + late);
}

/** A vehicle has arrived, or has charged. */
export function onVehicle(v: number): void {
  events.cancel(s.line.vehicleSlot + v);
  const transporter = s.line.transporters.findIndex((c) => v >= c.firstVehicle && v < c.firstVehicle + c.count);
  const carrier = s.line.transporters[transporter]!;
  const state = s.vehicleState[v];
  if (state === Vehicle.empty && s.vehicleHead[v] !== NONE) return drive(carrier, v);
  if (state === Vehicle.charging)
    s.vehicleChargeAt[v] = s.vehicleDriven[v]! + draw(carrier.chargeEvery, v, Stream.charge);
  if (state === Vehicle.loaded) {
    s.vehicleTrips[v]!++;
    const f = s.vehicleFlow[v]!;
    // off the vehicle first: what a delivery sets going may send this one again
    let p = s.vehicleHead[v]!;
    s.vehicleHead[v] = NONE;
    while (p !== NONE) {
      const next = s.partNext[p]!;
      deliver(p, f);
      p = next;
    }
    if (s.vehicleDriven[v]! >= s.vehicleChargeAt[v]!) {
      setState(v, Vehicle.charging);
      events.schedule(s.line.vehicleSlot + v, s.clock[Clock.now]! + draw(carrier.chargeTime, v, Stream.charge));
      return;
    }
  }
  setState(v, Vehicle.idle);
  sendVehicles(transporter);
  if (s.vehicleState[v] === Vehicle.idle && s.vehicleFlow[v] !== NONE) goBack(carrier, v);
}

/** Nothing to fetch: back empty to where its last way began. */
function goBack(carrier: CompiledTransporter, v: number): void {
  const home = s.line.flows[s.vehicleFlow[v]!]!.from;
  const from = s.vehicleAt[v]!;
  if (from === home) return;
  s.vehicleAt[v] = home;
  setState(v, Vehicle.empty);
  move(carrier, v, emptyWay(carrier, v, from, home), 0);
}

/** Books the open state of every vehicle. */
export function bookVehicles(): void {
  const planned = s.clock[Clock.planned]!;
  for (let v = 0; v < s.line.vehicles; v++) {
    s.vehicleTime[v * VEHICLE_STATES + s.vehicleState[v]!]! += planned - s.vehicleSince[v]!;
    s.vehicleSince[v] = planned;
  }
}
