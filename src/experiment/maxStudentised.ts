import type { Chance } from "./chance";
import type { Contrast } from "./comparisons";

/** Lower triangular L with L Lᵀ = the columns' covariance; a column that hangs on the earlier ones gets a zero on the diagonal. */
export function factor(columns: readonly (readonly number[])[]): number[][] {
  const n = Math.min(...columns.map((c) => c.length));
  const centred = columns.map((column) => {
    const mean = column.slice(0, n).reduce((a, b) => a + b, 0) / n;
    return column.slice(0, n).map((v) => v - mean);
  });
  const covariance = centred.map((a) =>
    centred.map((b) => a.reduce((sum, v, i) => sum + v * (b[i] ?? 0), 0) / Math.max(1, n - 1)),
  );
  return choleskyOf(covariance);
}

/** Cholesky's factor of a positive semi-definite matrix. */
export function choleskyOf(matrix: readonly (readonly number[])[]): number[][] {
  const k = matrix.length;
  const l = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  for (let j = 0; j < k; j++) {
    const own = matrix[j]?.[j] ?? 0;
    let left = own;
    for (let p = 0; p < j; p++) left -= (l[j]?.[p] ?? 0) ** 2;
    const root = left > own * 1e-12 ? Math.sqrt(left) : 0;
    l[j]![j] = root;
    for (let i = j + 1; i < k; i++) {
      let sum = matrix[i]?.[j] ?? 0;
      for (let p = 0; p < j; p++) sum -= (l[i]?.[p] ?? 0) * (l[j]?.[p] ?? 0);
      l[i]![j] = root === 0 ? 0 : sum / root;
    }
  }
  return l;
}

/**
 * `draws` times max over the contrasts of |T|, sorted. T is the studentised difference of two columns of multivariate
 * normal data with covariance L Lᵀ when means are equal: v·z / √(vᵀ W v / df) with v = Lᵀ(e_plan − e_base), z normal and W
 * a standard Wishart matrix, drawn by its triangular factor (M. S. Bartlett, Proc. R. Soc. Edinb. 53, 1933): χ² on the
 * diagonal, normals below it.
 */
export function maxStudentised(
  l: readonly (readonly number[])[],
  contrasts: readonly Contrast[],
  df: number,
  draws: number,
  { normal, chiSquared }: Chance,
): Float64Array {
  const k = l.length;
  const directions = contrasts.map(({ plan, base }) =>
    Float64Array.from({ length: k }, (_, j) => (l[plan]?.[j] ?? 0) - (l[base]?.[j] ?? 0)),
  );
  const found = new Float64Array(draws);
  const z = new Float64Array(k);
  const triangle = Array.from({ length: k }, () => new Float64Array(k));
  // fewer degrees of freedom than columns: the last diagonals are 0
  const freedom = (i: number) => Math.max(0, df - i);
  for (let d = 0; d < draws; d++) {
    for (let i = 0; i < k; i++) {
      z[i] = normal();
      const row = triangle[i]!;
      for (let j = 0; j < i; j++) row[j] = j < df ? normal() : 0;
      row[i] = freedom(i) > 0 ? Math.sqrt(chiSquared(freedom(i))) : 0;
    }
    let most = 0;
    for (const v of directions) {
      let dot = 0;
      let squares = 0;
      for (let j = 0; j < k; j++) {
        dot += v[j]! * z[j]!;
        let column = 0;
        for (let i = j; i < k; i++) column += triangle[i]![j]! * v[i]!;
        squares += column * column;
      }
      if (squares > 0) most = Math.max(most, (dot * dot * df) / squares);
    }
    found[d] = Math.sqrt(most);
  }
  return found.sort();
}
