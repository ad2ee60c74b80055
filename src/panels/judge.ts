import type { Difference } from "../measure";

/** proven: the 95 % interval leaves out 0. none: it holds 0 and is narrow. uncertain: it holds 0 and is still wide. */
export type Judgement = "proven" | "uncertain" | "none";

/** A half-width of 2 % of the baseline is what one still calls "no difference seen"; wider says too little. */
const narrowPercent = 2;

/** What can be said of a difference. While the full run is under way an unproven one is not yet certain. */
export function judge(difference: Difference, isComplete: boolean): Judgement {
  if (difference.proven) return "proven";
  const half = difference.percent === null ? 0 : halfWidth(difference.percent.ci95);
  return isComplete && half <= narrowPercent ? "none" : "uncertain";
}

export function halfWidth(ci95: readonly [number, number]): number {
  return Math.abs(ci95[1] - ci95[0]) / 2;
}

/** The machines that are busiest and hold the others up: highest share of time not spent waiting for parts or room. */
export interface StationLoad {
  id: string;
  /** share of planned time the station is occupied: working, loading, set-up, down, waiting for people */
  occupied: number;
}

export function bottleneckCandidates(stations: Record<string, Record<string, { mean: number }>>): StationLoad[] {
  const share = (of: Record<string, { mean: number }>, name: string): number => of[name]?.mean ?? 0;
  return Object.entries(stations)
    .map(([id, of]) => ({ id, occupied: 1 - share(of, "blocked") - share(of, "starved") }))
    .sort((a, b) => b.occupied - a.occupied);
}
