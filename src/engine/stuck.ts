import type { StuckCounters, StuckWait } from "../measure";
import { NONE } from "./codes";
import * as Down from "./codes/down";
import * as Parts from "./codes/parts";
import * as Phase from "./codes/phase";
import * as Tally from "./codes/tally";
import type { CompiledStation } from "./compiled";
import * as events from "./events";
import * as s from "./state";
import * as t from "./table";

/** Why the line stands still for good, or null when it does not: nothing left it, parts are in it, nothing is under way. */
export function stuck(): StuckCounters | null {
  const left = s.tally[Tally.good]! + s.tally[Tally.escaped]! + s.tally[Tally.scrapped]!;
  if (left > 0 || s.parts[Parts.inLine] === 0 || isUnderWay()) return null;
  const waits = s.line.stations.flatMap((st) => waitOf(st) ?? []);
  return { waits, circle: circleOf(waits) };
}

function isUnderWay(): boolean {
  for (let m = 0; m < s.line.machineStation.length; m++) {
    if (events.time[m] !== Infinity || s.frozenLeft[m]! >= 0) return true;
  }
  for (let mover = 0; mover < s.line.flows.length + s.line.stations.length; mover++)
    if (s.moverHead[mover] !== NONE) return true;
  for (let v = 0; v < s.line.vehicles; v++) if (s.vehicleHead[v] !== NONE) return true;
  return false;
}

/** For what the first machine of the station that can be asked waits. */
function waitOf(st: CompiledStation): StuckWait | null {
  const wait = (why: StuckWait["why"], on: string): StuckWait => ({ station: st.id, why, on });
  const idOf = (station: number) => s.line.stations[station]!.id;
  for (let m = st.firstMachine; m < st.firstMachine + st.machines; m++) {
    if (s.down[m] === Down.waitRepairer || isAsking(m)) return wait("people", s.line.pools[s.requestPool[m]!]!.id);
    if (s.phase[m] === Phase.blocked) return wait("room", idOf(s.line.flows[s.route[m]!]!.to));
  }
  const missing = st.assembly?.find((a) => s.bufferLength[a.flow]! < a.count);
  const waiting = st.inFlows.reduce((sum, f) => sum + s.bufferLength[f]!, s.rawLength[st.index]!);
  if (missing && waiting > 0) return wait("component", idOf(s.line.flows[missing.flow]!.from));
  const loop = t.loopFrom[st.index]!;
  if (loop !== NONE && s.cardsUsed[loop]! >= t.loopCards[loop]!) return wait("card", idOf(s.line.loops[loop]!.to));
  if (st.batch > 1 && waiting > 0)
    return wait("batch", st.inFlows.length > 0 ? idOf(s.line.flows[st.inFlows[0]!]!.from) : st.id);
  const gathering = st.inFlows.find((f) => s.lotLength[f]! > 0);
  if (gathering !== undefined) return wait("lot", idOf(s.line.flows[gathering]!.from));
  if (st.supply === "conwip") return wait("level", st.id);
  return st.inFlows.length > 0 ? wait("parts", idOf(s.line.flows[st.inFlows[0]!]!.from)) : null;
}

const isAsking = (m: number): boolean => s.requestPool[m] !== NONE;

/** Stations that wait for each other in a circle, beginning with the first of them by id; empty = there is none. */
function circleOf(waits: readonly StuckWait[]): string[] {
  const next = new Map(waits.map((w) => [w.station, w.on]));
  for (const { station } of [...waits].sort((a, b) => (a.station < b.station ? -1 : 1))) {
    const path: string[] = [];
    for (let at: string | undefined = station; at !== undefined && !path.includes(at); at = next.get(at)) path.push(at);
    if (path.length > 1 && next.get(path.at(-1)!) === station) return path;
  }
  return [];
}
