import { plannedHoursPerYear } from "../model";
import { meanFlows, npvOfMonths, paybackOfMonths } from "./figures";
import { frameOf, monthsOf } from "./frame";
import { ledgerOf, netOf } from "./ledger";
import { operatingByMonth } from "./operating";
import type { PaybackYears } from "./payback";
import { courseOf, momentsOf, pathsOf, planAt, scheduleOf } from "./physical";
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
  const { economics, chosen } = input;
  const schedule = scheduleOf(momentsOf(input.way, chosen), chosen, monthsOf(input));
  const paths = pathsOf(input.replications, input.way, chosen, plannedHoursPerYear(input.baseline.calendar));
  const frame = frameOf(input, "likely");
  const rows = paths.map((path, r) => {
    const course = courseOf(input.replications[r]!.baseline, path, schedule);
    const sides = {
      before: operatingByMonth(frame.before, course.today, frame.demand),
      after: operatingByMonth(frame.after, planAt(course, 0), frame.demand),
    };
    return netOf(ledgerOf(frame, sides, null, null), "project");
  });
  const flows = meanFlows(rows);
  return { npv: rows.map((row) => npvOfMonths(row, economics.discountRate)), flows, payback: paybackOfMonths(flows) };
}
