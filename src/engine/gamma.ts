import { exp, log } from "./mathematics";

/** ln Γ(x), x > 0: Stirling's series after shifting x above 10. Error below 1e-14. */
export function logGamma(x: number): number {
  let shift = 0;
  let y = x;
  while (y < 10) {
    shift += log(y);
    y += 1;
  }
  const i = 1 / y;
  const z = i * i;
  const series =
    i * (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - z * (691 / 360360 - z / 156))))));
  return (y - 0.5) * log(y) - y + 0.9189385332046727418 + series - shift;
}

/**
 * Regularised incomplete gamma functions {P(a,x), Q(a,x)}: series for x < a + 1, Lentz' continued fraction above
 * (Numerical Recipes §6.2). Only used when tables are built.
 */
export function incompleteGamma(a: number, x: number): { p: number; q: number } {
  if (x <= 0) return { p: 0, q: 1 };
  const front = a * log(x) - x - logGamma(a);
  if (front < -690) return x < a ? { p: 0, q: 1 } : { p: 1, q: 0 };
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000; n++) {
      term *= x / (a + n);
      sum += term;
      if (term < sum * 1e-17) break;
    }
    const p = sum * exp(front);
    return { p, q: 1 - p };
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    if (d < tiny && d > -tiny) d = tiny;
    c = b + an / c;
    if (c < tiny && c > -tiny) c = tiny;
    d = 1 / d;
    const delta = d * c;
    h *= delta;
    if (delta - 1 < 1e-16 && delta - 1 > -1e-16) break;
  }
  const q = exp(front) * h;
  return { p: 1 - q, q };
}

/** Normal distribution function Φ(x) through the incomplete gamma function: Q(½, x²/2) / 2 in the tail. */
export function normalCdf(x: number): number {
  const { q } = incompleteGamma(0.5, (x * x) / 2);
  return x < 0 ? q / 2 : 1 - q / 2;
}
