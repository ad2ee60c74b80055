import { gammaln } from "simple-statistics";

/** ψ(x) = d ln Γ / dx for x > 0: recurrence up to 10, then the asymptotic series (Abramowitz & Stegun 6.3.18). */
export function digamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 10; z += 1) shift -= 1 / z;
  const w = 1 / (z * z);
  return shift + Math.log(z) - 1 / (2 * z) - w * (1 / 12 - w * (1 / 120 - w * (1 / 252 - w * (1 / 240 - w / 132))));
}

/**
 * ln Γ(x) by Stirling's series after the recurrence (Abramowitz & Stegun 6.1.41). The library's `gammaln` loses digits
 * for the large shapes that nearly constant times have, so it only serves below 10.
 */
export function logGamma(x: number): number {
  if (x < 10) return gammaln(x);
  const w = 1 / (x * x);
  return (
    (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w / 1680))) / x
  );
}

/** Regularised incomplete gamma P(a, x): series below a + 1, continued fraction (Lentz) above (A & S 6.5.29, 6.5.31). */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000 && term > sum * 1e-16; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.min(1, front * sum);
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 10_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return Math.max(0, 1 - front * h);
}

/** Φ(z), the standard normal distribution function, to full precision through P(½, z²/2). */
export function normalCdf(z: number): number {
  const half = gammaP(0.5, (z * z) / 2) / 2;
  return z < 0 ? 0.5 - half : 0.5 + half;
}

/** The root of an increasing function between two bounds, by bisection to the last bit. */
export function rootOf(increasing: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 200; i++) {
    const middle = (a + b) / 2;
    if (middle <= a || middle >= b) break;
    if (increasing(middle) < 0) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}
