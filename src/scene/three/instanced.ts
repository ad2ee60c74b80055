import {
  type BufferGeometry,
  Color,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedMesh,
  type Material,
  Matrix4,
  Quaternion,
  Vector3,
} from "three";
import type { Pad } from "../plan/types";

const matrix = new Matrix4();
const position = new Vector3();
const scale = new Vector3();
const turn = new Quaternion();
const up = new Vector3(0, 1, 0);

/** Writes one instance: place, turn about the upright axis, size. Allocates nothing. */
export function place(
  mesh: InstancedMesh,
  i: number,
  x: number,
  y: number,
  z: number,
  yaw = 0,
  sx = 1,
  sy = 1,
  sz = 1,
): void {
  matrix.compose(position.set(x, y, z), turn.setFromAxisAngle(up, yaw), scale.set(sx, sy, sz));
  mesh.setMatrixAt(i, matrix);
}

/** An instanced mesh for `room` instances, none shown yet, white, never culled (its instances move). */
export function createInstances(
  geometry: BufferGeometry,
  material: Material,
  room: number,
  moving: boolean,
): InstancedMesh {
  const mesh = new InstancedMesh(geometry, material, Math.max(1, room));
  mesh.count = 0;
  mesh.frustumCulled = false;
  // always there, so that every mesh of a material shares one shader
  mesh.instanceColor = new InstancedBufferAttribute(new Float32Array(Math.max(1, room) * 3).fill(1), 3);
  if (moving) mesh.instanceMatrix.setUsage(DynamicDrawUsage);
  return mesh;
}

/** A mesh with room for twice as many instances as needed, or the same one where it has room. */
export function grow(mesh: InstancedMesh, needed: number): InstancedMesh {
  if (needed <= mesh.instanceMatrix.count) return mesh;
  const larger = createInstances(mesh.geometry, mesh.material as Material, needed * 2, true);
  larger.castShadow = mesh.castShadow;
  larger.layers.mask = mesh.layers.mask;
  return larger;
}

/** Has the renderer fetch what was written into the instances. */
export function flush(mesh: InstancedMesh): void {
  mesh.visible = mesh.count > 0;
  mesh.instanceMatrix.needsUpdate = true;
  if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true;
}

/** Thin painted rectangles on the floor, each with its colour. */
export function paintPads(mesh: InstancedMesh, pads: readonly (Pad & { colour: string })[], y: number): void {
  const colour = new Color();
  mesh.count = Math.min(pads.length, mesh.instanceMatrix.count);
  for (let i = 0; i < mesh.count; i++) {
    const pad = pads[i];
    if (!pad) continue;
    place(mesh, i, pad.x, y, pad.z, 0, pad.width, 1, pad.depth);
    mesh.setColorAt(i, colour.set(pad.colour));
  }
  flush(mesh);
}
