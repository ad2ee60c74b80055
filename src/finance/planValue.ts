import { meanFlows, npvOfMonths, paybackOfMonths } from "./figures";
import type { PaybackYears } from "./payback";
import { projectFlows } from "./projectFlows";
import type { MoneyInput } from "./types";

/** The money of a plan in short, for a search over many: own funds, no subsidy, likely costs and effects. */
export interface PlanValue {
  /** yuan, one a replication */
  npv: number[];
  /** mean net flow by month, yuan */
  flows: number[];
  payback: PaybackYears;
}

/** As `evaluateMoney` gives for the project without subsidy, and nothing else. */
export function planValue(input: MoneyInput): PlanValue {
  const rows = projectFlows(input);
  const flows = meanFlows(rows);
  const { discountRate } = input.economics;
  return { npv: rows.map((row) => npvOfMonths(row, discountRate)), flows, payback: paybackOfMonths(flows) };
}
