import { block, drum, feet, legs, moved, rollers, slides, spinning, wedge } from "./pieces";
import type { Primitive, Shape } from "./primitive";

/** short belts at both ends of a machine in a board line, by which boards come and go */
const boardBelts: Primitive[] = [-0.72, 0.72].map((x) => block([0.2, 0.08, 0.44], [x, 0.8, 0.1], "belt", 0));
const cabinet: Primitive[] = [block([1.3, 0.76, 1.3], [0, 0.04, -0.08], "trim"), ...feet(1.1, 1.1)];
/** a screen on an arm, as board machines have it */
const monitor = (x: number, y: number, z: number): Primitive[] => [
  block([0.05, 0.34, 0.05], [x, y - 0.24, z - 0.06], "trim", 0),
  block([0.46, 0.34, 0.05], [x, y, z], "glass", 0.02, [-8, 0, 0]),
];

/** Printer, placer, inspection of boards, ovens and tunnels: what a part passes through from left to right. */
export const boardShapes = {
  // cabinet with a slanting hood, stencil frame sticking out on top
  printer: {
    width: 1.6,
    depth: 1.6,
    height: 1.55,
    work: [0.72, 0.9, 0.1],
    primitives: [
      ...cabinet,
      wedge(
        0,
        1.34,
        [
          [-0.73, 0.8],
          [0.6, 0.8],
          [0.6, 1.0],
          [0.16, 1.44],
          [-0.73, 1.44],
        ],
        "body",
      ),
      block([0.9, 0.5, 0.04], [0, 1.0, 0.42], "glass", 0, [-45, 0, 0]),
      block([0.84, 0.05, 0.62], [0, 1.44, -0.4], "steel", 0.01),
      block([0.6, 0.03, 0.4], [0, 1.48, -0.4], "glass", 0),
      ...monitor(0.42, 1.34, 0.5),
      ...boardBelts,
    ],
    movers: [slides("feed", [0, 0, 0.34], [block([0.66, 0.12, 0.07], [0, 1.52, -0.57], "trim", 0.01)])],
  },
  // rounded hood, gantry in its window, a bank of feeders with their reels in front
  placer: {
    width: 1.6,
    depth: 1.6,
    height: 1.6,
    work: [0.72, 0.9, 0.1],
    primitives: [
      ...cabinet,
      block([1.34, 0.5, 0.5], [0, 0.8, -0.48], "body"),
      block([0.16, 0.62, 0.9], [-0.59, 0.8, 0.1], "body", 0.03),
      block([0.16, 0.62, 0.9], [0.59, 0.8, 0.1], "body", 0.03),
      drum("x", 0.44, 1.34, [0, 1.22, -0.32], "pale", 16),
      block([1.02, 0.03, 0.8], [0, 0.88, 0.1], "glass", 0),
      block([1.04, 0.1, 0.1], [0, 1.22, 0.22], "steel", 0),
      ...[-0.5, -0.3, -0.1, 0.1, 0.3, 0.5].flatMap((x): Primitive[] => [
        block([0.11, 0.1, 0.44], [x, 0.74, 0.56], "pale", 0, [8, 0, 0]),
        drum("x", 0.18, 0.09, [x, 0.52, 0.62], "belt", 12),
        drum("x", 0.06, 0.1, [x, 0.52, 0.62], "pale", 6),
      ]),
      ...monitor(0.46, 1.42, 0.3),
      ...boardBelts,
    ],
    movers: [slides("feed", [0.6, 0, 0], [block([0.2, 0.26, 0.2], [-0.3, 1.04, 0.3], "trim", 0.02)])],
  },
  // camera tower on its cabinet, screen towards the aisle
  aoi: {
    width: 1.6,
    depth: 1.6,
    height: 1.7,
    work: [0.72, 0.9, 0.1],
    primitives: [
      ...cabinet,
      block([1.26, 0.55, 1.2], [0, 0.8, -0.1], "pale", 0.12),
      block([0.86, 0.3, 0.04], [0, 0.9, 0.5], "glass", 0),
      block([0.56, 0.42, 0.56], [-0.1, 1.33, -0.2], "body", 0.06),
      drum("y", 0.14, 0.12, [-0.1, 1.8, -0.2], "trim", 12),
      ...monitor(0.44, 1.36, 0.56),
      ...boardBelts,
    ],
    movers: [],
  },
  // a long low hood with a lid over each pair of zones, between two conveyors, two flues
  oven: {
    width: 6,
    depth: 1.5,
    height: 1.65,
    work: [-2.72, 0.88, 0],
    primitives: [
      block([4.9, 0.58, 1.1], [0, 0.04, 0], "trim"),
      ...feet(4.6, 0.9),
      block([5.0, 0.6, 1.3], [0, 0.62, 0], "body", 0.22),
      // lids over the zones, each with its handle towards the aisle
      ...[-1.86, -0.62, 0.62, 1.86].flatMap((x): Primitive[] => [
        block([1.14, 0.12, 0.98], [x, 1.19, 0], "pale", 0.06),
        block([0.5, 0.05, 0.05], [x, 1.0, 0.67], "trim", 0),
        block([0.02, 0.36, 0.02], [x + 0.62, 0.72, 0.645], "trim", 0),
      ]),
      ...[-2, -1, 0, 1, 2].map((x) => block([0.5, 0.12, 0.02], [x, 0.3, 0.56], "belt", 0)),
      ...[-2.51, 2.51].map((x) => block([0.04, 0.22, 0.8], [x, 0.7, 0], "glass", 0)),
      ...[-1.9, 1.9].flatMap((x): Primitive[] => [
        drum("y", 0.17, 0.6, [x, 1.44, -0.2], "pale", 12),
        drum("y", 0.2, 0.06, [x, 1.76, -0.2], "trim", 12),
      ]),
      ...[-2.74, 2.74].flatMap((x): Primitive[] => [
        block([0.46, 0.08, 0.7], [x, 0.72, 0], "belt", 0),
        block([0.2, 0.72, 0.5], [x, 0, 0], "trim", 0),
      ]),
      ...moved(monitor(0, 1.0, 0), 2.2, 0.7),
    ],
    movers: [spinning("y", 0.16, 0.06, [-0.62, 1.34, -0.1], "trim", 10)],
  },
  // a rounded hood with curtains between two roller tables, tank and pump behind, steam flue
  tunnel: {
    width: 3.5,
    depth: 1.6,
    height: 1.85,
    work: [-1.24, 0.9, 0.05],
    primitives: [
      block([2.1, 0.6, 1.26], [0.2, 0.02, 0], "trim"),
      ...moved(feet(1.9, 1.0), 0.2, 0),
      block([2.2, 1.0, 1.3], [0.2, 0.6, 0], "body", 0.2),
      ...[-0.92, 1.32].flatMap((x) =>
        [-0.3, -0.1, 0.1, 0.3].map((z) => block([0.05, 0.5, 0.17], [x, 0.74, z + 0.05], "glass", 0)),
      ),
      block([0.8, 0.5, 0.04], [-0.2, 0.86, 0.65], "pale", 0.02),
      block([0.8, 0.5, 0.04], [0.72, 0.86, 0.65], "pale", 0.02),
      ...[-0.2, 0.72].flatMap((x) => [
        block([0.5, 0.24, 0.03], [x, 1.02, 0.67], "glass", 0),
        block([0.2, 0.04, 0.04], [x, 0.9, 0.68], "trim", 0),
      ]),
      drum("y", 0.17, 0.7, [0.9, 1.9, -0.25], "pale", 12),
      drum("y", 0.21, 0.05, [0.9, 2.26, -0.25], "trim", 12),
      block([0.7, 0.22, 0.5], [-0.1, 1.58, -0.2], "pale", 0.04),
      ...rollers(-1.27, 0.86, 0.74, 0.05, 0.9),
      ...rollers(1.55, 0.36, 0.74, 0.05, 0.9),
      ...moved(legs(0.74, 0.84, 0.74), -1.29, 0.05),
    ],
    movers: [spinning("x", 0.16, 0.3, [-0.55, 0.34, -0.72], "belt", 10)],
  },
} satisfies Record<string, Shape>;
