import { latinHypercube, triangularQuantile } from "../../finance";
import type { Draw, Spread, UncertainInput } from "./types";

/** FNV-1a over the characters (Fowler, Noll, Vo), 32 bits: a seed from a name. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/**
 * n draws over the inputs, each input in n slices with one draw in each (Latin hypercube). An input's draws hang on the
 * seed, the stage and its id alone: neither its place in the list nor another input changes them. Stages are hypercubes
 * of their own, put one after the other (M. D. McKay et al., Technometrics 21, 1979; replicated as in M. D. McKay, LA-12915, 1995).
 */
export function drawsOf(inputs: readonly UncertainInput[], seed: number, stage: number, n: number): Draw[] {
  const columns = inputs.map(({ id }) => latinHypercube(n, 1, hash(`${seed}/${stage}/${id}`)));
  return Array.from({ length: n }, (_, i) => new Map(inputs.map(({ id }, k) => [id, columns[k]?.[i]?.[0] ?? 0.5])));
}

/** The value with the share `u` of the distribution below it. Something that happens does so below its chance. */
export function valueAt(spread: Spread, u: number): number {
  if (spread.dist === "chance") return u < spread.share ? 1 : 0;
  return triangularQuantile(u, spread.low, spread.likely, spread.high);
}

/** The value where nothing is drawn. */
export const likelyValue = (spread: Spread): number => (spread.dist === "chance" ? 0 : spread.likely);

/** An input that cannot come out in two ways is none. */
export const hasWidth = (spread: Spread): boolean =>
  spread.dist === "chance" ? spread.share > 0 && spread.share < 1 : spread.low !== spread.high;

/** The inputs that count, in the order of their ids: sums then do not depend on the order they came in. */
export function ordered(inputs: readonly UncertainInput[]): UncertainInput[] {
  return inputs.filter(({ spread }) => hasWidth(spread)).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
