/** A label on screen: `x` its middle, `y` its upper edge, in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  /** the higher is placed first */
  priority: number;
  hidden: boolean;
  /** left, right, top, bottom of the view it must stay in */
  within?: [number, number, number, number];
}

const gap = 2;

/** Where a label may go when its own place is taken, in its own widths and heights: the nearer, the sooner. */
const places: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, -0.55],
  [0, 0.55],
  [0.35, -0.2],
  [-0.35, -0.2],
  [0, -1.1],
  [0.5, -0.6],
  [-0.5, -0.6],
  [0.5, 0],
  [-0.5, 0],
  [0, 1.1],
];
/** up to this priority a label is hidden rather than laid over what others want to see */
const modest = 1;

/**
 * Keeps labels apart: in order of importance each takes its place, else a place close by, else it is hidden.
 * `obstacles` (titles, buttons) stay where they are. `avoid` (lamps) should stay in sight: a name that would cover one is
 * hidden, a more important label takes the place that covers the fewest. Changes `x`, `y` and `hidden` in place.
 */
export function settle(boxes: Box[], obstacles: readonly Box[] = [], avoid: readonly Box[] = []): void {
  const placed: Box[] = [...obstacles];
  for (const box of [...boxes].sort((a, b) => b.priority - a.priority)) {
    if (box.hidden) continue;
    const { x, y } = box;
    let best = -1;
    let fewest = box.priority <= modest ? 1 : Infinity;
    for (let i = 0; i < places.length && fewest > 0; i++) {
      move(box, x, y, i);
      if ((i > 0 && sticksOut(box)) || placed.some((other) => touch(box, other))) continue;
      const covered = avoid.reduce((sum, lamp) => (cover(box, lamp) ? sum + 1 : sum), 0);
      if (covered < fewest) {
        fewest = covered;
        best = i;
      }
    }
    move(box, x, y, Math.max(0, best));
    if (best < 0) box.hidden = true;
    else placed.push(box);
  }
}

function move(box: Box, x: number, y: number, place: number): void {
  const [dx, dy] = places[place] ?? [0, 0];
  box.x = x + dx * box.width;
  box.y = y + dy * (box.height + gap);
}

function sticksOut({ x, y, width, height, within }: Box): boolean {
  if (!within) return false;
  const [left, right, top, bottom] = within;
  return x - width / 2 < left || x + width / 2 > right || y < top || y + height > bottom;
}

/** Does the label hide more than the rim of a lamp? */
function cover(label: Box, lamp: Box): boolean {
  const rim = 2;
  return (
    Math.abs(label.x - lamp.x) < (label.width + lamp.width) / 2 - rim &&
    label.y < lamp.y + lamp.height - rim &&
    lamp.y < label.y + label.height - rim
  );
}

export function touch(a: Box, b: Box): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  );
}
