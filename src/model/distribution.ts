import { gammaln } from "simple-statistics";
import type { Distribution } from "./distributionSchema";

// apart from the schemas: a worker that only simulates need not load what checks files

/** Mean in seconds of a distribution before truncation at 0. Used for ideal times and explanations, not by the samplers. */
export function distributionMean(d: Distribution): number {
  if (typeof d === "number") return d;
  switch (d.dist) {
    case "constant":
      return d.value;
    case "triangular":
      return (d.low + d.mode + d.high) / 3;
    case "uniform":
      return (d.low + d.high) / 2;
    case "weibull":
      return d.scale * Math.exp(gammaln(1 + 1 / d.shape));
    case "empirical":
      return d.values.reduce((a, b) => a + b, 0) / d.values.length;
    case "mixture": {
      const total = d.parts.reduce((a, p) => a + p.weight, 0);
      return d.parts.reduce((a, p) => a + (p.weight / total) * distributionMean(p.of), 0);
    }
    default:
      return d.mean;
  }
}

/**
 * Scales the mean and keeps the coefficient of variation (line model, `scale`).
 * Example: `scaleDistribution({dist:"normal",mean:10,sd:2}, 0.5)` is `{dist:"normal",mean:5,sd:1}`.
 */
export function scaleDistribution(d: Distribution, factor: number): Distribution {
  if (typeof d === "number") return d * factor;
  switch (d.dist) {
    case "constant":
      return { ...d, value: d.value * factor };
    case "normal":
      return { ...d, mean: d.mean * factor, sd: d.sd * factor };
    case "triangular":
      return { ...d, low: d.low * factor, mode: d.mode * factor, high: d.high * factor };
    case "uniform":
      return { ...d, low: d.low * factor, high: d.high * factor };
    case "weibull":
      return { ...d, scale: d.scale * factor };
    case "empirical":
      return { ...d, values: d.values.map((v) => v * factor) };
    case "mixture":
      return { ...d, parts: d.parts.map((p) => ({ ...p, of: scaleDistribution(p.of, factor) })) };
    default:
      return { ...d, mean: d.mean * factor };
  }
}
