import type { Line } from "../../model";
import type { TraceLayout } from "../columns";

/** People or robots a step asks for. */
export interface Need {
  pool: number;
  count: number;
}

/** What a trace does not say about a station and the line does: what it takes, and whom it asks. */
export interface StationRules {
  inFlows: number[];
  outFlows: number[];
  /** raw parts of a station without inflow; "none" where it has inflows */
  supply: "none" | "unlimited" | "arrivals" | "conwip";
  /** CONWIP: parts allowed in the line */
  level: number;
  /** assembly: parts of each inflow that one product takes, in the order of `inFlows`; null = no assembly */
  assembly: number[] | null;
  /** parts of a full batch, and the fewest that may start one; 1 where the station takes single parts */
  batchSize: number;
  batchMin: number;
  /** whom it may be asking in each kind of wait; more than one where the trace has to tell */
  setter: Need[];
  operator: Need[];
  repairer: Need[];
  /** product index → outflow, or null where products do not decide the way */
  byProduct: number[] | null;
  /** the kanban loop whose card it needs to take a part */
  loop: Loop | null;
  /** its oven or belt goes on off shift */
  unattended: boolean;
  /** flows on the longest way from a first station */
  depth: number;
}

export interface Loop {
  /** index in `line.kanban` */
  index: number;
  cards: number;
  /** stations between its two ends, both included; and the last of them, behind which a part has left it */
  stations: Set<number>;
  last: number;
}

export interface FlowRules {
  /** parts of one transport */
  lot: number;
  isConveyor: boolean;
}

export interface PoolRules {
  /** people on duty: without shifts, and by shift index */
  always: number;
  byShift: number[];
  /** pools whose people help here */
  helpers: number[];
  /** its robots fail by themselves; the trace does not show their repairs */
  fails: boolean;
}

export interface LineRules {
  stations: StationRules[];
  flows: FlowRules[];
  pools: PoolRules[];
}

/** Reads a line with the indices of a trace made from it. */
export function rulesOf(line: Line, layout: TraceLayout): LineRules {
  const poolIndex = new Map(line.operators.map((pool, i) => [pool.id, i]));
  const stationIndex = new Map(layout.stations.map((station, i) => [station.id, i]));
  const needs = (...asked: ({ pool: string; count: number } | undefined)[]): Need[] => {
    const found: Need[] = [];
    for (const need of asked) {
      const pool = need === undefined ? undefined : poolIndex.get(need.pool);
      if (need === undefined || pool === undefined) continue;
      if (!found.some((other) => other.pool === pool && other.count === need.count))
        found.push({ pool, count: need.count });
    }
    return found;
  };
  const depth = depths(layout);
  const stations = line.stations.map((s, index): StationRules => {
    const inFlows = layout.flows.flatMap((f, i) => (f.to === index ? [i] : []));
    const outFlows = layout.flows.flatMap((f, i) => (f.from === index ? [i] : []));
    const supply = inFlows.length > 0 ? null : (s.supply ?? line.supply);
    const perInput = new Map(s.assembly?.inputs.map((input) => [stationIndex.get(input.from), input.count]));
    return {
      inFlows,
      outFlows,
      supply: supply?.kind ?? "none",
      level: supply?.kind === "conwip" ? supply.level : 0,
      assembly: s.assembly ? inFlows.map((f) => perInput.get(layout.flows[f]!.from) ?? 0) : null,
      batchSize: s.batch?.size ?? 1,
      batchMin: s.batch?.minSize ?? s.batch?.size ?? 1,
      setter: needs(s.setup?.operators),
      operator: needs(s.load?.operators, s.process.operators),
      repairer: needs(...s.failures.map((failure) => failure.repairers)),
      byProduct: byProductOf(line, layout, outFlows),
      loop: loopAt(line, layout, s.id),
      unattended: s.unattended,
      depth: depth[index] ?? 0,
    };
  });
  const shifts = "shifts" in line.calendar ? line.calendar.shifts : [];
  return {
    stations,
    flows: layout.flows.map((_, f) => ({
      lot: line.flows?.[f]?.transport?.lot ?? 1,
      isConveyor: line.flows?.[f]?.conveyor !== undefined,
    })),
    pools: line.operators.map((pool) => ({
      always: pool.count,
      byShift: shifts.map((shift) => pool.countByShift?.[shift.id] ?? pool.count),
      helpers: line.operators.flatMap((other, i) => (other.alsoServes.includes(pool.id) ? [i] : [])),
      fails: pool.failures.length > 0,
    })),
  };
}

function byProductOf(line: Line, layout: TraceLayout, outFlows: number[]): number[] | null {
  const named = (f: number): string[] | undefined => line.flows?.[f]?.byProduct;
  if (outFlows.length < 2 || !outFlows.some((f) => named(f) !== undefined)) return null;
  const rest = outFlows.find((f) => named(f) === undefined) ?? outFlows[0]!;
  return layout.products.map((product) => outFlows.find((f) => named(f)?.includes(product)) ?? rest);
}

/** Longest way from a first station; flows in a circle end after as many rounds as there are stations. */
function depths({ stations, flows }: TraceLayout): number[] {
  const depth = stations.map(() => 0);
  for (let round = 0; round < stations.length; round++) {
    for (const { from, to } of flows) depth[to] = Math.max(depth[to]!, Math.min(stations.length, depth[from]! + 1));
  }
  return depth;
}

function loopAt(line: Line, { stations, flows }: TraceLayout, station: string): Loop | null {
  const index = line.kanban.findIndex((loop) => loop.from === station);
  const loop = line.kanban[index];
  if (loop === undefined) return null;
  const reach = (start: string, end: "from" | "to"): Set<number> => {
    const found = new Set([stations.findIndex(({ id }) => id === start)]);
    for (const at of found) for (const f of flows) if (f[end === "from" ? "to" : "from"] === at) found.add(f[end]);
    return found;
  };
  const ahead = reach(loop.from, "to");
  const behind = reach(loop.to, "from");
  return {
    index,
    cards: loop.cards,
    stations: new Set([...ahead].filter((i) => behind.has(i))),
    last: stations.findIndex(({ id }) => id === loop.to),
  };
}
