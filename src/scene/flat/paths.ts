import { partForms } from "../plan/forms";
import type { Instances } from "../picture/picture";
import { partShapes } from "../shapes/parts";

const round = (n: number): string => n.toFixed(2);

/** All parts as path data, one string a form: one SVG element instead of hundreds. */
export function partPaths(parts: Instances): string[] {
  const paths = partForms.map(() => "");
  for (let i = 0; i < parts.count; i++) {
    const kind = parts.kind[i] ?? 0;
    const { width, depth, isRound } = partShapes[partForms[kind] ?? "piece"].flat;
    const x = parts.x[i] ?? 0;
    const z = parts.z[i] ?? 0;
    paths[kind] += isRound
      ? `M${round(x - width / 2)} ${round(z)}a${width / 2} ${width / 2} 0 1 0 ${width} 0a${width / 2} ${width / 2} 0 1 0 ${-width} 0z`
      : `M${round(x - width / 2)} ${round(z - depth / 2)}h${width}v${depth}h${-width}z`;
  }
  return paths;
}
