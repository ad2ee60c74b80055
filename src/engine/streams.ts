import type { CompiledLine } from "./compiled";
import { seedStream } from "./random";

const machinePurposes = ["process", "load", "setup", "first", "quality", "review", "route"] as const;
export const MACHINE_STREAMS = machinePurposes.length;
const vehiclePurposes = ["way", "load", "charge"] as const;
export const VEHICLE_STREAMS = vehiclePurposes.length;

/** Where the random streams of each kind begin. */
export interface StreamIndex {
  product: number;
  pool: number;
  transport: number;
  supply: number;
  batchWait: number;
  transit: number;
  machine: number;
  failure: number;
  /** way, loading, charging of each vehicle */
  vehicle: number;
  /** failure and repair of each wear clock */
  wear: number;
  count: number;
}

export function streamsOf(line: CompiledLine): StreamIndex {
  let next = 0;
  const take = (n: number) => {
    const at = next;
    next += n;
    return at;
  };
  const S = line.stations.length;
  const index = {
    product: take(1),
    pool: take(line.pools.length),
    transport: take(line.flows.length),
    supply: take(S),
    batchWait: take(S),
    transit: take(S),
    machine: take(line.machineStation.length * MACHINE_STREAMS),
    failure: take(line.failures * 2),
    vehicle: take(line.vehicles * VEHICLE_STREAMS),
    wear: take(line.wears * 2),
  };
  return { ...index, count: next };
}

/** Seeds every stream for one replication. Keys are ids, never positions in the file. */
export function seedStreams(
  line: CompiledLine,
  random: Uint32Array,
  failureBase: Int32Array,
  seed: number,
  replication: number,
): void {
  const stream = streamsOf(line);
  const put = (index: number, place: string, purpose: string, machine: number) =>
    seedStream(random, index, `${place}/${purpose}`, [seed, replication, machine]);
  put(stream.product, "line", "product", 0);
  line.pools.forEach((p, i) => put(stream.pool + i, `operators.${p.id}`, "rule", 0));
  line.flows.forEach((f, i) =>
    put(stream.transport + i, `${line.stations[f.from]!.id}>${line.stations[f.to]!.id}`, "transport", 0),
  );
  for (const st of line.stations) {
    put(stream.supply + st.index, st.id, "supply", 0);
    put(stream.batchWait + st.index, st.id, "batchWait", 0);
    put(stream.transit + st.index, st.id, "transit", 0);
    for (let k = 0; k < st.machines; k++) {
      const m = st.firstMachine + k;
      const base = stream.machine + m * MACHINE_STREAMS;
      machinePurposes.forEach((purpose, i) => put(base + i, st.id, purpose, k));
      st.failures.forEach((f, j) => {
        const o = stream.failure + (failureBase[m]! + j) * 2;
        put(o, st.id, `failure ${f.id}`, k);
        put(o + 1, st.id, `repair ${f.id}`, k);
      });
    }
  }
  const wear = (first: number, count: number, place: string, failures: readonly { id: string }[]) => {
    for (let k = 0; k < count; k++)
      failures.forEach((f, j) => {
        const o = stream.wear + (first + k * failures.length + j) * 2;
        put(o, place, `failure ${f.id}`, k);
        put(o + 1, place, `repair ${f.id}`, k);
      });
  };
  for (const v of line.transporters) {
    for (let k = 0; k < v.count; k++)
      vehiclePurposes.forEach((purpose, i) =>
        put(stream.vehicle + (v.firstVehicle + k) * VEHICLE_STREAMS + i, `transporters.${v.id}`, purpose, k),
      );
    wear(v.firstWear, v.count, `transporters.${v.id}`, v.failures);
  }
  for (const p of line.pools) wear(p.firstWear, p.failures.length > 0 ? p.count : 0, `operators.${p.id}`, p.failures);
}
