/** Highest power of one input. */
const mostPower = 3;

/** A column of the sample: one value a draw. */
export type Column = ArrayLike<number>;

/** y as a sparse polynomial of the inputs, seen at the draws it was fitted to. */
export interface Surface {
  mean: number;
  /** its value at each draw */
  fitted: Float64Array;
  /**
   * by input, in the order given: what knowing it alone moves the mean to, less the mean, at each draw. As inputs are
   * independent, products of two have mean 0 given either, and belong to none.
   */
  mains: Float64Array[];
  /** terms besides the mean */
  terms: number;
  /** of what is left, unbiased for the terms in it */
  residualVariance: number;
  /** residuals, mean 0 */
  residuals: Float64Array;
}

interface Term {
  /** index of the one input it hangs on; null for a product of two */
  of: number | null;
  /** the input itself, not a power or a product */
  isStraight: boolean;
  column: Float64Array;
  /** Σ of its squares */
  size: number;
  /** what is left of the column once the chosen ones are taken out */
  rest: Float64Array;
}

/**
 * Least squares on powers up to three of each input and products of two, terms taken one by one (orthogonal matching
 * pursuit), as long as the extended Bayesian information criterion falls: n ln(RSS/n) + p ln n + 2 ln C(P, p), the last
 * for straight terms and the rest apart, as there are far more of those to be misled by (J. Chen and Z. Chen, Biometrika
 * 95, 2008). A sparse polynomial expansion of an uncertain outcome: G. Blatman and B. Sudret, J. Comput. Phys. 230, 2011.
 * What follows from noise alone is so left out, and noise common to all inputs is taken off before any is looked at.
 */
export function surfaceOf(inputs: readonly Column[], y: Column): Surface {
  const n = y.length;
  const mean = meanOf(y);
  const target = Float64Array.from(y, (v) => v - mean);
  const candidates = termsOf(inputs, n);
  const chosen: Term[] = [];
  const residuals = target.slice();
  const total = dot(residuals, residuals);
  const most = Math.floor(n / 4);
  while (chosen.length < most) {
    const now = dot(residuals, residuals);
    if (!(now > 1e-18 * total)) break;
    const next = [true, false].flatMap((isStraight) => {
      const open = candidates.filter((t) => t.isStraight === isStraight && !chosen.includes(t));
      const term = strongest(open, residuals);
      if (term === null) return [];
      const taken = chosen.filter((t) => t.isStraight === isStraight).length;
      const penalty = Math.log(n) + 2 * Math.log((taken + open.length) / (taken + 1));
      const left = now - dot(term.rest, residuals) ** 2 / dot(term.rest, term.rest);
      return [{ term, fall: n * Math.log(now / Math.max(left, 1e-30 * total)) - penalty }];
    });
    const best = next.reduce<(typeof next)[number] | null>((a, b) => (a === null || b.fall > a.fall ? b : a), null);
    if (best === null || best.fall <= 0) break;
    const { rest } = best.term;
    const length = dot(rest, rest);
    chosen.push(best.term);
    takeOut(residuals, rest, dot(rest, residuals) / length);
    for (const other of candidates)
      if (!chosen.includes(other)) takeOut(other.rest, rest, dot(other.rest, rest) / length);
  }
  const weights = coefficients(chosen, target);
  const mains = inputs.map(() => new Float64Array(n));
  chosen.forEach(({ of, column }, k) => {
    const main = of === null ? undefined : mains[of];
    if (main !== undefined) takeOut(main, column, -(weights[k] ?? 0));
  });
  const freedom = Math.max(1, n - 1 - chosen.length);
  return {
    mean,
    fitted: Float64Array.from(y, (v, i) => v - (residuals[i] ?? 0)),
    mains,
    terms: chosen.length,
    residualVariance: dot(residuals, residuals) / freedom,
    residuals,
  };
}

/** Centred columns: powers of each input, each less what the lower ones already say, then products of two inputs. */
function termsOf(inputs: readonly Column[], n: number): Term[] {
  const terms: Term[] = [];
  const lines: Float64Array[] = [];
  const add = (of: number | null, column: Float64Array, isStraight: boolean): void =>
    void terms.push({ of, isStraight, column, size: dot(column, column), rest: column.slice() });
  inputs.forEach((input, of) => {
    const line = standard(Float64Array.from(input));
    lines.push(line);
    const powers: Float64Array[] = [];
    for (let power = 1; power <= mostPower; power++) {
      const column = centred(line.map((v) => v ** power));
      for (const lower of powers) takeOut(column, lower, dot(column, lower) / dot(lower, lower));
      // two values only (it happens or not) have no curve
      if (dot(column, column) < 1e-9 * n) break;
      powers.push(column);
      add(of, column, power === 1);
    }
  });
  for (let a = 0; a < lines.length; a++)
    for (let b = a + 1; b < lines.length; b++)
      add(null, centred(lines[a]!.map((v, i) => v * (lines[b]![i] ?? 0))), false);
  return terms.filter(({ size }) => size > 0);
}

/** The candidate that explains most of what is left; none that the chosen ones already say. */
function strongest(terms: readonly Term[], residuals: Float64Array): Term | null {
  let pick: Term | null = null;
  let most = 0;
  for (const term of terms) {
    const length = dot(term.rest, term.rest);
    if (length < 1e-6 * term.size) continue;
    const gain = dot(term.rest, residuals) ** 2 / length;
    if (gain > most * (1 + 1e-12)) [pick, most] = [term, gain];
  }
  return pick;
}

/** Least squares on the chosen columns by their orthogonal rests: R c = Qᵀy, solved from below. */
function coefficients(chosen: readonly Term[], target: Float64Array): number[] {
  const weights = new Array<number>(chosen.length).fill(0);
  for (let k = chosen.length - 1; k >= 0; k--) {
    const q = chosen[k]!.rest;
    let value = dot(q, target);
    for (let j = k + 1; j < chosen.length; j++) value -= dot(q, chosen[j]!.column) * (weights[j] ?? 0);
    weights[k] = value / dot(q, q);
  }
  return weights;
}

function standard(values: Float64Array): Float64Array {
  const column = centred(values);
  const size = Math.sqrt(dot(column, column) / column.length);
  // equal values but for rounding say nothing
  const scale = Math.abs(values[0] ?? 0) + size;
  return size > 1e-12 * scale && size > 0 ? column.map((v) => v / size) : new Float64Array(column.length);
}

function centred(values: Float64Array): Float64Array {
  const mean = meanOf(values);
  return values.map((v) => v - mean);
}

export function meanOf(values: Column): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return values.length > 0 ? sum / values.length : 0;
}

function dot(a: Column, b: Column): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** a −= factor · b */
function takeOut(a: Float64Array, b: Float64Array, factor: number): void {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] ?? 0) - factor * (b[i] ?? 0);
}
