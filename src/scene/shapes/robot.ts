import { arm } from "../picture/arm";
import { block, drum } from "./pieces";
import type { Primitive } from "./primitive";

/**
 * A six-axis arm as the links between its joints, each drawn in the frame of the joint it turns about: +x ahead, +y up.
 * Upper arm and forearm lie along +y and +x of their frames. The carriage stands on the floor and carries the magazine.
 */
export const robotLinks: Readonly<Record<"carriage" | "turret" | "upper" | "fore" | "hand", readonly Primitive[]>> = {
  carriage: [
    block([0.86, 0.22, 0.86], [0, 0.08, 0], "trim", 0.04),
    drum("y", 0.3, 0.2, [0, 0.4, 0], "body", 16),
    // magazine: a tray on a post beside the arm
    block([0.1, 0.86, 0.1], [-0.62, 0.1, -0.74], "trim", 0),
    block([0.6, 0.06, 0.6], [-0.62, 0.96, -0.74], "pale", 0.02),
    ...[-0.16, 0.16].flatMap((x) =>
      [-0.16, 0.16].map((z) => drum("y", 0.1, 0.03, [-0.62 + x, 1.03, -0.74 + z], "belt", 10)),
    ),
  ],
  turret: [
    drum("y", 0.27, 0.34, [0, arm.shoulder - 0.42, 0], "pale", 16, 0.22),
    block([0.42, 0.36, 0.34], [arm.ahead * 0.5, arm.shoulder - 0.24, 0], "pale", 0.06),
    drum("z", 0.2, 0.5, [arm.ahead, arm.shoulder, 0], "trim", 14),
  ],
  upper: [
    block([0.24, arm.upper, 0.2], [0, 0, 0], "pale", 0.06),
    drum("z", 0.17, 0.3, [0, 0, 0], "pale", 14),
    drum("z", 0.17, 0.36, [0, arm.upper, 0], "trim", 14),
  ],
  fore: [
    block([0.34, 0.26, 0.28], [0.02, -0.06, 0], "pale", 0.06),
    drum("x", 0.12, arm.fore - 0.2, [arm.fore / 2 + 0.06, 0.02, 0], "pale", 12, 0.085),
    drum("z", 0.1, 0.2, [arm.fore, 0, 0], "trim", 12),
  ],
  hand: [
    drum("x", 0.08, 0.14, [0.1, 0, 0], "trim", 12),
    block([0.06, 0.12, 0.22], [0.19, -0.06, 0], "belt", 0.02),
    block([0.16, 0.06, 0.04], [arm.hand - 0.08, -0.03, 0.09], "steel", 0),
    block([0.16, 0.06, 0.04], [arm.hand - 0.08, -0.03, -0.09], "steel", 0),
  ],
};

/**
 * A collaborative arm: the same joints, slim round tubes with round joints, on a stand that is wheeled to the table. It has
 * the reach of the other one, so that both are moved by the same angles.
 */
export const cobotLinks: typeof robotLinks = {
  carriage: [
    block([0.66, 0.1, 0.66], [0, 0.1, 0], "trim", 0.04),
    ...[-0.25, 0.25].flatMap((x) => [-0.25, 0.25].map((z) => drum("y", 0.06, 0.1, [x, 0.05, z], "glass", 10))),
    drum("y", 0.15, 0.3, [0, 0.34, 0], "pale", 18),
    block([0.09, 0.86, 0.09], [-0.62, 0.1, -0.74], "pale", 0),
    block([0.5, 0.04, 0.5], [-0.62, 0.98, -0.74], "pale", 0.02),
  ],
  turret: [
    drum("y", 0.14, 0.5, [0, arm.shoulder - 0.3, 0], "pale", 18),
    drum("z", 0.15, 0.42, [arm.ahead, arm.shoulder, 0], "pale", 18),
    drum("z", 0.12, 0.46, [arm.ahead, arm.shoulder, 0], "trim", 18),
    drum("x", 0.13, arm.ahead, [arm.ahead / 2, arm.shoulder, 0], "pale", 14),
  ],
  upper: [
    drum("y", 0.1, arm.upper, [0, arm.upper / 2, 0], "pale", 16, 0.085),
    drum("z", 0.14, 0.3, [0, arm.upper, 0], "pale", 18),
    drum("z", 0.11, 0.34, [0, arm.upper, 0], "trim", 18),
  ],
  fore: [
    drum("x", 0.085, arm.fore, [arm.fore / 2, 0, 0], "pale", 16, 0.065),
    drum("z", 0.09, 0.2, [arm.fore, 0, 0], "pale", 16),
    drum("z", 0.07, 0.24, [arm.fore, 0, 0], "trim", 16),
  ],
  hand: [
    drum("x", 0.06, 0.16, [0.08, 0, 0], "pale", 14),
    block([0.05, 0.1, 0.16], [0.18, -0.05, 0], "trim", 0.02),
    block([0.14, 0.04, 0.03], [arm.hand - 0.08, -0.02, 0.06], "steel", 0),
    block([0.14, 0.04, 0.03], [arm.hand - 0.08, -0.02, -0.06], "steel", 0),
  ],
};

/** The robot seen from straight above with its arm folded, for the flat plan. */
export const robotOutline: readonly Primitive[] = [
  ...robotLinks.carriage,
  block([0.85, 1.2, 0.2], [0.4, 0, 0], "pale", 0.05),
  drum("y", 0.22, 1.4, [0, 0.6, 0], "trim", 12),
];
export const cobotOutline: readonly Primitive[] = [
  ...cobotLinks.carriage,
  block([0.85, 1.2, 0.14], [0.4, 0, 0], "pale", 0.05),
  drum("y", 0.17, 1.4, [0, 0.6, 0], "pale", 14),
];
