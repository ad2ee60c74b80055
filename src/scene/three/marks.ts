import { BufferAttribute, BufferGeometry } from "three";
import type { LinePlan } from "../plan/types";

/** One metre grid on the floor. */
export function gridLines(plan: LinePlan): BufferGeometry {
  const points: number[] = [];
  for (let x = Math.ceil(plan.minX); x <= plan.maxX; x++) points.push(x, 0.008, plan.minZ, x, 0.008, plan.maxZ);
  for (let z = Math.ceil(plan.minZ); z <= plan.maxZ; z++) points.push(plan.minX, 0.008, z, plan.maxX, 0.008, z);
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(Float32Array.from(points), 3));
  return geometry;
}

/** Writes the twelve edges of a box that stands on the floor from vertex `n` on; returns the next free vertex. */
export function boxEdges(
  points: BufferAttribute,
  n: number,
  x: number,
  z: number,
  width: number,
  height: number,
  depth: number,
): number {
  const corner = (i: number): void => {
    const dx = i & 1 ? 0.5 : -0.5;
    const dz = i & 2 ? 0.5 : -0.5;
    points.setXYZ(n++, x + dx * width, i & 4 ? height : 0.03, z + dz * depth);
  };
  for (const axis of [1, 2, 4]) {
    for (let i = 0; i < 8; i++) {
      if (i & axis) continue;
      corner(i);
      corner(i | axis);
    }
  }
  return n;
}
