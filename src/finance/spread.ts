import { quantileSorted } from "simple-statistics";

/** What one sample in ten is below, the middle, and what one in ten is above. */
export interface Quantiles {
  p10: number;
  p50: number;
  p90: number;
}

/** P10, P50, P90 of a sample, linear between neighbours (type 7 of R). Example: 1 … 11 → 2, 6, 10. */
export function quantilesOf(values: ArrayLike<number>): Quantiles {
  const sorted = Array.from(values).sort((a, b) => a - b);
  return { p10: quantileSorted(sorted, 0.1), p50: quantileSorted(sorted, 0.5), p90: quantileSorted(sorted, 0.9) };
}

/**
 * The same where some of the sample have no value (never paid back): null counts as more than anything, and a percentile
 * that falls among those has none either. Example: 1, 2, null → P50 = 2, P90 = null.
 */
export function quantilesWithNone(values: readonly (number | null)[]): { [key in keyof Quantiles]: number | null } {
  const sorted = values.map((v) => v ?? Infinity).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const at = (p: number): number | null => {
    // between a number and none there is none; between two of them Infinity − Infinity would be no number
    const value = quantileSorted(sorted, p);
    return Number.isFinite(value) ? value : null;
  };
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

/** The 97.5 % point of the normal distribution. */
const z975 = 1.959963984540054;

/**
 * Wilson's 95 % interval of a share seen `hits` times in `of` (E. B. Wilson, JASA 22, 1927): it stays within 0 … 1 and is
 * honest at 0 and 1 too. Example: 0 of 10 → 0 to 0.278. Without a sample 0 to 1.
 */
export function wilson(hits: number, of: number, z: number = z975): [number, number] {
  if (of <= 0) return [0, 1];
  const share = hits / of;
  const scale = 1 + (z * z) / of;
  const centre = (share + (z * z) / (2 * of)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  // at the ends the formula gives 0 and 1 but for rounding
  return [hits <= 0 ? 0 : Math.max(0, centre - half), hits >= of ? 1 : Math.min(1, centre + half)];
}

/**
 * n points of the unit cube with k sides, one point in each of the n slices of every side (M. D. McKay, R. J. Beckman and
 * W. J. Conover, Technometrics 21, 1979): a mean needs far fewer of them than of independent draws. Row i is point i. The
 * numbers depend on the seed and the side only, so one more side leaves the others as they were.
 */
export function latinHypercube(n: number, k: number, seed: number): Float64Array[] {
  const points = Array.from({ length: n }, () => new Float64Array(k));
  const slices = new Uint32Array(n);
  for (let side = 0; side < k; side++) {
    const next = words(mix(Math.imul(seed, 0x9e3779b9) ^ mix(side + 1)));
    for (let i = 0; i < n; i++) slices[i] = i;
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor((next() / 2 ** 32) * (i + 1));
      const held = slices[i] ?? 0;
      slices[i] = slices[j] ?? 0;
      slices[j] = held;
    }
    points.forEach((point, i) => (point[side] = ((slices[i] ?? 0) + next() / 2 ** 32) / n));
  }
  return points;
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the answer. */
function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 32-bit words by mulberry32 (T. Ettinger, public domain): small, and good enough for some thousand cost draws. */
function words(start: number): () => number {
  let state = start | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
}
