/** The greys of the factory; `three/tones.ts` and the flat plan turn them into colours of the theme. */
export type Tone = "body" | "pale" | "trim" | "belt" | "glass" | "steel";

export type Vec3 = readonly [number, number, number];

/**
 * A machine is a list of these, in metres, standing on y = 0 with its front to +z. Boxes and prisms are placed by the
 * middle of their underside, cylinders by their middle. Angles are degrees.
 */
export type Primitive =
  | { box: Vec3; at: Vec3; tone: Tone; turn?: Vec3; chamfer?: number }
  | { cylinder: { radius: number; length: number; axis: "x" | "y" | "z" }; at: Vec3; tone: Tone; segments?: number }
  /** outline in (z, y) drawn out along x */
  | { prism: { outline: readonly (readonly [number, number])[]; width: number }; at: Vec3; tone: Tone };

export interface Shape {
  /** floor for which it is drawn; other floors stretch it */
  width: number;
  depth: number;
  height: number;
  /** where the work lies (a batch spreads in x and z around it) */
  work: Vec3;
  primitives: readonly Primitive[];
}
