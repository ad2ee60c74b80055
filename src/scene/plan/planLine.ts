import type { Line } from "../../model";
import { floorOf, shapeOf, type ShapeName } from "../shapes/shapeOf";
import { blockOf, type Block } from "./block";
import { placeHomes } from "./homes";
import { aisle, beltGap, binAisle, binSize, margin, palletSize, railBeside, robotAisle } from "./measures";
import type { Equipment } from "./equipment";
import { beltPlaces, canScrap, flowsOf } from "./needs";
import { pads } from "./pads";
import { beltFor, beltPitch, rackFor } from "./rack";
import { routesOf } from "./routes";
import { layRows } from "./rows";
import { placeStrays } from "./strays";
import { placeThings } from "./things";
import { walkwaysOf } from "./walkways";
import type { LinePlan, MachineSpot, Pad, Rack, StationSpot, Unit } from "./types";

/** where people work at a table, a robot that takes a hand's place stands among them */
const handWork: ReadonlySet<ShapeName> = new Set(["bench", "assembly", "inspection", "packing", "tester", "deburr"]);

export interface PlanOptions {
  /** machines for which room is kept per station, so that two runs stand on the same floor */
  reserve?: Record<string, number>;
  /** stations beside which room is kept for a rail, for the same reason */
  rails?: readonly string[];
  changed?: { stations: string[]; addedMachines: Record<string, number> };
  equipment?: readonly Equipment[];
}

/**
 * Where everything stands: at the stations' own positions (middle of their machines) when all have one, else in rows
 * that run to and fro. A few machines of one station stand behind one another, many in a block. Pure: same line, same plan.
 */
export function planLine(line: Line, options: PlanOptions = {}): LinePlan {
  const flows = flowsOf(line);
  const index = new Map(line.stations.map((station, i) => [station.id, i]));
  const pools = line.operators;
  let firstMachine = 0;
  const blocks: Block[] = [];
  const railed: boolean[] = [];
  const stations = line.stations.map((station): StationSpot => {
    const floor = floorOf(station);
    const room = Math.max(station.machines, options.reserve?.[station.id] ?? 0);
    const robotPool = pools.findIndex((pool) => pool.kind === "robot" && pool.id === station.load?.operators?.pool);
    const hasRail = robotPool >= 0 || options.rails?.includes(station.id) === true;
    railed.push(hasRail);
    const block = blockOf(room, floor, hasRail ? robotAisle : aisle);
    blocks.push(block);
    const spot: StationSpot = {
      id: station.id,
      shape: shapeOf(station.kind),
      firstMachine,
      machines: station.machines,
      machineWidth: floor.width,
      machineDepth: floor.depth,
      firstUnit: 0,
      units: 0,
      width: block.width,
      depth: block.depth,
      x: station.position?.x ?? 0,
      z: station.position?.y ?? 0,
      flow: 1,
      room: { x: 0, z: 0, width: floor.width, depth: 0 },
      robotPool,
      isCobot:
        robotPool >= 0 &&
        (handWork.has(shapeOf(station.kind)) ||
          options.equipment?.some(({ kind, stations: at }) => kind === "cobot" && at.includes(station.id)) === true),
      changed: options.changed?.stations.includes(station.id) ?? false,
    };
    firstMachine += station.machines;
    return spot;
  });

  const racks = flows.map(({ conveyor, capacity }) =>
    conveyor ? beltFor(conveyor.length, beltPlaces(conveyor), 1) : rackFor(capacity, 1),
  );
  const inflows = stations.map((_, s) => flows.flatMap((flow, f) => (index.get(flow.to) === s ? [f] : [])));
  const raws = stations.map((_, s): Rack | null => (inflows[s]?.length === 0 ? rackFor(24, 1) : null));
  const reworkTargets = new Set(
    line.stations.flatMap((station) => {
      const onReject = station.quality?.onReject;
      return typeof onReject === "object" && "rework" in onReject ? [onReject.rework] : [];
    }),
  );
  const reworks = line.stations.map((station): Rack | null => (reworkTargets.has(station.id) ? rackFor(12, 1) : null));
  const entries = stations.map((_, s): Rack[] => {
    const raw = raws[s];
    return [...(inflows[s] ?? []).flatMap((f) => racks[f] ?? []), ...(raw ? [raw] : [])];
  });
  const hasPallet = line.stations.map((station) => !flows.some((flow) => flow.from === station.id));
  const hasBin = line.stations.map(canScrap);
  const exitAisle = (s: number): number => (railed[s] ? robotAisle : hasBin[s] ? binAisle : aisle);

  const isPlaced = line.stations.map((station) => station.position !== undefined);
  const positioned = isPlaced.some(Boolean);
  if (positioned) {
    placeStrays(stations, isPlaced, (spot) => {
      const flow = flows.find(({ to }) => to === spot.id) ?? flows.find(({ from }) => from === spot.id);
      const other = flow && (index.get(flow.to === spot.id ? flow.from : flow.to) ?? -1);
      return other !== undefined && isPlaced[other] ? stations[other] : undefined;
    });
    turnAlongFlow(stations, flows, index);
  } else {
    layRows(stations, entries, exitAisle, hasPallet);
  }

  // machines stand from the back of the room that is kept for them
  const machines: MachineSpot[] = [];
  const units: Unit[] = [];
  stations.forEach((spot, s) => {
    const block = blocks[s] as Block;
    spot.room = { x: spot.x, z: spot.z, width: spot.width, depth: spot.depth };
    const left = spot.x - spot.width / 2;
    const back = spot.z - spot.depth / 2;
    const old = spot.machines - (options.changed?.addedMachines[spot.id] ?? 0);
    spot.firstUnit = units.length;
    for (const unit of block.units) {
      const present = Math.min(unit.machines, spot.machines - unit.first);
      if (present <= 0) break;
      const added = unit.first + present > old;
      const lampZ = back + unit.z - (block.isRacked ? unit.depth / 2 + 0.5 : 0);
      for (let i = 0; i < present; i++) {
        const [x, z] = block.places[unit.first + i] as [number, number];
        machines.push({ station: s, unit: units.length, x: left + x, z: back + z, added: unit.first + i >= old });
      }
      units.push({
        station: s,
        first: spot.firstMachine + unit.first,
        machines: present,
        isRack: block.isRacked,
        x: left + unit.x,
        z: back + unit.z,
        width: unit.width,
        depth: unit.depth,
        lampZ,
        added,
      });
    }
    spot.units = units.length - spot.firstUnit;
    spot.depth = Math.max(back, ...units.slice(spot.firstUnit).map((unit) => unit.z + unit.depth / 2)) - back;
    spot.z = back + spot.depth / 2;
  });

  // entry racks stand before their station, several of them one behind another
  stations.forEach((spot, s) => {
    const list = entries[s] ?? [];
    const depth = list.reduce((sum, rack) => sum + rack.depth + 0.3, -0.3);
    let z = spot.room.z - depth / 2;
    list.forEach((rack, i) => {
      rack.flow = spot.flow;
      const flow = inflows[s]?.[i];
      const from = flow === undefined ? undefined : stations[index.get(flows[flow]?.from ?? "") ?? -1];
      rack.x = spot.x - spot.flow * (spot.width / 2 + aisle + rack.width / 2);
      if (positioned && from && from.flow === spot.flow && Math.abs(from.x - spot.x) < 25) {
        // given positions may leave less room: the rack takes the middle of what lies between the two, nearer its station
        const left = from.x + spot.flow * (from.width / 2);
        const right = spot.x - spot.flow * (spot.width / 2);
        const between = (right - left) * spot.flow;
        if (between < rack.width + 2 * aisle - 0.01 && between > 0) rack.x = left + (right - left) * 0.54;
      }
      rack.z = z + rack.depth / 2;
      z += rack.depth + 0.3;
      if (rack.isBelt && from) stretchBelt(rack, from, spot, railed[index.get(from.id) ?? -1] === true);
    });
    const rework = reworks[s];
    if (rework) {
      rework.flow = spot.flow;
      rework.x = spot.x;
      rework.z = spot.z - spot.depth / 2 - 0.5 - rework.depth / 2;
    }
  });

  const pallets = stations.map((spot, s): Pad | null =>
    hasPallet[s]
      ? {
          x: spot.x + spot.flow * (spot.width / 2 + exitAisle(s) + palletSize / 2),
          z: spot.room.z,
          width: palletSize,
          depth: palletSize,
        }
      : null,
  );
  const bins = stations.map((spot, s): Pad | null =>
    hasBin[s]
      ? {
          // beside the machine's front corner, out of the way of the rack
          x: spot.x + spot.flow * (spot.width / 2 - binSize / 2),
          z: spot.room.z + spot.room.depth / 2 + 1.1 + binSize / 2,
          width: binSize,
          depth: binSize,
        }
      : null,
  );
  const rails = stations.map((spot, s): Pad[] =>
    spot.robotPool >= 0
      ? (blocks[s] as Block).columns.map((column) => ({
          // beside each column on the side where the parts go
          x: spot.x - spot.width / 2 + column + spot.flow * ((blocks[s] as Block).columnWidth / 2 + railBeside),
          // as far as the front of the first machine: the arm reaches in from the corner of each
          z: spot.z + 0.35,
          width: 0.9,
          depth: Math.max(1.2, spot.depth) + 0.7,
        }))
      : [],
  );

  const plan: LinePlan = {
    stations,
    machines,
    units,
    racks,
    raws,
    reworks,
    bins,
    pallets,
    homes: [],
    cobots: pools.map((_, p) => stations.some((spot) => spot.robotPool === p && spot.isCobot)),
    rails,
    routes: [],
    things: [],
    arms: [],
    walkways: [],
    minX: 0,
    maxX: 0,
    minZ: 0,
    maxZ: 0,
  };
  plan.homes = placeHomes(line, plan);
  plan.routes = routesOf(
    plan,
    flows.map((flow) => ({ from: index.get(flow.from) ?? -1, to: index.get(flow.to) ?? -1 })),
  );
  const all = pads(plan);
  plan.minX = Math.min(...all.map((pad) => pad.x - pad.width / 2)) - margin;
  plan.maxX = Math.max(...all.map((pad) => pad.x + pad.width / 2)) + margin;
  plan.minZ = Math.min(...all.map((pad) => pad.z - pad.depth / 2)) - margin;
  plan.maxZ = Math.max(...all.map((pad) => pad.z + pad.depth / 2)) + margin;
  plan.walkways = walkwaysOf(plan);
  Object.assign(plan, placeThings(plan, options.equipment ?? []));
  return plan;
}

/** A belt between two stations of one row goes from the one to the other. */
function stretchBelt(belt: Rack, from: StationSpot, to: StationSpot, hasRail: boolean): void {
  if (from.flow !== to.flow || Math.abs(from.z - to.z) > 2) return;
  const begin = from.x + to.flow * (from.width / 2 + (hasRail ? robotAisle - beltGap : beltGap));
  const end = to.x - to.flow * (to.width / 2 + beltGap);
  const width = (end - begin) * to.flow;
  if (width < 0.6) return;
  belt.width = width;
  belt.x = (begin + end) / 2;
  belt.pitch = beltPitch(width, belt.columns);
}

/** With given positions a station looks towards where its parts go. */
function turnAlongFlow(
  stations: StationSpot[],
  flows: { from: string; to: string }[],
  index: Map<string, number>,
): void {
  for (const spot of stations) {
    const inflow = flows.find((flow) => flow.to === spot.id);
    const outflow = flows.find((flow) => flow.from === spot.id);
    const before = inflow && stations[index.get(inflow.from) ?? -1];
    const after = outflow && stations[index.get(outflow.to) ?? -1];
    // a neighbour in another row says nothing about the direction of this one
    const along = (a: StationSpot | undefined | "", b: StationSpot | undefined | ""): number =>
      a && b && Math.abs(b.z - a.z) < 2 ? b.x - a.x : 0;
    const own = along(before, spot) || along(spot, after);
    const dx = own || (before ? spot.x - before.x : after ? after.x - spot.x : 1);
    spot.flow = dx < -0.5 ? -1 : 1;
  }
}
