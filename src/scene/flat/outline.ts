import type { Primitive, Tone } from "../shapes/primitive";

/** A rectangle or circle of the plan view, lower things first. */
export interface Outline {
  x: number;
  z: number;
  width: number;
  depth: number;
  round: boolean;
  tone: Tone;
  top: number;
}

/** A machine seen from straight above: what the flat plan draws of it. */
export function outlineOf(primitives: readonly Primitive[]): Outline[] {
  return primitives
    .map((primitive): Outline => {
      const [x, y, z] = primitive.at;
      if ("box" in primitive) {
        const [width, height, depth] = primitive.box;
        return { x, z, width, depth, round: false, tone: primitive.tone, top: y + height };
      }
      if ("cylinder" in primitive) {
        const { radius, length, axis } = primitive.cylinder;
        if (axis === "y")
          return { x, z, width: radius * 2, depth: radius * 2, round: true, tone: primitive.tone, top: y + length / 2 };
        const along = axis === "x";
        return {
          x,
          z,
          width: along ? length : radius * 2,
          depth: along ? radius * 2 : length,
          round: false,
          tone: primitive.tone,
          top: y + radius,
        };
      }
      const zs = primitive.prism.outline.map(([pz]) => pz);
      const ys = primitive.prism.outline.map(([, py]) => py);
      const depth = Math.max(...zs) - Math.min(...zs);
      return {
        x,
        z: z + (Math.max(...zs) + Math.min(...zs)) / 2,
        width: primitive.prism.width,
        depth,
        round: false,
        tone: primitive.tone,
        top: y + Math.max(...ys),
      };
    })
    .sort((a, b) => a.top - b.top);
}
