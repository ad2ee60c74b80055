import type { Pad } from "../plan/types";

/** A pad as the attributes of an SVG rect. */
export const rectangle = (pad: Pad): { x: number; y: number; width: number; height: number } => ({
  x: pad.x - pad.width / 2,
  y: pad.z - pad.depth / 2,
  width: pad.width,
  height: pad.depth,
});
/** A pad as path data. */
export const padPath = (pad: Pad): string =>
  `M${(pad.x - pad.width / 2).toFixed(2)} ${(pad.z - pad.depth / 2).toFixed(2)}h${pad.width.toFixed(2)}v${pad.depth.toFixed(2)}h${(-pad.width).toFixed(2)}z`;
