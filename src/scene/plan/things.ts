import { machineShapes } from "../shapes/machines";
import { thingShapes } from "../shapes/things";
import type { Equipment, EquipmentKind } from "./equipment";
import { overlap, pads } from "./pads";
import type { LinePlan, Pad, StationSpot } from "./types";

/** Something a retrofit has brought: where it stands, at which height, and the machine whose phases move it. */
export interface Thing extends Pad {
  kind: EquipmentKind;
  y: number;
  /** −1 = it belongs to the whole line */
  machine: number;
  /** it stands on floor of its own, which is marked */
  onFloor: boolean;
}

/** An arm on a foot of its own beside a machine: no pool of robots, it moves with its machine. */
export interface FixedArm {
  machine: number;
  x: number;
  z: number;
  yaw: number;
}

/** Places what a plan brings: on the machine, over its work, beside it, or at the back wall. */
export function placeThings(plan: LinePlan, equipment: readonly Equipment[]): { things: Thing[]; arms: FixedArm[] } {
  const things: Thing[] = [];
  const arms: FixedArm[] = [];
  const taken: Pad[] = pads(plan);
  const put = (kind: EquipmentKind, machine: number, x: number, y: number, z: number, onFloor: boolean): void => {
    const { width, depth } = thingShapes[kind];
    const pad: Pad = { x, z, width, depth };
    if (onFloor) findRoom(pad, taken);
    if (onFloor) taken.push(pad);
    things.push({ kind, machine, y, onFloor, ...pad });
  };
  for (const { kind, stations } of equipment) {
    if (kind === "cobot") continue;
    if (kind === "board" || kind === "gateway") {
      const first = plan.stations.find((spot) => stations.includes(spot.id));
      if (!first) continue;
      // the board hangs at the back wall where the line is seen from; the gateway stands under it
      const middle = (plan.minX + plan.maxX) / 2;
      if (kind === "board") put(kind, -1, middle, 0, plan.minZ + 0.35, false);
      else put(kind, -1, first.x + first.width / 2 + 0.6, 0, plan.minZ + 0.7, true);
      continue;
    }
    plan.machines.forEach((machine, m) => {
      const spot = plan.stations[machine.station];
      if (!spot || !stations.includes(spot.id)) return;
      const shape = machineShapes[spot.shape];
      const first = spot.firstMachine === m;
      const workX = machine.x + (shape.work[0] * spot.machineWidth) / shape.width;
      const workZ = machine.z + (shape.work[2] * spot.machineDepth) / shape.depth;
      const front = machine.z + spot.machineDepth / 2;
      switch (kind) {
        case "sensor":
          put(kind, m, machine.x - spot.machineWidth * 0.26, roof(spot), machine.z - spot.machineDepth * 0.22, false);
          break;
        case "camera":
          put(kind, m, workX, 0, workZ, false);
          break;
        case "takeOut":
          put(kind, m, machine.x - spot.machineWidth * 0.07, 0, machine.z, false);
          break;
        case "hangingRail":
          put(kind, m, machine.x, 0, machine.z, false);
          break;
        case "gauge":
          put(kind, m, machine.x - spot.machineWidth * 0.36, 0, front + 0.12, false);
          break;
        case "meter":
          put(kind, m, machine.x + spot.machineWidth * 0.4, 0.5, machine.z - spot.machineDepth / 2, false);
          break;
        case "pressArm":
          arms.push({
            machine: m,
            x: machine.x - spot.flow * (spot.machineWidth / 2 - 0.25),
            z: front + 0.5,
            yaw: spot.flow === 1 ? 0 : Math.PI,
          });
          break;
        case "fixture":
        case "cabinet":
        case "cart":
          if (first) put(kind, m, spot.x, 0, spot.room.z + spot.room.depth / 2 + 0.9, true);
          break;
      }
    });
  }
  return { things, arms };
}

/** where a box on top of a machine stands */
function roof(spot: StationSpot): number {
  return machineShapes[spot.shape].height - 0.12;
}

/** Moves a pad along, nearer places first, until it touches nothing. */
function findRoom(pad: Pad, taken: readonly Pad[]): void {
  const { x, z } = pad;
  for (let ring = 0; ring < 24; ring++) {
    for (const [dx, dz] of [
      [0, 0],
      [1, 0],
      [-1, 0],
      [0, 1],
      [1, 1],
      [-1, 1],
    ] as const) {
      pad.x = x + dx * ring * 0.4;
      pad.z = z + dz * ring * 0.4;
      if (!taken.some((other) => overlap(other, pad, 0.15))) return;
    }
  }
}
