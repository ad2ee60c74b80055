import { fraction, gcd, type Exact } from "./exact";

/** Whole coefficients, lowest power first, the last one not 0; [] is the zero polynomial. */
export type Polynomial = readonly bigint[];

function trimmed(p: readonly bigint[]): Polynomial {
  let end = p.length;
  while (end > 0 && p[end - 1] === 0n) end--;
  return p.slice(0, end);
}

/** Divided by the greatest common divisor of its coefficients (sign kept), so that numbers stay small. */
export function primitive(p: readonly bigint[]): Polynomial {
  const t = trimmed(p);
  const g = t.reduce((a, c) => gcd(a, c), 0n);
  return g > 1n ? t.map((c) => c / g) : t;
}

export function derivative(p: Polynomial): Polynomial {
  return primitive(p.slice(1).map((c, i) => c * BigInt(i + 1)));
}

/** A positive multiple of the remainder of a / b: signs, and so Sturm's theorem, survive. */
function remainder(a: Polynomial, b: Polynomial): Polynomial {
  let r = a;
  const lead = b[b.length - 1] ?? 1n;
  while (r.length >= b.length && r.length > 0) {
    const top = r[r.length - 1] ?? 0n;
    const offset = r.length - b.length;
    const factor = lead < 0n ? -lead : lead;
    const times = lead < 0n ? -top : top;
    r = primitive(r.map((c, i) => c * factor - (i >= offset ? (b[i - offset] ?? 0n) * times : 0n)));
  }
  return r;
}

export function commonDivisor(a: Polynomial, b: Polynomial): Polynomial {
  let [x, y] = [a, b];
  while (y.length > 0) [x, y] = [y, remainder(x, y)];
  return primitive(x);
}

/** a / b where b divides a exactly, up to a constant factor. */
export function quotient(a: Polynomial, b: Polynomial): Polynomial {
  const lead = b[b.length - 1] ?? 1n;
  const power = Math.max(0, a.length - b.length + 1);
  let rest = a.map((c) => c * (lead < 0n ? -lead : lead) ** BigInt(power));
  const out = new Array<bigint>(power).fill(0n);
  for (let i = power - 1; i >= 0; i--) {
    const top = (rest[i + b.length - 1] ?? 0n) / lead;
    out[i] = top;
    rest = rest.map((c, k) => (k >= i ? c - (b[k - i] ?? 0n) * top : c));
  }
  return primitive(out);
}

/** Sign of p at the fraction x (its denominator is positive). */
export function signAt(p: Polynomial, x: Exact): -1 | 0 | 1 {
  let value = 0n;
  let scale = 1n;
  for (let i = p.length - 1; i >= 0; i--) {
    value = value * x.n + (p[i] ?? 0n) * scale;
    scale *= x.d;
  }
  return value > 0n ? 1 : value < 0n ? -1 : 0;
}

/** Sturm's chain of a polynomial without repeated roots. */
export function sturmChain(p: Polynomial): Polynomial[] {
  const chain = [p];
  for (let next = derivative(p); next.length > 0;) {
    chain.push(next);
    const before = chain[chain.length - 2];
    next = before === undefined ? [] : remainder(before, next).map((c) => -c);
  }
  return chain;
}

/** Sign changes of the chain at x; the number of roots in (a, b] is the drop from a to b. */
export function changesAt(chain: readonly Polynomial[], x: Exact): number {
  let changes = 0;
  let last = 0;
  for (const p of chain) {
    const s = signAt(p, x);
    if (s !== 0 && last !== 0 && s !== last) changes++;
    if (s !== 0) last = s;
  }
  return changes;
}

/**
 * The roots of a square-free p in (low, high], each as an interval (a, b] with that one root in it, bisected until it is
 * narrower than `width`; an exact rational hit ends it early with a = b.
 */
export function isolate(p: Polynomial, low: Exact, high: Exact, width: Exact): { low: Exact; high: Exact }[] {
  const chain = sturmChain(p);
  const found: { low: Exact; high: Exact }[] = [];
  const visit = (a: Exact, b: Exact, atA: number, atB: number): void => {
    const roots = atA - atB;
    if (roots <= 0) return;
    if (roots === 1) {
      found.push(narrow(p, a, b, width));
      return;
    }
    const middle = between(a, b);
    const atMiddle = changesAt(chain, middle);
    visit(a, middle, atA, atMiddle);
    visit(middle, b, atMiddle, atB);
  };
  visit(low, high, changesAt(chain, low), changesAt(chain, high));
  return found;
}

function between(a: Exact, b: Exact): Exact {
  return fraction(a.n * b.d + b.n * a.d, 2n * a.d * b.d);
}

function narrow(p: Polynomial, low: Exact, high: Exact, width: Exact): { low: Exact; high: Exact } {
  let [a, b] = [low, high];
  const atEnd = signAt(p, b);
  if (atEnd === 0) return { low: b, high: b };
  while ((b.n * a.d - a.n * b.d) * width.d > width.n * a.d * b.d) {
    const middle = between(a, b);
    const s = signAt(p, middle);
    if (s === 0) return { low: middle, high: middle };
    if (s === atEnd) b = middle;
    else a = middle;
  }
  return { low: a, high: b };
}
