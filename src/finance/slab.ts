/** So many rows of zeros in one piece of memory: hundreds of small typed arrays are what the collector suffers from. */
export function slab(rows: number, length: number): Float64Array[] {
  const all = new Float64Array(rows * length);
  return Array.from({ length: rows }, (_, i) => all.subarray(i * length, (i + 1) * length));
}
