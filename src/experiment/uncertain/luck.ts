import { quantities, type Quantity } from "./quantities";
import type { Pair } from "./outcome";
import { surfaceOf, type Column, type Surface } from "./surface";

/** A draw's runs: the pair of the first replication and, for some draws, of a second one under the same draw. */
export interface Drawn {
  first: Pair;
  second: Pair | null;
}

/** Mean within-draw variance from the draws with two replications, `Σ (a − b)² / 2k`. */
export function luckVariance(pairs: readonly (readonly [number, number])[]): number {
  return pairs.length === 0 ? 0 : pairs.reduce((sum, [a, b]) => sum + (a - b) ** 2 / 2, 0) / pairs.length;
}

/**
 * The draws as they would be if they had run `1 / part` times as long: chance in a mean over time falls as 1 / time
 * (A. M. Law, Simulation Modeling and Analysis), a plan is lived through for years and not for the hours of a short run.
 * Each number of today's line and of the change is moved towards what the inputs say of it until its spread around that
 * is `s² − (1 − part) σ²`, σ² the luck of one run: shrinkage that keeps the variance right (T. A. Louis, JASA 79, 1984).
 * `part` 1 changes nothing, 0 leaves no luck.
 */
export function withLuck(columns: readonly Column[], drawn: readonly Drawn[], parts: readonly number[]): Pair[][] {
  const found = parts.map(() =>
    drawn.map(({ first }) => ({ baseline: { ...first.baseline }, plan: { ...first.plan } })),
  );
  for (const key of quantities) {
    const today = shrunk(columns, drawn, parts, (pair) => pair.baseline[key]);
    const change = shrunk(columns, drawn, parts, (pair) => changeOf(pair, key));
    found.forEach((pairs, p) =>
      pairs.forEach((pair, i) => {
        pair.baseline[key] = today[p]?.[i] ?? 0;
        pair.plan[key] = Math.max(0, pair.baseline[key] + (change[p]?.[i] ?? 0));
      }),
    );
  }
  return found;
}

const changeOf = (pair: Pair, key: Quantity): number => pair.plan[key] - pair.baseline[key];

function shrunk(
  columns: readonly Column[],
  drawn: readonly Drawn[],
  parts: readonly number[],
  of: (pair: Pair) => number,
): Float64Array[] {
  const values = drawn.map(({ first }) => of(first));
  const twice = drawn.flatMap(({ first, second }) => (second === null ? [] : [[of(first), of(second)] as const]));
  const surface = surfaceOf(columns, values);
  // with nothing uncertain in the line all that is left is luck
  const luck = columns.length === 0 ? surface.residualVariance : luckVariance(twice);
  return parts.map((part) => towards(surface, luck, part));
}

function towards({ fitted, residuals, residualVariance }: Surface, luck: number, part: number): Float64Array {
  const seen = residuals.reduce((sum, r) => sum + r * r, 0) / Math.max(1, residuals.length);
  const isNothing = !(seen > 0) || part === 1;
  const wanted = Math.max(residualVariance - (1 - part) * luck, part * Math.min(luck, residualVariance));
  const factor = isNothing ? 1 : Math.min(1, Math.sqrt(wanted / seen));
  return fitted.map((value, i) => value + factor * (residuals[i] ?? 0));
}
