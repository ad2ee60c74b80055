import { plannedHoursPerYear } from "../model";
import { frameOf, monthsOf } from "./frame";
import { ledgerOf, netOf } from "./ledger";
import { operatingByMonth } from "./operating";
import { courseOf, momentsOf, pathsOf, planAt, scheduleOf } from "./physical";
import type { MoneyInput } from "./types";

/**
 * Net flow of the project by month, yuan, one row a replication: own funds, no subsidy, likely costs and effects. What an
 * experiment over uncertain inputs prices thousands of times, each time with an input whose ranges are already settled.
 */
export function projectFlows(input: MoneyInput): number[][] {
  const schedule = scheduleOf(momentsOf(input.way, input.chosen), input.chosen, monthsOf(input));
  const paths = pathsOf(input.replications, input.way, input.chosen, plannedHoursPerYear(input.baseline.calendar));
  const frame = frameOf(input, "likely");
  return paths.map((path, r) => {
    const course = courseOf(input.replications[r]!.baseline, path, schedule);
    const before = operatingByMonth(frame.before, course.today, frame.demand);
    const after = operatingByMonth(frame.after, planAt(course, 0), frame.demand);
    return netOf(ledgerOf(frame, { before, after }, null, null), "project");
  });
}
