import { moved, legs, panel } from "./pieces";
import type { Primitive, Shape } from "./primitive";

/** Heat, force and molten plastic: what stands on foundations of its own. */
export const heavyShapes = {
  // C-frame press: the head overhangs the table, flywheel at the side
  cFrame: {
    width: 2,
    depth: 2.2,
    height: 2.55,
    work: [0, 0.9, 0.5],
    primitives: [
      { box: [1.5, 0.75, 1.9], at: [-0.1, 0, 0], tone: "trim" },
      { box: [1.4, 1.5, 0.8], at: [-0.1, 0.7, -0.5], tone: "body" },
      { box: [1.3, 0.85, 1.6], at: [-0.1, 1.65, -0.1], tone: "body" },
      { box: [0.6, 0.5, 0.6], at: [-0.1, 1.22, 0.36], tone: "pale" },
      { box: [1.1, 0.1, 0.9], at: [-0.1, 0.75, 0.42], tone: "steel" },
      { cylinder: { radius: 0.55, length: 0.18, axis: "x" }, at: [0.74, 1.95, -0.4], tone: "trim", segments: 14 },
    ],
  },
  // billets go from the hopper through three coils in a row, with the converter's cabinet behind
  heater: {
    width: 4,
    depth: 1.5,
    height: 1.65,
    work: [1.72, 0.86, 0.16],
    primitives: [
      { box: [3.2, 0.5, 0.7], at: [0.3, 0, 0.16], tone: "trim" },
      { cylinder: { radius: 0.08, length: 3.1, axis: "x" }, at: [0.35, 0.86, 0.16], tone: "steel", segments: 7 },
      ...[-0.62, 0.28, 1.18].flatMap((x): Primitive[] => [
        { cylinder: { radius: 0.3, length: 0.7, axis: "x" }, at: [x, 0.86, 0.16], tone: "pale", segments: 12 },
        ...[-0.24, 0, 0.24].map((dx): Primitive => ({
          cylinder: { radius: 0.37, length: 0.1, axis: "x" },
          at: [x + dx, 0.86, 0.16],
          tone: "belt",
          segments: 12,
        })),
      ]),
      { box: [1.9, 1.55, 0.46], at: [0.55, 0, -0.5], tone: "body" },
      { box: [0.5, 0.34, 0.04], at: [0.1, 1.1, -0.26], tone: "glass", chamfer: 0 },
      { box: [0.62, 1.15, 0.95], at: [-1.55, 0, 0.1], tone: "body" },
      { box: [0.86, 0.4, 1.1], at: [-1.55, 1.15, 0.1], tone: "pale", turn: [0, 0, -10] },
    ],
  },
  // cabin with two throwing wheels, bucket elevator beside it, filter tower and its duct behind
  blaster: {
    width: 3,
    depth: 3,
    height: 3.1,
    work: [-0.3, 1.0, 1.3],
    primitives: [
      { box: [2.5, 0.24, 2.3], at: [-0.1, 0, 0.15], tone: "trim" },
      { box: [2.0, 1.95, 1.8], at: [-0.3, 0.22, 0.2], tone: "body", chamfer: 0.22 },
      { box: [1.4, 1.5, 0.09], at: [-0.3, 0.4, 1.1], tone: "pale" },
      { box: [0.08, 1.4, 0.14], at: [-0.3, 0.45, 1.13], tone: "trim", chamfer: 0 },
      ...[-0.15, 0.65].map((z): Primitive => ({
        cylinder: { radius: 0.32, length: 0.34, axis: "x" },
        at: [0.82, 1.5, z],
        tone: "trim",
        segments: 12,
      })),
      { box: [0.46, 2.95, 0.46], at: [1.05, 0, -0.5], tone: "pale" },
      { box: [0.7, 0.3, 0.4], at: [0.6, 2.45, -0.5], tone: "pale", turn: [0, 0, 24] },
      { cylinder: { radius: 0.46, length: 2.3, axis: "y" }, at: [-0.85, 1.65, -0.98], tone: "pale", segments: 14 },
      { cylinder: { radius: 0.28, length: 0.5, axis: "y" }, at: [-0.85, 0.3, -0.98], tone: "trim", segments: 10 },
      { cylinder: { radius: 0.15, length: 1.1, axis: "z" }, at: [-0.45, 2.4, -0.4], tone: "belt", segments: 8 },
    ],
  },
  // long and low: closed mould space on the left, barrel with its hopper on the right
  injection: {
    width: 5.5,
    depth: 1.8,
    height: 2.2,
    work: [-1.05, 0.84, 0.86],
    primitives: [
      { box: [5.2, 0.68, 1.2], at: [0, 0, -0.1], tone: "trim" },
      { box: [0.6, 1.1, 1.25], at: [-2.3, 0.66, -0.1], tone: "pale" },
      { box: [2.1, 1.2, 1.35], at: [-0.95, 0.66, -0.1], tone: "body" },
      { box: [1.1, 0.62, 0.05], at: [-1.05, 0.98, 0.58], tone: "glass", chamfer: 0 },
      { box: [0.32, 1.36, 1.4], at: [0.24, 0.66, -0.1], tone: "pale" },
      { box: [0.9, 0.36, 0.52], at: [0.85, 0.94, -0.1], tone: "pale" },
      { cylinder: { radius: 0.17, length: 1.3, axis: "x" }, at: [1.7, 1.12, -0.1], tone: "steel", segments: 9 },
      { box: [0.7, 0.8, 0.8], at: [2.25, 0.66, -0.1], tone: "body" },
      { cylinder: { radius: 0.13, length: 0.4, axis: "y" }, at: [1.45, 1.45, -0.1], tone: "trim", segments: 8 },
      { cylinder: { radius: 0.33, length: 0.55, axis: "y" }, at: [1.45, 1.9, -0.1], tone: "pale", segments: 12 },
      { cylinder: { radius: 0.35, length: 0.06, axis: "y" }, at: [1.45, 2.2, -0.1], tone: "trim", segments: 12 },
      { box: [0.8, 0.07, 0.5], at: [-1.05, 0.7, 0.78], tone: "belt", chamfer: 0 },
      ...panel(0.24, 0.95, 0.72),
    ],
  },
  // three drying hoppers with their cones on one frame, a fan box before them
  dryer: {
    width: 2,
    depth: 2,
    height: 2.4,
    work: [-0.55, 0.9, 0.72],
    primitives: [
      { box: [1.9, 0.14, 1.9], at: [0, 0, 0], tone: "trim" },
      ...moved(legs(1.7, 0.7, 1.3), 0, -0.35),
      { box: [1.85, 0.1, 0.9], at: [0, 1.22, -0.35], tone: "trim", chamfer: 0 },
      ...[-0.62, 0, 0.62].flatMap((x): Primitive[] => [
        { cylinder: { radius: 0.12, length: 0.4, axis: "y" }, at: [x, 0.8, -0.35], tone: "belt", segments: 8 },
        { cylinder: { radius: 0.2, length: 0.3, axis: "y" }, at: [x, 1.1, -0.35], tone: "pale", segments: 10 },
        { cylinder: { radius: 0.29, length: 0.95, axis: "y" }, at: [x, 1.78, -0.35], tone: "pale", segments: 12 },
        { cylinder: { radius: 0.21, length: 0.1, axis: "y" }, at: [x, 2.3, -0.35], tone: "trim", segments: 10 },
      ]),
      { box: [0.8, 0.95, 0.7], at: [0.5, 0.12, 0.55], tone: "body" },
      { box: [0.5, 0.3, 0.04], at: [0.5, 0.6, 0.91], tone: "glass", chamfer: 0 },
      { box: [0.8, 0.74, 0.6], at: [-0.5, 0.12, 0.6], tone: "belt" },
    ],
  },
  // closed cell against the beam: wide dark windows, extraction on the roof, shuttle table in front
  laser: {
    width: 2.5,
    depth: 2.5,
    height: 2.5,
    work: [-0.25, 0.9, 1.08],
    primitives: [
      { box: [2.3, 0.26, 2.1], at: [0, 0, -0.15], tone: "trim" },
      { box: [2.2, 1.6, 2.0], at: [0, 0.24, -0.15], tone: "body", chamfer: 0.08 },
      { box: [1.5, 0.62, 0.05], at: [-0.2, 1.0, 0.86], tone: "glass", chamfer: 0 },
      { box: [0.05, 0.62, 1.2], at: [1.11, 1.0, -0.15], tone: "glass", chamfer: 0 },
      { box: [2.26, 0.12, 2.06], at: [0, 1.82, -0.15], tone: "pale" },
      { box: [0.8, 0.36, 0.8], at: [0.45, 1.94, -0.5], tone: "trim" },
      { cylinder: { radius: 0.17, length: 0.75, axis: "y" }, at: [-0.55, 2.25, -0.6], tone: "pale", segments: 10 },
      { cylinder: { radius: 0.17, length: 0.9, axis: "x" }, at: [-0.2, 2.5, -0.6], tone: "pale", segments: 10 },
      { box: [1.3, 0.1, 0.5], at: [-0.25, 0.78, 1.05], tone: "steel" },
      { box: [1.1, 0.78, 0.3], at: [-0.25, 0, 0.98], tone: "trim" },
      ...panel(0.95, 0.98, 1.0),
    ],
  },
  // a long low hood in sections between two conveyors, two flues
  oven: {
    width: 6,
    depth: 1.5,
    height: 1.6,
    work: [-2.72, 0.88, 0],
    primitives: [
      { box: [4.9, 0.62, 1.1], at: [0, 0, 0], tone: "trim" },
      { box: [5.0, 0.56, 1.3], at: [0, 0.6, 0], tone: "body", chamfer: 0.2 },
      ...[-1.65, -0.55, 0.55, 1.65].map((x): Primitive => ({
        box: [0.06, 0.59, 1.33],
        at: [x, 0.6, 0],
        tone: "pale",
        chamfer: 0.2,
      })),
      ...[-2.51, 2.51].map((x): Primitive => ({
        box: [0.04, 0.22, 0.8],
        at: [x, 0.7, 0],
        tone: "glass",
        chamfer: 0,
      })),
      ...[-1.9, 1.9].map((x): Primitive => ({
        cylinder: { radius: 0.17, length: 0.6, axis: "y" },
        at: [x, 1.4, -0.2],
        tone: "pale",
        segments: 10,
      })),
      ...[-2.72, 2.72].map((x): Primitive => ({ box: [0.46, 0.08, 0.7], at: [x, 0.72, 0], tone: "belt", chamfer: 0 })),
      ...[-2.72, 2.72].map((x): Primitive => ({ box: [0.2, 0.72, 0.5], at: [x, 0, 0], tone: "trim", chamfer: 0 })),
    ],
  },
} satisfies Record<string, Shape>;
