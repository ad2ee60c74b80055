import { distributionMean } from "./distribution";
import type { Distribution } from "./distributionSchema";
import type { Line, Supply } from "./line";
import type { Problem } from "./problem";

/**
 * What the schema cannot say: references between parts of a line, shares that sum to 1, failures with exactly one clock.
 * Paths name the place in the file ("line.stations[2].load.operators.pool").
 */
export function validateLine(line: Line): Problem[] {
  const problems: Problem[] = [];
  const stations = new Set(line.stations.map((s) => s.id));
  const pools = new Set(line.operators.map((o) => o.id));
  const products = new Set(line.products.map((p) => p.id));
  const known = (set: Set<string>, path: string, kind: string, id: string | undefined) => {
    if (id === undefined || set.has(id)) return;
    problems.push({ path, code: "unknownReference", params: { kind, id, allowed: [...set].join(", ") } });
  };
  duplicates(problems, "line.stations", line.stations);
  duplicates(problems, "line.operators", line.operators);
  duplicates(problems, "line.products", line.products);
  duplicates(problems, "line.transporters", line.transporters);
  if ("shifts" in line.calendar) duplicates(problems, "line.calendar.shifts", line.calendar.shifts);

  if (line.products.length > 0) {
    const sum = line.products.reduce((a, p) => a + p.share, 0);
    if (Math.abs(sum - 1) > 1e-9) problems.push({ path: "line.products", code: "sharesNotOne", params: { sum } });
  }
  line.operators.forEach((o, i) => {
    const shifts = new Set("shifts" in line.calendar ? line.calendar.shifts.map((s) => s.id) : []);
    for (const id of Object.keys(o.countByShift ?? {})) known(shifts, `line.operators[${i}].countByShift`, "shift", id);
    failures(problems, `line.operators[${i}].failures`, o.failures);
  });
  line.stations.forEach((s, i) => {
    const path = `line.stations[${i}]`;
    known(pools, `${path}.process.operators.pool`, "operators", s.process.operators?.pool);
    known(pools, `${path}.load.operators.pool`, "operators", s.load?.operators?.pool);
    known(pools, `${path}.setup.operators.pool`, "operators", s.setup?.operators?.pool);
    for (const [need, where] of [
      [s.process.operators, "process"],
      [s.load?.operators, "load"],
      [s.setup?.operators, "setup"],
    ] as const)
      enough(problems, line, `${path}.${where}.operators.count`, need);
    for (const id of Object.keys(s.process.timeByProduct ?? {}))
      known(products, `${path}.process.timeByProduct`, "products", id);
    if (s.setup && typeof s.setup.onProductChange === "object") {
      for (const [from, row] of Object.entries(s.setup.onProductChange)) {
        known(products, `${path}.setup.onProductChange`, "products", from);
        for (const to of Object.keys(row)) known(products, `${path}.setup.onProductChange.${from}`, "products", to);
      }
    }
    if (s.setup && s.setup.everyParts === undefined && s.setup.onProductChange === undefined)
      problems.push({ path: `${path}.setup.everyParts`, code: "missing", params: {} });
    failures(problems, `${path}.failures`, s.failures);
    s.failures.forEach((f, j) => {
      known(pools, `${path}.failures[${j}].repairers.pool`, "operators", f.repairers?.pool);
      enough(problems, line, `${path}.failures[${j}].repairers.count`, f.repairers);
    });
    const reject = s.quality?.onReject;
    if (typeof reject === "object" && "rework" in reject)
      known(stations, `${path}.quality.onReject.rework`, "stations", reject.rework);
    s.assembly?.inputs.forEach((a, j) => {
      const feeds = new Set((line.flows ?? []).filter((f) => f.to === s.id).map((f) => f.from));
      known(feeds, `${path}.assembly.inputs[${j}].from`, "flows", a.from);
    });
    if (s.batch?.minSize !== undefined && s.batch.minSize > s.batch.size)
      problems.push({
        path: `${path}.batch.minSize`,
        code: "tooBig",
        params: { maximum: `≤ ${s.batch.size}`, found: s.batch.minSize },
      });
    if (s.process.operators !== undefined && s.unattended)
      problems.push({ path: `${path}.unattended`, code: "notSupported", params: { what: "unattendedWithOperators" } });
  });
  flows(problems, line, stations, products, known);
  extras(problems, line, stations, pools, known);
  steps(problems, line);
  return problems;
}

function extras(
  problems: Problem[],
  line: Line,
  stations: Set<string>,
  pools: Set<string>,
  known: (set: Set<string>, path: string, kind: string, id: string | undefined) => void,
): void {
  duplicates(problems, "line.kanban", line.kanban);
  line.kanban.forEach((k, i) => {
    known(stations, `line.kanban[${i}].from`, "stations", k.from);
    known(stations, `line.kanban[${i}].to`, "stations", k.to);
  });
  line.changes.forEach((c, i) =>
    c.stations.forEach((id, j) => known(stations, `line.changes[${i}].stations[${j}]`, "stations", id)),
  );
  line.operators.forEach((o, i) =>
    o.alsoServes.forEach((id, j) => known(pools, `line.operators[${i}].alsoServes[${j}]`, "operators", id)),
  );
  line.transporters.forEach((v, i) => failures(problems, `line.transporters[${i}].failures`, v.failures));
}

/** Below this mean, seconds, what repeats without end would stop the clock. */
const least = 0.001;

/** Sources that need no time to make a part, and failures that come back at once, would never let time pass. */
function steps(problems: Problem[], line: Line): void {
  const tooShort = (path: string, found: number) =>
    problems.push({ path, code: "tooSmall", params: { minimum: `≥ ${least} s`, found } });
  const mean = (d: Distribution | undefined) => (d === undefined ? 0 : distributionMean(d));
  const arrivals = (path: string, supply: Supply | undefined) => {
    if (supply?.kind === "arrivals" && mean(supply.interarrival) < least)
      tooShort(`${path}.interarrival`, mean(supply.interarrival));
  };
  arrivals("line.supply", line.supply);
  const fed = new Set((line.flows ?? line.stations.slice(1).map((s) => ({ to: s.id }))).map((f) => f.to));
  line.stations.forEach((s, i) => {
    arrivals(`line.stations[${i}].supply`, s.supply);
    const time = mean(s.process.time) + mean(s.load?.time);
    if (!fed.has(s.id) && (s.supply ?? line.supply).kind === "unlimited" && time < least)
      tooShort(`line.stations[${i}].process.time`, time);
    s.failures.forEach((f, j) => {
      const path = `line.stations[${i}].failures[${j}]`;
      if (f.timeToFailure !== undefined && mean(f.timeToFailure) < least)
        tooShort(`${path}.timeToFailure`, mean(f.timeToFailure));
    });
  });
}

function enough(
  problems: Problem[],
  line: Line,
  path: string,
  need: { pool: string; count: number } | undefined,
): void {
  const pool = line.operators.find((o) => o.id === need?.pool);
  if (need === undefined || pool === undefined) return;
  const shifts = "shifts" in line.calendar ? line.calendar.shifts.map((s) => s.id) : [];
  const most = Math.max(
    ...(shifts.length > 0 ? shifts.map((id) => pool.countByShift?.[id] ?? pool.count) : [pool.count]),
  );
  if (need.count > most) problems.push({ path, code: "tooBig", params: { maximum: `≤ ${most}`, found: need.count } });
}

function flows(
  problems: Problem[],
  line: Line,
  stations: Set<string>,
  products: Set<string>,
  known: (set: Set<string>, path: string, kind: string, id: string | undefined) => void,
): void {
  if (line.flows === undefined) return;
  const seen = new Set<string>();
  line.flows.forEach((f, i) => {
    known(stations, `line.flows[${i}].from`, "stations", f.from);
    known(stations, `line.flows[${i}].to`, "stations", f.to);
    for (const p of f.byProduct ?? []) known(products, `line.flows[${i}].byProduct`, "products", p);
    known(
      new Set(line.transporters.map((t) => t.id)),
      `line.flows[${i}].transport.transporter`,
      "transporters",
      f.transport?.transporter,
    );
    if (f.conveyor && f.transport)
      problems.push({
        path: `line.flows[${i}].conveyor`,
        code: "notSupported",
        params: { what: "conveyorAndTransport" },
      });
    if (f.transport && f.transport.time === undefined && f.transport.distance === undefined)
      problems.push({ path: `line.flows[${i}].transport.time`, code: "missing", params: {} });
    const key = `${f.from}>${f.to}`;
    if (seen.has(key)) problems.push({ path: `line.flows[${i}]`, code: "duplicateId", params: { id: key } });
    seen.add(key);
  });
  for (const from of stations) {
    const out = line.flows.filter((f) => f.from === from);
    if (out.length < 2 || out.some((f) => f.byProduct !== undefined)) continue;
    const sum = out.reduce((a, f) => a + (f.share ?? 0), 0);
    if (Math.abs(sum - 1) > 1e-9)
      problems.push({ path: `line.flows (from ${from})`, code: "sharesNotOne", params: { sum } });
  }
}

function failures(problems: Problem[], path: string, list: Line["stations"][number]["failures"]): void {
  duplicates(problems, path, list);
  list.forEach((f, i) => {
    if ((f.timeToFailure === undefined) === (f.everyParts === undefined))
      problems.push({ path: `${path}[${i}].timeToFailure`, code: "missing", params: {} });
  });
}

function duplicates(problems: Problem[], path: string, list: readonly { id: string }[]): void {
  const seen = new Set<string>();
  list.forEach((x, i) => {
    if (seen.has(x.id)) problems.push({ path: `${path}[${i}].id`, code: "duplicateId", params: { id: x.id } });
    seen.add(x.id);
  });
}
