/** A named stream of chance for figures that are integrated by sampling: the same seed, the same figure, everywhere. */
export interface Chance {
  /** in (0, 1) */
  uniform(): number;
  normal(): number;
  /** χ² with `df` degrees of freedom */
  chiSquared(df: number): number;
}

/**
 * Mulberry32 (T. Ettinger, public domain) for the words, the polar method for normals (G. Marsaglia & T. A. Bray, SIAM
 * Review 6, 1964), gammas by G. Marsaglia & W. W. Tsang (ACM TOMS 26, 2000). Good for some million draws, not for the engine.
 */
export function chance(seed: number): Chance {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0;
  let spare: number | null = null;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
  const normal = (): number => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const a = 2 * uniform() - 1;
      const b = 2 * uniform() - 1;
      const s = a * a + b * b;
      if (s >= 1 || s === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      spare = b * scale;
      return a * scale;
    }
  };
  const chiSquared = (df: number): number => {
    const shape = df / 2;
    // below one: Γ(shape) = Γ(shape + 1) · U^(1/shape)
    const boost = shape < 1 ? Math.pow(uniform(), 1 / shape) : 1;
    const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return 2 * d * v * boost;
    }
  };
  return { uniform, normal, chiSquared };
}
