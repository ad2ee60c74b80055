import { block, drum, feet, legs, moved, panel, pendant, rollers, slides, spinning, wedge } from "./pieces";
import type { Primitive, Shape } from "./primitive";

/** Saw, lathe, machining centres, hand finishing: what takes chips off. */
export const cuttingShapes = {
  // a bow, two round wheel covers with the beam between them, rides down two columns on the bar, which comes on rollers
  bandSaw: {
    width: 2.2,
    depth: 1.8,
    height: 1.95,
    work: [0.2, 0.86, 0.1],
    primitives: [
      block([1.35, 0.5, 1.45], [0.38, 0.02, 0], "trim"),
      block([1.1, 0.24, 0.9], [0.38, 0.52, 0.05], "body", 0.03),
      block([0.9, 0.04, 0.5], [0.38, 0.76, 0.1], "steel", 0),
      block([0.3, 0.2, 0.1], [0.12, 0.78, 0.38], "belt", 0.02),
      block([0.3, 0.2, 0.1], [0.12, 0.78, -0.2], "belt", 0.02),
      drum("y", 0.07, 1.4, [0.74, 1.2, -0.4], "steel", 8),
      drum("y", 0.07, 1.4, [0.74, 1.2, 0.4], "steel", 8),
      block([0.2, 0.08, 0.98], [0.74, 1.86, 0], "steel", 0.02),
      block([0.42, 0.8, 0.5], [0.85, 0.5, -0.6], "body"),
      ...moved(legs(0.86, 0.5, 0.7), -0.64, 0.1),
      ...rollers(-0.64, 0.98, 0.7, 0.1, 0.62),
      ...panel(1.0, 0.72, 0.5),
    ],
    movers: [
      slides(
        "feed",
        [0, -0.34, 0],
        [
          ...[0.54, -0.54].flatMap((z): Primitive[] => [
            drum("x", 0.36, 0.2, [0.42, 1.5, z], "body", 20),
            drum("x", 0.1, 0.25, [0.42, 1.5, z], "trim", 8),
          ]),
          block([0.2, 0.34, 1.08], [0.42, 1.52, 0], "body", 0),
          block([0.21, 0.06, 1.08], [0.42, 1.62, 0], "belt", 0),
          block([0.32, 0.2, 0.94], [0.66, 1.58, 0], "pale", 0.03),
          block([0.26, 0.26, 0.3], [0.64, 1.36, -0.54], "trim", 0.03),
          block([0.03, 0.09, 1.0], [0.34, 1.13, 0], "steel", 0),
          block([0.1, 0.34, 0.07], [0.36, 1.2, 0.26], "trim", 0),
          block([0.1, 0.34, 0.07], [0.36, 1.2, -0.16], "trim", 0),
        ],
      ),
    ],
  },
  // low, long, the whole front slanting back; sliding door, headstock at the left, chip conveyor out of the right end
  lathe: {
    width: 3,
    depth: 2,
    height: 1.95,
    work: [-0.3, 1.12, 0.3],
    primitives: [
      block([2.5, 0.46, 1.56], [-0.2, 0.04, -0.12], "trim"),
      ...moved(feet(2.2, 1.3), -0.2, -0.1),
      wedge(-1.1, 0.8, slant(0.48), "body"),
      wedge(0.68, 0.84, slant(0.48), "body"),
      wedge(
        -0.2,
        1.1,
        [
          [-0.9, 0.48],
          [0.68, 0.48],
          [0.68, 0.86],
          [-0.9, 0.86],
        ],
        "body",
      ),
      wedge(
        -0.2,
        1.1,
        [
          [-0.9, 1.6],
          [0.28, 1.6],
          [0.16, 1.84],
          [-0.9, 1.84],
        ],
        "body",
      ),
      // inside: dark back wall on its slant, tailstock side
      block([1.12, 0.8, 0.06], [-0.2, 0.84, -0.3], "glass", 0, [-24, 0, 0]),
      block([1.1, 0.03, 0.9], [-0.2, 0.87, 0.2], "belt", 0),
      block([0.9, 0.06, 0.5], [-0.2, 1.84, -0.5], "trim", 0.02),
      drum("y", 0.17, 0.2, [0.75, 1.92, -0.45], "belt", 10),
      block([0.36, 0.28, 0.44], [1.22, 0.1, -0.2], "belt"),
      block([0.26, 0.98, 0.42], [1.3, 0.26, -0.2], "belt", 0.04, [0, 0, -20]),
      block([0.3, 0.2, 0.46], [1.44, 1.06, -0.2], "trim", 0.03),
      ...pendant(0.74, 0.94, 0.72),
      block([0.5, 1.1, 0.08], [-1.2, 0.6, -0.98], "trim", 0.02),
    ],
    movers: [
      // the door closes the cavity; its window lies on the slope
      slides(
        "door",
        [0.92, 0, 0.02],
        [
          block([1.12, 0.8, 0.05], [-0.2, 0.88, 0.705], "pale", 0.02, [-28, 0, 0]),
          block([0.62, 0.5, 0.03], [-0.26, 1.03, 0.665], "glass", 0, [-28, 0, 0]),
          block([0.05, 0.4, 0.06], [-0.66, 1.04, 0.68], "trim", 0, [-28, 0, 0]),
        ],
      ),
      spinning("x", 0.22, 0.26, [-0.6, 1.14, 0.28], "steel", 14),
      slides(
        "feed",
        [-0.3, 0, 0],
        [
          drum("x", 0.2, 0.16, [0.22, 1.32, 0.05], "belt", 8),
          block([0.2, 0.24, 0.34], [0.28, 1.0, 0.05], "trim", 0.02),
        ],
      ),
    ],
  },
  // tall cabin, column and head rising out of the roof, two door leaves, tool drum at the side, panel on an arm
  vmc: {
    width: 2.6,
    depth: 2.8,
    height: 2.7,
    work: [-0.1, 1.06, 0.42],
    primitives: [
      block([2.2, 0.5, 2.3], [-0.1, 0.04, -0.1], "trim"),
      ...moved(feet(2.0, 2.1), -0.1, -0.1),
      block([0.5, 1.5, 1.9], [-0.95, 0.54, 0.05], "body"),
      block([0.5, 1.5, 1.9], [0.75, 0.54, 0.05], "body"),
      block([1.2, 0.36, 0.12], [-0.1, 0.54, 0.94], "body", 0.02),
      block([1.22, 0.2, 0.14], [-0.1, 1.84, 0.93], "body", 0.02),
      block([1.24, 1.5, 0.06], [-0.1, 0.54, -0.62], "glass", 0),
      block([1.2, 0.06, 1.5], [-0.1, 0.86, 0.2], "belt", 0),
      block([1.0, 0.12, 0.56], [-0.1, 0.92, 0.4], "steel", 0.02),
      // column with the covers of the head's way
      block([1.0, 2.1, 0.8], [-0.1, 0.5, -1.0], "pale"),
      block([0.5, 0.34, 0.5], [-0.1, 2.3, -0.6], "trim"),
      drum("x", 0.42, 0.3, [-0.86, 2.06, -0.42], "belt", 14),
      drum("x", 0.16, 0.36, [-0.86, 2.06, -0.42], "trim", 8),
      block([0.5, 1.7, 0.6], [0.95, 0.2, -1.05], "pale"),
      block([0.4, 0.4, 0.6], [1.16, 0.04, -0.5], "belt"),
      ...pendant(0.88, 1.0, 1.18),
    ],
    movers: [
      slides("door", [-0.56, 0, 0.04], leaf(-0.4)),
      slides("door", [0.56, 0, 0.04], leaf(0.2)),
      slides(
        "feed",
        [0, -0.22, 0],
        [
          block([0.48, 0.95, 0.62], [-0.1, 1.62, -0.02], "body", 0.05),
          drum("y", 0.14, 0.24, [-0.1, 1.52, 0.06], "trim", 10, 0.2),
          block([0.34, 0.2, 0.36], [-0.1, 2.56, -0.02], "trim", 0.03),
        ],
      ),
    ],
  },
  // narrow, the umbrella of tools round the head on top, one wide window in front
  drillTap: {
    width: 1.8,
    depth: 2.4,
    height: 2.5,
    work: [0, 1.02, 0.5],
    primitives: [
      block([1.46, 0.55, 2.0], [0, 0.04, 0], "trim"),
      ...feet(1.3, 1.8),
      block([0.24, 1.3, 1.5], [-0.62, 0.58, 0.2], "body"),
      block([0.24, 1.3, 1.5], [0.62, 0.58, 0.2], "body"),
      block([1.02, 0.3, 0.1], [0, 0.58, 0.9], "body", 0.02),
      block([1.02, 1.3, 0.06], [0, 0.58, -0.3], "glass", 0),
      block([1.0, 0.05, 1.2], [0, 0.82, 0.3], "belt", 0),
      block([0.84, 0.1, 0.5], [0, 0.88, 0.46], "steel", 0.02),
      block([0.9, 1.9, 0.66], [0, 0.5, -0.66], "pale"),
      block([0.5, 1.2, 0.24], [0.3, 0.5, -1.06], "trim"),
      ...pendant(0.62, 0.95, 1.06),
    ],
    movers: [
      slides(
        "door",
        [0, 0.62, -0.02],
        [
          block([1.0, 0.66, 0.05], [0, 0.88, 0.93], "pale", 0.02),
          block([0.78, 0.42, 0.03], [0, 1.0, 0.955], "glass", 0),
          block([0.5, 0.04, 0.05], [0, 0.92, 0.97], "trim", 0),
        ],
      ),
      slides(
        "feed",
        [0, -0.16, 0],
        [
          block([0.4, 0.7, 0.44], [0, 1.5, 0.06], "body", 0.04),
          drum("y", 0.07, 0.3, [0, 1.42, 0.12], "steel", 8, 0.12),
          drum("y", 0.2, 0.3, [0, 2.36, 0.02], "trim", 10),
        ],
      ),
      spinning("y", 0.56, 0.2, [0, 2.1, 0.02], "belt", 16),
    ],
  },
  // bench with extraction behind, grinding spindle, bins
  deburr: {
    width: 2,
    depth: 1.2,
    height: 1.75,
    work: [-0.1, 0.98, 0.16],
    primitives: [
      block([1.8, 0.09, 0.86], [0, 0.84, 0.06], "pale"),
      ...moved(legs(1.66, 0.66, 0.84), 0, 0.06),
      block([1.6, 0.05, 0.6], [0, 0.22, 0.06], "belt", 0),
      block([1.8, 0.6, 0.3], [0, 0.93, -0.38], "body", 0.04),
      ...[0, 1, 2, 3].map((i) => block([1.5, 0.03, 0.02], [0, 1.04 + i * 0.1, -0.22], "glass", 0)),
      drum("y", 0.13, 0.5, [0.6, 1.6, -0.4], "belt", 10),
      block([0.16, 0.26, 0.16], [0.5, 0.93, 0.1], "trim", 0.03),
      block([0.36, 0.16, 0.3], [-0.62, 0.93, 0.14], "trim", 0.03),
      block([0.12, 0.12, 0.34], [-0.62, 1.09, 0.14], "steel", 0),
    ],
    movers: [spinning("x", 0.15, 0.08, [0.36, 1.14, 0.12], "belt", 12)],
  },
} satisfies Record<string, Shape>;

/** Side view of the slant front from `y` up. */
function slant(y: number): [number, number][] {
  return [
    [-0.9, y],
    [0.7, y],
    [0.7, 0.9],
    [0.2, 1.84],
    [-0.9, 1.84],
  ];
}

/** One of the two leaves of a machining centre's door. */
function leaf(x: number): Primitive[] {
  return [
    block([0.6, 0.98, 0.05], [x, 0.88, 1.0], "pale", 0.02),
    block([0.4, 0.6, 0.03], [x, 1.12, 1.02], "glass", 0),
    block([0.04, 0.3, 0.05], [x + (x < -0.1 ? 0.25 : -0.25), 1.2, 1.03], "trim", 0),
  ];
}
