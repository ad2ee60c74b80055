import { InstancedBufferGeometry, InstancedMesh, type BufferGeometry, type Object3D } from "three";

/** What a scene costs a renderer: one draw call a visible mesh that has anything to show. */
export function costOf(scene: Object3D): { calls: number; triangles: number } {
  const cost = { calls: 0, triangles: 0 };
  scene.traverseVisible((thing) => {
    const geometry = (thing as { geometry?: BufferGeometry }).geometry;
    if (!geometry) return;
    const instances =
      thing instanceof InstancedMesh
        ? thing.count
        : geometry instanceof InstancedBufferGeometry
          ? geometry.instanceCount
          : 1;
    if (instances === 0) return;
    cost.calls++;
    if (!("isMesh" in thing)) return;
    const corners = geometry.index?.count ?? geometry.getAttribute("position").count;
    cost.triangles += (corners / 3) * instances;
  });
  return cost;
}
