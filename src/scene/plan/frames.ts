import type { Pad } from "./types";

/** A painted frame round a pad as thin rectangles, `inset` metres outside it; dashes 0.5 m long when asked for. */
export function frameStrips(pad: Pad, inset: number, line: number, dashed = false): Pad[] {
  const width = pad.width + inset * 2;
  const depth = pad.depth + inset * 2;
  const strips: Pad[] = [];
  for (const side of [-1, 1]) {
    strips.push({ x: pad.x, z: pad.z + (side * depth) / 2, width: width + line, depth: line });
    strips.push({ x: pad.x + (side * width) / 2, z: pad.z, width: line, depth: depth - line });
  }
  return dashed ? strips.flatMap(dashes) : strips;
}

function dashes(strip: Pad): Pad[] {
  const across = strip.width >= strip.depth;
  const length = across ? strip.width : strip.depth;
  const pieces = Math.max(1, Math.round(length / 0.8));
  const step = length / pieces;
  return Array.from({ length: pieces }, (_, i) => {
    const offset = -length / 2 + (i + 0.5) * step;
    return across
      ? { x: strip.x + offset, z: strip.z, width: step * 0.6, depth: strip.depth }
      : { x: strip.x, z: strip.z + offset, width: strip.width, depth: step * 0.6 };
  });
}
