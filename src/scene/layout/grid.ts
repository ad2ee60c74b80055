/** Stations are put on whole metres. */
export const gridStep = 1;

/** The nearest line of the grid: 3.4 → 3. */
export function snapped(metres: number): number {
  return Math.round(metres / gridStep) * gridStep + 0;
}

/** So many lines of the grid on; what stands between two lines goes to the next one first: 3.4 by 1 → 4, by −1 → 3. */
export function stepped(metres: number, steps: number): number {
  if (steps === 0) return metres;
  const line = steps > 0 ? Math.floor(metres / gridStep + 1e-6) : Math.ceil(metres / gridStep - 1e-6);
  return (line + steps) * gridStep + 0;
}
