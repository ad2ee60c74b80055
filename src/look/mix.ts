/** Straight mix of two `#RRGGBB` colours in sRGB, `t` 0..1: mixHex("#000000", "#FFFFFF", 0.5) = "#808080". */
export function mixHex(from: string, to: string, t: number): string {
  const a = Number.parseInt(from.slice(1), 16);
  const b = Number.parseInt(to.slice(1), 16);
  let mixed = 0;
  for (const shift of [16, 8, 0]) {
    const x = (a >> shift) & 255;
    const y = (b >> shift) & 255;
    mixed |= Math.round(x + (y - x) * t) << shift;
  }
  return `#${mixed.toString(16).padStart(6, "0").toUpperCase()}`;
}
