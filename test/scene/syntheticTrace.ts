import type { Line, Station } from "../../src/model";
import { EventKind, machineStates, Place, type MachineState, type Trace, type TraceLayout } from "../../src/trace";

const second = 1e6;

interface Machine {
  station: number;
  state: MachineState;
  parts: number[];
  /** parts until the next set-up */
  left: number;
  phase: "idle" | "setup" | "load" | "process" | "done";
  asked: { pool: number; then: () => void } | null;
}

/**
 * A tiny deterministic FIFO line, for tests and pictures only: buffers, batches, set-ups, shared people, short stops,
 * scrap, and one closed spell at the end of the span. It is no model of anything; it only writes valid rows.
 */
export function syntheticTrace(line: Line, hours: number, seed = 1, offShiftFrom = hours): Trace {
  const stations = line.stations;
  const flows = line.flows ?? [];
  const layout: TraceLayout = {
    stations: [],
    machineStation: [],
    flows: flows.map((flow) => ({
      from: stations.findIndex((s) => s.id === flow.from),
      to: stations.findIndex((s) => s.id === flow.to),
      capacity: flow.capacity,
    })),
    pools: line.operators.map((pool) => ({ id: pool.id, kind: pool.kind })),
    products: line.products.map((product) => product.id),
  };
  const machines: Machine[] = [];
  stations.forEach((station, s) => {
    layout.stations.push({ id: station.id, firstMachine: machines.length, machines: station.machines });
    for (let i = 0; i < station.machines; i++) {
      layout.machineStation.push(s);
      const every = station.setup?.everyParts ?? Infinity;
      machines.push({
        station: s,
        state: "starved",
        parts: [],
        left: Number.isFinite(every) ? 1 + Math.floor((every * (i + 1)) / (station.machines + 1) / 4) : Infinity,
        phase: "idle",
        asked: null,
      });
    }
  });

  const rows: number[][] = [];
  let now = 0;
  let random = (seed * 2654435761) >>> 0;
  const draw = (): number => {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    return random / 4294967296;
  };
  const calendar: { at: number; run: () => void; n: number }[] = [];
  let serial = 0;
  const at = (delay: number, run: () => void): void =>
    void calendar.push({ at: now + Math.round(delay), run, n: serial++ });
  const emit = (kind: number, a: number, b: number, c: number): void => void rows.push([now, kind, a, b, c]);
  const mean = (time: Station["process"]["time"]): number => {
    const value = typeof time === "number" ? time : "mean" in time ? time.mean : "value" in time ? time.value : 60;
    return value * second * (0.85 + 0.3 * draw());
  };
  const setState = (m: number, state: MachineState, reason = 0): void => {
    const machine = machines[m] as Machine;
    machine.state = state;
    emit(EventKind.machineState, m, machineStates.indexOf(state), reason);
  };
  const free = line.operators.map((pool) => pool.count);
  const queue: number[] = [];
  const buffers: number[][] = flows.map(() => []);
  const inflow = stations.map((_, s) => layout.flows.findIndex((flow) => flow.to === s));
  const outflow = stations.map((_, s) => layout.flows.findIndex((flow) => flow.from === s));
  let nextPart = 0;

  const ask = (
    m: number,
    poolId: string | undefined,
    waiting: MachineState,
    reason: number,
    then: () => void,
  ): void => {
    const pool = line.operators.findIndex((p) => p.id === poolId);
    if (pool < 0) return then();
    (machines[m] as Machine).asked = { pool, then };
    setState(m, waiting, reason);
    queue.push(m);
    serve();
  };
  const serve = (): void => {
    for (let i = 0; i < queue.length;) {
      const m = queue[i] as number;
      const asked = (machines[m] as Machine).asked;
      if (!asked || (free[asked.pool] ?? 0) < 1) {
        i++;
        continue;
      }
      queue.splice(i, 1);
      (machines[m] as Machine).asked = null;
      free[asked.pool] = (free[asked.pool] ?? 0) - 1;
      emit(EventKind.operators, asked.pool, m, 1);
      asked.then();
    }
  };
  const release = (m: number, poolId: string | undefined): void => {
    const pool = line.operators.findIndex((p) => p.id === poolId);
    if (pool < 0) return;
    free[pool] = (free[pool] ?? 0) + 1;
    emit(EventKind.operators, pool, m, -1);
  };

  const take = (m: number): void => {
    const machine = machines[m] as Machine;
    const station = stations[machine.station] as Station;
    const flow = inflow[machine.station] ?? -1;
    const size = station.batch?.size ?? 1;
    if (machine.phase !== "idle") return;
    if (flow < 0) {
      const part = nextPart++;
      emit(EventKind.partEnters, part, 0, machine.station);
      emit(EventKind.partTo, part, Place.raw, machine.station);
      emit(EventKind.partTo, part, Place.machine, m);
      machine.parts.push(part);
    } else {
      const buffer = buffers[flow] as number[];
      if (buffer.length < size) return;
      for (const part of buffer.splice(0, size)) {
        emit(EventKind.partTo, part, Place.machine, m);
        machine.parts.push(part);
      }
    }
    machine.phase = "setup";
    const load = (): void => {
      machine.phase = "load";
      if (!station.load) return process();
      const pool = station.load.operators?.pool;
      ask(m, pool, "waitingOperator", 0, () => {
        setState(m, "loading");
        at(mean(station.load?.time ?? 0), () => {
          release(m, pool);
          process();
          serve();
        });
      });
    };
    const process = (): void => {
      machine.phase = "process";
      const pool = station.process.operators?.pool;
      ask(m, pool, "waitingOperator", 0, () => {
        const time = mean(station.process.time);
        setState(m, "working");
        const done = (): void => {
          release(m, pool);
          machine.phase = "done";
          give(m);
          serve();
        };
        if (draw() < 0.02) {
          at(time / 2, () => {
            setState(m, "down", 1);
            at(300 * second * (0.5 + draw()), () => {
              setState(m, "working");
              at(time / 2, done);
            });
          });
        } else at(time, done);
      });
    };
    const before = flow < 0 ? -1 : machine.station - 1;
    if (--machine.left <= 0 && station.setup) {
      machine.left = station.setup.everyParts ?? Infinity;
      const pool = station.setup.operators?.pool;
      ask(m, pool, "setup", 2, () => {
        setState(m, "setup");
        at(mean(station.setup?.time ?? 0), () => {
          release(m, pool);
          load();
          serve();
        });
      });
    } else load();
    if (before >= 0) machines.forEach((other, o) => other.station === before && give(o));
  };
  const give = (m: number): void => {
    const machine = machines[m] as Machine;
    if (machine.phase !== "done") return;
    const flow = outflow[machine.station] ?? -1;
    const station = stations[machine.station] as Station;
    while (machine.parts.length > 0) {
      const part = machine.parts[0] as number;
      const rate = station.quality?.inspection ? station.quality.defectRate : 0;
      const buffer = buffers[flow];
      if (rate > 0 && draw() < rate) {
        emit(EventKind.defect, part, 1, 0);
        emit(EventKind.partTo, part, Place.scrapped, machine.station);
      } else if (!buffer) emit(EventKind.partTo, part, Place.finished, machine.station);
      else if (buffer.length < (flows[flow]?.capacity ?? Infinity)) {
        emit(EventKind.partTo, part, Place.buffer, flow);
        buffer.push(part);
      } else {
        if (machine.state !== "blocked") setState(m, "blocked");
        return;
      }
      machine.parts.shift();
    }
    machine.phase = "idle";
    if (machine.state !== "starved") setState(m, "starved");
    machines.forEach((other, o) => flow >= 0 && other.station === layout.flows[flow]?.to && take(o));
    take(m);
  };

  emit(EventKind.shift, 1, 0, 0);
  machines.forEach((_, m) => setState(m, "starved"));
  machines.forEach((_, m) => take(m));
  const stop = Math.min(hours, offShiftFrom) * 3600 * second;
  while (calendar.length > 0) {
    calendar.sort((x, y) => x.at - y.at || x.n - y.n);
    const event = calendar.shift();
    if (!event || event.at > stop) break;
    now = event.at;
    event.run();
  }
  if (offShiftFrom < hours) {
    now = stop;
    emit(EventKind.shift, 0, 0, 0);
    machines.forEach((_, m) => setState(m, "offShift"));
  }
  return {
    layout,
    columns: {
      time: Float64Array.from(rows, (row) => row[0] as number),
      kind: Uint8Array.from(rows, (row) => row[1] as number),
      a: Int32Array.from(rows, (row) => row[2] as number),
      b: Int32Array.from(rows, (row) => row[3] as number),
      c: Int32Array.from(rows, (row) => row[4] as number),
    },
    start: 0,
    end: hours * 3600 * second,
    seed,
    replication: 0,
    engineVersion: "synthetic",
    hash: "",
  };
}
