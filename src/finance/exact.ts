/**
 * Exact fractions, so that rounding to the fen is decided by the amount and never by binary floating point
 * (1.005 × 100 is 100.49999… in doubles). A double enters as the decimal it is written as: 0.048 means 48/1000.
 */
export interface Exact {
  /** numerator */
  n: bigint;
  /** denominator, > 0, in lowest terms */
  d: bigint;
}

export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function fraction(n: bigint, d: bigint): Exact {
  if (d === 0n) throw new RangeError("division by zero");
  const g = gcd(n, d) || 1n;
  return d < 0n ? { n: -n / g, d: -d / g } : { n: n / g, d: d / g };
}

/** The decimal a finite double is written as. Example: 1e-7 → 1/10000000. */
export function exact(value: number): Exact {
  if (!Number.isFinite(value)) throw new RangeError("only finite numbers are exact");
  const [mantissa = "0", exponent = "0"] = value.toString().split("e");
  const [whole = "0", digits = ""] = mantissa.split(".");
  const power = Number(exponent) - digits.length;
  const n = BigInt(whole + digits);
  return power >= 0 ? { n: n * 10n ** BigInt(power), d: 1n } : fraction(n, 10n ** BigInt(-power));
}

export const zero: Exact = { n: 0n, d: 1n };
export const one: Exact = { n: 1n, d: 1n };

export const add = (a: Exact, b: Exact): Exact => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const negate = (a: Exact): Exact => ({ n: -a.n, d: a.d });
export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b));
export const multiply = (a: Exact, b: Exact): Exact => fraction(a.n * b.n, a.d * b.d);
export const divide = (a: Exact, b: Exact): Exact => fraction(a.n * b.d, a.d * b.n);
export const sign = (a: Exact): -1 | 0 | 1 => (a.n > 0n ? 1 : a.n < 0n ? -1 : 0);
export const compare = (a: Exact, b: Exact): -1 | 0 | 1 => sign({ n: a.n * b.d - b.n * a.d, d: 1n });
export const sumOf = (list: readonly Exact[]): Exact => list.reduce(add, zero);

/** a^k for a whole k ≥ 0. */
export function power(a: Exact, k: number): Exact {
  return { n: a.n ** BigInt(k), d: a.d ** BigInt(k) };
}

/** |a · 10^places| rounded half-up, with the sign put back: halves go away from zero, as in book-keeping. */
export function scaled(a: Exact, places: number): bigint {
  const shifted = (a.n < 0n ? -a.n : a.n) * 10n ** BigInt(places);
  const rounded = (2n * shifted + a.d) / (2n * a.d);
  return a.n < 0n ? -rounded : rounded;
}

/** Rounded half-up to `places` decimals, still exact. Example: 1.005 → 1.01. */
export function round(a: Exact, places: number): Exact {
  return fraction(scaled(a, places), 10n ** BigInt(places));
}

/** Written with exactly `places` decimals, half-up; zero has no sign. Example: money(exact(-0.004)) = "0.00". */
export function written(a: Exact, places: number): string {
  const value = scaled(a, places);
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, "0");
  const cut = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return value < 0n ? `-${text}` : text;
}

/** Yuan to the fen, as a string. */
export const money = (a: Exact): string => written(a, 2);

/** The nearest double, to about 17 figures. */
export function toNumber(a: Exact): number {
  const shift = 25 + Math.max(0, a.d.toString().length - (a.n < 0n ? -a.n : a.n).toString().length);
  return Number(written(a, shift));
}

/** A double rounded half-up to `places` decimals. */
export const rounded = (a: Exact, places: number): number => Number(written(a, places));
