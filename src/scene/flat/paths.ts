import { partForms } from "../plan/forms";
import type { Instances } from "../picture/picture";

const size: Record<(typeof partForms)[number], [number, number, boolean]> = {
  bar: [0.6, 0.16, false],
  blank: [0.24, 0.24, true],
  hub: [0.3, 0.3, true],
  milled: [0.28, 0.24, false],
  drilled: [0.28, 0.24, false],
  cloth: [0.3, 0.24, false],
  board: [0.32, 0.24, false],
  carton: [0.32, 0.32, false],
  piece: [0.26, 0.26, false],
  crate: [0.42, 0.42, false],
};

const round = (n: number): string => n.toFixed(2);

/** All parts as path data, one string a form: one SVG element instead of hundreds. */
export function partPaths(parts: Instances): string[] {
  const paths = partForms.map(() => "");
  for (let i = 0; i < parts.count; i++) {
    const kind = parts.kind[i] ?? 0;
    const form = partForms[kind] ?? "piece";
    const [width, depth, isRound] = size[form];
    const x = parts.x[i] ?? 0;
    const z = parts.z[i] ?? 0;
    paths[kind] += isRound
      ? `M${round(x - width / 2)} ${round(z)}a${width / 2} ${width / 2} 0 1 0 ${width} 0a${width / 2} ${width / 2} 0 1 0 ${-width} 0z`
      : `M${round(x - width / 2)} ${round(z - depth / 2)}h${width}v${depth}h${-width}z`;
  }
  return paths;
}
