import { block, drum, slides, turns } from "./pieces";
import type { Primitive, Shape } from "./primitive";

/** What garments are sewn, pressed and hung at. */
export const garmentShapes = {
  // table with the bow of the machine, handwheel, thread stand, stool
  sewing: {
    width: 1.2,
    depth: 1.4,
    height: 1.4,
    work: [-0.32, 0.8, 0.14],
    seat: [0, -0.34, 0.56],
    primitives: [
      block([1.14, 0.05, 0.62], [0, 0.74, -0.1], "pale", 0.02),
      ...[-0.46, 0.46].flatMap((x): Primitive[] => [
        block([0.06, 0.68, 0.06], [x, 0.06, -0.2], "trim", 0),
        block([0.06, 0.06, 0.6], [x, 0, -0.1], "trim", 0),
      ]),
      block([0.9, 0.05, 0.05], [0, 0.3, -0.2], "trim", 0),
      block([0.34, 0.04, 0.24], [-0.02, 0.08, 0.02], "belt", 0, [-12, 0, 0]),
      block([0.3, 0.22, 0.24], [0.22, 0.5, -0.15], "belt", 0.03),
      block([0.78, 0.07, 0.24], [0.02, 0.79, -0.1], "trim", 0.02),
      block([0.17, 0.34, 0.2], [0.3, 0.84, -0.1], "body", 0.04),
      block([0.66, 0.15, 0.18], [0.05, 1.08, -0.1], "body", 0.04),
      block([0.14, 0.24, 0.18], [-0.24, 0.98, -0.1], "body", 0.03),
      block([0.26, 0.2, 0.08], [0.1, 1.22, -0.32], "belt", 0.02),
      block([0.03, 0.56, 0.03], [0.46, 0.79, -0.3], "trim", 0),
      ...[0.38, 0.54].map((x) => drum("y", 0.06, 0.14, [x, 1.34, -0.3], "pale", 8, 0.03)),
      block([0.24, 0.03, 0.03], [0.46, 1.26, -0.3], "trim", 0),
      drum("y", 0.18, 0.06, [0, 0.5, 0.52], "trim", 12),
      drum("y", 0.04, 0.44, [0, 0.25, 0.52], "belt", 6),
      drum("y", 0.2, 0.03, [0, 0.02, 0.52], "belt", 10),
    ],
    movers: [
      turns("spin", "x", [0.42, 1.15, -0.1], 360, [
        drum("x", 0.12, 0.06, [0.42, 1.15, -0.1], "trim", 12),
        block([0.07, 0.04, 0.04], [0.42, 1.21, -0.1], "pale", 0),
      ]),
      slides("stroke", [0, -0.07, 0], [drum("y", 0.02, 0.16, [-0.24, 0.96, -0.02], "steel", 6)]),
    ],
  },
  // board with its pointed end, iron on a hose from a rail over it, boiler
  ironing: {
    width: 1.8,
    depth: 1.4,
    height: 1.6,
    work: [-0.42, 0.93, 0.14],
    primitives: [
      block([1.15, 0.1, 0.56], [0, 0.82, 0.1], "pale", 0.05),
      drum("y", 0.24, 0.1, [-0.6, 0.87, 0.1], "pale", 14),
      block([0.5, 0.82, 0.36], [0.1, 0, 0.1], "trim"),
      block([0.05, 1.62, 0.05], [0.66, 0, -0.1], "trim", 0),
      block([0.05, 0.05, 0.26], [0.66, 1.6, 0.02], "trim", 0),
      block([1.3, 0.05, 0.05], [0.04, 1.6, 0.12], "trim", 0),
      drum("y", 0.2, 0.62, [0.68, 0.42, -0.4], "body", 12),
      drum("y", 0.2, 0.12, [0.68, 0.79, -0.4], "body", 12, 0.06),
      block([0.62, 0.5, 0.46], [-0.5, 0, -0.38], "belt", 0.03),
    ],
    movers: [
      slides(
        "stroke",
        [-0.42, 0, 0],
        [
          block([0.36, 0.07, 0.2], [0.22, 0.92, 0.12], "steel", 0.02),
          block([0.3, 0.07, 0.15], [0.24, 0.99, 0.12], "trim", 0.03),
          block([0.05, 0.08, 0.06], [0.34, 1.06, 0.12], "trim", 0),
          block([0.24, 0.05, 0.06], [0.24, 1.13, 0.12], "trim", 0),
          drum("y", 0.02, 0.46, [0.34, 1.4, 0.12], "belt", 6),
        ],
      ),
    ],
  },
  // overhead rail with hangers in front of a seat
  hanger: {
    width: 1.5,
    depth: 2,
    height: 2.1,
    work: [-0.1, 1.1, 0.2],
    primitives: [
      ...[-0.7, 0.7].map((x) => block([0.06, 2.0, 0.06], [x, 0, -0.7], "trim", 0)),
      ...[-0.7, 0.7].map((x) => block([0.06, 0.06, 1.3], [x, 1.98, -0.1], "trim", 0)),
      block([1.5, 0.08, 0.06], [0, 1.92, 0.3], "steel", 0),
      block([1.5, 0.08, 0.06], [0, 1.92, -0.5], "steel", 0),
      ...[-0.5, -0.25, 0.25, 0.5].map((x) => block([0.02, 0.3, 0.02], [x, 1.6, 0.3], "trim", 0)),
      ...[-0.5, -0.25, 0.25, 0.5].map((x) => block([0.03, 0.5, 0.4], [x, 1.1, 0.3], "pale", 0)),
    ],
    movers: [],
  },
} satisfies Record<string, Shape>;
