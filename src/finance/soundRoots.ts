export interface Root {
  u: number;
  /** the polynomial comes to zero (as far as rounding can tell) without changing its sign */
  isTouch: boolean;
}

/** Value and slope at one place, each split into its rising and its falling part. */
interface Place {
  u: number;
  up: number;
  down: number;
  slopeUp: number;
  slopeDown: number;
}

/** Intervals side by side that rounding leaves undecided, and the place in them where the value is least. */
interface Doubt {
  from: Place;
  to: Place;
  least: Place;
}

export interface Roots {
  /** ascending */
  list: Root[];
  /** somewhere the values drown in rounding over so wide a stretch that nobody can say how many roots lie there, or where */
  isVague: boolean;
}

/** Intervals are not halved below this width, as a share of u; those with both ends within rounding not below the second. */
const finest = 1e-11;
const fineEnough = 1e-6;
/** A stretch of doubt wider than this, as a share of u, is no root anyone could name (0.1 % a year for monthly flows). */
const widest = 1e-4;
/** Only flows built to be hard need more halvings (ordinary ones some hundred). */
const mostVisits = 10_000;

/**
 * All roots of `Σ c_k u^k` in (low, high), 0 < low, for degrees in the hundreds. Split by the sign of its coefficients,
 * p = p⁺ − p⁻, and both parts rise with u; so on [a, b] p lies between p⁺(a) − p⁻(b) and p⁺(b) − p⁻(a), likewise its slope,
 * and p(a) cannot change by more than the width times that (interval analysis, R. E. Moore 1966). An interval is halved
 * until p cannot be zero in it, or the slope cannot and the signs at its ends decide. So no root is missed; and none is
 * invented: where the value is within the rounding error of Horner's rule, `2n ε Σ |c_k| u^k`, only one root is taken, for
 * a change of sign or, without one, for a touch, and none from a stretch too wide to be one.
 */
export function soundRoots(coefficients: readonly number[], low: number, high: number): Roots {
  const slack = 4 * coefficients.length * Number.EPSILON;
  const list: Root[] = [];
  let isVague = false;
  let visits = 0;
  let doubt: Doubt | null = null;
  const settle = (): void => {
    if (doubt === null) return;
    const { from, to, least } = doubt;
    doubt = null;
    if (to.u - from.u > widest * to.u) isVague = true;
    else if (isBelow(from) !== isBelow(to)) list.push({ u: bisect(coefficients, from, to), isTouch: false });
    else if (!isSure(least, slack)) list.push({ u: least.u, isTouch: true });
  };
  const visit = (a: Place, b: Place): void => {
    const error = slack * (b.up + b.down);
    const width = b.u - a.u;
    const [least, most] = [a.slopeUp - b.slopeDown, b.slopeUp - a.slopeDown];
    const change = width * Math.max(Math.abs(least), Math.abs(most));
    if (a.up - b.down > error || b.up - a.down < -error || Math.abs(a.up - a.down) > change + 2 * error) {
      settle();
      return;
    }
    const [sureA, sureB] = [isSure(a, slack), isSure(b, slack)];
    const slopeError = slack * coefficients.length * (b.slopeUp + b.slopeDown);
    if ((least > slopeError || most < -slopeError) && sureA && sureB) {
      settle();
      if (isBelow(a) !== isBelow(b)) list.push({ u: bisect(coefficients, a, b), isTouch: false });
      return;
    }
    const limit = sureA || sureB ? finest : fineEnough;
    if (width <= limit * b.u || change <= error || ++visits > mostVisits) {
      const nearer = closeness(a) < closeness(b) ? a : b;
      doubt ??= { from: a, to: b, least: nearer };
      doubt.to = b;
      if (closeness(nearer) < closeness(doubt.least)) doubt.least = nearer;
      return;
    }
    const middle = placeAt(coefficients, Math.sqrt(a.u * b.u));
    visit(a, middle);
    visit(middle, b);
  };
  visit(placeAt(coefficients, low), placeAt(coefficients, high));
  settle();
  return { list, isVague };
}

const isBelow = (p: Place): boolean => p.up - p.down < 0;
/** |p| against the sizes it is the difference of. */
const closeness = (p: Place): number => Math.abs(p.up - p.down) / (p.up + p.down);
const isSure = (p: Place, slack: number): boolean => closeness(p) > slack;

function placeAt(coefficients: readonly number[], u: number): Place {
  let [up, down, slopeUp, slopeDown] = [0, 0, 0, 0];
  for (let k = coefficients.length - 1; k >= 0; k--) {
    const c = coefficients[k] ?? 0;
    slopeUp = slopeUp * u + up;
    slopeDown = slopeDown * u + down;
    up = up * u + (c > 0 ? c : 0);
    down = down * u + (c < 0 ? -c : 0);
  }
  return { u, up, down, slopeUp, slopeDown };
}

/** The place between a and b where the sign changes, to the last bit. */
function bisect(coefficients: readonly number[], a: Place, b: Place): number {
  let [left, right] = [a.u, b.u];
  const end = isBelow(b);
  for (;;) {
    const middle = (left + right) / 2;
    if (middle <= left || middle >= right) return right;
    if (isBelow(placeAt(coefficients, middle)) === end) right = middle;
    else left = middle;
  }
}
