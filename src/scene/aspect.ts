import { contentPoints, type Point } from "./plan/content";
import type { RunModel } from "./runModel";

/** Width by height of what is to be seen: the plan itself, or its look from 45° round and 35° down. */
export function aspectOf(models: readonly RunModel[], flat: boolean): number {
  if (flat) {
    const width = Math.max(1, ...models.map(({ plan }) => plan.maxX - plan.minX));
    return width / Math.max(1, ...models.map(({ plan }) => plan.maxZ - plan.minZ));
  }
  const points = models.flatMap(({ plan }) => contentPoints(plan));
  const range = (of: (point: Point) => number): number => {
    const values = points.map(of);
    return Math.max(1, Math.max(...values) - Math.min(...values));
  };
  const half = Math.SQRT1_2;
  return range(([x, , z]) => (x - z) * half) / range(([x, y, z]) => y * 0.8192 - (x + z) * half * 0.5736);
}
