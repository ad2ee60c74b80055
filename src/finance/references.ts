import { isBeyondReference, referenceLine, type ReferenceLine } from "../policy";
import type { FourMeasures } from "./measures";
import type { Investment } from "./types";

/** A reported figure beside the plan's own; null = the plan has none. Never an input of the plan. */
export interface Reference {
  line: ReferenceLine;
  own: number | null;
  /** past the line on the side where a single retrofit deserves a question */
  isBeyond: boolean;
}

interface Compared {
  measures: FourMeasures;
  investment: Investment;
  /** likely subsidy counted, yuan */
  subsidy: number;
  demandGrowth: number;
}

/** The reality checks of the documents against this plan: what recognised workshops reported, and what was really paid. */
export function referencesOf({ measures, investment, subsidy, demandGrowth }: Compared): Reference[] {
  const invested = investment.total.likely;
  const ratio = (part: number, whole: number): number | null => (invested > 0 && whole > 0 ? part / whole : null);
  const extra = measures.output.after.mean - measures.output.before.mean;
  const own: readonly (readonly [string, number | null])[] = [
    ["outputGain", measures.output.change?.mean ?? null],
    ["unitCostDrop", measures.costPerOutput?.change?.mean ?? null],
    ["totalCost", measures.cost?.change?.mean ?? null],
    ["unitLabourDrop", measures.labourPerOutput?.change?.mean ?? null],
    ["headcount", measures.labour?.change?.mean ?? null],
    ["defectDrop", measures.defectRate?.change?.mean ?? null],
    ["defectCount", measures.defects?.change?.mean ?? null],
    ["investmentPerOutput", ratio(invested, measures.output.after.mean)],
    ["investmentPerExtraOutput", ratio(invested, extra)],
    ["investmentPerProject", invested > 0 ? invested : null],
    ["paidShare", ratio(subsidy, invested)],
    ["marketGrowth", demandGrowth],
  ];
  return own.flatMap(([id, value]) => {
    const line = referenceLine(id);
    return line === undefined ? [] : [{ line, own: value, isBeyond: value !== null && isBeyondReference(id, value) }];
  });
}
