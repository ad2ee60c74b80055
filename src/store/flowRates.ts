import { plannedTimeOf, type Calendar } from "../model";
import type { WatchedRun } from "./watchedRun";

const hour = 3600e6;
const week = 168;

/**
 * Flow → parts per planned hour from the beginning of a run to the whole hour before `t`; null within the first one.
 * What was added up already is kept: playing on adds an hour, going back begins anew.
 */
export function flowRates(run: WatchedRun, calendar: Calendar): (t: number) => Float64Array | null {
  const flows = run.layout.flows.length;
  const planned = plannedHours(calendar);
  let sums = new Float64Array(flows);
  let hours = 0;
  let done = 0;
  return (t) => {
    const until = Math.floor(Math.min(t, run.known) / hour);
    if (until < done) {
      sums = new Float64Array(flows);
      hours = done = 0;
    }
    for (; done < until; done++) {
      for (let f = 0; f < flows; f++) sums[f] = (sums[f] ?? 0) + (run.digest.moved[done * flows + f] ?? 0);
      hours += planned[done % week] ?? 0;
    }
    return hours > 0 ? sums.map((sum) => sum / hours) : null;
  };
}

/** Hour of the week → how much of it is planned, 0..1. */
function plannedHours(calendar: Calendar): Float64Array {
  const { planned } = plannedTimeOf(calendar);
  const hours = new Float64Array(week);
  if (planned.continuous) return hours.fill(1);
  planned.starts.forEach((start, i) => {
    const end = planned.ends[i] ?? start;
    for (let h = Math.floor(start / hour); h * hour < end; h++)
      hours[h % week] = (hours[h % week] ?? 0) + (Math.min(end, (h + 1) * hour) - Math.max(start, h * hour)) / hour;
  });
  return hours;
}
