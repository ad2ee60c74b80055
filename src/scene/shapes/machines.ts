import { benchShapes } from "./benchShapes";
import { boardShapes } from "./boardMachines";
import { cuttingShapes } from "./cuttingMachines";
import { formingShapes } from "./formingMachines";
import { garmentShapes } from "./garmentShapes";
import type { Shape } from "./primitive";
import type { ShapeName } from "./shapeOf";

/** Silhouettes: what tells a machine from its neighbour at thirty metres, and what of it moves. */
export const machineShapes: Readonly<Record<ShapeName, Shape>> = {
  ...cuttingShapes,
  ...formingShapes,
  ...boardShapes,
  ...benchShapes,
  ...garmentShapes,
};
