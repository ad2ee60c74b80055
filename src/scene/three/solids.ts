import {
  BoxGeometry,
  BufferAttribute,
  BufferGeometry,
  Color,
  CylinderGeometry,
  Matrix4,
  Euler,
  ExtrudeGeometry,
  Shape as Outline,
} from "three";
import type { Primitive, Tone } from "../shapes/primitive";

/**
 * A box whose edges are cut at 45°: 44 triangles that catch the light where a plain box looks like cardboard.
 * Stands on y = 0.
 */
export function chamferBox(width: number, height: number, depth: number, chamfer: number): BufferGeometry {
  const c = Math.min(chamfer, width / 2.5, height / 2.5, depth / 2.5);
  const half = [width / 2, height / 2, depth / 2] as const;
  const points: number[] = [];
  // corner of the face across `axis`: at full reach on that axis, drawn in by the chamfer on the two others
  const corner = (axis: number, signs: readonly number[]): [number, number, number] => {
    const at = [0, 1, 2].map((i) => (signs[i] ?? 1) * ((half[i] ?? 0) - (i === axis ? 0 : c)));
    return [at[0] ?? 0, (at[1] ?? 0) + height / 2, at[2] ?? 0];
  };
  const triangle = (a: number[], b: number[], d: number[]): void => {
    // outward: the normal points away from the middle of the box
    const u = [0, 1, 2].map((i) => (b[i] ?? 0) - (a[i] ?? 0));
    const v = [0, 1, 2].map((i) => (d[i] ?? 0) - (a[i] ?? 0));
    const [ux = 0, uy = 0, uz = 0] = u;
    const [vx = 0, vy = 0, vz = 0] = v;
    const n = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    const out = (n[0] ?? 0) * (a[0] ?? 0) + (n[1] ?? 0) * ((a[1] ?? 0) - height / 2) + (n[2] ?? 0) * (a[2] ?? 0);
    points.push(...a, ...(out >= 0 ? [...b, ...d] : [...d, ...b]));
  };
  const quad = (a: number[], b: number[], d: number[], e: number[]): void => {
    triangle(a, b, d);
    triangle(a, d, e);
  };
  const signs = [-1, 1];
  for (let axis = 0; axis < 3; axis++) {
    const [p, q] = [(axis + 1) % 3, (axis + 2) % 3];
    for (const s of signs) {
      const face = (
        [
          [-1, -1],
          [1, -1],
          [1, 1],
          [-1, 1],
        ] as const
      ).map(([x, y]) => {
        const at = [0, 0, 0];
        at[axis] = s;
        at[p] = x;
        at[q] = y;
        return corner(axis, at);
      });
      quad(face[0] ?? [], face[1] ?? [], face[2] ?? [], face[3] ?? []);
      // the edge between face `axis` and face `p`, for both signs of p
      for (const t of signs) {
        const at = [0, 0, 0];
        at[axis] = s;
        at[p] = t;
        const low = at.with(q, -1);
        const high = at.with(q, 1);
        quad(corner(axis, low), corner(axis, high), corner(p, high), corner(p, low));
      }
    }
  }
  for (const x of signs)
    for (const y of signs)
      for (const z of signs) triangle(corner(0, [x, y, z]), corner(1, [x, y, z]), corner(2, [x, y, z]));
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(Float32Array.from(points), 3));
  geometry.computeVertexNormals();
  return geometry;
}

function solid(primitive: Primitive): BufferGeometry {
  const [x, y, z] = primitive.at;
  const placed = new Matrix4();
  let geometry: BufferGeometry;
  if ("box" in primitive) {
    const [w, h, d] = primitive.box;
    const chamfer = primitive.chamfer ?? 0.05;
    geometry = chamfer > 0 ? chamferBox(w, h, d, chamfer) : new BoxGeometry(w, h, d).translate(0, h / 2, 0);
    const [rx, ry, rz] = (primitive.turn ?? [0, 0, 0]).map((degrees) => (degrees * Math.PI) / 180) as [
      number,
      number,
      number,
    ];
    placed.makeRotationFromEuler(new Euler(rx, ry, rz));
  } else if ("cylinder" in primitive) {
    const { radius, length, axis, top } = primitive.cylinder;
    geometry = new CylinderGeometry(top ?? radius, radius, length, primitive.segments ?? 10, 1);
    if (axis === "x") geometry.rotateZ(-Math.PI / 2);
    if (axis === "z") geometry.rotateX(Math.PI / 2);
  } else {
    const outline = new Outline();
    primitive.prism.outline.forEach(([pz, py], i) => (i === 0 ? outline.moveTo(-pz, py) : outline.lineTo(-pz, py)));
    const { width } = primitive.prism;
    geometry = new ExtrudeGeometry(outline, {
      depth: width - 0.1,
      bevelEnabled: true,
      bevelSize: 0.05,
      bevelThickness: 0.05,
      bevelOffset: -0.05,
      bevelSegments: 1,
      steps: 1,
    });
    geometry.rotateY(Math.PI / 2).translate(-width / 2 + 0.05, 0, 0);
  }
  return geometry.applyMatrix4(placed.premultiply(new Matrix4().makeTranslation(x, y, z)));
}

/** A geometry without the faces that look straight down: nobody sees a part from below, and there are thousands. */
export function withoutUndersides(geometry: BufferGeometry): BufferGeometry {
  const normals = geometry.getAttribute("normal");
  const kept = Array.from({ length: normals.count / 3 }, (_, i) => i * 3).filter((i) => normals.getY(i) > -0.99);
  for (const name of ["position", "normal", "color"]) {
    const old = geometry.getAttribute(name).array;
    const array = new Float32Array(kept.length * 9);
    kept.forEach((corner, i) => array.set(old.slice(corner * 3, corner * 3 + 9), i * 9));
    geometry.setAttribute(name, new BufferAttribute(array, 3));
  }
  return geometry;
}

/**
 * One geometry of many primitives, their tones baked in as vertex colours: one draw call a kind of machine. `grounded`
 * darkens what is near the floor, as the light of a hall does; without shadows it is what makes a machine stand.
 */
export function merge(
  primitives: readonly Primitive[],
  tones: Readonly<Record<Tone, string>>,
  grounded = false,
): BufferGeometry {
  const solids = primitives.map((primitive) => {
    const indexed = solid(primitive);
    const plain = indexed.index ? indexed.toNonIndexed() : indexed;
    if (plain !== indexed) indexed.dispose();
    return { geometry: plain, colour: new Color(tones[primitive.tone]) };
  });
  const count = solids.reduce((sum, { geometry }) => sum + geometry.getAttribute("position").count, 0);
  const position = new Float32Array(count * 3);
  const normal = new Float32Array(count * 3);
  const colour = new Float32Array(count * 3);
  let at = 0;
  for (const { geometry, colour: tone } of solids) {
    const points = geometry.getAttribute("position");
    position.set(points.array as Float32Array, at * 3);
    normal.set(geometry.getAttribute("normal").array as Float32Array, at * 3);
    for (let i = 0; i < points.count; i++) {
      const c = (at + i) * 3;
      tone.toArray(colour, c);
      if (!grounded) continue;
      const light = shadeAt(points.getY(i));
      for (let k = 0; k < 3; k++) colour[c + k] = (colour[c + k] ?? 0) * light;
    }
    at += points.count;
    geometry.dispose();
  }
  const merged = new BufferGeometry();
  merged.setAttribute("position", new BufferAttribute(position, 3));
  merged.setAttribute("normal", new BufferAttribute(normal, 3));
  merged.setAttribute("color", new BufferAttribute(colour, 3));
  return merged;
}

/** Light that reaches a height in metres: three fifths at the floor, all of it from 1.4 m up. */
function shadeAt(height: number): number {
  const t = Math.min(1, Math.max(0, height / 1.4));
  return 0.62 + 0.38 * t * (2 - t);
}
