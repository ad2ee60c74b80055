import type { LineFigures } from "../measure";
import type { Line } from "../model";
import { askedBy } from "./proposalBase";

/** What the baseline's figures say of each station, shares of planned time, and the station that sets the pace by them. */
export interface Load {
  /** station id → share in which it neither lacks parts nor room: it works or something of its own stops it */
  occupied: Record<string, number>;
  highest: number;
  /** the station occupied most */
  pace: string;
}

export function loadOf(line: Line, figures: LineFigures): Load {
  const occupied: Record<string, number> = {};
  for (const { id } of line.stations) {
    const of = figures.stations[id];
    occupied[id] = of === undefined ? 0 : 1 - of.starved.mean - of.blocked.mean;
  }
  const pace = line.stations.reduce((a, { id }) => (occupied[id]! > occupied[a]! ? id : a), line.stations[0]!.id);
  return { occupied, highest: occupied[pace]!, pace };
}

/** A station occupied so much less than the busiest is no candidate for setting the pace. */
const far = 0.2;

/**
 * If each station were freed of so much of its occupied time, how much faster could the line run? The larger of two rough
 * answers: until one station is occupied as much as the busiest is today, `highest / max(occupied − freed) − 1`; and half
 * the gain of each single station, `freed / (occupied − freed)`, less the further it is from the busiest (the busiest is
 * not always the one that holds the others up). Buffers and luck are left out: it orders a list, no more.
 */
export function promiseOf({ occupied, highest }: Load, freed: Readonly<Record<string, number>>): number {
  const left = (id: string): number => Math.max(0.05, occupied[id]! - (freed[id] ?? 0));
  const ids = Object.keys(occupied);
  const line = highest / Math.max(...ids.map(left)) - 1;
  const single = ids.map((id) => {
    const closeness = Math.max(0, 1 - (highest - occupied[id]!) / far);
    return (closeness / 2) * (occupied[id]! / left(id) - 1);
  });
  return Math.max(0, line, ...single);
}

/** Share of planned time in which a machine of the station waits for people of a pool. */
export function waitFor(line: Line, figures: LineFigures, stationId: string, pool: string): number {
  const station = line.stations.find(({ id }) => id === stationId);
  const of = figures.stations[stationId];
  if (station === undefined || of === undefined) return 0;
  const { operator, setter, repairer } = askedBy(station);
  // several pools may be waited for in one state: the wait is shared out evenly, the figures do not tell
  const part = (pools: string[], share: number): number => (pools.includes(pool) ? share / pools.length : 0);
  return (
    part(operator, of.waitingOperator.mean) +
    part(setter, of.waitingSetter.mean) +
    part(repairer, of.waitingRepairer.mean)
  );
}

export function waitsFor(line: Line, figures: LineFigures, pool: string): Record<string, number> {
  return Object.fromEntries(line.stations.map(({ id }) => [id, waitFor(line, figures, id, pool)]));
}
