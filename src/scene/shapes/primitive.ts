/** The greys of the factory; `tones.ts` turns them into colours of the theme. */
export type Tone = "body" | "pale" | "trim" | "belt" | "glass" | "steel";

export type Vec3 = readonly [number, number, number];

/**
 * A machine is a list of these, in metres, standing on y = 0 with its front to +z. Boxes and prisms are placed by the
 * middle of their underside, cylinders by their middle. Angles are degrees.
 */
export type Primitive =
  | { box: Vec3; at: Vec3; tone: Tone; turn?: Vec3; chamfer?: number }
  /** `top` = radius of the upper end (along y), or of the end to +x or +z, where it is not a plain cylinder */
  | {
      cylinder: { radius: number; length: number; axis: "x" | "y" | "z"; top?: number };
      at: Vec3;
      tone: Tone;
      segments?: number;
    }
  /** outline in (z, y) drawn out along x */
  | { prism: { outline: readonly (readonly [number, number])[]; width: number }; at: Vec3; tone: Tone };

/**
 * What moves a piece of a machine, 0..1: the door (1 = open), the tool's feed through a part, a stroke there and back, a
 * clamp (1 = closed), turning (1 = a whole turn).
 */
export const drives = ["door", "feed", "stroke", "clamp", "spin"] as const;
export type Drive = (typeof drives)[number];

/** A piece that moves as a whole: along a line, or about an axis through a point; drawn where it is at 0. */
export interface Mover {
  by: Drive;
  motion: { slide: Vec3 } | { turn: "x" | "y" | "z"; about: Vec3; degrees: number };
  primitives: readonly Primitive[];
}

export interface Shape {
  /** floor for which it is drawn; other floors stretch it */
  width: number;
  depth: number;
  height: number;
  /** where the work lies (a batch spreads in x and z around it) */
  work: Vec3;
  primitives: readonly Primitive[];
  /** where somebody sits at it, and how much lower than standing; left out: one stands in front */
  seat?: Vec3;
  movers?: readonly Mover[];
}
