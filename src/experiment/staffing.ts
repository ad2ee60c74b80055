import type { Difference } from "../measure";
import type { Line, OperatorPool, Run } from "../model";
import type { Batch, Experiment, Told } from "./ask";
import { neededOf } from "./reliefs";
import { type Counts, keyOf, lowestCount, plus, type Staffed, StaffingRuns } from "./staffingRuns";
import { shortRunOf } from "./way";

export interface StaffingOptions {
  /** output that may be lost, as a share of the best: 0.01 = 1 % */
  share?: number;
  /** people that may be added to a pool to find the best output; 0 = the best is today's */
  mostMore?: number;
  /** replications of the first look, and the most a staffing gets */
  first?: number;
  most?: number;
}

export interface StaffingStep {
  pool: string;
  from: number;
  to: number;
  /** good parts an hour, with the change − what it was held against (adding: the staffing before; removing: the best) */
  output: Difference;
  isTaken: boolean;
  replications: number;
}

export interface StaffingKnown {
  stage: "best" | "fewest";
  counts: Counts;
  path: StaffingStep[];
}

export interface StaffingAnswer {
  today: Staffed;
  /** most output found */
  best: Staffed;
  /** fewest people found that keep it */
  fewest: Staffed;
  /** fewest − best, good parts an hour */
  lost: Difference;
  /** people a shift fewer than today in all pools together; negative = more */
  fewer: number;
  path: StaffingStep[];
}

/** For a pool on whom fewer machines wait than this, nobody is added: there is nothing to win. */
const hardlyWaits = 0.01;

interface Search {
  runs: StaffingRuns;
  pools: OperatorPool[];
  share: number;
  looks: readonly [number, number];
  path: StaffingStep[];
}
type Asking<Answer> = Generator<{ batches: Batch[]; known: StaffingKnown }, Answer, Told>;

/**
 * The fewest people per pool (people only, pools somebody asks for) that keep good output at `1 − share` of the best.
 *
 * Best: from today's staffing one more person at a time, in the pool whose addition raises output most (proven), at most
 * `mostMore` in a pool, until none is proven to. Fewest: from there people are taken away. In each round every pool that
 * may lose somebody is tried (a quarter of its people at first, halved after a refusal); of the removals **proven** to stay
 * within the share (lower 95 % bound of `without − (1 − share) · best` at least 0) the one that keeps most output is taken.
 * What was refused is tried again at the end, with whoever has gone meanwhile: output need not fall with each person.
 * Greedy: no proof that no smaller staffing exists, but every step is simulated, with common random numbers, under the
 * short run. No pool goes below its largest job.
 */
export function* fewestPeople(
  line: Line,
  run: Run,
  { share = 0.01, mostMore = 2, first = 6, most = 24 }: StaffingOptions = {},
): Experiment<StaffingKnown, StaffingAnswer> {
  const pools = line.operators.filter((p) => p.kind === "person" && p.count > 0 && neededOf(line, p.id) > 0);
  const runs = new StaffingRuns(line, shortRunOf(run));
  const search: Search = { runs, pools, share, looks: [first, most], path: [] };
  const today: Counts = Object.fromEntries(pools.map((p) => [p.id, p.count]));
  const best = yield* bestFrom(search, today, mostMore);
  const fewest = yield* fewestFrom(search, best, (p) => Math.max(neededOf(line, p.id), lowestCount(p)));
  yield* runs.bring([fewest], most, () => ({ stage: "fewest", counts: fewest, path: [...search.path] }));
  const people = (counts: Counts): number => pools.reduce((sum, { id }) => sum + counts[id]!, 0);
  return {
    today: runs.staffed(today),
    best: runs.staffed(best),
    fewest: runs.staffed(fewest),
    lost: runs.compare(fewest, best),
    fewer: people(today) - people(fewest),
    path: search.path,
  };
}

function* bestFrom({ runs, pools, share, looks, path }: Search, today: Counts, mostMore: number): Asking<Counts> {
  let best = today;
  for (;;) {
    const known = (): StaffingKnown => ({ stage: "best", counts: best, path: [...path] });
    yield* runs.bring([best], looks[1], known);
    const able = pools.filter(
      ({ id, count }) => best[id]! < count + mostMore && runs.waitingFor(best, id) >= hardlyWaits,
    );
    const tries = able.map(({ id }) => ({ id, counts: plus(best, id, 1) }));
    // proven more, or proven to be less than what one is ready to lose
    const isDecided = (counts: Counts): boolean => {
      const [low, high] = runs.compare(counts, best).ci95;
      return low > 0 || high < share * runs.output(best);
    };
    yield* runs.decide(
      tries.map(({ counts }) => counts),
      looks,
      isDecided,
      known,
    );
    const up = tries
      .filter(({ counts }) => runs.compare(counts, best).ci95[0] > 0)
      .sort((a, b) => runs.compare(b.counts, best).mean - runs.compare(a.counts, best).mean)[0];
    for (const { id, counts } of tries) {
      const output = runs.compare(counts, best);
      path.push(stepOf(runs, id, best, counts, output, counts === up?.counts));
    }
    if (up === undefined) return best;
    best = up.counts;
  }
}

function* fewestFrom(
  { runs, pools, share, looks, path }: Search,
  best: Counts,
  floorOf: (pool: OperatorPool) => number,
): Asking<Counts> {
  let kept = best;
  const steps = new Map(pools.map((p) => [p.id, Math.max(1, Math.floor((best[p.id]! - floorOf(p)) / 4))]));
  /** pool → the staffing at which taking one away was refused */
  const refusedAt = new Map<string, string>();
  let isRetry = false;
  for (;;) {
    const able = pools.filter(
      (p) => kept[p.id]! > floorOf(p) && (isRetry ? refusedAt.get(p.id) !== keyOf(kept) : !refusedAt.has(p.id)),
    );
    if (able.length === 0) {
      if (isRetry) return kept;
      isRetry = true;
      continue;
    }
    const tries = able.map((p) => {
      const by = Math.min(steps.get(p.id)!, kept[p.id]! - floorOf(p));
      return { id: p.id, by, counts: plus(kept, p.id, -by) };
    });
    const margin = (counts: Counts): Difference => runs.compare(counts, best, 1 - share);
    yield* runs.decide(
      tries.map(({ counts }) => counts),
      looks,
      (counts) => margin(counts).proven,
      () => ({ stage: "fewest", counts: kept, path: [...path] }),
    );
    const fits = tries.filter(({ counts }) => margin(counts).ci95[0] >= 0);
    const down = [...fits].sort((a, b) => runs.output(b.counts) - runs.output(a.counts))[0];
    for (const { id, by, counts } of tries) {
      path.push(stepOf(runs, id, kept, counts, runs.compare(counts, best), counts === down?.counts));
      if (fits.some((fit) => fit.id === id)) refusedAt.delete(id);
      else if (by > 1) steps.set(id, Math.floor(by / 2));
      else refusedAt.set(id, keyOf(kept));
    }
    if (down === undefined) continue;
    kept = down.counts;
    isRetry = false;
  }
}

function stepOf(
  runs: StaffingRuns,
  pool: string,
  from: Counts,
  to: Counts,
  output: Difference,
  isTaken: boolean,
): StaffingStep {
  return { pool, from: from[pool]!, to: to[pool]!, output, isTaken, replications: runs.count(to) };
}
