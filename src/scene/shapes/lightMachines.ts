import { legs, moved, panel, rollers } from "./pieces";
import type { Primitive, Shape } from "./primitive";

/** short belts at both ends of a machine in a board line, by which boards come and go */
const boardBelts: Primitive[] = [-0.72, 0.72].flatMap((x): Primitive[] => [
  { box: [0.2, 0.08, 0.44], at: [x, 0.8, 0.1], tone: "belt", chamfer: 0 },
]);

/** Seats, board machines, benches and racks: what could be carried away on a pallet truck. */
export const lightShapes = {
  // table with the bow of the machine, handwheel, thread stand, stool
  sewing: {
    width: 1.2,
    depth: 1.4,
    height: 1.35,
    work: [-0.34, 0.8, 0.12],
    primitives: [
      { box: [1.14, 0.06, 0.62], at: [0, 0.73, 0], tone: "body", chamfer: 0.02 },
      { box: [0.08, 0.73, 0.52], at: [-0.46, 0, 0], tone: "trim", chamfer: 0 },
      { box: [0.08, 0.73, 0.52], at: [0.46, 0, 0], tone: "trim", chamfer: 0 },
      { box: [0.3, 0.24, 0.26], at: [0.16, 0.48, -0.05], tone: "belt", chamfer: 0 },
      { box: [0.74, 0.08, 0.22], at: [0.02, 0.79, -0.02], tone: "trim", chamfer: 0.02 },
      { box: [0.18, 0.38, 0.22], at: [0.28, 0.8, -0.02], tone: "pale", chamfer: 0.03 },
      { box: [0.68, 0.15, 0.2], at: [0.04, 1.05, -0.02], tone: "pale", chamfer: 0.03 },
      { box: [0.15, 0.26, 0.2], at: [-0.24, 0.94, -0.02], tone: "pale", chamfer: 0.03 },
      { cylinder: { radius: 0.12, length: 0.06, axis: "x" }, at: [0.42, 1.1, -0.02], tone: "trim", segments: 10 },
      { box: [0.03, 0.5, 0.03], at: [0.44, 0.79, -0.22], tone: "trim", chamfer: 0 },
      { cylinder: { radius: 0.07, length: 0.14, axis: "y" }, at: [0.44, 1.32, -0.22], tone: "pale", segments: 7 },
      { cylinder: { radius: 0.19, length: 0.07, axis: "y" }, at: [0, 0.48, 0.55], tone: "trim", segments: 10 },
      { cylinder: { radius: 0.04, length: 0.46, axis: "y" }, at: [0, 0.23, 0.55], tone: "trim", segments: 6 },
    ],
  },
  // board with its pointed end, iron on a hose, boiler
  ironing: {
    width: 1.8,
    depth: 1.4,
    height: 1.6,
    work: [-0.42, 0.93, 0.14],
    primitives: [
      { box: [1.15, 0.1, 0.56], at: [0, 0.82, 0.1], tone: "pale", chamfer: 0.05 },
      { box: [0.4, 0.1, 0.34], at: [-0.68, 0.82, 0.1], tone: "pale", chamfer: 0.05 },
      { box: [0.5, 0.82, 0.36], at: [0.1, 0, 0.1], tone: "trim" },
      { box: [0.26, 0.09, 0.14], at: [0.28, 0.92, 0.12], tone: "trim", chamfer: 0.02 },
      { box: [0.18, 0.05, 0.06], at: [0.3, 1.05, 0.12], tone: "body", chamfer: 0 },
      { box: [0.04, 1.55, 0.04], at: [0.62, 0, -0.32], tone: "trim", chamfer: 0 },
      { box: [0.5, 0.04, 0.04], at: [0.4, 1.52, -0.32], tone: "trim", chamfer: 0 },
      { cylinder: { radius: 0.2, length: 0.62, axis: "y" }, at: [0.68, 0.42, -0.36], tone: "body", segments: 10 },
      { box: [0.62, 0.5, 0.46], at: [-0.5, 0, -0.38], tone: "belt" },
    ],
  },
  // cabinet with a slanting hood, stencil sticking out on top
  printer: {
    width: 1.6,
    depth: 1.6,
    height: 1.5,
    work: [0.72, 0.9, 0.1],
    primitives: [
      { box: [1.3, 0.8, 1.4], at: [0, 0, -0.05], tone: "trim" },
      {
        prism: {
          outline: [
            [-0.75, 0.8],
            [0.65, 0.8],
            [0.65, 1.0],
            [0.2, 1.42],
            [-0.75, 1.42],
          ],
          width: 1.34,
        },
        at: [0, 0, 0],
        tone: "body",
      },
      { box: [0.86, 0.5, 0.04], at: [0, 1.0, 0.45], tone: "glass", turn: [-47, 0, 0], chamfer: 0 },
      { box: [0.8, 0.06, 0.62], at: [0, 1.42, -0.4], tone: "steel", chamfer: 0.02 },
      { box: [0.5, 0.2, 0.04], at: [0, 0.5, 0.66], tone: "pale", chamfer: 0 },
      ...boardBelts,
    ],
  },
  // round dark hood over the heads, a bank of feeders with their reels in front
  placer: {
    width: 1.6,
    depth: 1.6,
    height: 1.5,
    work: [0.72, 0.9, 0.1],
    primitives: [
      { box: [1.34, 0.8, 1.0], at: [0, 0, -0.2], tone: "trim" },
      { box: [1.34, 0.34, 1.2], at: [0, 0.8, -0.15], tone: "body" },
      { cylinder: { radius: 0.46, length: 1.16, axis: "x" }, at: [0, 1.06, 0], tone: "glass", segments: 14 },
      { box: [1.34, 0.42, 0.5], at: [0, 1.06, -0.48], tone: "pale" },
      ...[-0.5, -0.3, -0.1, 0.1, 0.3, 0.5].flatMap((x): Primitive[] => [
        { box: [0.11, 0.1, 0.5], at: [x, 0.72, 0.52], tone: "pale", chamfer: 0, turn: [8, 0, 0] },
        { cylinder: { radius: 0.19, length: 0.1, axis: "x" }, at: [x, 0.5, 0.6], tone: "belt", segments: 10 },
      ]),
      ...boardBelts,
    ],
  },
  // white camera box on its cabinet, screen on an arm towards the aisle
  aoi: {
    width: 1.6,
    depth: 1.6,
    height: 1.6,
    work: [0.72, 0.9, 0.1],
    primitives: [
      { box: [1.2, 0.8, 1.2], at: [0, 0, -0.1], tone: "trim" },
      { box: [1.2, 0.72, 1.2], at: [0, 0.8, -0.1], tone: "pale", chamfer: 0.16 },
      { box: [0.8, 0.3, 0.04], at: [0, 0.92, 0.51], tone: "glass", chamfer: 0 },
      { box: [0.5, 0.16, 0.5], at: [-0.2, 1.5, -0.2], tone: "trim" },
      { box: [0.05, 0.6, 0.05], at: [0.5, 0.75, 0.6], tone: "trim", chamfer: 0 },
      { box: [0.56, 0.4, 0.05], at: [0.5, 1.2, 0.66], tone: "glass", turn: [-8, 0, 0], chamfer: 0 },
      ...boardBelts,
    ],
  },
  // instrument cabinet, and before it a table with a fixture whose lid stands open
  tester: {
    width: 1.2,
    depth: 1.2,
    height: 1.75,
    work: [0.26, 1.02, 0.3],
    primitives: [
      { box: [0.56, 1.7, 0.56], at: [-0.28, 0, -0.26], tone: "body" },
      ...[0.98, 1.2, 1.42].map((y): Primitive => ({
        box: [0.44, 0.16, 0.03],
        at: [-0.28, y, 0.03],
        tone: "glass",
        chamfer: 0,
      })),
      { box: [1.14, 0.08, 0.7], at: [0, 0.8, 0.2], tone: "pale", chamfer: 0.02 },
      ...moved(legs(1.0, 0.56, 0.8), 0, 0.2),
      { box: [0.44, 0.14, 0.4], at: [0.26, 0.88, 0.28], tone: "trim", chamfer: 0.02 },
      { box: [0.44, 0.42, 0.06], at: [0.26, 0.98, 0.02], tone: "steel", turn: [-18, 0, 0], chamfer: 0 },
      { box: [0.4, 0.3, 0.05], at: [0.3, 1.18, -0.3], tone: "glass", turn: [-8, 0, 0], chamfer: 0 },
      { box: [0.06, 0.4, 0.06], at: [0.3, 0.86, -0.32], tone: "trim", chamfer: 0 },
    ],
  },
  // belt under a portal with probes, the bins of the grades behind
  sorting: {
    width: 2.4,
    depth: 1.6,
    height: 1.7,
    work: [-0.85, 0.88, 0.2],
    primitives: [
      { box: [2.3, 0.1, 0.62], at: [0, 0.74, 0.2], tone: "belt", chamfer: 0.02 },
      ...moved(legs(2.1, 0.5, 0.74), 0, 0.2),
      { box: [0.2, 1.55, 0.16], at: [0, 0, -0.2], tone: "body" },
      { box: [0.2, 1.55, 0.16], at: [0, 0, 0.6], tone: "body" },
      { box: [0.7, 0.26, 0.98], at: [0, 1.4, 0.2], tone: "pale" },
      ...[-0.2, 0, 0.2].map((x): Primitive => ({
        cylinder: { radius: 0.05, length: 0.4, axis: "y" },
        at: [x, 1.2, 0.2],
        tone: "steel",
        segments: 6,
      })),
      ...[-0.9, -0.3, 0.3, 0.9].map((x): Primitive => ({
        box: [0.46, 0.6, 0.46],
        at: [x, 0, -0.5],
        tone: x < 0 ? "pale" : "body",
        chamfer: 0.03,
      })),
      ...panel(0.95, 0.95, 0.62),
    ],
  },
  // four columns and a ram over the stack, feeding table on the left
  stacking: {
    width: 2.4,
    depth: 1.8,
    height: 2.1,
    work: [-0.82, 0.88, 0.1],
    primitives: [
      { box: [1.3, 0.8, 1.3], at: [0.45, 0, 0], tone: "trim" },
      ...[-0.08, 0.98].flatMap((x) =>
        [-0.5, 0.5].map((z): Primitive => ({
          cylinder: { radius: 0.07, length: 0.95, axis: "y" },
          at: [x, 1.25, z],
          tone: "steel",
          segments: 7,
        })),
      ),
      { box: [1.3, 0.2, 1.24], at: [0.45, 1.62, 0], tone: "body" },
      { box: [0.8, 0.14, 0.8], at: [0.45, 1.3, 0], tone: "pale" },
      { cylinder: { radius: 0.17, length: 0.5, axis: "y" }, at: [0.45, 1.95, 0], tone: "pale", segments: 10 },
      { box: [0.6, 0.34, 0.5], at: [0.45, 0.8, 0], tone: "belt", chamfer: 0.02 },
      ...rollers(-0.72, 0.9, 0.72, 0.1, 0.8),
      ...moved(legs(0.76, 0.7, 0.72), -0.74, 0.1),
    ],
  },
  // one channel, a drawer front on each tier: side by side and back to back they make the rack
  channel: {
    width: 0.25,
    depth: 0.2,
    height: 1.75,
    work: [0, 0.9, 0],
    primitives: [
      { box: [0.25, 1.75, 0.2], at: [0, 0, 0], tone: "trim", chamfer: 0 },
      ...[0.16, 0.42, 0.68, 0.94, 1.2, 1.46].flatMap((y): Primitive[] => [
        { box: [0.19, 0.18, 0.012], at: [0, y, 0.1], tone: "pale", chamfer: 0 },
        { box: [0.012, 0.18, 0.15], at: [0.125, y, 0], tone: "body", chamfer: 0 },
      ]),
    ],
  },
} satisfies Record<string, Shape>;
