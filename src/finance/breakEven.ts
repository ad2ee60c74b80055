export interface Crossing {
  x: number;
  /** from below zero to zero or more */
  isUpward: boolean;
}

export interface BreakEven {
  /** the smallest x found at which f(x) ≥ 0; `low` when it is so from the start, null when nowhere */
  x: number | null;
  /** every change of sign found, ascending; more than one means that "above x it pays" is not true everywhere */
  crossings: Crossing[];
}

/**
 * Where a function of one quantity (price, volume, wage, yield) becomes zero or more between `low` and `high`. Looks at
 * `steps + 1` even places and halves every interval whose ends differ, so it needs no derivative and finds the place of a
 * jump as well; two changes of sign between neighbouring places stay unseen. A value that is no number counts as below
 * zero. The x given always has f(x) ≥ 0. Example: 2x − 3 on [0, 10] → 1.5.
 */
export function crossing(f: (x: number) => number, low: number, high: number, steps = 32): BreakEven {
  if (!(high >= low)) throw new RangeError("crossing: high is below low");
  const pays = (x: number): boolean => f(x) >= 0;
  const narrow = 1e-10 * Math.max(Math.abs(low), Math.abs(high), high - low);
  const crossings: Crossing[] = [];
  let before = pays(low);
  const first = before ? low : null;
  let a = low;
  for (let k = 1; k <= steps && high > low; k++) {
    const b = k === steps ? high : low + ((high - low) * k) / steps;
    const now = pays(b);
    if (now !== before) crossings.push({ x: edge(pays, a, b, now, narrow), isUpward: now });
    before = now;
    a = b;
  }
  return { x: first ?? crossings[0]?.x ?? null, crossings };
}

/** The place between a and b where `pays` changes, on its paying side. */
function edge(pays: (x: number) => boolean, a: number, b: number, atB: boolean, narrow: number): number {
  let [left, right] = [a, b];
  while (right - left > narrow) {
    const middle = (left + right) / 2;
    if (middle <= left || middle >= right) break;
    if (pays(middle) === atB) right = middle;
    else left = middle;
  }
  return atB ? right : left;
}
