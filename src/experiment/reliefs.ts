import { scaleDistribution, type Line, type OperatorPool, type Station } from "../model";

/**
 * The ways in which a part of a line is relieved, one step each, so that the gains can be set side by side:
 * machine = one machine more at the station. faster = process and loading take 10 % less time (all products).
 * failures = half as many failures of every kind. server = one more person (or robot) of the pool on duty in every shift.
 * vehicle = one more vehicle. places = twice the places of the buffer, at least five more. cards = twice the cards of the
 * kanban loop. level = twice the parts allowed in a CONWIP line. supply = raw parts arrive 10 % more often.
 */
export const reliefKinds = [
  "machine",
  "faster",
  "failures",
  "server",
  "vehicle",
  "places",
  "cards",
  "level",
  "supply",
] as const;
export type ReliefKind = (typeof reliefKinds)[number];

export interface Relief {
  kind: ReliefKind;
  /** what is relieved; a buffer is called "from>to", the line's own supply "" */
  of: "station" | "pool" | "transporter" | "buffer" | "kanban" | "supply";
  id: string;
  line: Line;
}

const tenth = 0.9;
const leastPlaces = 5;

/** Every relief of these kinds that a line has room for: one line each, everything else unchanged. */
export function reliefsOf(line: Line, kinds: readonly ReliefKind[] = reliefKinds): Relief[] {
  const all = [
    ...line.stations.flatMap((station, i) => stationReliefs(line, station, i)),
    ...poolReliefs(line),
    ...line.transporters.map((t, i): Relief => {
      const transporters = replaced(line.transporters, i, { ...t, count: t.count + 1 });
      return { kind: "vehicle", of: "transporter", id: t.id, line: { ...line, transporters } };
    }),
    ...(line.flows ?? []).flatMap((flow, i): Relief[] => {
      // places of a belt follow from its length
      if (flow.capacity === null || flow.conveyor !== undefined) return [];
      const capacity = flow.capacity + Math.max(leastPlaces, flow.capacity);
      const flows = replaced(line.flows ?? [], i, { ...flow, capacity });
      return [{ kind: "places", of: "buffer", id: `${flow.from}>${flow.to}`, line: { ...line, flows } }];
    }),
    ...line.kanban.map((loop, i): Relief => {
      const kanban = replaced(line.kanban, i, { ...loop, cards: loop.cards * 2 });
      return { kind: "cards", of: "kanban", id: loop.id, line: { ...line, kanban } };
    }),
    ...supplyRelief(line),
  ];
  return all.filter(({ kind }) => kinds.includes(kind));
}

function stationReliefs(line: Line, station: Station, index: number): Relief[] {
  const relief = (kind: ReliefKind, changed: Partial<Station>): Relief => ({
    kind,
    of: "station",
    id: station.id,
    line: { ...line, stations: replaced(line.stations, index, { ...station, ...changed }) },
  });
  const { process, load, failures } = station;
  const times = Object.entries(process.timeByProduct ?? {});
  const quicker: Partial<Station> = {
    process: {
      ...process,
      time: scaleDistribution(process.time, tenth),
      ...(times.length === 0
        ? {}
        : { timeByProduct: Object.fromEntries(times.map(([id, time]) => [id, scaleDistribution(time, tenth)])) }),
    },
    ...(load === undefined ? {} : { load: { ...load, time: scaleDistribution(load.time, tenth) } }),
  };
  const rarer = failures.map((failure): Station["failures"][number] => ({
    ...failure,
    ...(failure.timeToFailure === undefined ? {} : { timeToFailure: scaleDistribution(failure.timeToFailure, 2) }),
    ...(failure.everyParts === undefined ? {} : { everyParts: scaleDistribution(failure.everyParts, 2) }),
  }));
  return [
    ...(station.machines < 500 ? [relief("machine", { machines: station.machines + 1 })] : []),
    relief("faster", quicker),
    ...(failures.length > 0 ? [relief("failures", { failures: rarer })] : []),
  ];
}

function poolReliefs(line: Line): Relief[] {
  return line.operators.flatMap((pool, i): Relief[] => {
    if (neededOf(line, pool.id) === 0) return [];
    return [{ kind: "server", of: "pool", id: pool.id, line: withPool(line, i, moreOf(pool, 1)) }];
  });
}

function supplyRelief(line: Line): Relief[] {
  const { supply } = line;
  if (supply.kind === "conwip")
    return [{ kind: "level", of: "supply", id: "", line: { ...line, supply: { ...supply, level: supply.level * 2 } } }];
  if (supply.kind !== "arrivals") return [];
  const interarrival = scaleDistribution(supply.interarrival, tenth);
  return [{ kind: "supply", of: "supply", id: "", line: { ...line, supply: { ...supply, interarrival } } }];
}

/** `by` more people on duty in every shift in which there are any; never fewer than 0. */
export function moreOf(pool: OperatorPool, by: number): OperatorPool {
  const more = (count: number): number => Math.max(0, count + by);
  const shifts = Object.entries(pool.countByShift ?? {});
  return {
    ...pool,
    count: more(pool.count),
    ...(shifts.length === 0
      ? {}
      : { countByShift: Object.fromEntries(shifts.map(([id, n]) => [id, n > 0 ? more(n) : 0])) }),
  };
}

export function withPool(line: Line, index: number, pool: OperatorPool): Line {
  return { ...line, operators: replaced(line.operators, index, pool) };
}

/** The most people of a pool that one step of the line asks for at once; 0 = nobody asks for them. */
export function neededOf(line: Line, pool: string): number {
  const asked = line.stations.flatMap((s) => [
    s.process.operators,
    s.load?.operators,
    s.setup?.operators,
    ...s.failures.map((failure) => failure.repairers),
  ]);
  return asked.reduce((most, need) => (need?.pool === pool ? Math.max(most, need.count) : most), 0);
}

function replaced<T>(list: readonly T[], index: number, by: T): T[] {
  return list.map((element, i) => (i === index ? by : element));
}
