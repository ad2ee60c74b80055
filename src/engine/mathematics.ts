/**
 * log, exp and the normal quantile from the four basic operations and square root only, which IEEE 754 fixes to the
 * last bit. `Math.log`, `Math.exp` and `Math.pow` may differ between browsers, and then traces would.
 */

const LN2_HI = 6.9314718036912381649e-1;
const LN2_LO = 1.90821492927058770002e-10;
/** One number and its two halves; not a DataView, which turns every byte round. */
const memory = new ArrayBuffer(128);
const whole = new Float64Array(memory, 0, 1);
const halves = new Uint32Array(memory, 0, 2);
whole[0] = 1;
/** where the half with sign and exponent is */
const HIGH = halves[1] === 0 ? 0 : 1;

/**
 * Natural logarithm of x > 0 (finite, normal). Method: x = m·2^k, m in [√½, √2), log m = 2·atanh((m−1)/(m+1)). Error
 * ≤ 1 ulp or so.
 */
export function log(x: number): number {
  whole[0] = x;
  const high = halves[HIGH]!;
  let k = (high >>> 20) - 1023;
  halves[HIGH] = (high & 0x000fffff) | 0x3ff00000;
  let m = whole[0]!;
  if (m > 1.4142135623730951) {
    m *= 0.5;
    k += 1;
  }
  const s = (m - 1) / (m + 1);
  const z = s * s;
  // 2·(s + s³/3 + s⁵/5 + …): |s| ≤ 0.1716, twelve terms leave less than 1e-19
  let r = 1 / 25;
  r = r * z + 1 / 23;
  r = r * z + 1 / 21;
  r = r * z + 1 / 19;
  r = r * z + 1 / 17;
  r = r * z + 1 / 15;
  r = r * z + 1 / 13;
  r = r * z + 1 / 11;
  r = r * z + 1 / 9;
  r = r * z + 1 / 7;
  r = r * z + 1 / 5;
  r = r * z + 1 / 3;
  return k * LN2_HI + (2 * s + (2 * s * z * r + k * LN2_LO));
}

const CELLS = 256;
/** middle of each of 256 cells of [½, 1): its inverse, and minus its logarithm */
const cellInverse = new Float64Array(CELLS);
const cellLog = new Float64Array(CELLS);
for (let i = 0; i < CELLS; i++) {
  const middle = 0.5 + (i + 0.5) / (2 * CELLS);
  cellInverse[i] = 1 / middle;
  cellLog[i] = -log(middle);
}

/**
 * −ln((n + ½) / 2³²) for n = 0 … 2³²−1: the exponential variate of mean 1 from one 32-bit word. The argument is reduced
 * to a cell of [½, 1) and the rest, |r| < 0.002, taken by series (Tang, "Table-driven implementation of the logarithm
 * function", ACM TOMS 16 (1990)); absolute error below 1e-15.
 */
export function negativeLogOfWord(n: number): number {
  // n + ½ has at most 33 significant bits: scaling by powers of two is exact
  const k = 32 - Math.clz32(n);
  const m = (n + 0.5) * inversePowers[k]!;
  const i = (m * 512 - 256) | 0;
  const r = m * cellInverse[i]! - 1;
  return cellLog[i]! + (32 - k) * 0.6931471805599453 - r * (1 - r * (0.5 - r * (1 / 3 - r * (0.25 - r * 0.2))));
}

const inversePowers = new Float64Array(34);
for (let k = 0, p = 1; k < 34; k++, p *= 0.5) inversePowers[k] = p;

/** 2^(j/64), by the series of e^x */
const roots = Float64Array.from({ length: 64 }, (_, j) => {
  const x = (j / 64) * 0.6931471805599453;
  let p = 1;
  for (let i = 20; i >= 1; i--) p = 1 + (p * x) / i;
  return p;
});

/**
 * e^x for |x| < 700. Method: x = (k + j/64)·ln 2 + r, |r| ≤ ln 2/128, a table of 2^(j/64), Taylor to r⁵, scaled by 2^k
 * (Tang, "Table-driven implementation of the exponential function", ACM TOMS 15 (1989)); relative error below 4e-16.
 */
export function exp(x: number): number {
  const n = Math.floor(x * 92.33248261893617 + 0.5);
  const r = x - n * (LN2_HI / 64) - n * (LN2_LO / 64);
  const p = 1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120)))));
  return roots[n & 63]! * p * powersOfTwo[(n >> 6) + 1030]!;
}

const powersOfTwo = new Float64Array(2060);
for (let i = 0; i < 2060; i++) {
  const e = i - 1030;
  let p = 1;
  for (let j = 0; j < Math.abs(e); j++) p *= e < 0 ? 0.5 : 2;
  powersOfTwo[i] = p;
}

/**
 * Normal quantile Φ⁻¹(p), 0 < p < 1: Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988), relative error 1e-16.
 */
export function inverseNormal(p: number): number {
  const q = p - 0.5;
  return q >= -0.425 && q <= 0.425 ? normalMiddle(q) : normalTail(q, q < 0 ? p : 1 - p);
}

const OCTAVES = 32;
const CELLS_AN_OCTAVE = 16;
/** by cell: the coefficients of a polynomial of degree 5 in the place within the cell, 0 … 1 */
const normalCells = Array.from({ length: 6 }, () => new Float64Array(OCTAVES * CELLS_AN_OCTAVE));
const [normal0, normal1, normal2, normal3, normal4, normal5] = normalCells as [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
];

/**
 * `inverseNormal((word + ½) / 2³²)` for a whole number −2³¹ … 2³¹−1, the word's bits. The tail on the word's side, n / 2³³
 * with n odd, lies in one of 16 cells of its power of two, and there z is a polynomial through six values of AS 241: no
 * division, and no branch for the tails, so that the processor works at several at once. Error below 1e-11.
 */
export function normalOfWord(word: number): number {
  const upper = word >> 31;
  const n = ((word ^ upper) << 1) | 1;
  const octave = Math.clz32(n);
  const m = n << octave;
  const cell = (octave << 4) | ((m >>> 27) & 15);
  const x = (m & 0x07ffffff) * INVERSE_OF_CELL;
  const z =
    normal0[cell]! +
    x * (normal1[cell]! + x * (normal2[cell]! + x * (normal3[cell]! + x * (normal4[cell]! + x * normal5[cell]!))));
  return z * (1 + 2 * upper);
}

const INVERSE_OF_CELL = 1 / 2 ** 27;

/** cos((2i + 1)π/12): where a polynomial of degree 5 is least wrong in between (Chebyshev) */
const CHEBYSHEV = [0.9659258262890683, 0.7071067811865476, 0.25881904510252074];
const KNOTS = [...CHEBYSHEV, ...CHEBYSHEV.map((c) => -c)].map((c) => (1 + c) / 2);

for (let octave = 0; octave < OCTAVES; octave++)
  for (let i = 0; i < CELLS_AN_OCTAVE; i++) {
    // n = 2^(31 − octave) · (1 + (i + x) / 16)
    const tail = (x: number) => powersOfTwo[1030 - 2 - octave]! * (1 + (i + x) / CELLS_AN_OCTAVE);
    const through = polynomial(
      KNOTS,
      KNOTS.map((x) => inverseNormal(tail(x))),
    );
    through.forEach((c, power) => (normalCells[power]![octave * CELLS_AN_OCTAVE + i] = c));
  }

/** Coefficients, lowest power first, of the polynomial through (x, y): Newton's divided differences, multiplied out. */
function polynomial(xs: readonly number[], ys: readonly number[]): number[] {
  const d = [...ys];
  for (let k = 1; k < d.length; k++)
    for (let i = d.length - 1; i >= k; i--) d[i] = (d[i]! - d[i - 1]!) / (xs[i]! - xs[i - k]!);
  let found: number[] = [];
  for (let i = d.length - 1; i >= 0; i--) {
    const times = [0, ...found];
    found = times.map((c, power) => c - xs[i]! * (found[power] ?? 0));
    found[0] = (found[0] ?? 0) + d[i]!;
  }
  return found;
}

function normalMiddle(q: number): number {
  const r = 0.180625 - q * q;
  return (
    (q *
      (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
        45921.953931549871457) *
        r +
        13731.693765509461125) *
        r +
        1971.5909503065514427) *
        r +
        133.14166789178437745) *
        r +
        3.387132872796366608)) /
    (((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) *
      r +
      5394.1960214247511077) *
      r +
      687.1870074920579083) *
      r +
      42.313330701600911252) *
      r +
      1)
  );
}

/** Outside the middle 85 %. */
function normalTail(q: number, tail: number): number {
  const r = Math.sqrt(-log(tail));
  const x = r <= 5 ? nearTail(r) : farTail(r - 5);
  return q < 0 ? -x : x;
}

/** Of √−ln p, for p down to 1e-11. */
function nearTail(root: number): number {
  const r = root - 1.6;
  return (
    (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
      1.27045825245236838258) *
      r +
      3.64784832476320460504) *
      r +
      5.7694972214606914055) *
      r +
      4.6303378461565452959) *
      r +
      1.42343711074968357734) /
    (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
      0.14810397642748007459) *
      r +
      0.68976733498510000455) *
      r +
      1.6763848301838038494) *
      r +
      2.05319162663775882187) *
      r +
      1)
  );
}

function farTail(r: number): number {
  return (
    (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
      0.026532189526576123093) *
      r +
      0.29656057182850489123) *
      r +
      1.7848265399172913358) *
      r +
      5.4637849111641143699) *
      r +
      6.6579046435011037772) /
    (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
      7.868691311456132591e-4) *
      r +
      0.0148753612908506148525) *
      r +
      0.13692988092273580531) *
      r +
      0.59983220655588793769) *
      r +
      1)
  );
}
