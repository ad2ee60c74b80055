import type { Economics, Line } from "../model";
import { grown } from "./market";
import type { Physical } from "./physical";
import type { PowerPrice } from "./tariff";
import type { YearlyNumbers } from "./types";

/** Mean price and cost a part over the mix, yuan; shares are weights. */
export interface Mix {
  price: number;
  material: number;
  consumable: number;
}

export function mixOf(line: Line): Mix {
  const weight = line.products.reduce((sum, p) => sum + p.share, 0);
  const mean = (of: (p: Line["products"][number]) => number): number =>
    weight > 0 ? line.products.reduce((sum, p) => sum + p.share * of(p), 0) / weight : 0;
  return {
    price: mean((p) => p.price),
    material: mean((p) => p.materialCost),
    consumable: mean((p) => p.consumableCost),
  };
}

/** What a side's output is worth; all that does not change from month to month. */
export interface Terms {
  mix: Mix;
  power: PowerPrice;
  economics: Economics;
}

/** One month (or year) of one line, yuan (inflow positive) and parts. */
export interface Operating {
  /** parts the line can deliver */
  made: number;
  /** parts sold: good and escaped, up to demand */
  sold: number;
  /** of these good */
  goodSold: number;
  /** share of the time the line runs until the demand is met */
  running: number;
  revenue: number;
  material: number;
  consumables: number;
  energy: number;
  scrapValue: number;
  escape: number;
}

/**
 * Output as money. The line runs until demand is met and stands still for the rest: `f = min(1, demand / made)` scales
 * everything that varies with parts (started, scrapped, escaped, energy in the shifts). Wages do not: people are paid.
 */
export function operatingOf(terms: Terms, numbers: YearlyNumbers, demand: number, month: number): Operating {
  const { mix, power, economics } = terms;
  const { market } = economics;
  const made = numbers.goodPerYear + numbers.escapedPerYear;
  const f = made > demand ? demand / made : 1;
  const price = mix.price * grown(-market.priceErosion, month);
  const costs = grown(market.materialGrowth, month);
  const inShift = numbers.energyKwhPerYear - numbers.standbyKwhPerYear;
  return {
    made,
    sold: made * f,
    goodSold: numbers.goodPerYear * f,
    running: f,
    revenue: made * f * price,
    material: -numbers.enteredPerYear * f * mix.material * costs,
    consumables: -numbers.enteredPerYear * f * mix.consumable * costs,
    energy: -(inShift * f * power.onShift + numbers.standbyKwhPerYear * power.offShift),
    scrapValue: numbers.scrappedPerYear * f * economics.scrapValue,
    escape: -numbers.escapedPerYear * f * economics.escapeCost,
  };
}

/** Revenue less everything that varies with parts, yuan. */
export function contributionOf(o: Operating): number {
  return o.revenue + o.material + o.consumables + o.energy + o.scrapValue + o.escape;
}

/** A side month by month, index 1 … N (index 0 is the start, when nothing is made yet). */
export function operatingByMonth(terms: Terms, side: Physical, demand: Float64Array): Operating[] {
  return Array.from(demand, (limit, m) =>
    operatingOf(
      terms,
      {
        goodPerYear: side.goodPerYear[m] ?? 0,
        escapedPerYear: side.escapedPerYear[m] ?? 0,
        scrappedPerYear: side.scrappedPerYear[m] ?? 0,
        enteredPerYear: side.enteredPerYear[m] ?? 0,
        energyKwhPerYear: side.energyKwhPerYear[m] ?? 0,
        standbyKwhPerYear: side.standbyKwhPerYear[m] ?? 0,
      },
      limit,
      m,
    ),
  );
}
