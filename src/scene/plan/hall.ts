import type { LinePlan, Pad } from "./types";

/** A box of the hall's shell: middle of its underside, size, the side it stands on. */
export interface HallBox {
  x: number;
  y: number;
  z: number;
  width: number;
  height: number;
  depth: number;
  tone: "wall" | "base" | "column" | "window" | "frame";
  side: "left" | "back";
}

const height = 2.9;
const thick = 0.12;
/** how far each stands out into the hall: no two faces in one plane */
const proud: Record<HallBox["tone"], number> = { window: 0, wall: 0.01, frame: 0.03, base: 0.05, column: 0.12 };
/** least distance between two columns, in metres */
const bay = 6;

/**
 * The two far walls in bays between columns, each with a band of windows, and where daylight falls through the roof.
 * The near sides stay open: one looks in.
 */
export function sheltersOf(plan: LinePlan): { walls: HallBox[]; rooflights: Pad[] } {
  const walls: HallBox[] = [];
  const { minX, maxX, minZ, maxZ } = plan;
  const width = maxX - minX;
  const depth = maxZ - minZ;
  const along = Math.max(1, Math.round(width / bay));
  const across = Math.max(1, Math.round(depth / bay));
  const put = (
    side: HallBox["side"],
    at: number,
    length: number,
    y: number,
    tall: number,
    deep: number,
    tone: HallBox["tone"],
  ): void =>
    void walls.push(
      side === "back"
        ? { x: at, y, z: minZ - deep / 2 + proud[tone], width: length, height: tall, depth: deep, tone, side }
        : { x: minX - deep / 2 + proud[tone], y, z: at, width: deep, height: tall, depth: length, tone, side },
    );
  const raise = (side: HallBox["side"], from: number, length: number, bays: number): void => {
    const step = length / bays;
    for (let i = 0; i < bays; i++) {
      const middle = from + (i + 0.5) * step;
      put(side, middle, step, 0, 0.25, thick + 0.04, "base");
      put(side, middle, step, 0.25, 0.85, thick, "wall");
      put(side, middle, step - 0.8, 1.1, 1.25, thick * 0.5, "window");
      for (const pane of [-0.25, 0, 0.25])
        put(side, middle + pane * (step - 0.8), 0.05, 1.1, 1.25, thick * 0.7, "frame");
      put(side, middle - step / 2 + 0.2, 0.4, 1.1, 1.25, thick, "wall");
      put(side, middle + step / 2 - 0.2, 0.4, 1.1, 1.25, thick, "wall");
      put(side, middle, step, 2.35, height - 2.35, thick, "wall");
    }
    for (let i = 0; i <= bays; i++) put(side, from + i * step, 0.3, 0, height + 0.12, 0.3, "column");
  };
  raise("back", minX, width, along);
  raise("left", minZ, depth, across);
  const rooflights = Array.from({ length: along }, (_, i): Pad => ({
    x: minX + ((i + 0.5) * width) / along,
    z: (minZ + maxZ) / 2,
    width: (width / along) * 0.34,
    depth: depth * 0.8,
  }));
  return { walls, rooflights };
}
