import { block, drum } from "./pieces";
import type { Primitive } from "./primitive";

/** A person 1.75 m tall, looking to +z. Body and hat are coloured by what the person does. */
export const figureShape: Readonly<Record<"legs" | "body" | "head" | "hat", readonly Primitive[]>> = {
  legs: [
    drum("y", 0.075, 0.8, [-0.1, 0.42, 0], "trim", 8, 0.1),
    drum("y", 0.075, 0.8, [0.1, 0.42, 0], "trim", 8, 0.1),
    block([0.13, 0.08, 0.26], [-0.1, 0, 0.04], "glass", 0.02),
    block([0.13, 0.08, 0.26], [0.1, 0, 0.04], "glass", 0.02),
  ],
  body: [
    drum("y", 0.17, 0.6, [0, 1.08, 0], "pale", 10, 0.21),
    drum("y", 0.065, 0.56, [-0.25, 1.08, 0.04], "pale", 7, 0.075),
    drum("y", 0.065, 0.56, [0.25, 1.08, 0.04], "pale", 7, 0.075),
  ],
  head: [
    drum("y", 0.075, 0.14, [0, 1.45, 0], "pale", 10, 0.115),
    drum("y", 0.115, 0.16, [0, 1.59, 0], "pale", 10, 0.1),
  ],
  hat: [drum("y", 0.19, 0.035, [0, 1.64, 0.02], "pale", 12), drum("y", 0.145, 0.13, [0, 1.72, 0], "pale", 12, 0.09)],
};
