import type { Economics, Line } from "../model";
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

/** One year of one line, yuan (inflow positive) and parts. */
export interface Operating {
  /** parts the line can deliver */
  made: number;
  /** parts sold: good and escaped, up to demand */
  sold: number;
  /** of these good */
  goodSold: number;
  revenue: number;
  material: number;
  consumables: number;
  energy: number;
  scrapValue: number;
  escape: number;
}

/**
 * A year of output as money. The line runs until demand is met and stands still for the rest: `f = min(1, demand / made)`
 * scales everything that varies with parts (started, scrapped, escaped, energy). Wages do not: people are paid.
 */
export function operatingOf(line: Line, numbers: YearlyNumbers, economics: Economics): Operating {
  const made = numbers.goodPerYear + numbers.escapedPerYear;
  const limit = line.demand?.perYear ?? Infinity;
  const f = made > limit ? limit / made : 1;
  const mix = mixOf(line);
  return {
    made,
    sold: made * f,
    goodSold: numbers.goodPerYear * f,
    revenue: made * f * mix.price,
    material: -numbers.enteredPerYear * f * mix.material,
    consumables: -numbers.enteredPerYear * f * mix.consumable,
    energy: -numbers.energyKwhPerYear * f * economics.electricityPrice,
    scrapValue: numbers.scrappedPerYear * f * economics.scrapValue,
    escape: -numbers.escapedPerYear * f * economics.escapeCost,
  };
}

export const physicalLines = ["revenue", "material", "consumables", "energy", "scrapValue", "escape"] as const;

/** Revenue less everything that varies with parts, yuan a year. */
export function contributionOf(o: Operating): number {
  return physicalLines.reduce((sum, key) => sum + o[key], 0);
}
