import type { Line } from "../model";
import type { CompiledFlow } from "./compiled";

/** Downstream first; stations equally deep by id, so that the order in the file decides nothing. */
export function ranksOf(line: Line, flows: CompiledFlow[]): number[] {
  const depth = depths(line.stations.length, withoutReturns(line, flows));
  const order = line.stations.map((_, i) => i);
  const id = (i: number) => line.stations[i]!.id;
  order.sort((a, b) => depth[b]! - depth[a]! || (id(a) < id(b) ? -1 : 1));
  const rank = new Array<number>(order.length);
  order.forEach((station, position) => (rank[station] = position));
  return rank;
}

/** Longest way from a first station. The flows have no circle. */
function depths(stations: number, flows: { from: number; to: number }[]): number[] {
  const depth = new Array<number>(stations).fill(0);
  for (let changed = true; changed;) {
    changed = false;
    for (const f of flows) {
      if (depth[f.to]! >= depth[f.from]! + 1) continue;
      depth[f.to] = depth[f.from]! + 1;
      changed = true;
    }
  }
  return depth;
}

/** Leaves out the flows that lead back to a station on the way to them (depth first, stations by id): they decide no order. */
function withoutReturns(line: Line, flows: CompiledFlow[]): CompiledFlow[] {
  const id = (i: number) => line.stations[i]!.id;
  const order = line.stations.map((_, i) => i).sort((a, b) => (id(a) < id(b) ? -1 : 1));
  const hasInflow = (i: number) => flows.some((f) => f.to === i);
  const state = new Uint8Array(order.length);
  const kept: CompiledFlow[] = [];
  const visit = (i: number): void => {
    state[i] = 1;
    const out = flows.filter((f) => f.from === i).sort((a, b) => (id(a.to) < id(b.to) ? -1 : 1));
    for (const f of out) {
      if (state[f.to] === 1) continue;
      kept.push(f);
      if (state[f.to] === 0) visit(f.to);
    }
    state[i] = 2;
  };
  for (const i of order) if (state[i] === 0 && !hasInflow(i)) visit(i);
  for (const i of order) if (state[i] === 0) visit(i);
  return kept;
}
