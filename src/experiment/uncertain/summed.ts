import {
  npvOfMonths,
  paybackOfMonths,
  quantilesOf,
  quantilesWithNone,
  wilson,
  type Percentiles,
  type Quantiles,
} from "../../finance";
import { plannedHoursPerYear, type Run } from "../../model";
import { valueIn, type Case } from "./case";
import { withLuck, type Drawn } from "./luck";
import { flowsOf, outcomesOf, type Outcome, type Pair } from "./outcome";
import { npvSurface, type DrawTable } from "./npvSurface";
import type { Draw, Share, UncertainInput, UncertainQuestion } from "./types";
import { meanOf } from "./surface";
import { varianceSplit, type Split } from "./varianceSplit";

export interface UncertainAnswer {
  draws: number;
  /** of these run twice */
  second: number;
  /** draws of which no line could be made */
  skipped: number;
  /** planned hours of each run */
  hours: number;
  inputs: UncertainInput[];
  /** yuan, of the project without subsidy; luck as large as the whole horizon's */
  npv: Quantiles;
  /** years; null where that many never pay back. Luck of one year */
  paybackYears: Percentiles;
  /** good parts a year more than today, finished plan; luck of one year */
  outputPerYear: Quantiles;
  /** chance of not paying back within the horizon, and of an NPV below zero */
  never: Share;
  loss: Share;
  /** luck and not knowing; null where nothing spreads, for the payback also where it is not always there */
  spread: { npv: Split | null; paybackYears: Split | null; outputPerYear: Split | null };
  /** share of the NPV's spread from not knowing that goes with knowing this one input, greatest first */
  shares: { id: string; share: number }[];
  /** cumulative cash by month, yuan */
  cumulative: { p10: number[]; p50: number[]; p90: number[] };
  table: DrawTable;
}

/** One draw as it was made and run. */
export interface Sampled {
  draw: Draw;
  case: Case;
  /** the same line at likely prices, costs and times */
  atLikelyPrices: Case;
  drawn: Drawn;
}

/** Everything that is said of the draws made so far. */
export function summed(
  question: UncertainQuestion,
  inputs: readonly UncertainInput[],
  run: Run,
  done: readonly Sampled[],
  skipped: number,
): UncertainAnswer {
  const columnOf = (input: UncertainInput): Float64Array => Float64Array.from(done, ({ draw }) => valueIn(input, draw));
  const columns = inputs.map(columnOf);
  const physical = inputs.flatMap((input, k) => (input.kind === "physics" ? [columns[k]!] : []));
  const yearHours = plannedHoursPerYear(question.scenario.line.calendar);
  const horizonHours = yearHours * question.scenario.economics.horizonYears;
  const part = { year: partOf(run.hours, yearHours), horizon: partOf(run.hours, horizonHours) };
  const drawn = done.map((each) => each.drawn);
  const [sure = [], year = [], horizon = []] = withLuck(physical, drawn, [0, part.year, part.horizon]);
  const priced = done.map(({ case: of, atLikelyPrices, drawn: { first, second } }, i) => {
    const pairs: Pair[] = [first, sure[i]!, year[i]!, ...(second === null ? [] : [second])];
    const [asRun, without, ofYear, again] = outcomesOf(question, of, pairs);
    const flows = flowsOf(question, of, [horizon[i]!])[0]!;
    return {
      asRun: asRun!,
      without: without!,
      ofYear: ofYear!,
      again: again ?? null,
      flows,
      atLikelyPrices: outcomesOf(question, atLikelyPrices, [first])[0]!.npv,
      rate: of.economics.discountRate,
    };
  });
  const cumulatives = priced.map(({ flows }) => running(flows));
  const npvs = priced.map(({ flows, rate }) => npvOfMonths(flows, rate));
  const paybacks = priced.map(({ ofYear }) => ofYear.payback);
  const band = Array.from(cumulatives[0] ?? [], (_, m) => quantilesOf(cumulatives.map((c) => c[m] ?? 0)));
  const split = (of: (o: Outcome) => number, share: number): Split | null =>
    varianceSplit({
      first: priced.map((p) => of(p.asRun)),
      second: priced.map((p) => (p.again === null ? null : of(p.again))),
      part: share,
      isDrawn: inputs.length > 0,
    });
  const always = priced.every((p) => p.asRun.payback !== null && p.again?.payback !== null);
  const table: DrawTable = {
    columns,
    npv: Float64Array.from(priced, (p) => p.asRun.npv),
    npvAtLikelyPrices: Float64Array.from(priced, (p) => p.atLikelyPrices),
    npvWithoutLuck: Float64Array.from(priced, (p) => p.without.npv),
  };
  return {
    draws: done.length,
    second: drawn.filter(({ second }) => second !== null).length,
    skipped,
    hours: run.hours,
    inputs: [...inputs],
    npv: quantilesOf(npvs),
    paybackYears: quantilesWithNone(paybacks),
    outputPerYear: quantilesOf(priced.map((p) => p.ofYear.output)),
    never: shareOf(priced.filter(({ flows }) => paybackOfMonths(flows).years === null).length, done.length),
    loss: shareOf(npvs.filter((yuan) => yuan < 0).length, done.length),
    spread: {
      npv: split((o) => o.npv, part.horizon),
      paybackYears: always ? split((o) => o.payback ?? 0, part.year) : null,
      outputPerYear: split((o) => o.output, part.year),
    },
    shares: sharesOf(inputs, table),
    cumulative: { p10: band.map((b) => b.p10), p50: band.map((b) => b.p50), p90: band.map((b) => b.p90) },
    table,
  };
}

/** Luck of `hours` against that of one run: variances of means over time are as 1 / time; never more than one run's. */
const partOf = (run: number, hours: number): number => (hours > 0 ? Math.min(1, run / hours) : 1);

const shareOf = (hits: number, of: number): Share => ({ share: hits / of, ci95: wilson(hits, of) });

function running(flows: readonly number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(flows, (flow) => (sum += flow));
}

/** First-order shares of the variance of what is not luck (I. M. Sobol', 1993), by the surface through the draws. */
function sharesOf(inputs: readonly UncertainInput[], table: DrawTable): UncertainAnswer["shares"] {
  const squares = npvSurface(inputs.map(isMoney), table).mains.map((main) => main.reduce((sum, v) => sum + v * v, 0));
  const mean = meanOf(table.npvWithoutLuck);
  const all = table.npvWithoutLuck.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  return inputs
    .map(({ id }, k) => ({ id, share: all > 0 ? Math.min(1, (squares[k] ?? 0) / all) : 0 }))
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
}

const isMoney = ({ kind }: UncertainInput): boolean => kind === "money";
