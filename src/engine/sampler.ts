import type { Distribution } from "../model";
import { fixedF64 } from "./columns";
import { incompleteGamma, logGamma, normalCdf } from "./gamma";
import { exp, inverseNormal, log, negativeLogOfWord, normalOfWord } from "./mathematics";
import { nextWord, nextWords } from "./random";

/**
 * Distributions compiled to rows of one table. Every variate takes exactly one 32-bit word and is made by inversion, so
 * a changed mean keeps the ranks of the draws. Results are integer microseconds, rounded here once.
 */
export interface SamplerTable {
  kind: Uint8Array;
  /** four parameters a row */
  parameters: Float64Array;
  /** gamma quantile tables, empirical values, mixture thresholds */
  data: Float64Array[];
  /** mixture: rows of the parts */
  children: Int32Array[];
}

const KIND = {
  constant: 0,
  exponential: 1,
  lognormal: 2,
  normal: 3,
  triangular: 4,
  uniform: 5,
  weibull: 6,
  gamma: 7,
  empirical: 8,
  mixture: 9,
} as const;
const US = 1e6;
const CELL = 2.3283064365386963e-10;

export class SamplerBuilder {
  private kinds: number[] = [];
  private parameters: number[] = [];
  private data: Float64Array[] = [];
  private children: Int32Array[] = [];

  /** Adds a distribution (seconds) and returns its row. */
  add(distribution: Distribution): number {
    const row = this.kinds.length;
    this.kinds.push(0);
    this.parameters.push(0, 0, 0, 0);
    this.data.push(new Float64Array(0));
    this.children.push(new Int32Array(0));
    const put = (kind: number, a = 0, b = 0, c = 0, d = 0) => {
      this.kinds[row] = kind;
      this.parameters.splice(row * 4, 4, a, b, c, d);
    };
    const x = typeof distribution === "number" ? ({ dist: "constant", value: distribution } as const) : distribution;
    switch (x.dist) {
      case "constant":
        put(KIND.constant, Math.round(x.value * US));
        break;
      case "exponential":
        put(KIND.exponential, x.mean * US);
        break;
      case "lognormal": {
        const s2 = log(1 + x.cv * x.cv);
        put(KIND.lognormal, log(x.mean * US) - s2 / 2, Math.sqrt(s2));
        break;
      }
      case "normal": {
        if (x.sd === 0) {
          put(KIND.constant, Math.round(x.mean * US));
          break;
        }
        // truncated at 0: u is squeezed into [F(0), 1]
        const below = normalCdf(-x.mean / x.sd);
        put(KIND.normal, x.mean * US, x.sd * US, below, 1 - below);
        break;
      }
      case "triangular":
        put(KIND.triangular, x.low * US, x.mode * US, x.high * US);
        break;
      case "uniform":
        put(KIND.uniform, x.low * US, (x.high - x.low) * US);
        break;
      case "weibull":
        put(KIND.weibull, log(x.scale * US), 1 / x.shape);
        break;
      case "erlang":
      case "gamma": {
        const shape = x.dist === "erlang" ? x.k : 1 / (x.cv * x.cv);
        put(KIND.gamma, log((x.mean * US) / shape));
        this.data[row] = gammaTable(shape);
        break;
      }
      case "empirical":
        put(KIND.empirical, x.values.length);
        this.data[row] = Float64Array.from(x.values, (v) => Math.round(v * US)).sort();
        break;
      case "mixture": {
        const total = x.parts.reduce((a, p) => a + p.weight, 0);
        const bounds = new Float64Array(x.parts.length + 1);
        let sum = 0;
        x.parts.forEach((p, i) => {
          sum += p.weight / total;
          bounds[i + 1] = sum;
        });
        bounds[x.parts.length] = 1;
        const rows = Int32Array.from(x.parts, (p) => this.add(p.of));
        put(KIND.mixture, x.parts.length);
        this.data[row] = bounds;
        this.children[row] = rows;
        break;
      }
    }
    return row;
  }

  get size(): number {
    return this.kinds.length;
  }

  build(): SamplerTable {
    return {
      kind: Uint8Array.from(this.kinds),
      parameters: Float64Array.from(this.parameters),
      data: this.data,
      children: this.children,
    };
  }
}

/** The table at hand, flat and always at the same place: see state.ts. */
export const mostRows = 1 << 18;
const rowKind = new Uint8Array(mostRows);
const rowParameters = new Float64Array(mostRows * 2);
let tableAtHand: SamplerTable;

/** Takes the table of the line about to be run. */
export function takeSamplers(table: SamplerTable): void {
  tableAtHand = table;
  rowKind.set(table.kind);
  for (let row = 0; row < table.kind.length; row++) {
    rowParameters[row * 2] = table.parameters[row * 4]!;
    rowParameters[row * 2 + 1] = table.parameters[row * 4 + 1]!;
  }
}

/** What `draw` has drawn: handed over in memory, because a number returned or passed on would be allocated. */
export const drawn = fixedF64("one");

/** Draws one variate of row `row`, in whole microseconds, from one word of stream `stream`, into `drawn[0]`. */
export function draw(row: number, random: Uint32Array, stream: number): void {
  const kind = rowKind[row]!;
  if (kind === KIND.constant) {
    drawn[0] = rowParameters[row * 2]!;
    return;
  }
  const word = nextWord(random, stream);
  if (kind === KIND.exponential)
    drawn[0] = Math.floor(negativeLogOfWord(0xffffffff - word) * rowParameters[row * 2]! + 0.5);
  else drawOther(kind, row, word);
}

const words = new Int32Array(64);

/** Draws the next `count` variates of a row into `out[at…]`, from consecutive words of stream `stream`. */
export function drawBatch(
  row: number,
  random: Uint32Array,
  stream: number,
  out: Float64Array,
  at: number,
  count: number,
): void {
  const kind = rowKind[row]!;
  if (kind === KIND.constant) {
    out.fill(rowParameters[row * 2]!, at, at + count);
    return;
  }
  const first = rowParameters[row * 2]!;
  const second = rowParameters[row * 2 + 1]!;
  nextWords(random, stream, words, count);
  if (kind === KIND.exponential) {
    for (let i = 0; i < count; i++) out[at + i] = Math.floor(negativeLogOfWord(~words[i]! >>> 0) * first + 0.5);
  } else if (kind === KIND.lognormal) {
    for (let i = 0; i < count; i++) out[at + i] = Math.floor(exp(first + second * normalOfWord(words[i]!)) + 0.5);
  } else for (let i = 0; i < count; i++) out[at + i] = quantile(tableAtHand, row, ((words[i]! >>> 0) + 0.5) * CELL);
}

function drawOther(kind: number, row: number, word: number): void {
  if (kind === KIND.lognormal) {
    const z = normalOfWord(word | 0);
    drawn[0] = Math.floor(exp(rowParameters[row * 2]! + rowParameters[row * 2 + 1]! * z) + 0.5);
  } else drawn[0] = quantile(tableAtHand, row, (word + 0.5) * CELL);
}

/** As `draw`, for where speed does not matter: returns the variate. */
export function sample(row: number, random: Uint32Array, stream: number): number {
  draw(row, random, stream);
  return drawn[0]!;
}

/** The u-quantile of row `row`, whole microseconds, 0 < u < 1. */
export function quantile(table: SamplerTable, row: number, u: number): number {
  const { parameters } = table;
  const p = row << 2;
  const a = parameters[p]!;
  const b = parameters[p + 1]!;
  const c = parameters[p + 2]!;
  let x: number;
  switch (table.kind[row]) {
    case KIND.constant:
      return a;
    case KIND.exponential:
      x = -log(1 - u) * a;
      break;
    case KIND.lognormal:
      x = exp(a + b * inverseNormal(u));
      break;
    case KIND.normal:
      x = a + b * inverseNormal(c + u * parameters[p + 3]!);
      break;
    case KIND.triangular: {
      const span = c - a;
      if (span <= 0) return Math.floor(a + 0.5);
      const turn = (b - a) / span;
      x = u < turn ? a + Math.sqrt(u * span * (b - a)) : c - Math.sqrt((1 - u) * span * (c - b));
      break;
    }
    case KIND.uniform:
      x = a + b * u;
      break;
    case KIND.weibull:
      x = exp(a + b * log(-log(1 - u)));
      break;
    case KIND.gamma:
      x = exp(a + interpolate(table.data[row]!, inverseNormal(u)));
      break;
    case KIND.empirical: {
      const i = Math.floor(u * a);
      return table.data[row]![i < a ? i : a - 1]!;
    }
    default: {
      const bounds = table.data[row]!;
      let i = 0;
      while (i < a - 1 && u >= bounds[i + 1]!) i++;
      const inside = (u - bounds[i]!) / (bounds[i + 1]! - bounds[i]!);
      return quantile(
        table,
        table.children[row]![i]!,
        inside < 1e-12 ? 1e-12 : inside > 1 - 1e-12 ? 1 - 1e-12 : inside,
      );
    }
  }
  return x > 0 ? Math.floor(x + 0.5) : 0;
}

/** Knots of ln(quantile) of the unit gamma against the normal score z, from −Z to Z; value and slope at each. */
const Z = 7;
const STEPS_PER_UNIT = 16;
const KNOTS = 2 * Z * STEPS_PER_UNIT + 1;
const tables = new Map<number, Float64Array>();

function gammaTable(shape: number): Float64Array {
  const known = tables.get(shape);
  if (known) return known;
  const table = new Float64Array(KNOTS * 2);
  const gammaOfShape = logGamma(shape);
  const middle = (KNOTS - 1) / 2;
  // start at the median (Wilson–Hilferty) and walk outwards, each knot starting Newton's method from its neighbour
  const third = 1 - 1 / (9 * shape);
  const start = shape > 0.5 ? log(shape * third * third * third) : (log(0.5) + logGamma(shape + 1)) / shape;
  for (const direction of [1, -1]) {
    let y = start;
    for (let i = middle; i >= 0 && i < KNOTS; i += direction) {
      const z = -Z + i / STEPS_PER_UNIT;
      y = solveLogQuantile(shape, gammaOfShape, z, y);
      const logDensity = shape * y - exp(y < 690 ? y : 690) - gammaOfShape; // q·f(q)
      table[i * 2] = y;
      table[i * 2 + 1] = exp(-(z * z) / 2 - 0.9189385332046727418 - logDensity);
      if (direction === 1 || i > 0) y += (direction / STEPS_PER_UNIT) * table[i * 2 + 1]!;
    }
  }
  tables.set(shape, table);
  return table;
}

/** Solves P(shape, e^y) = Φ(z) for y by Newton's method on the smaller tail, in logarithms. */
function solveLogQuantile(shape: number, gammaOfShape: number, z: number, start: number): number {
  let y = start;
  const lower = z < 0;
  const target = log(normalCdf(lower ? z : -z));
  for (let i = 0; i < 60; i++) {
    const q = y > -690 ? exp(y) : 0;
    let value: number;
    let slope: number;
    const logDensity = shape * y - q - gammaOfShape;
    if (lower && (q === 0 || q < 1e-8)) {
      // P(a, q) ≈ q^a / Γ(a + 1) for tiny q
      value = shape * y - logGamma(shape + 1);
      slope = shape;
    } else {
      const both = incompleteGamma(shape, q);
      const tail = lower ? both.p : both.q;
      value = log(tail > 1e-300 ? tail : 1e-300);
      slope = exp(logDensity - value) * (lower ? 1 : -1);
    }
    let step = (value - target) / slope;
    if (step > 1) step = 1;
    if (step < -1) step = -1;
    y -= step;
    if (step < 1e-14 && step > -1e-14) break;
  }
  return y;
}

/** Cubic Hermite interpolation between knots; beyond them the end slope is kept. */
function interpolate(table: Float64Array, z: number): number {
  const position = (z + Z) * STEPS_PER_UNIT;
  if (position <= 0) return table[0]! + (z + Z) * table[1]!;
  if (position >= KNOTS - 1) return table[2 * KNOTS - 2]! + (z - Z) * table[2 * KNOTS - 1]!;
  const i = Math.floor(position);
  const t = position - i;
  const o = i * 2;
  const y0 = table[o]!;
  const m0 = table[o + 1]! / STEPS_PER_UNIT;
  const y1 = table[o + 2]!;
  const m1 = table[o + 3]! / STEPS_PER_UNIT;
  const t2 = t * t;
  const t3 = t2 * t;
  return (2 * t3 - 3 * t2 + 1) * y0 + (t3 - 2 * t2 + t) * m0 + (3 * t2 - 2 * t3) * y1 + (t3 - t2) * m1;
}

/** The u-quantile of a distribution in seconds, 0 < u < 1: exactly what the simulation draws from. */
export function distributionQuantile(distribution: Distribution, u: number): number {
  const builder = new SamplerBuilder();
  const row = builder.add(distribution);
  return quantile(builder.build(), row, u) / US;
}
