/**
 * Roots of `Σ c_k u^k` in (low, high) with 0 ≤ low, in doubles: the interval is halved until Descartes' rule, applied to the
 * polynomial seen from that interval (Vincent, Collins and Akritas), says none or one. Bounds on the rounding error go
 * along; null when they, or a root too near to another, leave a sign undecided. Then exact arithmetic must answer.
 */
export function quickRoots(coefficients: readonly number[], low: number, high: number, depth = 0): number[] | null {
  const changes =
    depth === 0
      ? (ordinary(coefficients, low, high) ?? changesWithin(coefficients, low, high))
      : changesWithin(coefficients, low, high);
  if (changes === null) return null;
  if (changes === 0) return [];
  if (changes === 1) return [bisect(coefficients, low, high)];
  if (depth >= 24) return null;
  const middle = low > 0 ? Math.sqrt(low * high) : high / 2;
  const left = quickRoots(coefficients, low, middle, depth + 1);
  const right = left === null ? null : quickRoots(coefficients, middle, high, depth + 1);
  return left === null || right === null ? null : [...left, ...right];
}

/**
 * Out first and back later: with one change of sign at most there is one root at most (Descartes), and the ends tell whether
 * it lies inside. Null for everything else.
 */
function ordinary(coefficients: readonly number[], low: number, high: number): 0 | 1 | null {
  let changes = 0;
  let last = 0;
  for (const c of coefficients) {
    if (c === 0) continue;
    if (last !== 0 && Math.sign(c) !== last) changes++;
    last = Math.sign(c);
  }
  if (changes === 0) return 0;
  if (changes > 1) return null;
  return valueAt(coefficients, low) * valueAt(coefficients, high) < 0 ? 1 : 0;
}

function valueAt(coefficients: readonly number[], u: number): number {
  let sum = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) sum = sum * u + (coefficients[k] ?? 0);
  return sum;
}

/** Sign changes of `(1+x)^n p((low + high·x) / (1+x))`: at least the number of roots inside, and of the same parity. */
function changesWithin(coefficients: readonly number[], low: number, high: number): number | null {
  const value = [...coefficients];
  const bound = coefficients.map(Math.abs);
  shift(value, low);
  shift(bound, low);
  let scale = 1;
  for (let k = 0; k < value.length; k++) {
    value[k] = (value[k] ?? 0) * scale;
    bound[k] = (bound[k] ?? 0) * scale;
    scale *= high - low;
  }
  shift(value.reverse(), 1);
  shift(bound.reverse(), 1);
  const error = 8 * value.length * Number.EPSILON;
  let changes = 0;
  let last = 0;
  for (let k = 0; k < value.length; k++) {
    const c = value[k] ?? 0;
    if (Math.abs(c) <= error * (bound[k] ?? 0)) return null;
    const sign = Math.sign(c);
    if (last !== 0 && sign !== last) changes++;
    last = sign;
  }
  return changes;
}

/** In place: the coefficients of p(x) become those of p(x + by), by repeated synthetic division. */
function shift(p: number[], by: number): void {
  for (let i = 0; i < p.length - 1; i++) {
    for (let k = p.length - 2; k >= i; k--) p[k] = (p[k] ?? 0) + by * (p[k + 1] ?? 0);
  }
}

/** The one place in (low, high) where p changes its sign. */
function bisect(coefficients: readonly number[], low: number, high: number): number {
  let [a, b] = [low, high];
  const end = Math.sign(valueAt(coefficients, b));
  for (;;) {
    const middle = (a + b) / 2;
    if (middle <= a || middle >= b) return b;
    if (Math.sign(valueAt(coefficients, middle)) === end) b = middle;
    else a = middle;
  }
}
