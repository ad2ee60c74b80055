/**
 * Bins of a duration in planned time, fine enough for quantiles to 3 %: milliseconds up to 16, then 16 bins an octave.
 * The layout is that of HdrHistogram (log-linear), so that adding a value takes a few shifts and no logarithm.
 */
export const BINS = 16 + 44 * 16;

/** Bin of a duration in µs. */
export function binOf(microseconds: number): number {
  let n = Math.floor(microseconds / 1000);
  let octaves = 0;
  while (n >= 0x40000000) {
    n = Math.floor(n / 65536);
    octaves += 16;
  }
  if (n < 16) return n < 0 ? 0 : n + octaves * 16;
  const e = 31 - Math.clz32(n);
  return (e - 4 + octaves) * 16 + (n >> (e - 4));
}

/** Beginning of a bin, seconds; bin + 1 is its end. */
export function binStart(bin: number): number {
  if (bin < 16) return bin / 1000;
  const octave = Math.floor(bin / 16) - 1;
  return ((16 + (bin % 16)) * 2 ** octave) / 1000;
}
