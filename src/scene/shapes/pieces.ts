import type { Primitive } from "./primitive";

// what several machines have in common: legs, a control panel, a roller table

const leg = (x: number, z: number, height: number): Primitive => ({
  box: [0.09, height, 0.09],
  at: [x, 0, z],
  tone: "trim",
  chamfer: 0,
});

export const legs = (w: number, d: number, height: number): Primitive[] => [
  leg(-w / 2, -d / 2, height),
  leg(w / 2, -d / 2, height),
  leg(-w / 2, d / 2, height),
  leg(w / 2, d / 2, height),
];

export const panel = (x: number, y: number, z: number): Primitive[] => [
  { box: [0.07, 0.5, 0.07], at: [x, y - 0.35, z - 0.04], tone: "trim", chamfer: 0 },
  { box: [0.46, 0.6, 0.12], at: [x, y, z], tone: "trim", turn: [-12, 0, 0], chamfer: 0.03 },
  { box: [0.34, 0.3, 0.03], at: [x, y + 0.22, z + 0.065], tone: "glass", turn: [-12, 0, 0], chamfer: 0 },
];

export const rollers = (x: number, width: number, y: number, z: number, depth: number): Primitive[] => [
  { box: [width, 0.1, 0.08], at: [x, y, z - depth / 2], tone: "trim", chamfer: 0 },
  { box: [width, 0.1, 0.08], at: [x, y, z + depth / 2], tone: "trim", chamfer: 0 },
  ...Array.from(
    { length: Math.max(2, Math.round(width / 0.28)) },
    (_, i, list = Math.max(2, Math.round(width / 0.28))): Primitive => ({
      cylinder: { radius: 0.06, length: depth - 0.06, axis: "z" },
      at: [x - width / 2 + ((i + 0.5) * width) / list, y + 0.06, z],
      tone: "belt",
      segments: 6,
    }),
  ),
];

export const moved = (primitives: readonly Primitive[], x: number, z: number): Primitive[] =>
  primitives.map((p) => ({ ...p, at: [p.at[0] + x, p.at[1], p.at[2] + z] as const }));
