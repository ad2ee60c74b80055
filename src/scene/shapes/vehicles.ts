import { block, drum } from "./pieces";
import type { Primitive } from "./primitive";

/** Vehicles looking to +z, without their load, which lies at the height of the deck, so far ahead of the middle. */
export const vehicleShapes: Readonly<
  Record<"agv" | "forklift" | "person" | "crane", { deck: number; ahead: number; primitives: readonly Primitive[] }>
> = {
  agv: {
    deck: 0.36,
    ahead: 0,
    primitives: [
      block([0.7, 0.24, 1.0], [0, 0.06, 0], "body", 0.08),
      block([0.62, 0.05, 0.86], [0, 0.3, 0], "trim", 0.02),
      block([0.5, 0.06, 0.04], [0, 0.14, 0.5], "glass", 0),
      ...[-0.3, 0.3].map((x) => drum("x", 0.1, 0.08, [x, 0.1, 0], "glass", 10)),
    ],
  },
  forklift: {
    deck: 0.2,
    ahead: 0.75,
    primitives: [
      block([0.95, 0.5, 1.2], [0, 0.18, -0.5], "body", 0.08),
      block([0.95, 0.62, 0.4], [0, 0.4, -1.0], "trim", 0.08),
      ...[-0.42, 0.42].flatMap((x) => [-0.9, 0.0].map((z) => block([0.06, 1.4, 0.06], [x, 0.68, z], "trim", 0))),
      block([0.95, 0.06, 1.05], [0, 2.04, -0.45], "trim", 0.02),
      ...[-0.26, 0.26].map((x) => block([0.08, 1.9, 0.1], [x, 0.1, 0.16], "trim", 0)),
      ...[-0.22, 0.22].map((x) => block([0.12, 0.05, 1.1], [x, 0.06, 0.72], "steel", 0)),
      ...[-0.44, 0.44].flatMap((x) => [
        drum("x", 0.24, 0.14, [x, 0.24, -0.05], "glass", 12),
        drum("x", 0.2, 0.14, [x, 0.2, -0.95], "glass", 12),
      ]),
      block([0.4, 0.4, 0.1], [0, 0.66, -0.72], "glass", 0.02),
    ],
  },
  person: {
    deck: 0.3,
    ahead: 0,
    primitives: [
      block([0.6, 0.06, 0.95], [0, 0.22, 0], "belt", 0.02),
      ...[-0.24, 0.24].flatMap((x) => [-0.36, 0.36].map((z) => drum("x", 0.1, 0.06, [x, 0.1, z], "glass", 8))),
      ...[-0.26, 0.26].map((x) => block([0.04, 0.75, 0.04], [x, 0.25, -0.46], "trim", 0)),
      block([0.56, 0.04, 0.04], [0, 0.98, -0.46], "trim", 0),
    ],
  },
  crane: {
    deck: 1.2,
    ahead: 0,
    primitives: [
      block([2.4, 0.2, 0.3], [0, 3.6, 0], "belt", 0.03),
      block([0.5, 0.26, 0.5], [0, 3.35, 0], "trim", 0.03),
      drum("y", 0.02, 1.6, [0, 2.5, 0], "trim", 6),
      block([0.2, 0.2, 0.2], [0, 1.6, 0], "trim", 0.03),
    ],
  },
};
