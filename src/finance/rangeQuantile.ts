import { gammaln } from "simple-statistics";

/** Least, likeliest and greatest of three values in any order: "low" may be the greater one (an effect that saves). */
function ordered(low: number, likely: number, high: number): { a: number; mode: number; b: number } {
  const [a, b] = low <= high ? [low, high] : [high, low];
  return { a, b, mode: Math.min(Math.max(likely, a), b) };
}

/**
 * Value below which a triangular distribution has the share `p`: `a + √(p (b−a)(m−a))` up to p = (m−a)/(b−a), then
 * `b − √((1−p)(b−a)(b−m))`; a likeliest value outside the ends is moved to the nearer one. Equal ends: that value.
 * Example: 0, 1, 4 → at 0.25 it is 1.
 */
export function triangularQuantile(p: number, low: number, likely: number, high: number): number {
  const { a, mode, b } = ordered(low, likely, high);
  const width = b - a;
  return p * width <= mode - a ? a + Math.sqrt(p * width * (mode - a)) : b - Math.sqrt((1 - p) * width * (b - mode));
}

/**
 * Value below which a PERT distribution has the share `p`: a + (b−a) · Beta(α, 6−α), α = 1 + 4 (m−a)/(b−a), so that the
 * mean is (a + 4m + b)/6 (D. G. Malcolm et al., Operations Research 7, 1959). Thinner tails than the triangle.
 */
export function pertQuantile(p: number, low: number, likely: number, high: number): number {
  const { a, mode, b } = ordered(low, likely, high);
  const width = b - a;
  if (width === 0 || p <= 0) return a;
  if (p >= 1) return b;
  return a + width * betaQuantile(p, 1 + (4 * (mode - a)) / width);
}

/** Inverse of the regularised incomplete beta function I_x(α, 6 − α), by Newton's steps kept inside a shrinking interval. */
function betaQuantile(p: number, alpha: number): number {
  const beta = 6 - alpha;
  // Γ(6) = 120
  const logScale = Math.log(120) - gammaln(alpha) - gammaln(beta);
  let [left, right] = [0, 1];
  let x = alpha / 6;
  for (let i = 0; i < 100; i++) {
    const density = Math.exp(logScale + (alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x));
    const below = shareBelow(x, alpha, beta, density);
    if (below < p) left = x;
    else right = x;
    const step = x - (below - p) / density;
    const next = step > left && step < right ? step : (left + right) / 2;
    if (Math.abs(next - x) <= 1e-15 + 1e-14 * x) return next;
    x = next;
  }
  return x;
}

/** I_x(α, β) from its density: `x (1−x) f(x) / α · fraction`, mirrored where the continued fraction would be slow. */
function shareBelow(x: number, alpha: number, beta: number, density: number): number {
  const front = density * x * (1 - x);
  return x < (alpha + 1) / (alpha + beta + 2)
    ? (front / alpha) * fractionOf(x, alpha, beta)
    : 1 - (front / beta) * fractionOf(1 - x, beta, alpha);
}

/** The continued fraction of the incomplete beta function (NIST DLMF 8.17.22), by Lentz's method. */
function fractionOf(x: number, alpha: number, beta: number): number {
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((alpha + beta) * x) / (alpha + 1));
  let value = d;
  for (let m = 1; m < 200; m++) {
    const even = (m * (beta - m) * x) / ((alpha + 2 * m - 1) * (alpha + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(alpha + m) * (alpha + beta + m) * x) / ((alpha + 2 * m) * (alpha + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}
