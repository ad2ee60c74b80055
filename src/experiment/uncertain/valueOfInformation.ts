import { t975 } from "../../measure";
import { npvSurface, type DrawTable } from "./npvSurface";
import { meanOf, type Column } from "./surface";
import type { UncertainText } from "./texts";
import type { Uncertain, UncertainInput } from "./types";

/** What it would be worth to know one input before deciding. */
export interface InformationValue {
  id: string;
  /** expected value of perfect information about this input alone, yuan */
  value: Uncertain;
  /** chance that knowing it turns the decision */
  flips: number;
  /** share of the spread of the NPV (luck left out) that knowing it takes away */
  secures: number;
  /** how to find out */
  measure: UncertainText;
}

export interface InformationAnswer {
  /** yuan, mean over the draws */
  npv: Uncertain;
  /** by the mean NPV: doing it is worth more than leaving it */
  decision: "do" | "leave";
  /** expected value of knowing everything, yuan: no measurement can be worth more */
  everything: Uncertain;
  /** all inputs, the most valuable first */
  inputs: InformationValue[];
  /** the input whose knowledge most changes the decision; null: none could turn it */
  measureNext: string | null;
  /** the input whose knowledge most narrows the result, even where it turns nothing; null: nothing is uncertain */
  secureNext: string | null;
}

/** Parts the draws are cut into for the intervals. */
const groups = 10;

/**
 * What to measure next. For "do it or leave it" by the mean NPV: knowing input x first is worth
 * `E_x max(0, E[NPV | x]) − max(0, E[NPV])` (EVPPI), E[NPV | x] by regression on the draws at hand, no further runs
 * (M. Strong, J. E. Oakley and A. Brennan, Medical Decision Making 34, 2014). The regression is one surface over all
 * inputs together: with independent inputs its part in x is E[NPV | x] − E[NPV], and what the others scatter is taken off first.
 * Intervals by the grouped jackknife. `E max(0, NPV) − max(0, E NPV)`, luck left out, is the value of knowing everything.
 */
export function valueOfInformation(inputs: readonly UncertainInput[], table: DrawTable): InformationAnswer {
  const n = table.npv.length;
  const isMoney = inputs.map(({ kind }) => kind === "money");
  const whole = worths(isMoney, table);
  const parts = Math.min(groups, n);
  const without = Array.from({ length: parts }, (_, g) => {
    const keep = (column: Column): Float64Array => Float64Array.from(column).filter((_, i) => i % parts !== g);
    return worths(isMoney, {
      columns: table.columns.map(keep),
      npv: keep(table.npv),
      npvAtLikelyPrices: keep(table.npvAtLikelyPrices),
      npvWithoutLuck: keep(table.npvWithoutLuck),
    });
  });
  const interval = (of: (w: Worths) => number, least: number): Uncertain => {
    const mean = of(whole);
    const values = without.map(of);
    const centre = meanOf(values);
    const variance = (values.reduce((sum, v) => sum + (v - centre) ** 2, 0) * (parts - 1)) / parts;
    const half = parts > 1 ? t975(parts - 1) * Math.sqrt(variance) : Infinity;
    return { mean, ci95: [Math.max(least, mean - half), mean + half] };
  };
  const list = inputs
    .map(({ id, measure }, k): InformationValue => ({
      id,
      value: interval((w) => w.inputs[k]?.value ?? 0, 0),
      flips: whole.inputs[k]?.flips ?? 0,
      secures: whole.inputs[k]?.secures ?? 0,
      measure,
    }))
    .sort((a, b) => b.value.mean - a.value.mean || b.secures - a.secures || (a.id < b.id ? -1 : 1));
  const first = list[0];
  const firmest = [...list].sort((a, b) => b.secures - a.secures || (a.id < b.id ? -1 : 1))[0];
  return {
    npv: interval((w) => w.npv, -Infinity),
    decision: whole.npv > 0 ? "do" : "leave",
    everything: interval((w) => w.everything, 0),
    inputs: list,
    measureNext: first !== undefined && first.value.mean > 0 ? first.id : null,
    secureNext: firmest !== undefined && firmest.secures > 0 ? firmest.id : null,
  };
}

interface Worths {
  npv: number;
  everything: number;
  inputs: { value: number; flips: number; secures: number }[];
}

function worths(isMoney: readonly boolean[], table: DrawTable): Worths {
  const { mean, mains } = npvSurface(isMoney, table);
  const isDone = mean > 0;
  // what is lost by the wrong choice: exactly nothing where the choice is right at every draw
  const lost = (values: Float64Array, around: number): number =>
    meanOf(values.map((v) => Math.max(0, isDone ? -(around + v) : around + v)));
  const spread = variance(table.npvWithoutLuck);
  return {
    npv: mean,
    everything: lost(table.npvWithoutLuck, 0),
    inputs: mains.map((main) => ({
      value: lost(main, mean),
      flips: main.filter((shift) => mean + shift > 0 !== isDone).length / Math.max(1, main.length),
      secures: spread > 0 ? Math.min(1, variance(main) / spread) : 0,
    })),
  };
}

function variance(values: Float64Array): number {
  const mean = meanOf(values);
  return meanOf(values.map((v) => (v - mean) ** 2));
}
