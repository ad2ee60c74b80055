import type { Distribution, Failure, Flow, Line, PlannedTime, Problem, Station } from "../model";
import { plannedTimeOf } from "../model";

import { type Slots, slotsOf } from "./slots";

import { SamplerBuilder, type SamplerTable } from "./sampler";

export interface CompiledFailure {
  id: string;
  clock: "operating" | "planned" | "calendar";
  /** sampler row of the time to failure, or −1 where it counts parts */
  timeToFailure: number;
  everyParts: number;
  timeToRepair: number;
  response: number;
  repairPool: number;
  repairCount: number;
  keepOperators: boolean;
  interrupted: "resume" | "restart" | "scrap";
}

export interface CompiledNeed {
  pool: number;
  count: number;
}

export interface CompiledStation {
  id: string;
  index: number;
  firstMachine: number;
  machines: number;
  /** sampler row by product */
  process: Int32Array;
  processNeed: CompiledNeed | null;
  load: number;
  loadNeed: CompiledNeed | null;
  transit: number;
  setupTime: number;
  setupEvery: number;
  setupNeed: CompiledNeed | null;
  setupRandomStart: boolean;
  setupOnChange: boolean;
  /** sampler row by from-product × products + to-product; null = always setupTime */
  setupMatrix: Int32Array | null;
  setupScrap: number;
  failures: CompiledFailure[];
  hasPartFailures: boolean;
  defectRate: number;
  inspects: boolean;
  detection: number;
  falseReject: number;
  review: number;
  reject: "scrap" | "rework" | "repair";
  rejectShare: number;
  reworkTarget: number;
  repair: number;
  batch: number;
  batchMin: number;
  batchWait: number;
  assembly: { flow: number; count: number }[] | null;
  unattended: boolean;
  inFlows: number[];
  outFlows: number[];
  /** cumulative shares of the out-flows, or null where products decide or there is one */
  outShares: number[] | null;
  outByProduct: Int32Array | null;
  supply: "none" | "unlimited" | "arrivals" | "conwip";
  interarrival: number;
  queueCapacity: number;
  /** 0 = most downstream; orders events at one instant */
  rank: number;
}

export interface CompiledFlow {
  from: number;
  to: number;
  /** places; Infinity = unlimited */
  capacity: number;
  /** sampler row of the way, or −1 */
  transport: number;
  lot: number;
}

export interface CompiledPool {
  id: string;
  isRobot: boolean;
  count: number;
  countByShift: number[];
  rule: "fifo" | "downstreamFirst" | "upstreamFirst" | "random";
}

/** A line as the simulation uses it: names replaced by indices, distributions by sampler rows. Read-only during runs. */
export interface CompiledLine extends Slots {
  stations: CompiledStation[];
  machineStation: Int32Array;
  /** the station of each machine, for the hot path */
  stationOf: CompiledStation[];
  /** stations, most downstream first */
  downstreamFirst: CompiledStation[];
  flows: CompiledFlow[];
  pools: CompiledPool[];
  products: string[];
  productShare: number[];
  sequence: { kind: "lots" | "random"; lot: number };
  conwipLevel: number;
  samplers: SamplerTable;
  planned: PlannedTime;
  /** failure clocks of all machines */
  failures: number;
}

/** Builds the indexed form of a valid line, or says which constructs this engine cannot mean. */
export function compileLine(line: Line): { ok: true; compiled: CompiledLine } | { ok: false; problems: Problem[] } {
  const problems: Problem[] = [];
  const refuse = (path: string, what: string) => problems.push({ path, code: "notSupported", params: { what } });
  const builder = new SamplerBuilder();
  const row = (d: Distribution | undefined) => (d === undefined ? -1 : builder.add(d));
  const products = line.products.length > 0 ? line.products.map((p) => p.id) : ["part"];
  const poolIndex = new Map(line.operators.map((o, i) => [o.id, i]));
  const stationIndex = new Map(line.stations.map((s, i) => [s.id, i]));
  const need = (n: { pool: string; count: number } | undefined): CompiledNeed | null =>
    n === undefined ? null : { pool: poolIndex.get(n.pool)!, count: n.count };

  const rawFlows: Flow[] =
    line.flows ?? line.stations.slice(1).map((s, i) => ({ from: line.stations[i]!.id, to: s.id, capacity: null }));
  const flows: CompiledFlow[] = rawFlows.map((f, i) => {
    const t = f.transport;
    // without a vehicle somebody walks: 1.1 m/s
    const time = t === undefined ? undefined : (t.time ?? (t.distance ?? 0) / 1.1);
    if (t?.transporter !== undefined) refuse(`line.flows[${i}].transport.transporter`, "vehicles");
    if (t !== undefined && f.capacity === 0) refuse(`line.flows[${i}].transport`, "transportWithoutPlace");
    else if (t !== undefined && f.capacity !== null && t.lot > f.capacity)
      refuse(`line.flows[${i}].transport.lot`, "lotLargerThanBuffer");
    return {
      from: stationIndex.get(f.from)!,
      to: stationIndex.get(f.to)!,
      capacity: f.capacity ?? Infinity,
      transport: row(time),
      lot: t?.lot ?? 1,
    };
  });
  line.operators.forEach((o, i) => {
    if (o.failures.length > 0) refuse(`line.operators[${i}].failures`, "robotFailures");
  });

  const depth = depths(line.stations.length, flows);
  if (depth === null) refuse("line.flows", "flowCycle");
  const rank = ranks(line, depth);
  const { planned, faults } = plannedTimeOf(line.calendar);
  for (const f of faults) refuse(`line.calendar.shifts.${f.shift}`, faultWords[f.reason]);

  let machine = 0;
  let conwipLevel = 0;
  const stations = line.stations.map((s, index): CompiledStation => {
    const inFlows = flows.flatMap((f, i) => (f.to === index ? [i] : []));
    const outFlows = flows.flatMap((f, i) => (f.from === index ? [i] : []));
    const byId = (end: "from" | "to") => (a: number, b: number) =>
      line.stations[flows[a]![end]]!.id < line.stations[flows[b]![end]]!.id ? -1 : 1;
    // by the other station's id, so that the order in the file decides nothing
    inFlows.sort(byId("from"));
    outFlows.sort(byId("to"));
    const supply = inFlows.length > 0 ? null : (s.supply ?? line.supply);
    const path = `line.stations[${index}]`;
    if (s.supply !== undefined && inFlows.length > 0) refuse(`${path}.supply`, "supplyWithInflow");
    if (supply?.kind === "conwip") conwipLevel = supply.level;
    if (s.assembly && inFlows.some((f) => !s.assembly!.inputs.some((a) => stationIndex.get(a.from) === flows[f]!.from)))
      refuse(`${path}.assembly`, "assemblyExtraInflow");
    if (s.batch && inFlows.some((f) => flows[f]!.capacity < (s.batch!.minSize ?? s.batch!.size)))
      refuse(`${path}.batch`, "batchLargerThanBuffer");
    if (
      s.assembly?.inputs.some(
        (a) => !inFlows.some((f) => flows[f]!.from === stationIndex.get(a.from) && flows[f]!.capacity >= a.count),
      )
    )
      refuse(`${path}.assembly`, "assemblyWithoutBuffer");
    if (s.process.transit !== undefined && outFlows.some((f) => flows[f]!.capacity === 0))
      refuse(`${path}.process.transit`, "transitWithoutPlace");
    if (s.batch && s.assembly) refuse(path, "batchAssembly");
    if (supply?.kind === "conwip" && line.stations.filter((_, i) => !flows.some((f) => f.to === i)).length > 1)
      refuse("line.supply", "conwipManySources");
    const q = s.quality;
    const reject = q === undefined || q.onReject === "scrap" ? "scrap" : "rework" in q.onReject ? "rework" : "repair";
    const onReject = q?.onReject;
    const station: CompiledStation = {
      id: s.id,
      index,
      firstMachine: machine,
      machines: s.machines,
      process: Int32Array.from(products, (p) => builder.add(s.process.timeByProduct?.[p] ?? s.process.time)),
      processNeed: need(s.process.operators),
      load: row(s.load?.time),
      loadNeed: need(s.load?.operators),
      transit: row(s.process.transit),
      setupTime: row(s.setup?.time),
      setupEvery: s.setup?.everyParts ?? 0,
      setupNeed: need(s.setup?.operators),
      setupRandomStart: s.setup?.first !== "full",
      setupOnChange: s.setup?.onProductChange !== undefined,
      setupMatrix: setupMatrix(s, products, builder),
      setupScrap: s.setup?.scrapParts ?? 0,
      failures: s.failures.map((f) => compileFailure(f, row, poolIndex)),
      hasPartFailures: s.failures.some((f) => f.everyParts !== undefined),
      defectRate: q?.defectRate ?? 0,
      inspects: q?.inspection !== undefined,
      detection: q?.inspection?.detection ?? 0,
      falseReject: q?.inspection?.falseReject ?? 0,
      review: row(q?.inspection?.reviewTime),
      reject,
      rejectShare: onReject !== undefined && onReject !== "scrap" ? onReject.share : 0,
      reworkTarget:
        onReject !== undefined && onReject !== "scrap" && "rework" in onReject
          ? stationIndex.get(onReject.rework)!
          : -1,
      repair:
        onReject !== undefined && onReject !== "scrap" && "repair" in onReject ? builder.add(onReject.repair.time) : -1,
      batch: s.batch?.size ?? 1,
      batchMin: s.batch?.minSize ?? s.batch?.size ?? 1,
      batchWait: row(s.batch?.maxWait),
      assembly:
        s.assembly?.inputs.map((a) => ({
          flow: flows.findIndex((f) => f.to === index && f.from === stationIndex.get(a.from)),
          count: a.count,
        })) ?? null,
      unattended: s.unattended,
      inFlows,
      outFlows,
      outShares: null,
      outByProduct: null,
      supply: supply?.kind ?? "none",
      interarrival: supply?.kind === "arrivals" ? builder.add(supply.interarrival) : -1,
      queueCapacity: supply?.kind === "arrivals" ? (supply.queueCapacity ?? Infinity) : Infinity,
      rank: rank[index]!,
    };
    routes(station, rawFlows, products);
    machine += s.machines;
    return station;
  });
  if (problems.length > 0) return { ok: false, problems };

  const machineStation = new Int32Array(machine);
  for (const s of stations) machineStation.fill(s.index, s.firstMachine, s.firstMachine + s.machines);
  const shifts = "shifts" in line.calendar ? line.calendar.shifts : null;
  return {
    ok: true,
    compiled: {
      stations,
      machineStation,
      stationOf: Array.from(machineStation, (i) => stations[i]!),
      downstreamFirst: [...stations].sort((a, b) => a.rank - b.rank),
      flows,
      pools: line.operators.map((o) => ({
        id: o.id,
        isRobot: o.kind === "robot",
        count: o.count,
        countByShift: shifts ? shifts.map((s) => o.countByShift?.[s.id] ?? o.count) : [o.count],
        rule: o.rule,
      })),
      products,
      productShare: line.products.length > 0 ? line.products.map((p) => p.share) : [1],
      sequence: { kind: line.sequence?.kind ?? "random", lot: line.sequence?.lot ?? 1 },
      conwipLevel,
      samplers: builder.build(),
      planned,
      failures: stations.reduce((sum, st) => sum + st.machines * st.failures.length, 0),
      ...slotsOf(stations, flows),
    },
  };
}

function compileFailure(
  f: Failure,
  row: (d: Distribution | undefined) => number,
  pools: Map<string, number>,
): CompiledFailure {
  return {
    id: f.id,
    clock: f.clock,
    timeToFailure: f.everyParts === undefined ? row(f.timeToFailure) : -1,
    // a count drawn from a distribution is sampled like a time: one part is one second of it
    everyParts: f.everyParts === undefined ? -1 : row(f.everyParts),
    timeToRepair: row(f.timeToRepair),
    response: row(f.response),
    repairPool: f.repairers === undefined ? -1 : pools.get(f.repairers.pool)!,
    repairCount: f.repairers?.count ?? 0,
    keepOperators: f.operators === "keep",
    interrupted: f.interrupted,
  };
}

function setupMatrix(s: Station, products: string[], builder: SamplerBuilder): Int32Array | null {
  const matrix = s.setup?.onProductChange;
  if (s.setup === undefined || matrix === undefined || matrix === true) return null;
  const fallback = builder.add(s.setup.time);
  return Int32Array.from(
    products.flatMap((from) =>
      products.map((to) => (matrix[from]?.[to] === undefined ? fallback : builder.add(matrix[from][to]))),
    ),
  );
}

function routes(station: CompiledStation, flows: Flow[], products: string[]): void {
  if (station.outFlows.length < 2) return;
  if (station.outFlows.some((f) => flows[f]!.byProduct !== undefined)) {
    const rest = station.outFlows.find((f) => flows[f]!.byProduct === undefined);
    station.outByProduct = Int32Array.from(products, (p) => {
      const own = station.outFlows.find((f) => flows[f]!.byProduct?.includes(p));
      return own ?? rest ?? station.outFlows[0]!;
    });
    return;
  }
  let sum = 0;
  station.outShares = station.outFlows.map((f) => (sum += flows[f]!.share ?? 0));
  station.outShares[station.outShares.length - 1] = 1;
}

const faultWords = { overlap: "shiftsOverlap", empty: "shiftEmpty", breakOutside: "breakOutsideShift" } as const;

/** Downstream first; stations equally deep by id, so that the order in the file decides nothing. */
function ranks(line: Line, depth: number[] | null): number[] {
  const order = line.stations.map((_, i) => i);
  const id = (i: number) => line.stations[i]!.id;
  order.sort((a, b) => (depth?.[b] ?? 0) - (depth?.[a] ?? 0) || (id(a) < id(b) ? -1 : 1));
  const rank = new Array<number>(order.length);
  order.forEach((station, position) => (rank[station] = position));
  return rank;
}

/** Longest way from a first station, or null when the flows run in a circle. */
function depths(stations: number, flows: { from: number; to: number }[]): number[] | null {
  const depth = new Array<number>(stations).fill(0);
  for (let round = 0; round <= stations; round++) {
    let changed = false;
    for (const f of flows) {
      if (depth[f.to]! < depth[f.from]! + 1) {
        depth[f.to] = depth[f.from]! + 1;
        changed = true;
      }
    }
    if (!changed) return depth;
  }
  return null;
}
