/** What may be laid over the picture, one at a time; "none" leaves the lamps alone. */
export const overlayKinds = ["none", "load", "wip", "queue", "flow", "energy", "walk"] as const;
export type OverlayKind = (typeof overlayKinds)[number];

/** A straight stripe on the floor, metres; a rectangle is a thick one. */
export interface Stripe {
  x1: number;
  z1: number;
  x2: number;
  z2: number;
  width: number;
  colour: string;
}

/** So much of a stripe's own colour is seen: near its legend, with the floor's marks still there. */
export const seeThroughShare = 0.8;

/** A word over a place of the hall. */
export interface Note {
  x: number;
  y: number;
  z: number;
  text: string;
}

/** What an overlay draws at one moment: data for the 3D view, the flat plan and the tests alike. */
export interface Marks {
  /** seen through */
  stripes: Stripe[];
  /** not seen through, above the others: the momentary bottleneck */
  rings: Stripe[];
  notes: Note[];
  /** the stripes are drawn over what stands on the floor too: ways between machines would hide behind them */
  isOver: boolean;
}

/** What a run's overlays need besides its picture; given by the frame round the scene. */
export interface OverlayRun {
  /** station → share of planned time busy, 0..1, from many runs; null = not known yet */
  load: readonly (number | null)[];
  /** flow → parts per planned hour in this run up to `t` µs; null = nothing counted yet */
  rates(t: number): Float64Array | null;
  /** the momentary bottleneck at `t` µs: station index, −1 − pool index, or null */
  bottleneck(t: number): number | null;
}

/** The overlay that is on, and how its numbers are written; the same for all runs on screen. */
export interface OverlayInput {
  kind: OverlayKind;
  runs: readonly OverlayRun[];
  /** a value of this kind in words; `of` = places there are */
  text(kind: OverlayKind, value: number, of: number | null): string;
}
