import type { DistributionObject, Problem } from "../model";
import { digamma, gammaP, logGamma, normalCdf, rootOf } from "./special";

/** One shape fitted by maximum likelihood, and how well it does. */
export interface Candidate {
  distribution: DistributionObject;
  /** Akaike's criterion 2·parameters − 2·ln L: smaller is better, differences below 2 mean little */
  aic: number;
  /** Kolmogorov–Smirnov distance max |F_n − F|; parameters were fitted to the same values, so no p-value follows */
  ks: number;
}

export type FitResult = { ok: true; best: Candidate; candidates: Candidate[] } | { ok: false; problems: Problem[] };

interface Shape {
  distribution: DistributionObject;
  parameters: number;
  logDensity: (x: number) => number;
  cdf: (x: number) => number;
}

/** What the likelihoods need of a sample of positive values; computed once. */
interface Sample {
  values: readonly number[];
  mean: number;
  sd: number;
  logMean: number;
  logSd: number;
}

function meanAndSd(values: readonly number[]): [number, number] {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  return [mean, Math.sqrt(variance)];
}

function exponential({ mean }: Sample): Shape {
  return {
    distribution: { dist: "exponential", mean },
    parameters: 1,
    logDensity: (x) => -Math.log(mean) - x / mean,
    cdf: (x) => -Math.expm1(-x / mean),
  };
}

function gammaShape(distribution: DistributionObject, mean: number, k: number): Shape {
  const theta = mean / k;
  return {
    distribution,
    parameters: 2,
    logDensity: (x) => (k - 1) * Math.log(x) - x / theta - k * Math.log(theta) - logGamma(k),
    cdf: (x) => gammaP(k, x / theta),
  };
}

/** ML of the gamma's shape: ln k − ψ(k) = ln mean − mean ln (Thom 1958); the left side falls in k. */
function gammaK({ mean, logMean }: Sample): number {
  const gap = Math.log(mean) - logMean;
  return rootOf((k) => gap - (Math.log(k) - digamma(k)), 1e-2, 1e8);
}

function gamma(sample: Sample): Shape {
  const k = gammaK(sample);
  return gammaShape({ dist: "gamma", mean: sample.mean, cv: 1 / Math.sqrt(k) }, sample.mean, k);
}

/** The whole-numbered shapes on both sides of the gamma's; the line model allows k up to 1000. */
function erlangs(sample: Sample): Shape[] {
  const k = gammaK(sample);
  const wholes = new Set([Math.max(1, Math.floor(k)), Math.ceil(k)].filter((whole) => whole <= 1000));
  return [...wholes].map((whole) => gammaShape({ dist: "erlang", mean: sample.mean, k: whole }, sample.mean, whole));
}

function logNormalDensity(z: number, sd: number): number {
  return -(z * z) / 2 - Math.log(sd) - Math.log(2 * Math.PI) / 2;
}

function lognormal({ logMean, logSd }: Sample): Shape {
  return {
    distribution: {
      dist: "lognormal",
      mean: Math.exp(logMean + logSd ** 2 / 2),
      cv: Math.sqrt(Math.expm1(logSd ** 2)),
    },
    parameters: 2,
    logDensity: (x) => logNormalDensity((Math.log(x) - logMean) / logSd, logSd) - Math.log(x),
    cdf: (x) => normalCdf((Math.log(x) - logMean) / logSd),
  };
}

/** The line model cuts the normal off at 0; where that cuts more than one in a thousand it is no candidate. */
function normal({ mean, sd }: Sample): Shape[] {
  const cut = normalCdf(-mean / sd);
  if (cut > 1e-3) return [];
  return [
    {
      distribution: { dist: "normal", mean, sd },
      parameters: 2,
      logDensity: (x) => logNormalDensity((x - mean) / sd, sd) - Math.log1p(-cut),
      cdf: (x) => (normalCdf((x - mean) / sd) - cut) / (1 - cut),
    },
  ];
}

/** ML of the Weibull's shape: Σxᵏ ln x / Σxᵏ − 1/k = mean ln x, increasing in k; values in units of the greatest. */
function weibull({ values, logMean }: Sample): Shape[] {
  const top = Math.max(...values);
  const logs = values.map((x) => Math.log(x / top));
  const target = logMean - Math.log(top);
  const powers = (k: number): number => logs.reduce((sum, l) => sum + Math.exp(k * l), 0);
  const shape = rootOf(
    (k) => logs.reduce((sum, l) => sum + l * Math.exp(k * l), 0) / powers(k) - 1 / k - target,
    1e-2,
    1e3,
  );
  if (shape < 0.1 || shape > 100) return [];
  const scale = top * (powers(shape) / values.length) ** (1 / shape);
  return [
    {
      distribution: { dist: "weibull", shape, scale },
      parameters: 2,
      logDensity: (x) => Math.log(shape / scale) + (shape - 1) * Math.log(x / scale) - (x / scale) ** shape,
      cdf: (x) => -Math.expm1(-((x / scale) ** shape)),
    },
  ];
}

/** Kolmogorov–Smirnov distance between the sample and a distribution function. */
export function ksDistance(values: readonly number[], cdf: (x: number) => number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  return sorted.reduce((worst, x, i) => Math.max(worst, (i + 1) / n - cdf(x), cdf(x) - i / n), 0);
}

function judged(shape: Shape, values: readonly number[]): Candidate {
  const logLikelihood = values.reduce((sum, x) => sum + shape.logDensity(x), 0);
  return {
    distribution: shape.distribution,
    aic: 2 * shape.parameters - 2 * logLikelihood,
    ks: ksDistance(values, shape.cdf),
  };
}

/**
 * Fits the shapes of the line model to measured times by maximum likelihood and ranks them by Akaike's criterion.
 * Tried: exponential, gamma, Erlang (whole shape), lognormal, normal (unless 0 cuts off more than 0.1 %), Weibull.
 * Triangular and uniform are not: their likelihood rests on the two outermost values alone.
 * Values that are all the same give a constant. Problems: fewer than two values, or one not above 0.
 */
export function fitDistribution(values: readonly number[]): FitResult {
  if (values.length < 2) {
    return {
      ok: false,
      problems: [{ path: "values", code: "tooSmall", params: { minimum: "≥ 2", found: values.length } }],
    };
  }
  const problems = values.flatMap((x, index): Problem[] =>
    Number.isFinite(x) && x > 0
      ? []
      : [{ path: `values.${index}`, code: "tooSmall", params: { minimum: "≥ 0", found: x } }],
  );
  if (problems.length > 0) return { ok: false, problems };
  const first = values[0] ?? 0;
  if (values.every((x) => x === first)) {
    const best: Candidate = { distribution: { dist: "constant", value: first }, aic: -Infinity, ks: 0 };
    return { ok: true, best, candidates: [best] };
  }
  const [mean, sd] = meanAndSd(values);
  const [logMean, logSd] = meanAndSd(values.map(Math.log));
  const sample: Sample = { values, mean, sd, logMean, logSd };
  const shapes = [
    exponential(sample),
    gamma(sample),
    ...erlangs(sample),
    lognormal(sample),
    ...normal(sample),
    ...weibull(sample),
  ];
  const ranked = shapes.map((shape) => judged(shape, values)).sort((a, b) => a.aic - b.aic);
  // Of the two Erlangs next to the gamma only the better one is worth telling.
  const candidates = ranked.filter(
    (c, i) => ranked.findIndex((d) => d.distribution.dist === c.distribution.dist) === i,
  );
  const best = candidates[0];
  if (best === undefined) throw new Error("the exponential is always a candidate");
  return { ok: true, best, candidates };
}

/**
 * Minimum, the nine deciles and the maximum, interpolated linearly (Hyndman & Fan type 7: what R and spreadsheets do).
 * Example: deciles of 0, 1, …, 10 are those eleven numbers. Needs at least one value.
 */
export function deciles(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return Array.from({ length: 11 }, (_, i) => {
    const place = (i * (sorted.length - 1)) / 10;
    const low = sorted[Math.floor(place)] ?? NaN;
    const high = sorted[Math.ceil(place)] ?? NaN;
    return low + (place - Math.floor(place)) * (high - low);
  });
}
