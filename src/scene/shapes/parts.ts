import type { PartForm } from "../plan/forms";
import { block, drum } from "./pieces";
import type { Primitive } from "./primitive";

/** A part: what it is built of, and the floor it takes in the flat plan. */
export interface PartShape {
  primitives: readonly Primitive[];
  flat: { width: number; depth: number; isRound?: boolean };
}

const of = (width: number, depth: number, primitives: readonly Primitive[], isRound = false): PartShape => ({
  primitives,
  flat: { width, depth, isRound },
});
const boss: Primitive = drum("y", 0.095, 0.15, [0, 0.145, 0], "pale", 8);
const plate: Primitive = block([0.29, 0.08, 0.24], [0, 0, 0], "pale", 0);
const circuit: Primitive = block([0.32, 0.025, 0.24], [0, 0, 0], "pale", 0);

/** Parts at about twice their size, so that they can be counted; they lie on y = 0. */
export const partShapes: Readonly<Record<PartForm, PartShape>> = {
  bar: of(0.95, 0.18, [drum("x", 0.09, 0.95, [-0.1, 0.1, 0], "pale", 8)]),
  blank: of(0.24, 0.24, [drum("y", 0.12, 0.2, [0, 0.1, 0], "pale", 10)], true),
  hub: of(
    0.3,
    0.3,
    [
      drum("y", 0.155, 0.08, [0, 0.04, 0], "pale", 9),
      drum("y", 0.09, 0.14, [0, 0.14, 0], "pale", 8),
      block([0.08, 0.006, 0.08], [0, 0.21, 0], "glass", 0),
    ],
    true,
  ),
  milled: of(0.28, 0.24, [plate, boss]),
  drilled: of(0.28, 0.24, [
    plate,
    boss,
    drum("y", 0.055, 0.02, [0, 0.222, 0], "glass", 6),
    block([0.05, 0.01, 0.05], [-0.11, 0.08, 0.08], "glass", 0),
  ]),
  hot: of(0.24, 0.24, [drum("y", 0.12, 0.22, [0, 0.11, 0], "pale", 10)], true),
  // with the flash of the die still round it
  forging: of(
    0.34,
    0.34,
    [drum("y", 0.18, 0.03, [0, 0.08, 0], "pale", 10), drum("y", 0.13, 0.16, [0, 0.08, 0], "pale", 12, 0.1)],
    true,
  ),
  gear: of(
    0.28,
    0.28,
    [
      drum("y", 0.14, 0.1, [0, 0.05, 0], "pale", 12),
      drum("y", 0.08, 0.12, [0, 0.14, 0], "pale", 10),
      ...[0, 1, 2, 3].map((i) => block([0.3, 0.09, 0.04], [0, 0, 0], "pale", 0, [0, i * 45, 0])),
    ],
    true,
  ),
  cloth: of(0.3, 0.24, [
    block([0.3, 0.04, 0.24], [0, 0, 0], "pale", 0.015),
    block([0.27, 0.04, 0.2], [0.01, 0.04, 0], "pale", 0.015),
  ]),
  // laid flat: body and two sleeves
  shirt: of(0.34, 0.26, [
    block([0.2, 0.05, 0.26], [0, 0, 0.01], "pale", 0.02),
    block([0.13, 0.04, 0.1], [-0.14, 0, -0.06], "pale", 0.015, [0, 30, 0]),
    block([0.13, 0.04, 0.1], [0.14, 0, -0.06], "pale", 0.015, [0, -30, 0]),
  ]),
  folded: of(0.24, 0.26, [
    block([0.22, 0.06, 0.26], [0, 0, 0], "pale", 0.02),
    block([0.1, 0.03, 0.06], [0, 0.06, -0.08], "belt", 0),
  ]),
  bareBoard: of(0.32, 0.24, [circuit]),
  board: of(0.32, 0.24, [
    circuit,
    block([0.1, 0.03, 0.1], [0.05, 0.025, 0.02], "glass", 0),
    block([0.06, 0.06, 0.12], [-0.1, 0.025, -0.02], "steel", 0),
    block([0.05, 0.04, 0.05], [0.11, 0.025, -0.07], "glass", 0),
  ]),
  housed: of(0.32, 0.24, [
    block([0.32, 0.12, 0.24], [0, 0, 0], "pale", 0.02),
    block([0.2, 0.01, 0.1], [0, 0.12, -0.02], "glass", 0),
  ]),
  cell: of(0.2, 0.2, [
    drum("y", 0.07, 0.2, [-0.05, 0.1, 0.03], "pale", 8),
    drum("y", 0.07, 0.2, [0.09, 0.1, -0.03], "pale", 8),
    drum("y", 0.03, 0.03, [-0.05, 0.21, 0.03], "steel", 6),
    drum("y", 0.03, 0.03, [0.09, 0.21, -0.03], "steel", 6),
  ]),
  module: of(0.34, 0.26, [
    block([0.34, 0.16, 0.26], [0, 0, 0], "pale", 0),
    ...[-0.1, 0, 0.1].map((x) => block([0.04, 0.02, 0.22], [x, 0.16, 0], "steel", 0)),
  ]),
  pack: of(0.38, 0.28, [
    block([0.38, 0.24, 0.28], [0, 0, 0], "pale", 0.03),
    block([0.16, 0.04, 0.06], [0, 0.24, 0], "glass", 0),
    block([0.06, 0.03, 0.06], [0.14, 0.24, 0.08], "steel", 0),
  ]),
  granules: of(0.28, 0.28, [block([0.28, 0.16, 0.24], [0, 0, 0], "pale", 0.06)]),
  // a shallow tray
  moulded: of(0.3, 0.24, [
    block([0.3, 0.04, 0.24], [0, 0, 0], "pale", 0),
    ...[-1, 1].flatMap((side) => [
      block([0.03, 0.1, 0.24], [side * 0.135, 0.02, 0], "pale", 0),
      block([0.3, 0.1, 0.03], [0, 0.02, side * 0.105], "pale", 0),
    ]),
  ]),
  carton: of(0.32, 0.32, [
    block([0.32, 0.26, 0.32], [0, 0, 0], "pale", 0.015),
    block([0.06, 0.005, 0.325], [0, 0.258, 0], "belt", 0),
  ]),
  piece: of(0.26, 0.26, [block([0.26, 0.2, 0.26], [0, 0, 0], "pale", 0.03)]),
  crate: of(0.42, 0.42, [
    block([0.42, 0.04, 0.42], [0, 0, 0], "pale", 0),
    ...[-1, 1].flatMap((side) => [
      block([0.03, 0.26, 0.42], [side * 0.195, 0.02, 0], "pale", 0),
      block([0.42, 0.26, 0.03], [0, 0.02, side * 0.195], "pale", 0),
    ]),
    block([0.36, 0.02, 0.36], [0, 0.2, 0], "glass", 0),
  ]),
};
