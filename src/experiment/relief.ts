import { difference, type Difference, estimate, type Estimate, type ReplicationResult } from "../measure";
import type { Line, Run } from "../model";
import type { Batch, Experiment, Step, Told } from "./ask";
import { type Relief, type ReliefKind, reliefsOf } from "./reliefs";
import { shortRunOf } from "./way";

export interface ReliefOptions {
  /** left out: a machine, 10 % faster, a person, a vehicle, places, cards, level, supply */
  kinds?: readonly ReliefKind[];
  /** replications of the first look, and the most a relief gets */
  first?: number;
  most?: number;
  /** half-width of an interval, in percent of today's output, at which "no difference" may be said */
  precisionPercent?: number;
}

/**
 * gain, loss: the 95 % interval leaves out 0. none: it holds 0 and is narrow. unsure: it holds 0 and is wide still.
 */
export type ReliefVerdict = "gain" | "loss" | "none" | "unsure";

export interface ReliefGain {
  kind: ReliefKind;
  of: Relief["of"];
  id: string;
  /** good parts an hour, relieved − today, paired by replication */
  output: Difference;
  verdict: ReliefVerdict;
  replications: number;
}

export interface ReliefKnown {
  /** replications of today's line so far, and reliefs that still get more */
  replications: number;
  open: number;
  ranked: ReliefGain[];
}

export interface ReliefAnswer {
  /** good parts an hour today */
  baseline: Estimate;
  /** proven gains first, the largest on top; then the rest by their mean */
  ranked: ReliefGain[];
}

export const usualReliefs: readonly ReliefKind[] = [
  "machine",
  "faster",
  "server",
  "vehicle",
  "places",
  "cards",
  "level",
  "supply",
];

/**
 * What it brings to relieve each station, pool and buffer by one step (`reliefsOf`), simulated: good output of the relieved
 * line − today's, replication by replication with common random numbers, under the short run. A relief gets more
 * replications until it is clearly below the best one (95 % interval of the paired difference to it below 0) **and** its own
 * gain is proven or narrow; the best ones until `most`. Intervals are each relief's own at the last look taken, not
 * simultaneous ones: with thirty reliefs one or two "proven" ones of a few tenths of a percent are to be expected by chance.
 */
export function* gainIfRelieved(
  line: Line,
  run: Run,
  { kinds = usualReliefs, first = 4, most = 24, precisionPercent = 1 }: ReliefOptions = {},
): Experiment<ReliefKnown, ReliefAnswer> {
  const short = shortRunOf(run);
  const reliefs = reliefsOf(line, kinds);
  const today: number[] = [];
  const gained = reliefs.map((): number[] => []);
  let open = reliefs.map((_, i) => i);
  const ranked = (): ReliefGain[] => inOrder(reliefs.map((r, i) => gainOf(r, today, gained[i]!, precisionPercent)));

  while (today.length < most && (open.length > 0 || today.length === 0)) {
    const from = today.length;
    const count = Math.min(first, most - from);
    const batch = (of: Line): Batch => ({ line: of, run: short, first: from, count });
    const batches = [batch(line), ...open.map((i) => batch(reliefs[i]!.line))];
    const known = { replications: from, open: open.length, ranked: from === 0 ? [] : ranked() };
    const told: Told = yield { batches, known } satisfies Step<ReliefKnown>;
    today.push(...goodOf(told[0] ?? []));
    open.forEach((i, at) => gained[i]!.push(...goodOf(told[at + 1] ?? [])));
    open = open.filter((i) => !isSettled(i));
  }
  return { baseline: estimate(today), ranked: ranked() };

  function isSettled(i: number): boolean {
    const own = gained[i]!;
    const best = open.reduce((a, b) => (meanOf(gained[b]!) > meanOf(gained[a]!) ? b : a));
    if (i === best || difference(gained[best]!, own).ci95[1] >= 0) return false;
    return gainOf(reliefs[i]!, today, own, precisionPercent).verdict !== "unsure";
  }
}

/** The best proven relief of each station, pool and buffer, best first: one line a resource. */
export function bestReliefs(ranked: readonly ReliefGain[]): ReliefGain[] {
  const seen = new Set<string>();
  return ranked.filter(({ of, id }) => {
    const key = `${of} ${id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export const goodOf = (results: readonly ReplicationResult[]): number[] => results.map((r) => r.line.goodPerHour);

export const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function gainOf(
  { kind, of, id }: Relief,
  today: readonly number[],
  relieved: readonly number[],
  precisionPercent: number,
): ReliefGain {
  const output = difference(today.slice(0, relieved.length), relieved);
  const [low, high] = output.percent?.ci95 ?? output.ci95;
  const isNarrow = (high - low) / 2 <= precisionPercent;
  const verdict = output.proven ? (output.mean > 0 ? "gain" : "loss") : isNarrow ? "none" : "unsure";
  return { kind, of, id, output, verdict, replications: relieved.length };
}

function inOrder(gains: readonly ReliefGain[]): ReliefGain[] {
  const rank = ({ verdict }: ReliefGain): number => (verdict === "gain" ? 0 : 1);
  return [...gains].sort((a, b) => rank(a) - rank(b) || b.output.mean - a.output.mean);
}
