import type { Drive, Mover, Primitive, Tone, Vec3 } from "./primitive";

/** A box by the middle of its underside; `chamfer` 0 for what is thin. */
export const block = (box: Vec3, at: Vec3, tone: Tone, chamfer?: number, turn?: Vec3): Primitive => ({
  box,
  at,
  tone,
  ...(chamfer === undefined ? {} : { chamfer }),
  ...(turn === undefined ? {} : { turn }),
});

/** A cylinder by its middle. */
export const drum = (
  axis: "x" | "y" | "z",
  radius: number,
  length: number,
  at: Vec3,
  tone: Tone,
  segments = 12,
  top?: number,
): Primitive => ({
  cylinder: { radius, length, axis, ...(top === undefined ? {} : { top }) },
  at,
  tone,
  segments,
});

/** An outline in (z, y) drawn out to a width about x. */
export const wedge = (
  x: number,
  width: number,
  outline: readonly (readonly [number, number])[],
  tone: Tone,
): Primitive => ({ prism: { outline, width }, at: [x, 0, 0], tone });

export const slides = (by: Drive, slide: Vec3, primitives: readonly Primitive[]): Mover => ({
  by,
  motion: { slide },
  primitives,
});

export const turns = (
  by: Drive,
  turn: "x" | "y" | "z",
  about: Vec3,
  degrees: number,
  primitives: readonly Primitive[],
): Mover => ({ by, motion: { turn, about, degrees }, primitives });

/** Something round that turns about its own axis, with a key on it, or nobody would see it turn. */
export const spinning = (
  axis: "x" | "y" | "z",
  radius: number,
  length: number,
  at: Vec3,
  tone: Tone,
  segments = 12,
): Mover => {
  const reach = radius * 0.62;
  const key: Primitive =
    axis === "x"
      ? block([length + 0.02, 0.09, 0.09], [at[0], at[1] + reach - 0.045, at[2]], "trim", 0)
      : axis === "z"
        ? block([0.09, 0.09, length + 0.02], [at[0], at[1] + reach - 0.045, at[2]], "trim", 0)
        : block([0.09, length + 0.02, 0.09], [at[0] + reach, at[1] - length / 2 - 0.01, at[2]], "trim", 0);
  return turns("spin", axis, at, 360, [drum(axis, radius, length, at, tone, segments), key]);
};

const leg = (x: number, z: number, height: number): Primitive => block([0.08, height, 0.08], [x, 0, z], "trim", 0);

export const legs = (w: number, d: number, height: number): Primitive[] => [
  leg(-w / 2, -d / 2, height),
  leg(w / 2, -d / 2, height),
  leg(-w / 2, d / 2, height),
  leg(w / 2, d / 2, height),
];

/** A control panel on its post: screen above, keys below. */
export const panel = (x: number, y: number, z: number): Primitive[] => [
  block([0.07, 0.5, 0.07], [x, y - 0.35, z - 0.04], "trim", 0),
  block([0.44, 0.6, 0.1], [x, y, z], "trim", 0.03, [-12, 0, 0]),
  block([0.34, 0.28, 0.03], [x, y + 0.24, z + 0.05], "glass", 0, [-12, 0, 0]),
  block([0.34, 0.12, 0.03], [x, y + 0.06, z + 0.075], "belt", 0, [-12, 0, 0]),
];

/** A control panel that hangs from an arm in front of a machine, as on machine tools. */
export const pendant = (x: number, y: number, z: number): Primitive[] => [
  block([0.06, 0.06, 0.4], [x, y + 0.62, z - 0.2], "trim", 0),
  block([0.42, 0.62, 0.12], [x, y, z], "trim", 0.03, [-8, 0, 0]),
  block([0.32, 0.28, 0.03], [x, y + 0.28, z + 0.05], "glass", 0, [-8, 0, 0]),
  block([0.32, 0.16, 0.03], [x, y + 0.07, z + 0.07], "belt", 0, [-8, 0, 0]),
];

/** Feet of a heavy machine: they lift it off the floor by a shadow's breadth. */
export const feet = (w: number, d: number): Primitive[] =>
  [-1, 1].flatMap((a) => [-1, 1].map((b) => drum("y", 0.09, 0.1, [(a * w) / 2, 0.05, (b * d) / 2], "belt", 8)));

export const rollers = (x: number, width: number, y: number, z: number, depth: number): Primitive[] => {
  const count = Math.max(2, Math.round(width / 0.26));
  return [
    block([width, 0.1, 0.06], [x, y, z - depth / 2], "belt", 0),
    block([width, 0.1, 0.06], [x, y, z + depth / 2], "belt", 0),
    ...Array.from({ length: count }, (_, i) =>
      drum("z", 0.05, depth - 0.06, [x - width / 2 + ((i + 0.5) * width) / count, y + 0.06, z], "steel", 6),
    ),
  ];
};

export const moved = (primitives: readonly Primitive[], x: number, z: number): Primitive[] =>
  primitives.map((p) => ({ ...p, at: [p.at[0] + x, p.at[1], p.at[2] + z] as const }));
