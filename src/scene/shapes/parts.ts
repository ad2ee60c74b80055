import type { PartForm } from "../plan/forms";
import type { Primitive } from "./primitive";

const cylinder = (radius: number, length: number, y: number, tone: Primitive["tone"], segments = 8): Primitive => ({
  cylinder: { radius, length, axis: "y" },
  at: [0, y, 0],
  tone,
  segments,
});

/** Parts at about twice their size, so that they can be counted; they lie on y = 0. */
export const partShapes: Readonly<Record<PartForm, readonly Primitive[]>> = {
  bar: [{ cylinder: { radius: 0.09, length: 0.95, axis: "x" }, at: [-0.1, 0.1, 0], tone: "pale", segments: 7 }],
  blank: [cylinder(0.12, 0.2, 0.1, "pale")],
  hub: [cylinder(0.155, 0.08, 0.04, "pale"), cylinder(0.09, 0.14, 0.14, "pale")],
  milled: [{ box: [0.29, 0.08, 0.24], at: [0, 0, 0], tone: "pale", chamfer: 0 }, cylinder(0.095, 0.15, 0.145, "pale")],
  drilled: [
    { box: [0.29, 0.08, 0.24], at: [0, 0, 0], tone: "pale", chamfer: 0 },
    cylinder(0.095, 0.15, 0.145, "pale"),
    cylinder(0.055, 0.02, 0.222, "glass", 6),
  ],
  cloth: [
    { box: [0.3, 0.05, 0.24], at: [0, 0, 0], tone: "pale", chamfer: 0.02 },
    { box: [0.26, 0.05, 0.2], at: [0.01, 0.05, 0], tone: "pale", chamfer: 0.02 },
  ],
  board: [
    { box: [0.32, 0.03, 0.24], at: [0, 0, 0], tone: "pale", chamfer: 0 },
    { box: [0.1, 0.04, 0.1], at: [0.05, 0.03, 0.02], tone: "glass", chamfer: 0 },
    { box: [0.06, 0.06, 0.12], at: [-0.1, 0.03, -0.02], tone: "glass", chamfer: 0 },
  ],
  carton: [{ box: [0.32, 0.26, 0.32], at: [0, 0, 0], tone: "pale", chamfer: 0.02 }],
  piece: [{ box: [0.26, 0.2, 0.26], at: [0, 0, 0], tone: "pale", chamfer: 0.03 }],
  crate: [
    { box: [0.42, 0.3, 0.42], at: [0, 0, 0], tone: "pale", chamfer: 0.03 },
    { box: [0.34, 0.02, 0.34], at: [0, 0.3, 0], tone: "belt", chamfer: 0 },
  ],
};
