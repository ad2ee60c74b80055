import { block, drum, feet, legs, moved, panel, slides, spinning, turns } from "./pieces";
import type { Primitive, Shape } from "./primitive";

/** Heat, force, beams and molten plastic: what stands on foundations of its own. */
export const formingShapes = {
  // two uprights, a crown above them with the flywheel at its side, the ram between, dies on the bed
  press: {
    width: 3.5,
    depth: 3,
    height: 3.9,
    work: [0, 1.2, 0.55],
    primitives: [
      block([2.6, 0.9, 2.2], [-0.1, 0, 0], "trim"),
      block([0.46, 2.2, 1.9], [-1.12, 0.9, 0], "body"),
      block([0.46, 2.2, 1.9], [0.92, 0.9, 0], "body"),
      block([1.6, 2.2, 0.1], [-0.1, 0.9, -0.85], "glass", 0),
      block([2.66, 1.0, 2.1], [-0.1, 2.95, 0], "body", 0.1),
      block([1.5, 0.12, 1.4], [-0.1, 0.9, 0.1], "steel", 0.02),
      block([0.7, 0.16, 0.6], [-0.1, 1.02, 0.5], "belt", 0.02),
      // the windows in the uprights, the nuts of the four tie rods on the crown
      block([0.04, 1.2, 0.9], [1.14, 1.3, 0], "glass", 0),
      block([0.04, 1.2, 0.9], [-1.34, 1.3, 0], "glass", 0),
      ...[-1.12, 0.92].flatMap((x) =>
        [-0.72, 0.72].flatMap((z): Primitive[] => [
          drum("y", 0.25, 0.1, [x, 4.0, z], "pale", 12),
          drum("y", 0.17, 0.3, [x, 4.15, z], "trim", 8),
        ]),
      ),
      // guard rails and the clutch between them
      block([2.4, 0.06, 0.06], [-0.1, 4.2, 1.0], "belt", 0),
      block([2.4, 0.06, 0.06], [-0.1, 4.2, -1.0], "belt", 0),
      ...[-1.2, -0.1, 1.0].flatMap((x) => [-1, 1].map((z) => block([0.05, 0.3, 0.05], [x, 3.94, z], "belt", 0))),
      drum("y", 0.34, 0.5, [-0.5, 4.1, -0.3], "trim", 12),
      block([0.7, 1.7, 1.0], [-1.5, 0, -0.9], "pale"),
      block([0.5, 0.6, 0.06], [-1.5, 0.8, -0.38], "glass", 0),
      ...panel(1.4, 0.95, 1.0),
    ],
    movers: [
      slides(
        "stroke",
        [0, -0.62, 0],
        [block([1.5, 0.95, 1.3], [-0.1, 2.1, 0.05], "pale"), block([0.7, 0.14, 0.6], [-0.1, 1.96, 0.5], "belt", 0.02)],
      ),
      spinning("x", 0.78, 0.3, [1.4, 3.4, 0], "trim", 20),
    ],
  },
  // C-frame press: the head overhangs the table, flywheel at the side
  cFrame: {
    width: 2,
    depth: 2.2,
    height: 2.6,
    work: [-0.1, 0.92, 0.55],
    primitives: [
      block([1.5, 0.72, 1.9], [-0.1, 0, 0], "trim"),
      block([1.36, 1.6, 0.8], [-0.1, 0.7, -0.5], "body"),
      block([1.36, 0.9, 1.7], [-0.1, 1.7, -0.06], "body", 0.1),
      block([1.1, 0.12, 0.95], [-0.1, 0.72, 0.46], "steel", 0.02),
      block([0.4, 0.08, 0.3], [-0.1, 0.84, 0.5], "belt", 0),
      block([0.9, 0.5, 0.05], [-0.1, 1.9, 0.79], "pale", 0.02),
      ...panel(0.76, 0.9, 0.9),
    ],
    movers: [
      slides("stroke", [0, -0.3, 0], [block([0.62, 0.5, 0.6], [-0.1, 1.3, 0.42], "pale")]),
      spinning("x", 0.56, 0.2, [0.72, 2.05, -0.35], "trim", 18),
    ],
  },
  // billets go from the hopper through three coils in a row, with the converter's cabinets behind
  heater: {
    width: 4,
    depth: 1.5,
    height: 1.75,
    work: [1.76, 0.88, 0.2],
    primitives: [
      block([3.3, 0.5, 0.66], [0.3, 0.02, 0.2], "trim"),
      ...moved(feet(3.1, 0.5), 0.3, 0.2),
      block([3.6, 0.08, 0.2], [0.3, 0.62, 0.2], "steel", 0),
      ...[-0.62, 0.28, 1.18].flatMap((x): Primitive[] => [
        block([0.82, 0.14, 0.62], [x, 0.52, 0.2], "pale", 0.03),
        drum("x", 0.27, 0.72, [x, 0.92, 0.2], "pale", 14),
        ...[-0.28, -0.14, 0, 0.14, 0.28].map((dx) => drum("x", 0.35, 0.07, [x + dx, 0.92, 0.2], "belt", 14)),
      ]),
      ...[-0.2, 0.7, 1.6].map((x) => block([0.95 - 0.1, 1.68, 0.5], [x - 0.15, 0, -0.46], "body")),
      ...[-0.35, 0.55, 1.45].flatMap((x) => [
        block([0.4, 0.24, 0.03], [x, 1.22, -0.2], "glass", 0),
        block([0.5, 0.04, 0.02], [x, 0.5, -0.2], "trim", 0),
      ]),
      // tilted hopper with its lift at the entry
      block([0.66, 1.0, 0.9], [-1.58, 0, 0.16], "body"),
      block([0.9, 0.36, 1.06], [-1.58, 1.08, 0.12], "pale", 0.04, [0, 0, -10]),
    ],
    movers: [slides("feed", [0.22, 0, 0], [drum("x", 0.075, 3.3, [0.14, 0.92, 0.2], "steel", 8)])],
  },
  // cabin with two throwing wheels, bucket elevator beside it, filter tower and its duct behind
  blaster: {
    width: 3,
    depth: 3,
    height: 3.15,
    work: [-0.3, 0.98, 1.1],
    primitives: [
      block([2.5, 0.24, 2.3], [-0.1, 0, 0.1], "trim"),
      block([2.0, 1.95, 1.7], [-0.3, 0.24, 0.12], "body", 0.22),
      block([1.4, 1.4, 0.04], [-0.3, 0.42, 0.96], "glass", 0),
      ...[-0.15, 0.6].map((z) => block([0.3, 0.62, 0.6], [0.78, 1.2, z], "pale", 0.05)),
      block([0.44, 3.0, 0.44], [1.08, 0, -0.6], "pale"),
      block([0.6, 0.3, 0.5], [1.08, 2.85, -0.6], "trim", 0.04),
      block([0.8, 0.28, 0.36], [0.62, 2.42, -0.55], "pale", 0.04, [0, 0, 24]),
      drum("y", 0.46, 1.5, [-0.85, 2.1, -0.98], "pale", 16),
      drum("y", 0.14, 0.7, [-0.85, 1.0, -0.98], "pale", 16, 0.46),
      drum("y", 0.2, 0.5, [-0.85, 3.05, -0.98], "trim", 12),
      ...moved(legs(0.7, 0.7, 0.9), -0.85, -0.98),
      drum("z", 0.15, 1.0, [-0.45, 2.3, -0.45], "belt", 10),
      ...panel(1.1, 0.95, 1.0),
    ],
    movers: [
      turns("door", "y", [-1.02, 0, 1.0], -105, [
        block([1.44, 1.5, 0.1], [-0.3, 0.38, 1.02], "pale", 0.03),
        block([0.08, 1.3, 0.08], [-0.3, 0.48, 1.08], "trim", 0),
        block([0.08, 0.3, 0.1], [0.32, 1.0, 1.09], "trim", 0),
      ]),
      spinning("x", 0.27, 0.22, [1.0, 1.5, -0.15], "trim", 12),
      spinning("x", 0.27, 0.22, [1.0, 1.5, 0.6], "trim", 12),
    ],
  },
  // long and low: platens and tie bars of the clamp on the left under a gate, barrel with its hopper on the right
  injection: {
    width: 5.5,
    depth: 1.8,
    height: 2.2,
    work: [-1.02, 1.0, 0.35],
    primitives: [
      block([5.2, 0.62, 1.16], [0, 0.06, -0.1], "trim"),
      ...moved(feet(4.8, 0.9), 0, -0.1),
      // toggle, with its cover, behind the moving platen
      block([1.0, 1.05, 1.2], [-2.06, 0.68, -0.1], "body"),
      block([0.28, 1.3, 1.3], [-0.42, 0.68, -0.1], "pale", 0.04),
      ...[0.92, 1.72].flatMap((y) => [-0.52, 0.32].map((z) => drum("x", 0.06, 1.9, [-1.2, y, z], "steel", 8))),
      block([2.2, 0.07, 1.3], [-1.4, 1.96, -0.1], "body", 0.02),
      block([1.15, 1.25, 0.05], [-1.0, 0.7, -0.72], "glass", 0),
      block([1.1, 0.05, 1.0], [-1.0, 0.7, -0.1], "belt", 0),
      // injection side
      block([1.1, 0.66, 0.9], [0.34, 0.68, -0.1], "body"),
      drum("x", 0.15, 1.4, [1.5, 1.16, -0.1], "steel", 12),
      ...[1.05, 1.35, 1.65, 1.95].map((x) => drum("x", 0.19, 0.1, [x, 1.16, -0.1], "belt", 12)),
      block([0.6, 0.3, 0.7], [1.5, 0.68, -0.1], "trim", 0.03),
      block([0.7, 0.9, 0.86], [2.24, 0.68, -0.1], "body"),
      drum("y", 0.1, 0.34, [1.25, 1.44, -0.1], "trim", 10, 0.14),
      drum("y", 0.14, 0.22, [1.25, 1.7, -0.1], "pale", 14, 0.34),
      drum("y", 0.34, 0.42, [1.25, 2.02, -0.1], "pale", 14),
      drum("y", 0.36, 0.05, [1.25, 2.25, -0.1], "trim", 14),
      ...panel(-0.06, 0.98, 0.66),
    ],
    movers: [
      slides(
        "clamp",
        [0.42, 0, 0],
        [
          block([0.28, 1.25, 1.26], [-1.62, 0.7, -0.1], "pale", 0.04),
          block([0.2, 0.6, 0.62], [-1.38, 1.0, -0.1], "belt", 0.02),
        ],
      ),
      slides(
        "door",
        [-0.95, 0, 0.05],
        [
          block([1.2, 1.2, 0.05], [-1.0, 0.72, 0.56], "pale", 0.02),
          block([0.9, 0.72, 0.03], [-1.0, 0.98, 0.58], "glass", 0),
          block([0.05, 0.3, 0.05], [-0.48, 1.2, 0.6], "trim", 0),
        ],
      ),
      slides("feed", [-0.12, 0, 0], [block([0.2, 0.5, 0.6], [1.86, 0.95, -0.1], "trim", 0.03)]),
    ],
  },
  // three drying hoppers with their cones on one frame, a fan box and a loader before them
  dryer: {
    width: 2,
    depth: 2,
    height: 2.5,
    work: [-0.5, 0.9, 0.72],
    primitives: [
      block([1.9, 0.12, 1.9], [0, 0, 0], "trim"),
      ...moved(legs(1.7, 0.7, 1.1), 0, -0.35),
      block([1.85, 0.08, 0.9], [0, 1.1, -0.35], "trim", 0),
      ...[-0.62, 0, 0.62].flatMap((x): Primitive[] => [
        drum("y", 0.08, 0.46, [x, 0.95, -0.35], "pale", 12, 0.27),
        drum("y", 0.28, 0.95, [x, 1.66, -0.35], "pale", 14),
        drum("y", 0.28, 0.2, [x, 2.22, -0.35], "pale", 14, 0.14),
        drum("y", 0.12, 0.2, [x, 2.4, -0.35], "trim", 10),
      ]),
      drum("x", 0.07, 1.4, [0, 1.3, -0.72], "belt", 8),
      block([0.8, 0.95, 0.7], [0.5, 0.12, 0.55], "body"),
      block([0.5, 0.3, 0.04], [0.5, 0.6, 0.9], "glass", 0),
      block([0.8, 0.74, 0.6], [-0.5, 0.12, 0.6], "belt"),
    ],
    movers: [spinning("z", 0.2, 0.06, [0.5, 0.36, 0.93], "trim", 12)],
  },
  // closed cell against the beam: dark windows, source and extraction on the roof, door and shuttle in front
  laser: {
    width: 2.5,
    depth: 2.5,
    height: 2.6,
    work: [-0.25, 0.94, 1.0],
    primitives: [
      block([2.3, 0.24, 2.1], [0, 0.02, -0.15], "trim"),
      ...moved(feet(2.1, 1.9), 0, -0.15),
      block([2.2, 1.75, 1.8], [0, 0.24, -0.25], "body", 0.08),
      block([1.3, 1.0, 0.04], [-0.25, 0.84, 0.65], "glass", 0),
      block([0.04, 0.6, 1.1], [1.1, 1.1, -0.2], "glass", 0),
      block([2.26, 0.1, 1.86], [0, 1.96, -0.25], "pale", 0.03),
      block([0.8, 0.4, 0.8], [0.5, 2.06, -0.55], "trim"),
      block([0.5, 0.06, 0.02], [0.5, 2.26, -0.14], "belt", 0),
      drum("y", 0.17, 0.6, [-0.55, 2.3, -0.65], "pale", 12),
      drum("x", 0.17, 0.9, [-0.2, 2.5, -0.65], "pale", 12),
      block([1.3, 0.08, 0.5], [-0.25, 0.8, 0.98], "steel", 0.02),
      block([1.1, 0.78, 0.4], [-0.25, 0, 0.9], "trim"),
      ...panel(0.86, 0.96, 0.9),
    ],
    movers: [
      slides(
        "door",
        [0, 0.85, 0],
        [
          block([1.36, 1.04, 0.05], [-0.25, 0.84, 0.7], "pale", 0.02),
          block([0.7, 0.4, 0.03], [-0.25, 1.2, 0.725], "glass", 0),
        ],
      ),
    ],
  },
} satisfies Record<string, Shape>;
