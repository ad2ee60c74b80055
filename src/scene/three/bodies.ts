import { type InstancedMesh, Matrix4, Vector3 } from "three";
import { drives, type Mover, type Primitive, type Shape, type Tone } from "../shapes/primitive";
import { flush, place } from "./instanced";
import type { Kit } from "./kit";
import { merge } from "./solids";

/** One body on the floor: where, how much it is stretched, and the machine whose phases move its pieces (−1 = none). */
export interface Placement {
  x: number;
  y: number;
  z: number;
  sx: number;
  sz: number;
  machine: number;
}

/** Moves the pieces of bodies of one shape. */
export interface Bodies {
  update(drive: Float32Array): void;
}

const matrix = new Matrix4();
const turn = new Matrix4();
const shift = new Vector3();

/** All bodies of one shape: one draw call for what stands still, one for each piece that moves. */
export function addBodies(
  kit: Kit,
  shape: Shape,
  places: readonly Placement[],
  tones: Readonly<Record<Tone, string>>,
): Bodies {
  const build = (primitives: readonly Primitive[], moving: boolean, grounded: boolean): InstancedMesh => {
    const mesh = kit.add(kit.own(merge(primitives, tones, grounded)), kit.solid, places.length, { moving, cast: true });
    mesh.count = places.length;
    return mesh;
  };
  const still = build(shape.primitives, false, (places[0]?.y ?? 0) < 0.5);
  places.forEach(({ x, y, z, sx, sz }, i) => place(still, i, x, y, z, 0, sx, 1, sz));
  flush(still);
  const pieces = (shape.movers ?? []).map((mover) => ({
    mover,
    mesh: build(mover.primitives, true, true),
    drive: drives.indexOf(mover.by),
    at: new Float32Array(places.length).fill(Number.NaN),
  }));
  return {
    update(drive) {
      for (let p = 0; p < pieces.length; p++) {
        const piece = pieces[p];
        if (!piece) continue;
        let moved = false;
        for (let i = 0; i < places.length; i++) {
          const body = places[i];
          if (!body) continue;
          const value = body.machine < 0 ? 0 : (drive[body.machine * drives.length + piece.drive] ?? 0);
          if (piece.at[i] === value) continue;
          piece.at[i] = value;
          piece.mesh.setMatrixAt(i, pose(piece.mover, body, value));
          moved = true;
        }
        if (moved) flush(piece.mesh);
      }
    },
  };
}

function pose({ motion }: Mover, { x, y, z, sx, sz }: Placement, value: number): Matrix4 {
  matrix.makeScale(sx, 1, sz).setPosition(x, y, z);
  if ("slide" in motion) {
    const [dx, dy, dz] = motion.slide;
    return matrix.setPosition(x + dx * value * sx, y + dy * value, z + dz * value * sz);
  }
  const angle = (motion.degrees * value * Math.PI) / 180;
  if (motion.turn === "x") turn.makeRotationX(angle);
  else if (motion.turn === "y") turn.makeRotationY(angle);
  else turn.makeRotationZ(angle);
  // about a point: what the rotation does to the point is taken back
  const [ax, ay, az] = motion.about;
  shift.set(ax, ay, az).applyMatrix4(turn);
  turn.setPosition(ax - shift.x, ay - shift.y, az - shift.z);
  return matrix.multiply(turn);
}
