import type { EquipmentKind } from "../plan/equipment";
import { block, drum, legs, slides } from "./pieces";
import type { Shape } from "./primitive";

/**
 * What retrofits bring besides machines, robots and people. A `belt` band is drawn in the plan's colour (see the stage):
 * small things must say that they are new, even where they hang on a machine and cover no floor.
 */
export const thingShapes: Readonly<Record<EquipmentKind, Shape>> = {
  sensor: {
    width: 0.4,
    depth: 0.4,
    height: 0.5,
    work: [0, 0.1, 0],
    primitives: [
      block([0.34, 0.2, 0.26], [0, 0, 0], "pale", 0.03),
      block([0.36, 0.06, 0.28], [0, 0.07, 0], "belt", 0),
      drum("y", 0.018, 0.42, [0.11, 0.38, 0], "trim", 6),
      drum("y", 0.018, 0.42, [-0.11, 0.38, 0], "trim", 6),
    ],
  },
  gateway: {
    width: 0.7,
    depth: 0.5,
    height: 1.8,
    work: [0, 0.9, 0],
    primitives: [
      block([0.6, 1.45, 0.4], [0, 0.06, 0], "pale", 0.03),
      block([0.62, 0.1, 0.42], [0, 1.2, 0], "belt", 0),
      block([0.44, 0.8, 0.03], [0, 0.28, 0.2], "glass", 0),
      ...[-0.2, 0, 0.2].map((x) => drum("y", 0.02, 0.5, [x, 1.72, 0], "trim", 6)),
    ],
  },
  // the board's face is written by the stage
  board: {
    width: 4.4,
    depth: 0.3,
    height: 3.4,
    work: [0, 2.3, 0.1],
    primitives: [
      ...[-1.7, 1.7].map((x) => block([0.12, 1.7, 0.12], [x, 0, 0], "trim", 0)),
      block([4.3, 1.95, 0.14], [0, 1.45, 0], "trim", 0.03),
      block([4.36, 0.07, 0.16], [0, 1.4, 0], "belt", 0),
    ],
  },
  camera: {
    width: 1.3,
    depth: 1.1,
    height: 2.3,
    work: [0, 1, 0],
    primitives: [
      ...[-0.6, 0.6].map((x) => block([0.08, 2.1, 0.08], [x, 0, -0.42], "trim", 0)),
      block([1.28, 0.1, 0.1], [0, 2.06, -0.42], "belt", 0),
      block([0.08, 0.08, 0.5], [0, 2.08, -0.2], "trim", 0),
      block([0.16, 0.34, 0.16], [0, 1.78, 0], "pale", 0.02),
      drum("y", 0.06, 0.16, [0, 1.72, 0], "glass", 10),
      drum("y", 0.2, 0.05, [0, 1.6, 0], "steel", 16),
    ],
  },
  gauge: {
    width: 0.5,
    depth: 0.3,
    height: 1.4,
    work: [0, 1, 0],
    primitives: [
      block([0.06, 1.0, 0.06], [0, 0, 0], "trim", 0),
      block([0.3, 0.24, 0.16], [0, 1.0, 0], "pale", 0.02),
      block([0.32, 0.06, 0.18], [0, 1.24, 0], "belt", 0),
      block([0.2, 0.14, 0.02], [0, 1.05, 0.08], "glass", 0),
    ],
  },
  // two pallets with their zero-point plates on a stand
  fixture: {
    width: 1.5,
    depth: 0.8,
    height: 1.1,
    work: [0, 0.9, 0],
    primitives: [
      ...legs(1.3, 0.6, 0.78),
      block([1.42, 0.08, 0.7], [0, 0.76, 0], "pale", 0.02),
      block([1.44, 0.05, 0.72], [0, 0.7, 0], "belt", 0),
      ...[-0.36, 0.36].flatMap((x) => [
        block([0.54, 0.08, 0.5], [x, 0.84, 0], "steel", 0.02),
        block([0.14, 0.2, 0.14], [x - 0.12, 0.92, 0], "trim", 0.02),
        block([0.14, 0.2, 0.14], [x + 0.12, 0.92, 0], "trim", 0.02),
      ]),
    ],
  },
  meter: {
    width: 0.4,
    depth: 0.2,
    height: 0.6,
    work: [0, 0.3, 0],
    primitives: [
      block([0.36, 0.5, 0.18], [0, 0, 0], "pale", 0.02),
      block([0.38, 0.07, 0.2], [0, 0.4, 0], "belt", 0),
      block([0.2, 0.12, 0.02], [0, 0.2, 0.1], "glass", 0),
    ],
  },
  cabinet: {
    width: 0.9,
    depth: 0.6,
    height: 1.9,
    work: [0, 0.9, 0],
    primitives: [
      block([0.8, 1.75, 0.5], [0, 0.08, 0], "body", 0.03),
      block([0.82, 0.1, 0.52], [0, 1.6, 0], "belt", 0),
      block([0.4, 0.26, 0.03], [0, 1.2, 0.25], "glass", 0),
    ],
  },
  // beam over the clamp of an injection press; the arm goes down between the platens when they are open
  takeOut: {
    width: 1.4,
    depth: 1.8,
    height: 3.2,
    work: [0, 1, 0],
    primitives: [
      block([0.3, 1.0, 0.34], [0, 1.96, -0.1], "pale", 0.04),
      block([0.26, 0.2, 2.3], [0, 2.9, 0.35], "pale", 0.03),
      block([0.28, 0.07, 2.32], [0, 2.86, 0.35], "belt", 0),
      // table on which the piece is put down
      ...legs(0.5, 0.4, 0.7).map((leg) => ({ ...leg, at: [leg.at[0] - 0.2, 0, leg.at[2] + 1.15] as const })),
      block([0.7, 0.06, 0.55], [-0.2, 0.7, 1.15], "pale", 0.02),
    ],
    movers: [
      slides(
        "door",
        [0, -0.55, -1.15],
        [
          block([0.5, 0.26, 0.3], [-0.2, 2.74, 1.1], "trim", 0.03),
          block([0.09, 1.3, 0.09], [-0.36, 1.5, 1.1], "steel", 0),
          block([0.24, 0.05, 0.24], [-0.36, 1.46, 1.1], "trim", 0),
        ],
      ),
    ],
  },
  pressArm: { width: 1, depth: 1, height: 2, work: [0, 1, 0], primitives: [block([0.9, 0.1, 0.9], [0, 0, 0], "trim")] },
  hangingRail: {
    width: 1.2,
    depth: 1.4,
    height: 2.3,
    work: [0, 1, 0],
    primitives: [
      ...[-0.56, 0.56].map((x) => block([0.05, 2.16, 0.05], [x, 0, -0.62], "trim", 0)),
      ...[-0.56, 0.56].map((x) => block([0.05, 0.05, 0.9], [x, 2.12, -0.2], "trim", 0)),
      block([1.24, 0.07, 0.07], [0, 2.08, 0.2], "belt", 0),
      block([1.24, 0.06, 0.05], [0, 2.08, -0.5], "steel", 0),
      ...[-0.4, -0.1, 0.3].flatMap((x) => [
        block([0.02, 0.22, 0.02], [x, 1.88, 0.2], "trim", 0),
        block([0.05, 0.5, 0.36], [x, 1.38, 0.2], "pale", 0.02),
      ]),
    ],
  },
  cart: {
    width: 1.3,
    depth: 0.8,
    height: 1.3,
    work: [0, 0.8, 0],
    primitives: [
      block([1.2, 0.1, 0.7], [0, 0.14, 0], "trim", 0.02),
      ...[-0.56, 0.56].map((x) => block([0.05, 1.1, 0.6], [x, 0.2, 0], "pale", 0)),
      block([1.16, 0.06, 0.62], [0, 1.2, 0], "belt", 0),
      ...[-0.42, -0.21, 0, 0.21, 0.42].flatMap((x) => [
        drum("x", 0.17, 0.09, [x, 0.55, 0.14], "belt", 12),
        drum("x", 0.17, 0.09, [x, 0.98, 0.14], "belt", 12),
        drum("x", 0.06, 0.1, [x, 0.55, 0.14], "steel", 6),
        drum("x", 0.06, 0.1, [x, 0.98, 0.14], "steel", 6),
      ]),
    ],
  },
};
