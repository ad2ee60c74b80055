import { Color, Group, type InstancedMesh, MeshBasicMaterial, PlaneGeometry, Vector3, Vector4 } from "three";
import { createInstances, place } from "../three/instanced";
import { createNoteLayer } from "./notes";
import type { Marks, Stripe } from "./types";

/** The marks of one run in 3D: add `object` to its scene. Everything it makes it also disposes of. */
export interface Overlay3d {
  readonly object: Group;
  show(marks: Marks): void;
  dispose(): void;
}

const most = 600;
const colour = new Color();
const point = new Vector3();
const viewport = new Vector4();
const seen = new Vector4();

/** `host` takes the words; it must cover the canvas exactly. */
export function createOverlay3d(host: HTMLElement): Overlay3d {
  const object = new Group();
  const tile = new PlaneGeometry(1, 1).rotateX(-Math.PI / 2);
  const seeThrough = new MeshBasicMaterial({ transparent: true, opacity: 0.62, depthWrite: false });
  const solid = new MeshBasicMaterial();
  const stripes = createInstances(tile, seeThrough, most, true);
  const rings = createInstances(tile, solid, 8, true);
  const notes = createNoteLayer(host);
  // drawn whatever is in it, so that the words find their places in every frame that moves the camera
  rings.onBeforeRender = (renderer, _scene, camera) => {
    renderer.getCurrentViewport(viewport).divideScalar(renderer.getPixelRatio());
    const { clientHeight } = host;
    renderer.getScissor(seen);
    notes.place((x, y, z, out) => {
      point.set(x, y, z).project(camera);
      out[0] = viewport.x + ((point.x + 1) / 2) * viewport.z;
      // behind the divider of two lines in one place: out of the picture
      if (out[0] < seen.x || out[0] > seen.x + seen.z) out[0] = -1e4;
      out[1] = clientHeight - viewport.y - viewport.w + ((1 - point.y) / 2) * viewport.w;
    });
  };
  object.add(stripes, rings);
  return {
    object,
    show(marks) {
      lay(stripes, marks.stripes, 0.034);
      lay(rings, marks.rings, 0.046);
      notes.show(marks.notes);
    },
    dispose() {
      object.removeFromParent();
      notes.dispose();
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
  // one instance of no size where there is none: a mesh without instances is not drawn at all
  if (n === 0) place(mesh, 0, 0, -1, 0, 0, 0, 0, 0);
  mesh.count = Math.max(1, n);
  mesh.instanceMatrix.needsUpdate = true;
  if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true;
}
