import { block, drum, legs, moved, panel, rollers, slides, turns } from "./pieces";
import type { Primitive, Shape } from "./primitive";

/** Benches and small machines where hands do most of the work. */
export const benchShapes = {
  // table, part bins on a rail, lamp across the back
  bench: {
    width: 2,
    depth: 1.2,
    height: 1.8,
    work: [-0.1, 0.96, 0.16],
    primitives: [
      block([1.9, 0.08, 0.9], [0, 0.84, 0], "pale"),
      ...legs(1.74, 0.72, 0.84),
      block([1.7, 0.05, 0.66], [0, 0.22, 0], "belt", 0),
      block([0.5, 0.42, 0.6], [0.62, 0.38, 0], "body", 0.03),
      ...[-0.9, 0.9].map((x) => block([0.05, 0.95, 0.05], [x, 0.9, -0.4], "trim", 0)),
      block([1.85, 0.04, 0.26], [0, 1.78, -0.3], "trim", 0),
      block([1.6, 0.03, 0.12], [0, 1.75, -0.3], "pale", 0),
      block([1.84, 0.04, 0.04], [0, 1.2, -0.4], "trim", 0),
      ...[-0.66, -0.33, 0, 0.33, 0.66].map((x) => block([0.26, 0.16, 0.22], [x, 1.06, -0.3], "belt", 0.02)),
      block([0.4, 0.02, 0.3], [-0.1, 0.93, 0.16], "belt", 0),
    ],
    movers: [],
  },
  // turning fixture on a table, screwdriver on a balancer above it
  assembly: {
    width: 1.8,
    depth: 1.4,
    height: 2,
    work: [-0.05, 1.02, 0.2],
    primitives: [
      block([1.7, 0.08, 0.95], [0, 0.8, 0.05], "pale"),
      ...moved(legs(1.54, 0.76, 0.8), 0, 0.05),
      block([1.5, 0.05, 0.7], [0, 0.2, 0.05], "belt", 0),
      ...[-0.8, 0.8].map((x) => block([0.06, 1.1, 0.06], [x, 0.88, -0.4], "trim", 0)),
      block([1.66, 0.07, 0.07], [0, 1.96, -0.4], "trim", 0),
      block([0.07, 0.07, 0.6], [-0.05, 1.96, -0.1], "trim", 0),
      ...[-0.55, -0.2, 0.15, 0.5].map((x) => block([0.3, 0.18, 0.26], [x, 0.88, -0.36], "belt", 0.02)),
      block([0.46, 0.12, 0.4], [-0.05, 0.88, 0.2], "trim", 0.02),
      block([0.34, 0.3, 0.05], [0.62, 1.2, -0.34], "glass", 0.02, [-8, 0, 0]),
    ],
    movers: [
      slides(
        "stroke",
        [0, -0.22, 0],
        [drum("y", 0.03, 0.5, [-0.05, 1.7, 0.18], "belt", 6), drum("y", 0.06, 0.26, [-0.05, 1.4, 0.18], "trim", 8)],
      ),
    ],
  },
  // granite slab, bridge over it with its quill, screen at the side
  inspection: {
    width: 2.2,
    depth: 1.4,
    height: 1.95,
    work: [-0.35, 1.0, 0.2],
    primitives: [
      block([1.3, 0.66, 0.9], [-0.35, 0.04, 0], "body"),
      block([1.5, 0.26, 1.1], [-0.35, 0.7, 0], "glass", 0.02),
      block([0.16, 0.06, 1.1], [-1.02, 0.96, 0], "steel", 0),
      block([0.66, 0.06, 0.8], [0.74, 0.76, 0], "pale", 0),
      block([0.5, 0.74, 0.7], [0.76, 0.02, -0.02], "trim"),
      block([0.5, 0.36, 0.05], [0.74, 1.0, -0.2], "glass", 0.02, [-8, 0, 0]),
      block([0.06, 0.2, 0.06], [0.74, 0.82, -0.22], "trim", 0),
      block([0.4, 0.03, 0.16], [0.74, 0.82, 0.14], "belt", 0),
    ],
    movers: [
      // the bridge goes over the part and back
      slides(
        "stroke",
        [0, 0, 0.34],
        [
          block([0.18, 0.78, 0.26], [-1.0, 0.96, -0.24], "pale", 0.04),
          block([0.14, 0.72, 0.2], [0.32, 0.96, -0.24], "pale", 0.04),
          block([1.5, 0.22, 0.26], [-0.34, 1.68, -0.24], "pale", 0.04),
          block([0.26, 0.42, 0.3], [-0.35, 1.62, -0.2], "body", 0.03),
          block([0.12, 0.46, 0.12], [-0.35, 1.24, -0.16], "trim", 0),
          drum("y", 0.02, 0.2, [-0.35, 1.16, -0.16], "steel", 6),
        ],
      ),
    ],
  },
  // arch of the taping machine with its roll over a roller table, flat cartons standing behind
  packing: {
    width: 2.2,
    depth: 1.4,
    height: 1.75,
    work: [-0.6, 0.9, 0.1],
    primitives: [
      ...legs(1.9, 0.8, 0.72),
      ...rollers(0, 2.1, 0.72, 0.05, 0.86),
      block([0.34, 1.36, 0.2], [0.4, 0, -0.5], "body", 0.03),
      block([0.34, 1.36, 0.2], [0.4, 0, 0.6], "body", 0.03),
      block([0.52, 0.3, 1.34], [0.4, 1.36, 0.05], "body", 0.05),
      block([0.3, 0.3, 0.04], [0.4, 0.96, 0.71], "glass", 0.02),
      ...[0, 1, 2, 3, 4].map((i) => block([0.86, 1.18 - i * 0.05, 0.03], [-0.6, 0.06, -0.44 - i * 0.05], "pale", 0)),
      block([0.94, 0.06, 0.3], [-0.6, 0, -0.54], "trim", 0),
      ...[-1.06, -0.14].map((x) => block([0.04, 0.7, 0.28], [x, 0, -0.54], "trim", 0)),
      block([0.5, 0.3, 0.4], [0.2, 0.06, 0], "body", 0.02),
    ],
    movers: [
      slides(
        "stroke",
        [0, -0.16, 0],
        [
          block([0.46, 0.14, 0.5], [0.4, 1.22, 0.05], "pale", 0.03),
          drum("z", 0.26, 0.1, [0.4, 1.78, 0.05], "pale", 18),
          drum("z", 0.1, 0.12, [0.4, 1.78, 0.05], "trim", 10),
          block([0.1, 0.3, 0.1], [0.4, 1.3, 0.05], "trim", 0),
        ],
      ),
    ],
  },
  // instrument cabinet, and before it a table with a fixture whose lid closes on the part
  tester: {
    width: 1.2,
    depth: 1.2,
    height: 1.8,
    work: [0.24, 1.0, 0.26],
    primitives: [
      block([0.56, 1.72, 0.56], [-0.28, 0.02, -0.26], "body"),
      ...[0.98, 1.2, 1.42].map((y) => block([0.44, 0.16, 0.03], [-0.28, y, 0.03], "glass", 0)),
      ...[1.03, 1.25].map((y) => block([0.1, 0.06, 0.03], [-0.16, y, 0.045], "steel", 0)),
      block([1.14, 0.07, 0.74], [0, 0.8, 0.2], "pale", 0.02),
      ...moved(legs(1.0, 0.58, 0.8), 0, 0.2),
      block([0.46, 0.12, 0.42], [0.24, 0.87, 0.26], "trim", 0.02),
      block([0.4, 0.3, 0.05], [0.36, 1.3, -0.26], "glass", 0.02, [-8, 0, 0]),
      block([0.06, 0.5, 0.06], [0.36, 0.86, -0.3], "trim", 0),
    ],
    movers: [
      turns("clamp", "x", [0.24, 1.0, 0.05], 78, [
        block([0.44, 0.42, 0.06], [0.24, 1.0, 0.04], "steel", 0.02),
        block([0.3, 0.28, 0.03], [0.24, 1.07, 0.08], "belt", 0),
      ]),
    ],
  },
  // belt under a portal with probes, the bins of the grades behind
  sorting: {
    width: 2.4,
    depth: 1.6,
    height: 1.75,
    work: [-0.85, 0.88, 0.2],
    primitives: [
      block([2.3, 0.1, 0.62], [0, 0.74, 0.2], "belt", 0.02),
      block([2.26, 0.03, 0.5], [0, 0.83, 0.2], "glass", 0),
      ...moved(legs(2.1, 0.5, 0.74), 0, 0.2),
      block([0.2, 1.55, 0.16], [0, 0, -0.2], "body", 0.03),
      block([0.2, 1.55, 0.16], [0, 0, 0.6], "body", 0.03),
      block([0.7, 0.26, 0.98], [0, 1.46, 0.2], "pale"),
      ...[-0.9, -0.3, 0.3, 0.9].flatMap((x): Primitive[] => [
        block([0.5, 0.6, 0.46], [x, 0, -0.5], "pale", 0.03),
        block([0.4, 0.02, 0.36], [x, 0.6, -0.5], "glass", 0),
        block([0.16, 0.06, 0.3], [x, 0.66, -0.2], "steel", 0, [-20, 0, 0]),
      ]),
      ...panel(0.95, 0.95, 0.62),
    ],
    movers: [
      slides(
        "stroke",
        [0, -0.26, 0],
        [
          block([0.5, 0.08, 0.4], [0, 1.32, 0.2], "trim", 0.02),
          ...[-0.16, 0, 0.16].map((x) => drum("y", 0.03, 0.2, [x, 1.24, 0.2], "steel", 6)),
        ],
      ),
    ],
  },
  // four columns and a ram over the stack, feeding table on the left
  stacking: {
    width: 2.4,
    depth: 1.8,
    height: 2.2,
    work: [-0.82, 0.88, 0.1],
    primitives: [
      block([1.3, 0.76, 1.3], [0.45, 0.02, 0], "trim"),
      block([1.1, 0.06, 1.1], [0.45, 0.78, 0], "steel", 0.02),
      ...[-0.08, 0.98].flatMap((x) => [-0.5, 0.5].map((z) => drum("y", 0.06, 1.0, [x, 1.3, z], "steel", 8))),
      block([1.3, 0.2, 1.24], [0.45, 1.78, 0], "body"),
      drum("y", 0.17, 0.4, [0.45, 2.1, 0], "pale", 12),
      block([0.6, 0.3, 0.5], [0.45, 0.82, 0], "belt", 0.02),
      ...rollers(-0.72, 0.9, 0.72, 0.1, 0.8),
      ...moved(legs(0.76, 0.7, 0.72), -0.74, 0.1),
      ...panel(1.0, 0.95, 0.74),
    ],
    movers: [
      slides(
        "stroke",
        [0, -0.26, 0],
        [block([0.9, 0.14, 0.8], [0.45, 1.4, 0], "pale", 0.03), drum("y", 0.08, 0.5, [0.45, 1.7, 0], "steel", 8)],
      ),
    ],
  },
  // one channel, a drawer front on each tier: side by side and back to back they make the rack
  channel: {
    width: 0.25,
    depth: 0.2,
    height: 1.75,
    work: [0, 0.9, 0],
    primitives: [
      block([0.25, 1.75, 0.2], [0, 0, 0], "trim", 0),
      ...[0.16, 0.42, 0.68, 0.94, 1.2, 1.46].flatMap((y): Primitive[] => [
        block([0.19, 0.18, 0.012], [0, y, 0.1], "pale", 0),
        block([0.012, 0.18, 0.15], [0.125, y, 0], "body", 0),
      ]),
    ],
    movers: [],
  },
  generic: {
    width: 2,
    depth: 1.6,
    height: 1.7,
    work: [-0.2, 0.94, 0.52],
    primitives: [
      block([1.8, 0.8, 1.4], [0, 0, 0], "trim"),
      block([1.84, 0.86, 0.95], [0, 0.78, -0.2], "body"),
      block([1.0, 0.5, 0.05], [-0.2, 0.95, 0.28], "glass", 0),
      ...panel(0.66, 0.95, 0.5),
    ],
    movers: [],
  },
} satisfies Record<string, Shape>;
