import { surfaceOf, type Column } from "./surface";

/** One column a draw: what the value of information is worked out from. */
export interface DrawTable {
  /** values of each input, in the order of the inputs */
  columns: Float64Array[];
  /** yuan, as run, luck of one run included */
  npv: Float64Array;
  /** the same runs at likely prices, costs and times: only the line is as drawn */
  npvAtLikelyPrices: Float64Array;
  /** yuan, luck taken off as far as the second replications and the inputs tell it */
  npvWithoutLuck: Float64Array;
}

export interface NpvSurface {
  /** yuan */
  mean: number;
  /** by input: E[NPV | input] − mean at each draw */
  mains: Float64Array[];
}

/**
 * The NPV as a surface over all inputs in two layers: at likely prices it hangs on the line's inputs alone, and what the
 * drawn prices add to it is known run by run, nearly without luck (the same run, priced twice). So luck of the runs is
 * never taken for an effect of a price.
 */
export function npvSurface(isMoney: readonly boolean[], table: DrawTable): NpvSurface {
  const { columns, npv, npvAtLikelyPrices } = table;
  const physical = columns.filter((_, k) => isMoney[k] !== true);
  const line = surfaceOf(physical, npvAtLikelyPrices);
  const added: Column = npv.map((yuan, i) => yuan - (npvAtLikelyPrices[i] ?? 0));
  const prices = surfaceOf(columns, added);
  let next = 0;
  return {
    mean: line.mean + prices.mean,
    mains: prices.mains.map((main, k) => {
      const other = isMoney[k] === true ? undefined : line.mains[next++];
      return main.map((yuan, i) => yuan + (other?.[i] ?? 0));
    }),
  };
}
