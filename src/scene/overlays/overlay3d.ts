import { Color, Group, type InstancedMesh, MeshBasicMaterial, PlaneGeometry } from "three";
import { createInstances, flush, place } from "../three/instanced";
import { seeThroughShare, type Marks, type Stripe } from "./types";

/** The marks of one run in 3D, without their words: add `object` to its scene. Everything it makes it also disposes of. */
export interface Overlay3d {
  readonly object: Group;
  show(marks: Marks): void;
  dispose(): void;
}

const most = 600;
const colour = new Color();

export function createOverlay3d(): Overlay3d {
  const object = new Group();
  const tile = new PlaneGeometry(1, 1).rotateX(-Math.PI / 2);
  const seeThrough = new MeshBasicMaterial({ transparent: true, opacity: seeThroughShare, depthWrite: false });
  const solid = new MeshBasicMaterial();
  const stripes = createInstances(tile, seeThrough, most, true);
  const rings = createInstances(tile, solid, 8, true);
  object.add(stripes, rings);
  return {
    object,
    show(marks) {
      seeThrough.depthTest = !marks.isOver;
      lay(stripes, marks.stripes, 0.034);
      lay(rings, marks.rings, 0.046);
    },
    dispose() {
      object.removeFromParent();
      for (const thing of [stripes, rings, tile, seeThrough, solid]) thing.dispose();
    },
  };
}

function lay(mesh: InstancedMesh, stripes: readonly Stripe[], y: number): void {
  const n = Math.min(stripes.length, mesh.instanceMatrix.count);
  for (let i = 0; i < n; i++) {
    const stripe = stripes[i];
    if (stripe === undefined) continue;
    const { x1, z1, x2, z2, width } = stripe;
    const yaw = -Math.atan2(z2 - z1, x2 - x1);
    // each a hair above the last: where they cross none flickers
    const length = Math.max(Math.hypot(x2 - x1, z2 - z1), 0.001);
    place(mesh, i, (x1 + x2) / 2, y + i * 2e-5, (z1 + z2) / 2, yaw, length, 1, width);
    mesh.setColorAt(i, colour.set(stripe.colour));
  }
  mesh.count = n;
  flush(mesh);
}
