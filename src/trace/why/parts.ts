import { nowhere } from "../partLists";
import { Place } from "../places";
import type { Loop } from "./rules";
import { choose, either, feeding, rootOf, type Step, taking } from "./step";
import type { Lack, WhyRoot } from "./types";
import {
  flowAhead,
  inBuffer,
  inRework,
  inTransit,
  machinesOf,
  onWay,
  partsOn,
  rulesAt,
  stationOf,
  type View,
  wayOf,
} from "./view";

/** A starved machine: which parts are missing, and who should bring them. */
export function starvedStep(view: View, m: number, seen: ReadonlySet<number>): Step {
  const { cursor } = view;
  const station = stationOf(view, m);
  const rules = rulesAt(view, m);
  const waiting = waitingFor(view, m);
  const own = { station, machine: m };
  const short = shortFlows(view, m, waiting);
  const { loop } = rules;
  // parts that left a loop sideways keep its card to the end of the line and are not counted, so look at the parts too
  const hasParts = rules.supply === "none" ? short.length === 0 : rules.supply === "unlimited" || waiting > 0;
  if (loop !== null && (hasParts || partsIn(view, loop) >= loop.cards)) {
    const lack: Lack = { kind: "card", loop: loop.index, cards: loop.cards };
    return furthestStep(view, lack, loop, seen) ?? furthestStep(view, lack, null, seen) ?? unknown(view, m, lack);
  }
  if (rules.batchSize > 1 && waiting >= rules.batchMin && waiting < rules.batchSize)
    return { lack: { kind: "fuller", has: waiting, size: rules.batchSize }, root: rootOf("batch", own) };
  if (rules.supply === "conwip") {
    const lack: Lack = { kind: "release", level: rules.level };
    return furthestStep(view, lack, null, seen) ?? unknown(view, m, lack);
  }
  if (rules.supply === "arrivals") {
    // arrivals stand still off shift like everything that is planned
    const root = rootOf(cursor.isOnShift ? "supply" : "offShift", { station });
    return { lack: { kind: "raw", has: waiting, needs: rules.batchMin }, root };
  }
  return inflowStep(view, m, short, seen);
}

const unknown = (view: View, m: number, lack: Lack | null): Step => ({
  lack,
  root: rootOf("unknown", { station: stationOf(view, m), machine: m }),
});

/** Parts that wait in front of the machine's station, wherever they came from. */
function waitingFor(view: View, m: number): number {
  const { cursor } = view;
  const station = stationOf(view, m);
  const loose = cursor.countIn(cursor.slot(Place.raw, station)) + inRework(view, station);
  return rulesAt(view, m).inFlows.reduce((sum, f) => sum + inBuffer(view, f), loose);
}

type PartsLack = Extract<Lack, { kind: "parts" }>;

/** The inflows that hold too little for the next piece of work. */
function shortFlows(view: View, m: number, waiting: number): (PartsLack & { moving: number })[] {
  const { inFlows, assembly, batchMin } = rulesAt(view, m);
  return inFlows.flatMap((flow, i) => {
    const has = assembly === null ? waiting : inBuffer(view, flow);
    const needs = assembly === null ? batchMin : assembly[i]!;
    if (has >= needs) return [];
    const { lot } = view.rules.flows[flow]!;
    return [{ kind: "parts" as const, flow, has, needs, lot, ...wayOf(view, flow) }];
  });
}

/**
 * Of a single-part or batch machine the parts of any flow will do, and those on their way count together; an assembly needs
 * each flow's own. Where enough is on its way that is the cause; else the chain goes on to who should feed the flow.
 */
function inflowStep(view: View, m: number, short: ReturnType<typeof shortFlows>, seen: ReadonlySet<number>): Step {
  const { flows } = view.cursor.trace.layout;
  const coming = rulesAt(view, m).assembly === null ? short.reduce((sum, s) => sum + s.moving, 0) : null;
  const open = short.filter((s) => (coming ?? s.moving) < s.needs - s.has);
  if (open.length === 0) {
    const way = short.find((s) => s.moving > 0);
    if (way === undefined) return unknown(view, m, null);
    return { lack: lackOf(way), root: wayRoot(view, way.flow) };
  }
  const feeders = open.map((s) => choose(view, machinesOf(view, flows[s.flow]!.from), feeding, seen));
  const next = choose(view, feeders, either, seen);
  return { lack: lackOf(open[feeders.indexOf(next)]!), next };
}

const lackOf = ({ moving: _, ...lack }: PartsLack & { moving: number }): PartsLack => lack;

/** Parts that are on their way by themselves: in the oven, or between the stations. Off shift most ways stand still. */
function wayRoot(view: View, flow: number): WhyRoot {
  const { cursor, rules } = view;
  const station = cursor.trace.layout.flows[flow]!.from;
  if (onWay(view, flow) >= rules.flows[flow]!.lot) return rootOf(cursor.isOnShift ? "transport" : "offShift", { flow });
  return ovenRoot(view, station);
}

function ovenRoot(view: View, station: number): WhyRoot {
  const goesOn = view.cursor.isOnShift || view.rules.stations[station]!.unattended;
  return rootOf(goesOn ? "transit" : "offShift", { station });
}

/** Parts between the two ends of a kanban loop: how many of its cards are out. */
function partsIn(view: View, { stations, last }: Loop): number {
  const { layout } = view.cursor.trace;
  let parts = 0;
  for (const i of stations) {
    parts += inRework(view, i) + machinesOf(view, i).reduce((sum, m) => sum + partsOn(view, m), 0);
    if (i !== last) parts += inTransit(view, i);
  }
  layout.flows.forEach(({ from, to }, f) => {
    if (stations.has(from) && stations.has(to)) parts += inBuffer(view, f) + onWay(view, f);
  });
  return parts;
}

/**
 * A part may enter when one leaves (CONWIP, kanban), so the machine waits for the part that is furthest down the line, or
 * among the stations of the loop, wherever that is.
 */
function furthestStep(view: View, lack: Lack, loop: Loop | null, seen: ReadonlySet<number>): Step | null {
  const { rules } = view;
  const { layout } = view.cursor.trace;
  const isIn = (station: number): boolean => loop === null || loop.stations.has(station);
  const depthOf = (station: number): number => rules.stations[station]!.depth;
  let deepest = -1;
  let found: Step | null = null;
  const offer = (depth: number, step: () => Step): void => {
    if (depth <= deepest) return;
    deepest = depth;
    found = step();
  };
  layout.stations.forEach((_, i) => {
    if (!isIn(i)) return;
    const holding = machinesOf(view, i).filter((x) => partsOn(view, x) > 0 && !seen.has(x));
    if (holding.length > 0) offer(depthOf(i), () => ({ lack, next: choose(view, holding, taking, seen) }));
    if (inTransit(view, i) > 0 && i !== loop?.last) offer(depthOf(i) + 0.5, () => ({ lack, root: ovenRoot(view, i) }));
  });
  layout.flows.forEach(({ from, to }, f) => {
    if (!isIn(from) || !isIn(to)) return;
    if (onWay(view, f) >= rules.flows[f]!.lot) offer(depthOf(from) + 0.6, () => ({ lack, root: wayRoot(view, f) }));
  });
  if (found !== null) return found;
  // nothing is being worked on or moved: the parts wait for others, before a machine or for the rest of their lot
  layout.flows.forEach(({ from, to }, f) => {
    if (inBuffer(view, f) > 0 && isIn(to))
      offer(depthOf(to), () => ({ lack, next: choose(view, machinesOf(view, to), taking, seen) }));
    if (onWay(view, f) > 0 && isIn(from))
      offer(depthOf(from) + 0.6, () => ({ lack, next: choose(view, machinesOf(view, from), feeding, seen) }));
  });
  return found;
}

/**
 * A machine that works and by that keeps another one waiting is the limit only if it has more to do than it can. With
 * nothing waiting before it (`up`), or no room behind it (`down`), the limit lies further on: the same step as if it had
 * finished now. Null: it is the limit itself, as is everybody who hands over without a buffer.
 */
export function passedStep(view: View, m: number, way: "up" | "down", seen: ReadonlySet<number>): Step | null {
  const { flows } = view.cursor.trace.layout;
  const { inFlows, supply, loop, batchMin } = rulesAt(view, m);
  let step: Step | null = null;
  if (way === "down") {
    const flow = blockingFlow(view, m);
    if (flow !== null && isFull(view, flow) && flows[flow]!.capacity! > 0) step = blockedStep(view, m, seen);
  } else if (supply === "arrivals" && loop === null) {
    return waitingFor(view, m) < batchMin ? starvedStep(view, m, seen) : null;
  } else if (supply === "none" && loop === null && inFlows.every((f) => flows[f]!.capacity !== 0)) {
    const short = shortFlows(view, m, waitingFor(view, m));
    if (short.length > 0) step = inflowStep(view, m, short, seen);
  }
  return step !== null && "next" in step && !seen.has(step.next) ? step : null;
}

/** A blocked machine: which flow is full, and who should take from it. */
export function blockedStep(view: View, m: number, seen: ReadonlySet<number>): Step {
  const { cursor } = view;
  const flow = blockingFlow(view, m);
  if (flow === null) return unknown(view, m, null);
  const { to, capacity } = cursor.trace.layout.flows[flow]!;
  const has = inBuffer(view, flow);
  const { underWay } = wayOf(view, flow);
  const lack: Lack = { kind: "room", flow, has, underWay, capacity };
  // every place is reserved for a part on its way: nobody behind could take one yet
  if (has === 0 && underWay > 0) return { lack, root: wayRoot(view, flow) };
  // the first place of the belt is not free yet
  if (view.rules.flows[flow]!.isConveyor && has + underWay < (capacity ?? Infinity))
    return { lack, root: rootOf(cursor.isOnShift ? "transport" : "offShift", { flow }) };
  return { lack, next: choose(view, machinesOf(view, to), taking, seen) };
}

/** Null where no outflow is full: a way drawn by chance that the rows ahead do not tell either. */
function blockingFlow(view: View, m: number): number | null {
  const { cursor } = view;
  const { outFlows, byProduct } = rulesAt(view, m);
  if (outFlows.length < 2) return outFlows[0] ?? null;
  const part = cursor.first(cursor.machineSlot(m));
  if (part === nowhere) return null;
  if (byProduct !== null) return byProduct[cursor.productOf(part)] ?? null;
  const full = outFlows.filter((f) => isFull(view, f));
  if (full.length === 1) return full[0]!;
  return flowAhead(view, m, part) ?? full[0] ?? null;
}

/** No place is free and not reserved. */
function isFull(view: View, f: number): boolean {
  const { capacity } = view.cursor.trace.layout.flows[f]!;
  return capacity !== null && inBuffer(view, f) + wayOf(view, f).underWay >= capacity;
}
