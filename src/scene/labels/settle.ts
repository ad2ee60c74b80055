/** A label on screen: `x` its middle, `y` its upper edge, in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  /** the higher is placed first */
  priority: number;
  hidden: boolean;
}

const gap = 2;

/**
 * Keeps labels apart: in order of importance each takes its place, else a place a little above or below, else it is
 * hidden. `obstacles` (titles, buttons) stay where they are. Changes `y` and `hidden` in place.
 */
export function settle(boxes: Box[], obstacles: readonly Box[] = []): void {
  const placed: Box[] = [...obstacles];
  for (const box of [...boxes].sort((a, b) => b.priority - a.priority)) {
    if (box.hidden) continue;
    const wanted = box.y;
    let found = false;
    for (const step of [0, -0.55, 0.55, -1.1, 1.1]) {
      box.y = wanted + step * (box.height + gap);
      if (!placed.some((other) => touch(box, other))) {
        found = true;
        break;
      }
    }
    if (!found) {
      box.y = wanted;
      box.hidden = true;
    } else placed.push(box);
  }
}

export function touch(a: Box, b: Box): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  );
}
