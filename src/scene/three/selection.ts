import { BufferAttribute, BufferGeometry, type InstancedMesh, LineBasicMaterial, LineSegments } from "three";
import { mixHex } from "../../look";
import { frameStrips } from "../plan/frames";
import type { LinePlan } from "../plan/types";
import { machineShapes } from "../shapes/machines";
import { paintPads } from "./instanced";
import type { Kit } from "./kit";
import { boxEdges } from "./marks";

/** Marks one station: a frame on the floor and, when chosen, the edges of its machines. */
export interface Selection {
  select(station: number): void;
  hover(station: number): void;
}

export function addSelection(kit: Kit, plan: LinePlan): Selection {
  const { look, scene } = kit;
  const frame = kit.add(kit.tile, kit.paint, 4);
  const under = kit.add(kit.tile, kit.paint, 4);
  const edges = kit.own(new BufferGeometry());
  const edgeRoom = Math.max(1, ...plan.stations.map((spot) => spot.units)) * 24;
  edges.setAttribute("position", new BufferAttribute(new Float32Array(edgeRoom * 3), 3));
  const outline = new LineSegments(edges, kit.own(new LineBasicMaterial({ color: look.action })));
  outline.frustumCulled = false;
  outline.visible = false;
  scene.add(outline);
  const mark = (mesh: InstancedMesh, station: number, inset: number, line: number, colour: string, y: number): void => {
    const spot = plan.stations[station];
    paintPads(mesh, spot ? frameStrips(spot, inset, line).map((strip) => ({ ...strip, colour })) : [], y);
  };
  return {
    select(station) {
      mark(frame, station, 0.3, 0.12, look.action, 0.032);
      const spot = plan.stations[station];
      outline.visible = spot !== undefined;
      if (!spot) return;
      const points = edges.getAttribute("position") as BufferAttribute;
      let n = 0;
      for (const unit of plan.units) {
        if (unit.station !== station) continue;
        const height = machineShapes[spot.shape].height + (unit.isRack ? 0.12 : 0.05);
        n = boxEdges(points, n, unit.x, unit.z, unit.width + 0.1, height, unit.depth + 0.1);
      }
      points.needsUpdate = true;
      edges.setDrawRange(0, n);
    },
    hover(station) {
      mark(under, station, 0.3, 0.07, mixHex(look.action, look.floor, 0.35), 0.03);
    },
  };
}
