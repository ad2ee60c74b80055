/** Quantiles that the intervals of this room need: normal and Student's t at any level. */

/**
 * Φ(z), the standard normal distribution function, to 15 digits (J. F. Hart's rational approximation 5666 as given by
 * G. West, "Better approximations to cumulative normal functions", Wilmott Magazine, May 2005). Example: Φ(1.96) = 0.975.
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z);
  let tail = 0;
  if (x <= 37) {
    const e = Math.exp((-x * x) / 2);
    if (x < 7.07106781186547) {
      const above = polynomial(x, numerator);
      tail = (e * above) / polynomial(x, denominator);
    } else {
      tail = e / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / 2.506628274631;
    }
  }
  return z > 0 ? 1 - tail : tail;
}

const numerator = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const denominator = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

/** Horner's rule, highest power first. */
function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduce((sum, c) => sum * x + c, 0);
}

/** ln Γ(x), x > 0 (C. Lanczos, SIAM J. Numer. Anal. B 1, 1964; g = 7, nine terms: 15 digits). */
export function logGamma(x: number): number {
  const z = x - 1;
  let sum = 0.99999999999980993;
  lanczos.forEach((c, i) => (sum += c / (z + i + 1)));
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Regularised incomplete beta I_x(a, b) by its continued fraction (Abramowitz & Stegun 26.5.8, modified Lentz). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let f = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    f *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    f *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return front * f;
}

/** P(|T| > t) of Student's t: I_x(df/2, ½) at x = df / (df + t²). Beyond 10⁶ degrees of freedom the normal. */
export function tTwoSided(t: number, df: number): number {
  if (df > 1e6) return 2 * normalCdf(-Math.abs(t));
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

const known = new Map<string, number>();

/**
 * The two-sided critical value: P(|T| ≤ t) = confidence, by bisection to the last bits; kept once found. Example: 95 %,
 * 9 degrees of freedom → 2.262. ∞ below one degree of freedom: one value has no interval.
 */
export function tCritical(confidence: number, df: number): number {
  if (df < 1) return Infinity;
  const key = `${confidence} ${df}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  let high = 2;
  while (tTwoSided(high, df) > 1 - confidence) high *= 2;
  let low = 0;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (tTwoSided(middle, df) > 1 - confidence) low = middle;
    else high = middle;
  }
  const value = (low + high) / 2;
  known.set(key, value);
  return value;
}
