import { machineShapes } from "../shapes/machines";
import type { ShapeName } from "../shapes/shapeOf";

/** Height in metres of the lamp of a machine, and of what is written above it. */
export function lampHeightOf(shape: ShapeName): number {
  return machineShapes[shape].height + 0.75;
}

export function lampTop(shape: ShapeName): number {
  return lampHeightOf(shape) + 0.75;
}
