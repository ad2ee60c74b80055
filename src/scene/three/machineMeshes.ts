import { Color } from "three";
import { scenarioColour, stateLooks, stateOrder } from "../../look";
import type { LinePlan } from "../plan/types";
import type { Picture } from "../picture/picture";
import { machineShapes } from "../shapes/machines";
import { shapeNames } from "../shapes/shapeOf";
import { thingShapes } from "../shapes/things";
import { equipmentKinds } from "../plan/equipment";
import { addBodies, type Bodies } from "./bodies";
import { flush, place } from "./instanced";
import type { Kit } from "./kit";
import { createLamps, lampHeight } from "./lamps";

export interface MachineMeshes {
  update(picture: Picture, lampSize: number, pulse: number): void;
}

/** Machines with what moves in them, their lamps on poles, the state of each place of a rack, and what a plan brought. */
export function addMachines(kit: Kit, plan: LinePlan): MachineMeshes {
  const { theme, tones } = kit;
  const bodies: Bodies[] = [];
  for (const name of shapeNames) {
    const shape = machineShapes[name];
    const places = plan.machines.flatMap((machine, m) => {
      const spot = plan.stations[machine.station];
      if (spot?.shape !== name) return [];
      const { x, z } = machine;
      return [{ x, y: 0, z, sx: spot.machineWidth / shape.width, sz: spot.machineDepth / shape.depth, machine: m }];
    });
    if (places.length > 0) bodies.push(addBodies(kit, shape, places, tones));
  }
  const fresh = { ...tones, belt: scenarioColour(theme, "B") };
  for (const kind of equipmentKinds) {
    const places = plan.things
      .filter((thing) => thing.kind === kind)
      .map(({ x, y, z, machine }) => ({ x, y, z, sx: 1, sz: 1, machine }));
    if (places.length > 0) bodies.push(addBodies(kit, thingShapes[kind], places, fresh));
  }

  const colour = new Color();
  const poles = kit.add(kit.cube, kit.solid, plan.units.length);
  poles.count = plan.units.length;
  plan.units.forEach((unit, u) => {
    // behind a rack the pole stands on the floor
    const length = unit.isRack ? lampHeight(plan, u) : 1.25;
    place(poles, u, unit.x, lampHeight(plan, u) - length, unit.lampZ, 0, 0.06, length, 0.06);
    poles.setColorAt(u, colour.set(tones.trim));
  });
  flush(poles);

  // the state of each machine of a rack, on its own place on top: exact, where the lamp can only tell the most frequent
  const racked = plan.machines.flatMap((machine, m) => (plan.units[machine.unit]?.isRack ? [m] : []));
  const tiles = kit.add(kit.tile, kit.paint, racked.length, { moving: true });
  tiles.count = racked.length;
  racked.forEach((m, i) => {
    const machine = plan.machines[m];
    const spot = machine && plan.stations[machine.station];
    if (!machine || !spot) return;
    const y = machineShapes[spot.shape].height + 0.02;
    place(tiles, i, machine.x, y, machine.z, 0, spot.machineWidth * 0.84, 1, spot.machineDepth * 0.84);
  });
  flush(tiles);
  const stateColours = stateOrder.map((state) => new Color(stateLooks[state].fill));
  const tileStates = new Int8Array(racked.length).fill(-1);
  const lamps = kit.own(createLamps(plan, theme));
  kit.scene.add(lamps.mesh);
  return {
    update(picture, lampSize, pulse) {
      for (let i = 0; i < bodies.length; i++) bodies[i]?.update(picture.drive);
      lamps.update(picture.unitLamp, lampSize, pulse);
      let repainted = false;
      for (let i = 0; i < racked.length; i++) {
        const state = picture.lamp[racked[i] ?? 0] ?? 0;
        if (tileStates[i] === state) continue;
        tileStates[i] = state;
        tiles.setColorAt(i, stateColours[state] as Color);
        repainted = true;
      }
      if (repainted) flush(tiles);
    },
  };
}
