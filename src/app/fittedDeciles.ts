import { distributionQuantile } from "../engine";
import type { Fit } from "../model";

/**
 * Fitted values to set against the measured deciles, seconds, from the engine's own sampler; minimum and maximum of n
 * values stand at 1/2n and 1 − 1/2n.
 */
export function fittedDeciles({ fitted, sampleSize }: Fit): number[] {
  if (fitted === undefined) return [];
  const edge = 0.5 / sampleSize;
  return Array.from({ length: 11 }, (_, i) => distributionQuantile(fitted, Math.min(1 - edge, Math.max(edge, i / 10))));
}
