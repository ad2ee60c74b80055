/** A rectangle of the scene in CSS pixels, from its top left corner. */
export interface ViewRect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Where each run is shown: beside one another, or one above the other where that shows them larger. `aspect` is width
 * by height of what is to be seen.
 */
export function viewRects(runs: number, width: number, height: number, aspect: number): ViewRect[] {
  if (runs < 2) return [{ left: 0, top: 0, width, height }];
  const size = (w: number, h: number): number => Math.min(w / aspect, h);
  if (size(width / 2, height) >= size(width, height / 2)) {
    const half = Math.floor(width / 2);
    return [
      { left: 0, top: 0, width: half, height },
      { left: width - half, top: 0, width: half, height },
    ];
  }
  const half = Math.floor(height / 2);
  return [
    { left: 0, top: 0, width, height: half },
    { left: 0, top: height - half, width, height: half },
  ];
}
