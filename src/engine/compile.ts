import type { Distribution, Failure, Flow, Line, Problem, Station } from "../model";
import { plannedTimeOf } from "../model";
import { most } from "./columns";
import type {
  CompiledFailure,
  CompiledNeed,
  CompiledStation,
  CompiledFlow,
  CompiledTransporter,
  CompiledLoop,
  CompiledPool,
  CompiledLine,
} from "./compiled";
import { ranksOf } from "./order";
import { mostRows, SamplerBuilder } from "./sampler";
import { slotsOf } from "./slots";

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
    const carrier = line.transporters.findIndex((v) => v.id === t?.transporter);
    const speed = line.transporters[carrier]?.speed ?? walkingSpeed;
    const time = t === undefined ? undefined : (t.time ?? (t.distance ?? 0) / speed);
    const belt = f.conveyor;
    if (t !== undefined && f.capacity === 0) refuse(`line.flows[${i}].transport`, "transportWithoutPlace");
    else if (t !== undefined && f.capacity !== null && t.lot > f.capacity)
      refuse(`line.flows[${i}].transport.lot`, "lotLargerThanBuffer");
    return {
      from: stationIndex.get(f.from)!,
      to: stationIndex.get(f.to)!,
      capacity: belt ? Math.max(1, Math.floor(belt.length / belt.spacing + 1e-9)) : (f.capacity ?? Infinity),
      transport: row(belt ? belt.length / belt.speed : time),
      lot: t?.lot ?? 1,
      transporter: carrier,
      headway: belt ? Math.round((belt.spacing / belt.speed) * 1e6) : 0,
      shelfLife: Math.round((f.shelfLife ?? 0) * 1e6),
    };
  });
  line.operators.forEach((o, i) => {
    if (o.failures.some((f) => o.kind !== "robot" || !isSimple(f)))
      refuse(`line.operators[${i}].failures`, "robotFailures");
  });
  line.transporters.forEach((v, i) => {
    if (v.failures.some((f) => !isSimple(f))) refuse(`line.transporters[${i}].failures`, "vehicleFailures");
  });
  const rank = ranksOf(line, flows);
  const { planned, faults } = plannedTimeOf(line.calendar);
  for (const f of faults) refuse(`line.calendar.shifts.${f.shift}`, faultWords[f.reason]);

  let machine = 0;
  let conwipLevel = 0;
  const transporters = compileTransporters(line, flows, row);
  const loops = line.kanban.map((k, i): CompiledLoop => {
    if (line.stations.find((s) => s.id === k.from)?.batch) refuse(`line.kanban[${i}].from`, "kanbanBatch");
    return { id: k.id, from: stationIndex.get(k.from)!, to: stationIndex.get(k.to)!, cards: k.cards };
  });
  for (const end of ["from", "to"] as const)
    if (new Set(loops.map((k) => k[end])).size < loops.length) refuse("line.kanban", "kanbanOverlap");
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
      failures: [...s.failures.map((f) => compileFailure(f, row, poolIndex)), ...stops(line, s.id, builder)],
      paces: line.changes.flatMap((c) =>
        "pace" in c && c.stations.includes(s.id)
          ? [{ at: c.at * 3600e6, factor: c.pace, tau: c.tauHours === undefined ? Infinity : c.tauHours * 3600e6 }]
          : [],
      ),
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
  const failures = stations.reduce((sum, st) => sum + st.machines * st.failures.length, 0);
  const vehicles = transporters.reduce((sum, v) => sum + v.count, 0);
  const shifts = "shifts" in line.calendar ? line.calendar.shifts : null;
  const pools = line.operators.map((o): CompiledPool => ({
    id: o.id,
    isRobot: o.kind === "robot",
    count: o.count,
    countByShift: shifts ? shifts.map((s) => o.countByShift?.[s.id] ?? o.count) : [o.count],
    rule: o.rule,
    helpers: line.operators.flatMap((other, k) => (other.alsoServes.includes(o.id) ? [k] : [])),
    serves: o.alsoServes.map((id) => poolIndex.get(id)!),
    failures: o.failures.map((f) => compileFailure(f, row, new Map())),
    firstRobot: 0,
    firstWear: 0,
  }));
  let robots = 0;
  let wears = transporters.reduce((sum, v) => sum + v.count * v.failures.length, 0);
  for (const pool of pools) {
    if (pool.failures.length === 0) continue;
    pool.firstRobot = robots;
    pool.firstWear = wears;
    robots += pool.count;
    wears += pool.count * pool.failures.length;
  }
  const isTooLarge =
    machine > most.machine ||
    failures > most.failure ||
    vehicles > most.vehicle ||
    robots > most.robot ||
    wears > most.wear ||
    builder.size > mostRows;
  if (isTooLarge) refuse("line", "tooLarge");
  if (problems.length > 0) return { ok: false, problems };

  const machineStation = new Int32Array(machine);
  for (const s of stations) machineStation.fill(s.index, s.firstMachine, s.firstMachine + s.machines);
  return {
    ok: true,
    compiled: {
      stations,
      machineStation,
      stationOf: Array.from(machineStation, (i) => stations[i]!),
      downstreamFirst: [...stations].sort((a, b) => a.rank - b.rank),
      flows,
      pools,
      products,
      productShare: line.products.length > 0 ? line.products.map((p) => p.share) : [1],
      sequence: { kind: line.sequence?.kind ?? "random", lot: line.sequence?.lot ?? 1 },
      conwipLevel,
      conwipSources: stations
        .filter((st) => st.supply === "conwip")
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map((st) => st.index),
      samplers: builder.build(),
      planned,
      failures,
      transporters,
      vehicles,
      loops,
      robots,
      wears,
      ...slotsOf(stations, flows, vehicles, robots),
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
    at: -1,
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

/** m/s of somebody who carries parts by hand */
const walkingSpeed = 1.1;

/** Failures of robots and vehicles: by time of use, nobody asked for. */
const isSimple = (f: Failure): boolean =>
  f.clock === "operating" && f.timeToFailure !== undefined && f.repairers === undefined;

/** Installation stops are failures with a date. */
function stops(line: Line, station: string, builder: SamplerBuilder): CompiledFailure[] {
  return line.changes.flatMap((c, i) =>
    "stopHours" in c && c.stations.includes(station)
      ? [
          {
            id: `change ${i}`,
            clock: "calendar" as const,
            timeToFailure: -1,
            everyParts: -1,
            at: c.at * 3600e6,
            timeToRepair: builder.add(c.stopHours * 3600),
            response: -1,
            repairPool: -1,
            repairCount: 0,
            keepOperators: false,
            interrupted: "resume" as const,
          },
        ]
      : [],
  );
}

function compileTransporters(
  line: Line,
  flows: CompiledFlow[],
  row: (d: Distribution | undefined) => number,
): CompiledTransporter[] {
  let vehicle = 0;
  let wear = 0;
  return line.transporters.map((v, i) => {
    const firstVehicle = vehicle;
    const firstWear = wear;
    vehicle += v.count;
    wear += v.count * v.failures.length;
    const way = Float64Array.from({ length: line.stations.length ** 2 }, (_, k) => {
      const from = line.stations[Math.floor(k / line.stations.length)]!.position;
      const to = line.stations[k % line.stations.length]!.position;
      // along the aisles, not through the machines
      return from && to ? Math.round(((Math.abs(from.x - to.x) + Math.abs(from.y - to.y)) / v.speed) * 1e6) : -1;
    });
    return {
      id: v.id,
      kind: v.kind,
      count: v.count,
      firstVehicle,
      loadTime: row(v.loadTime),
      chargeEvery: row(v.charge?.every),
      chargeTime: row(v.charge?.time),
      failures: v.failures.map((f) => compileFailure(f, row, new Map())),
      firstWear,
      flows: flows.flatMap((f, k) => (f.transporter === i ? [k] : [])),
      way,
    };
  });
}
