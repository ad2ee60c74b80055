import type { Line, Station } from "../../model";

export interface PlannedFlow {
  from: string;
  to: string;
  capacity: number | null;
  conveyor?: { length: number; speed: number; spacing: number } | undefined;
}

/** Flows of a line; a line in series may leave them out. */
export function flowsOf(line: Line): PlannedFlow[] {
  if (line.flows) return line.flows;
  return line.stations
    .slice(1)
    .map((station, i) => ({ from: line.stations[i]?.id ?? "", to: station.id, capacity: null }));
}

/** Parts a conveyor has room for, as the engine counts them. */
export function beltPlaces({ length, spacing }: { length: number; spacing: number }): number {
  return Math.max(1, Math.floor(length / spacing + 1e-9));
}

/** Can a part end as scrap at this station? */
export function canScrap(station: Station): boolean {
  const onReject = station.quality?.onReject;
  const kept = typeof onReject === "object" && onReject.share >= 1;
  return (
    (station.quality?.inspection !== undefined && !kept) ||
    (station.setup?.scrapParts ?? 0) > 0 ||
    station.failures.some((failure) => failure.interrupted === "scrap")
  );
}

/** Pools that serve a station in any way, loading and processing first. */
export function poolsAt(station: Station): string[] {
  const pools = [
    station.load?.operators?.pool,
    station.process.operators?.pool,
    station.setup?.operators?.pool,
    ...station.failures.map((failure) => failure.repairers?.pool),
  ];
  return pools.filter((pool): pool is string => pool !== undefined);
}

export type FigureRole = "operator" | "setter" | "repairer";

/** What the people of a pool are there for: setters set up, repairers only repair, everybody else operates. */
export function roleOf(line: Line, poolId: string): FigureRole {
  const operates = line.stations.some(
    (station) => station.load?.operators?.pool === poolId || station.process.operators?.pool === poolId,
  );
  if (operates) return "operator";
  if (line.stations.some((station) => station.setup?.operators?.pool === poolId)) return "setter";
  const repairs = line.stations.some((station) =>
    station.failures.some((failure) => failure.repairers?.pool === poolId),
  );
  return repairs ? "repairer" : "operator";
}

/** Most people of a pool on duty in any shift. */
export function mostOnDuty(pool: Line["operators"][number]): number {
  return Math.max(pool.count, ...Object.values(pool.countByShift ?? {}));
}
