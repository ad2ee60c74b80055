import { paybackOfMonths, quantilesOf } from "../../finance";
import { estimate } from "../../measure";
import type { Batch, Experiment, Told } from "../ask";
import { caseOf, runOf, valueIn, type Case } from "./case";
import { ordered } from "./draw";
import { inputsOf } from "./inputs";
import { flowsOf, outcomesOf, pairOf, type Pair } from "./outcome";
import type { Draw, Uncertain, UncertainInput, UncertainQuestion } from "./types";

export type Measure = "npv" | "paybackYears" | "outputPerYear";

/** One end of a bar. */
export interface End {
  /** the input's value there */
  at: number;
  /** the outcome; null: not paid back within the horizon */
  value: number | null;
  /** outcome there − outcome with everything likely, paired by replication; null: one of them never pays back */
  change: Uncertain | null;
}

/** One input, everything else likely. */
export interface Bar {
  id: string;
  /** the input at its P10 and P90; of something that happens or not: not, and happened */
  low: End;
  high: End;
  /** the outcome moves by so much between the ends and the middle, in its unit; null = between some time and never */
  swing: number | null;
}

export interface TornadoAnswer {
  replications: number;
  inputs: UncertainInput[];
  likely: { npv: Uncertain; paybackYears: number | null; outputPerYear: Uncertain };
  /** greatest first; a bar that reaches "never" comes before all others */
  bars: Record<Measure, Bar[]>;
}

export interface TornadoOptions {
  replications?: number;
  /** of each input, the share of its distribution below the two ends */
  ends?: readonly [number, number];
}

/** Inputs asked for in one step. */
const atOnce = 4;

interface Seen {
  at: number;
  of: Case;
  pairs: Pair[];
}

/**
 * One input at a time at its P10 and P90, all others likely. Inputs of the line are run with the same chance on every
 * side, so an end is compared replication by replication; money is priced again without a run. What two inputs do only
 * together is not seen here: that is what the draws are for. Null: the plan cannot be made.
 */
export function* tornado(
  question: UncertainQuestion,
  { replications = 10, ends = [0.1, 0.9] }: TornadoOptions = {},
): Experiment<{ inputs: number; of: number }, TornadoAnswer | null> {
  const inputs = ordered(question.inputs ?? inputsOf(question));
  const run = runOf(question);
  const likely = caseOf(question, inputs, new Map());
  if (likely === null) return null;
  const asks = (of: Case): Batch[] =>
    [of.baseline, of.plan].map((line) => ({ line, run, first: 0, count: replications }));
  const pairsOf = (of: Case, told: Told, from: number): Pair[] =>
    Array.from({ length: replications }, (_, r) => pairOf(of, told[from]![r]!, told[from + 1]![r]!));
  const middle: Seen = {
    at: 0,
    of: likely,
    pairs: pairsOf(likely, yield { batches: asks(likely), known: { inputs: 0, of: inputs.length } }, 0),
  };
  const bars: Record<Measure, Bar[]> = { npv: [], paybackYears: [], outputPerYear: [] };
  for (let from = 0; from < inputs.length; from += atOnce) {
    const sides = inputs
      .slice(from, from + atOnce)
      .flatMap((input) =>
        endsOf(input, ends).map((draw) => ({ input, draw, of: caseOf(question, inputs, draw) ?? likely })),
      );
    const toRun = sides.filter(({ input }) => input.kind === "physics");
    const told: Told =
      toRun.length === 0
        ? []
        : yield { batches: toRun.flatMap(({ of }) => asks(of)), known: { inputs: from, of: inputs.length } };
    const seen = sides.map(({ input, draw, of }): Seen => {
      const k = toRun.findIndex((side) => side.draw === draw);
      return { at: valueIn(input, draw), of, pairs: k < 0 ? middle.pairs : pairsOf(of, told, 2 * k) };
    });
    inputs.slice(from, from + atOnce).forEach(({ id }, i) => {
      for (const measure of ["npv", "paybackYears", "outputPerYear"] as const)
        bars[measure].push(barOf(question, measure, id, middle, seen[2 * i]!, seen[2 * i + 1]!));
    });
  }
  const outcomes = outcomesOf(question, likely, middle.pairs);
  for (const list of Object.values(bars)) list.sort(byWidth);
  return {
    replications,
    inputs,
    likely: {
      npv: short(outcomes.map((o) => o.npv)),
      paybackYears: levelOf(question, "paybackYears", middle),
      outputPerYear: short(outcomes.map((o) => o.output)),
    },
    bars,
  };
}

function endsOf({ id, spread }: UncertainInput, [low, high]: readonly [number, number]): [Draw, Draw] {
  // it happens below its chance: 1 is "not", 0 is "happened"
  const [a, b] = spread.dist === "chance" ? [1, 0] : [low, high];
  return [new Map([[id, a]]), new Map([[id, b]])];
}

function barOf(question: UncertainQuestion, measure: Measure, id: string, middle: Seen, low: Seen, high: Seen): Bar {
  const centre = levelOf(question, measure, middle);
  const values = valuesOf(question, measure, middle);
  const end = (seen: Seen): End => {
    const changes = valuesOf(question, measure, seen).map((v, r) => {
      const from = values[r] ?? null;
      return v === null || from === null ? null : v - from;
    });
    const all = changes.filter((change) => change !== null);
    return {
      at: seen.at,
      value: levelOf(question, measure, seen),
      change: all.length === changes.length ? short(all) : null,
    };
  };
  const [a, b] = [end(low), end(high)];
  const levels = [centre, a.value, b.value];
  const known = levels.filter((v) => v !== null);
  const isMixed = known.length > 0 && known.length < levels.length;
  const swing = isMixed ? null : known.length === 0 ? 0 : Math.max(...known) - Math.min(...known);
  return { id, low: a, high: b, swing };
}

/** The outcome of each replication. */
function valuesOf(question: UncertainQuestion, measure: Measure, { of, pairs }: Seen): (number | null)[] {
  return outcomesOf(question, of, pairs).map((o) =>
    measure === "npv" ? o.npv : measure === "paybackYears" ? o.payback : o.output,
  );
}

/** The outcome of the mean: payback is read from the mean flows. */
function levelOf(question: UncertainQuestion, measure: Measure, seen: Seen): number | null {
  if (measure !== "paybackYears") {
    const values = valuesOf(question, measure, seen).map((v) => v ?? 0);
    return values.reduce((a, b) => a + b, 0) / values.length;
  }
  const rows = flowsOf(question, seen.of, seen.pairs);
  const mean = (rows[0] ?? []).map((_, m) => rows.reduce((sum, row) => sum + (row[m] ?? 0), 0) / rows.length);
  return paybackOfMonths(mean).years;
}

/** Mean with Student's interval; values that are all the same have none. */
function short(values: readonly number[]): Uncertain {
  const { p10, p90 } = quantilesOf(values);
  if (p10 === p90 && values.every((v) => v === values[0])) return { mean: p10, ci95: [p10, p10] };
  const { mean, ci95 } = estimate(values);
  return { mean, ci95 };
}

function byWidth(a: Bar, b: Bar): number {
  const width = (bar: Bar): number => bar.swing ?? Infinity;
  return width(a) === width(b) ? (a.id < b.id ? -1 : 1) : width(b) - width(a);
}
