import { heavyShapes } from "./heavyMachines";
import { lightShapes } from "./lightMachines";
import { legs, moved, panel, rollers } from "./pieces";
import type { Primitive, Shape } from "./primitive";
import type { ShapeName } from "./shapeOf";

/** Silhouettes built of a few boxes each: what tells the machine from its neighbour at thirty metres, and little else. */
export const machineShapes: Readonly<Record<ShapeName, Shape>> = {
  ...heavyShapes,
  ...lightShapes,
  // the tall bow with its blade wheel, bars coming in from the left on rollers
  bandSaw: {
    width: 2.2,
    depth: 1.8,
    height: 1.95,
    work: [0.42, 0.86, 0.15],
    primitives: [
      { box: [1.15, 0.75, 1.3], at: [0.45, 0, -0.1], tone: "body" },
      { box: [0.34, 1.3, 0.6], at: [0.55, 0.6, -0.62], tone: "body" },
      { box: [0.3, 0.62, 1.5], at: [0.55, 1.2, 0.02], tone: "pale", turn: [7, 0, 0] },
      { cylinder: { radius: 0.36, length: 0.32, axis: "x" }, at: [0.55, 1.42, 0.62], tone: "trim", segments: 12 },
      { cylinder: { radius: 0.36, length: 0.32, axis: "x" }, at: [0.55, 1.58, -0.58], tone: "trim", segments: 12 },
      { box: [0.05, 0.55, 0.2], at: [0.42, 0.78, 0.3], tone: "steel", chamfer: 0 },
      ...moved(legs(0.9, 0.6, 0.68), -0.62, 0.12),
      ...rollers(-0.62, 1.0, 0.68, 0.12, 0.7),
      ...panel(0.95, 0.95, 0.72),
    ],
  },
  // low, long, the whole front slanting back, chip conveyor out of the right end
  lathe: {
    width: 3,
    depth: 2,
    height: 1.95,
    work: [-0.42, 1.08, 0.8],
    primitives: [
      { box: [2.5, 0.5, 1.6], at: [-0.22, 0, -0.12], tone: "trim" },
      {
        prism: {
          outline: [
            [-0.92, 0.5],
            [0.68, 0.5],
            [0.68, 0.92],
            [0.2, 1.82],
            [-0.92, 1.82],
          ],
          width: 2.56,
        },
        at: [-0.22, 0, 0],
        tone: "body",
      },
      // the window lies on the slope: 28 degrees from upright
      { box: [1.2, 0.78, 0.05], at: [-0.32, 0.98, 0.655], tone: "glass", turn: [-28, 0, 0], chamfer: 0 },
      { box: [1.34, 0.06, 0.09], at: [-0.32, 0.9, 0.72], tone: "pale", chamfer: 0 },
      { box: [0.5, 1.0, 1.2], at: [-1.15, 0.86, -0.32], tone: "pale" },
      { box: [0.5, 0.34, 0.5], at: [1.25, 0.08, -0.2], tone: "belt" },
      { box: [0.3, 0.98, 0.46], at: [1.3, 0.24, -0.2], tone: "belt", turn: [0, 0, -22] },
      ...panel(0.78, 1.0, 0.86),
    ],
  },
  // tall closed cabin, spindle head rising out of the roof, two doors
  vmc: {
    width: 2.6,
    depth: 2.8,
    height: 2.75,
    work: [-0.1, 0.84, 1.14],
    primitives: [
      { box: [2.3, 0.62, 2.0], at: [0, 0, 0], tone: "trim" },
      { box: [2.36, 1.6, 1.95], at: [0, 0.6, -0.05], tone: "body" },
      { box: [0.95, 0.95, 1.0], at: [0, 1.8, -0.55], tone: "pale" },
      { box: [0.62, 0.5, 0.5], at: [0, 2.15, 0.02], tone: "trim" },
      { box: [1.24, 0.98, 0.06], at: [-0.1, 0.88, 0.92], tone: "glass", chamfer: 0 },
      { box: [0.06, 1.06, 0.1], at: [-0.1, 0.84, 0.94], tone: "pale", chamfer: 0 },
      { box: [1.5, 0.1, 0.42], at: [-0.1, 0.74, 1.1], tone: "belt", chamfer: 0 },
      { box: [0.5, 1.5, 0.7], at: [0.92, 0.2, -1.2], tone: "pale" },
      ...panel(0.98, 1.12, 1.12),
    ],
  },
  // narrow column with the round tool magazine on top, table in the open
  drillTap: {
    width: 1.8,
    depth: 2.4,
    height: 2.5,
    work: [0, 1.02, 0.62],
    primitives: [
      { box: [1.5, 0.85, 1.9], at: [0, 0, 0.05], tone: "trim" },
      { box: [1.5, 1.15, 1.0], at: [0, 0.85, -0.5], tone: "body" },
      { box: [0.14, 1.05, 0.95], at: [-0.68, 0.85, 0.45], tone: "pale" },
      { box: [0.14, 1.05, 0.95], at: [0.68, 0.85, 0.45], tone: "pale" },
      { box: [1.0, 0.1, 0.8], at: [0, 0.85, 0.5], tone: "steel" },
      { box: [0.42, 0.62, 0.42], at: [0, 1.4, 0.2], tone: "trim" },
      { cylinder: { radius: 0.06, length: 0.3, axis: "y" }, at: [0, 1.28, 0.34], tone: "steel", segments: 6 },
      { cylinder: { radius: 0.56, length: 0.34, axis: "y" }, at: [0, 2.18, -0.1], tone: "belt", segments: 12 },
      { cylinder: { radius: 0.26, length: 0.44, axis: "y" }, at: [0, 2.24, -0.1], tone: "pale", segments: 10 },
    ],
  },
  // table, vice, back board with a lamp on an arm
  bench: {
    width: 2,
    depth: 1.2,
    height: 1.75,
    work: [-0.1, 0.98, 0.16],
    primitives: [
      { box: [1.9, 0.1, 0.9], at: [0, 0.84, 0], tone: "pale" },
      ...legs(1.7, 0.7, 0.84),
      { box: [1.7, 0.06, 0.66], at: [0, 0.22, 0], tone: "belt", chamfer: 0 },
      { box: [0.5, 0.46, 0.6], at: [0.62, 0.34, 0], tone: "body" },
      { box: [1.9, 0.55, 0.06], at: [0, 0.94, -0.42], tone: "body", chamfer: 0 },
      { box: [0.36, 0.16, 0.3], at: [-0.66, 0.94, 0.14], tone: "trim" },
      { box: [0.12, 0.14, 0.34], at: [-0.66, 1.08, 0.14], tone: "steel", chamfer: 0 },
      { box: [0.05, 0.35, 0.05], at: [0.5, 1.4, -0.4], tone: "trim", chamfer: 0 },
      { box: [0.6, 0.07, 0.2], at: [0.3, 1.7, -0.16], tone: "trim", chamfer: 0 },
    ],
  },
  // goods go in at one end and out at the other
  tunnel: {
    width: 3.5,
    depth: 1.6,
    height: 1.8,
    work: [-1.22, 0.9, 0.05],
    primitives: [
      { box: [2.0, 0.62, 1.3], at: [0.35, 0, 0], tone: "trim" },
      { box: [2.1, 0.98, 1.36], at: [0.35, 0.6, 0], tone: "body", chamfer: 0.16 },
      { box: [0.06, 0.5, 0.9], at: [-0.71, 0.76, 0.05], tone: "glass", chamfer: 0 },
      { box: [0.06, 0.5, 0.9], at: [1.41, 0.76, 0.05], tone: "glass", chamfer: 0 },
      { box: [0.9, 0.4, 0.04], at: [0.35, 0.92, 0.69], tone: "glass", chamfer: 0 },
      { cylinder: { radius: 0.17, length: 0.8, axis: "y" }, at: [0.8, 1.9, -0.25], tone: "pale", segments: 10 },
      { box: [0.7, 0.26, 0.5], at: [-0.1, 1.56, -0.2], tone: "pale" },
      ...rollers(-1.22, 1.05, 0.74, 0.05, 0.95),
      ...rollers(1.58, 0.34, 0.74, 0.05, 0.95),
      ...moved(legs(0.9, 0.9, 0.74), -1.22, 0.05),
    ],
  },
  // dark granite slab, bridge over it, screen
  inspection: {
    width: 2.2,
    depth: 1.4,
    height: 1.85,
    work: [-0.3, 1.04, 0.18],
    primitives: [
      { box: [1.3, 0.7, 0.9], at: [-0.35, 0, 0], tone: "body" },
      { box: [1.5, 0.26, 1.05], at: [-0.35, 0.7, 0], tone: "glass" },
      { box: [0.16, 0.75, 0.2], at: [-0.98, 0.96, -0.1], tone: "pale" },
      { box: [0.16, 0.75, 0.2], at: [0.28, 0.96, -0.1], tone: "pale" },
      { box: [1.42, 0.22, 0.24], at: [-0.35, 1.66, -0.1], tone: "pale" },
      { box: [0.2, 0.52, 0.2], at: [-0.3, 1.4, -0.1], tone: "trim" },
      { box: [0.6, 0.06, 0.8], at: [0.75, 0.78, 0], tone: "pale", chamfer: 0 },
      { box: [0.5, 0.78, 0.7], at: [0.75, 0, -0.02], tone: "trim" },
      { box: [0.52, 0.4, 0.06], at: [0.75, 0.98, -0.2], tone: "glass", turn: [-8, 0, 0], chamfer: 0 },
    ],
  },
  // arch of the tape machine over a roller table, cartons below
  packing: {
    width: 2.2,
    depth: 1.4,
    height: 1.7,
    work: [-0.55, 0.92, 0.1],
    primitives: [
      ...legs(1.9, 0.8, 0.7),
      ...rollers(0, 2.0, 0.7, 0.05, 0.9),
      { box: [0.2, 1.5, 0.18], at: [0.35, 0, -0.52], tone: "body" },
      { box: [0.2, 1.5, 0.18], at: [0.35, 0, 0.62], tone: "body" },
      { box: [0.3, 0.24, 1.34], at: [0.35, 1.42, 0.05], tone: "pale" },
      { cylinder: { radius: 0.24, length: 0.12, axis: "z" }, at: [0.35, 1.4, 0.05], tone: "trim", segments: 10 },
      { box: [0.5, 0.36, 0.42], at: [-0.4, 0.06, 0], tone: "pale", chamfer: 0.02 },
      { box: [0.5, 0.3, 0.42], at: [0.25, 0.06, 0], tone: "body", chamfer: 0.02 },
    ],
  },
  // four posts, heavy crown, ram
  press: {
    width: 3.5,
    depth: 3,
    height: 3.6,
    work: [0, 1.12, 0.5],
    primitives: [
      { box: [2.4, 0.95, 2.2], at: [0, 0, 0], tone: "trim" },
      { box: [0.42, 2.2, 1.9], at: [-1.0, 0.9, 0], tone: "body" },
      { box: [0.42, 2.2, 1.9], at: [1.0, 0.9, 0], tone: "body" },
      { box: [2.5, 0.85, 2.1], at: [0, 2.75, 0], tone: "body" },
      { box: [1.3, 0.8, 1.3], at: [0, 1.95, 0], tone: "pale" },
      { cylinder: { radius: 0.4, length: 0.5, axis: "y" }, at: [0, 3.7, 0], tone: "trim", segments: 12 },
      { box: [1.4, 0.14, 1.5], at: [0, 0.95, 0.1], tone: "steel" },
      { box: [0.7, 1.5, 1.2], at: [-1.5, 0, -0.6], tone: "pale" },
    ],
  },
  generic: {
    width: 2,
    depth: 1.6,
    height: 1.7,
    work: [-0.2, 0.94, 0.52],
    primitives: [
      { box: [1.8, 0.8, 1.4], at: [0, 0, 0], tone: "trim" },
      { box: [1.84, 0.86, 0.95], at: [0, 0.78, -0.2], tone: "body" },
      { box: [1.0, 0.5, 0.05], at: [-0.2, 0.95, 0.28], tone: "glass", chamfer: 0 },
      ...panel(0.66, 0.95, 0.5),
    ],
  },
};

/** A six-axis arm on its pedestal, reaching along −z (towards the machine it turns to). */
export const robotShape: Shape = {
  width: 0.9,
  depth: 0.9,
  height: 2.1,
  work: [0, 1.2, -1],
  primitives: [
    { cylinder: { radius: 0.34, length: 0.24, axis: "y" }, at: [0, 0.12, 0], tone: "trim", segments: 12 },
    { cylinder: { radius: 0.24, length: 0.5, axis: "y" }, at: [0, 0.45, 0], tone: "pale", segments: 10 },
    { cylinder: { radius: 0.2, length: 0.46, axis: "x" }, at: [0, 0.82, 0], tone: "trim", segments: 10 },
    { box: [0.22, 0.98, 0.24], at: [0, 0.84, 0.04], tone: "pale", turn: [14, 0, 0] },
    { cylinder: { radius: 0.17, length: 0.4, axis: "x" }, at: [0, 1.84, 0.24], tone: "trim", segments: 10 },
    { box: [0.18, 0.2, 0.95], at: [0, 1.66, -0.22], tone: "pale", turn: [-16, 0, 0] },
    { cylinder: { radius: 0.1, length: 0.3, axis: "y" }, at: [0, 1.45, -0.68], tone: "trim", segments: 8 },
    { box: [0.3, 0.08, 0.1], at: [0, 1.24, -0.68], tone: "steel", chamfer: 0 },
  ],
};

/** A person 1.75 m tall. `hat` is coloured by what the person does. */
export const figureShape: { body: readonly Primitive[]; head: readonly Primitive[]; hat: readonly Primitive[] } = {
  body: [
    { cylinder: { radius: 0.17, length: 0.82, axis: "y" }, at: [0, 0.41, 0], tone: "trim", segments: 7 },
    { cylinder: { radius: 0.24, length: 0.62, axis: "y" }, at: [0, 1.1, 0], tone: "pale", segments: 8 },
  ],
  head: [{ cylinder: { radius: 0.13, length: 0.24, axis: "y" }, at: [0, 1.55, 0], tone: "pale", segments: 8 }],
  hat: [
    { cylinder: { radius: 0.21, length: 0.05, axis: "y" }, at: [0, 1.66, 0], tone: "pale", segments: 8 },
    { cylinder: { radius: 0.15, length: 0.14, axis: "y" }, at: [0, 1.74, 0], tone: "pale", segments: 8 },
  ],
};
