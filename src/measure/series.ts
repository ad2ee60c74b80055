import type { SeriesCounters } from "./counters";
import { estimate } from "./estimate";
import type { Estimate, ReplicationResult } from "./result";

/** One shift or calendar day of the measured hours, over all replications. Parts, not rates. */
export interface SeriesPeriod {
  kind: "shift" | "day";
  /** index of the shift in the calendar; null for a day */
  shift: number | null;
  /** seconds of calendar time at its end, Monday 00:00 of the first week = 0 */
  endSeconds: number;
  /** planned seconds of it that were measured: the first one may have begun in the warm-up */
  plannedSeconds: number;
  good: Estimate;
  scrapped: Estimate;
  escaped: Estimate;
  entered: Estimate;
  /** parts in the line at its end */
  inLine: Estimate;
}

/**
 * What every shift and every day brought, mean and interval over replications. Periods end at calendar times, the same
 * in every replication; one that had not ended with the run is not in it. Throws where rows differ: other lines or runs.
 */
export function summariseSeries(results: readonly Pick<ReplicationResult, "series">[]): {
  shifts: SeriesPeriod[];
  days: SeriesPeriod[];
} {
  const first = results[0]?.series;
  if (first === undefined) throw new Error("no replications to summarise");
  const isSame = ({ series }: { series: SeriesCounters }) =>
    series.end.length === first.end.length &&
    series.end.every((end, i) => end === first.end[i] && series.shift[i] === first.shift[i]);
  if (!results.every(isSame)) throw new Error("replications of different periods");
  const periods = first.end.map((end, row): SeriesPeriod => {
    const over = (column: keyof SeriesCounters) => estimate(results.map((r) => r.series[column][row]!));
    const shift = first.shift[row]!;
    return {
      kind: shift < 0 ? "day" : "shift",
      shift: shift < 0 ? null : shift,
      endSeconds: end / 1e6,
      plannedSeconds: first.planned[row]!,
      good: over("good"),
      scrapped: over("scrapped"),
      escaped: over("escaped"),
      entered: over("entered"),
      inLine: over("inLine"),
    };
  });
  return { shifts: periods.filter((p) => p.kind === "shift"), days: periods.filter((p) => p.kind === "day") };
}
