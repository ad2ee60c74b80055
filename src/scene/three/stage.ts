import type { Camera, Scene } from "three";
import type { ThemeName } from "../../look";
import type { LinePlan } from "../plan/types";
import type { Picture } from "../picture/picture";
import { machineShapes } from "../shapes/machines";
import { addBoards } from "./board";
import { addCrew } from "./crewMeshes";
import { addFurniture } from "./furniture";
import { addHall } from "./hall";
import { createKit } from "./kit";
import { addMachines } from "./machineMeshes";
import { addParts } from "./partMeshes";
import { addSelection } from "./selection";
import type { Shade } from "./shade";

export interface StageOptions {
  plan: LinePlan;
  theme: ThemeName;
  shadows: boolean;
  bottleneck: { station: string; settled: boolean } | null;
}

/** One line in 3D: a scene of its own, drawn from a picture. Everything it makes it also disposes of. */
export interface Stage {
  readonly scene: Scene;
  /** Writes the picture into the instances; `lampSize` in metres, `pulse` 0..1. Allocates nothing. */
  update(picture: Picture, lampSize: number, pulse: number): void;
  /** Takes walls out of the way that stand between this camera and the line. */
  clear(camera: Camera): void;
  select(station: number): void;
  hover(station: number): void;
  /** Text of the boards a plan has put up, a few times a second at most. */
  writeBoard(lines: readonly string[]): void;
  dispose(): void;
}

/** A hall without a line: what is drawn into it later shares its shaders. */
export const emptyHall: LinePlan = {
  stations: [],
  machines: [],
  units: [],
  racks: [],
  raws: [],
  reworks: [],
  bins: [],
  pallets: [],
  homes: [],
  cobots: [],
  rails: [],
  routes: [],
  things: [],
  arms: [],
  walkways: [],
  minX: 0,
  maxX: 1,
  minZ: 0,
  maxZ: 1,
};

export function createStage({ plan, theme, shadows, bottleneck }: StageOptions): Stage {
  const kit = createKit(theme, shadows);
  const hall = addHall(kit, plan, standing(plan));
  addFurniture(kit, plan, bottleneck);
  const machines = addMachines(kit, plan);
  const parts = addParts(kit);
  const hasRobots = plan.arms.length > 0 || plan.rails.some((list) => list.length > 0);
  const crew = addCrew(kit, plan, hasRobots, plan.stations.length > 0);
  const selection = addSelection(kit, plan);
  const writeBoard = addBoards(kit, plan);
  return {
    scene: kit.scene,
    update(picture, lampSize, pulse) {
      hall.dim(picture.isOnShift);
      machines.update(picture, lampSize, pulse);
      parts.update(picture);
      crew.update(picture);
    },
    clear: (camera) => hall.clear(camera),
    select: (station) => selection.select(station),
    hover: (station) => selection.hover(station),
    writeBoard,
    dispose: () => kit.dispose(),
  };
}

/** Everything that throws a soft shade on the floor. */
function standing(plan: LinePlan): Shade[] {
  const racks = [...plan.racks, ...plan.raws, ...plan.reworks];
  return [
    ...plan.units.map((unit): Shade => {
      const shape = plan.stations[unit.station]?.shape;
      const { x, z, width, depth } = unit;
      return { x, z, width: width * 0.92, depth: depth * 0.86, height: shape ? machineShapes[shape].height * 0.8 : 1 };
    }),
    ...racks.flatMap((rack): Shade[] => (rack && rack.slots > 0 ? [{ ...rack, height: rack.height * 0.7 }] : [])),
    ...plan.pallets.flatMap((pallet): Shade[] => (pallet ? [{ ...pallet, height: 0.2 }] : [])),
    ...plan.bins.flatMap((bin): Shade[] => (bin ? [{ ...bin, height: 0.6 }] : [])),
    ...plan.things.flatMap((thing): Shade[] => (thing.onFloor ? [{ ...thing, height: 0.8 }] : [])),
  ];
}
