/**
 * Random streams. Each (seed, replication, place, purpose, machine) has its own xoshiro128++ generator, seeded by hashing
 * the key, so that a change in one place of the line leaves every other place's luck alone (common random numbers).
 * State lives in one Uint32Array: class fields holding 32-bit numbers box in some engines and cost ten times as much.
 * Generator: Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021).
 */

const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;

function rotl(x: number, r: number): number {
  return (x << r) | (x >>> (32 - r));
}

/** One 32-bit word of the key's hash: MurmurHash3 over the UTF-16 units and numbers of the key, started from `start`. */
function hashKey(start: number, text: string, numbers: readonly number[]): number {
  let h = start | 0;
  let length = 0;
  const mix = (word: number) => {
    h ^= Math.imul(rotl(Math.imul(word, C1), 15), C2);
    h = (Math.imul(rotl(h, 13), 5) + 0xe6546b64) | 0;
    length += 4;
  };
  for (let i = 0; i < text.length; i++) mix(text.charCodeAt(i) | 0);
  mix(-1);
  for (const n of numbers) mix(n | 0);
  h ^= length;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Writes the four words of stream `index` for a key such as ("op30/process", seed, replication, machine). */
export function seedStream(state: Uint32Array, index: number, key: string, numbers: readonly number[]): void {
  const o = index * 4;
  for (let w = 0; w < 4; w++) state[o + w] = hashKey(Math.imul(w + 1, 0x9e3779b9), key, numbers);
  if ((state[o]! | state[o + 1]! | state[o + 2]! | state[o + 3]!) === 0) state[o] = 1;
}

/** Next 32-bit word of stream `index`, 0 … 2³²−1. */
export function nextWord(state: Uint32Array, index: number): number {
  const o = index << 2;
  const a = state[o]! | 0;
  const b = state[o + 1]! | 0;
  const c = state[o + 2]! | 0;
  const d = state[o + 3]! | 0;
  const s = (a + d) | 0;
  const result = (((s << 7) | (s >>> 25)) + a) | 0;
  const c1 = c ^ a;
  const d1 = d ^ b;
  state[o + 1] = b ^ c1;
  state[o] = a ^ d1;
  state[o + 2] = c1 ^ (b << 9);
  state[o + 3] = (d1 << 11) | (d1 >>> 21);
  return result >>> 0;
}

/** The next `count` words of stream `index` into `out`, as their 32 bits: the state stays in registers. */
export function nextWords(state: Uint32Array, index: number, out: Int32Array, count: number): void {
  const o = index << 2;
  let a = state[o]! | 0;
  let b = state[o + 1]! | 0;
  let c = state[o + 2]! | 0;
  let d = state[o + 3]! | 0;
  for (let i = 0; i < count; i++) {
    const s = (a + d) | 0;
    out[i] = (((s << 7) | (s >>> 25)) + a) | 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
  }
  state[o] = a;
  state[o + 1] = b;
  state[o + 2] = c;
  state[o + 3] = d;
}

/** Uniform in (0, 1), never 0 or 1: the middle of one of 2³² equal cells. */
export function nextUniform(state: Uint32Array, index: number): number {
  return (nextWord(state, index) + 0.5) * 2.3283064365386963e-10;
}
