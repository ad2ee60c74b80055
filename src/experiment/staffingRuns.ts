import { difference, type Difference, estimate, type Estimate } from "../measure";
import type { Line, OperatorPool, Run } from "../model";
import type { Batch, Told } from "./ask";
import { meanOf } from "./relief";
import { moreOf, withPool } from "./reliefs";

/** People on duty: what `count` says; pools with other numbers by shift change by as many in every shift they work in. */
export type Counts = Readonly<Record<string, number>>;

export interface Staffed {
  counts: Counts;
  /** good parts an hour */
  output: Estimate;
}

interface Seen {
  good: number[];
  /** pool → machines that waited for it, mean of each replication */
  waiting: Record<string, number>[];
}

/** What is known of each staffing of a line, and the asking for more. */
export class StaffingRuns {
  private readonly seen = new Map<string, Seen>();
  constructor(
    private readonly line: Line,
    private readonly run: Run,
  ) {}

  count(counts: Counts): number {
    return this.seen.get(keyOf(counts))?.good.length ?? 0;
  }

  /** Good parts an hour, mean; and machines that wait for a pool. */
  output(counts: Counts): number {
    return meanOf(this.seen.get(keyOf(counts))!.good);
  }
  waitingFor(counts: Counts, pool: string): number {
    return meanOf(this.seen.get(keyOf(counts))!.waiting.map((of) => of[pool] ?? 0));
  }
  staffed(counts: Counts): Staffed {
    return { counts, output: estimate(this.seen.get(keyOf(counts))!.good) };
  }

  /** Output − `part` of the reference's, replication by replication, of those both have. */
  compare(counts: Counts, reference: Counts, part = 1): Difference {
    const base = this.seen.get(keyOf(reference))?.good ?? [];
    return difference(
      base.map((x) => x * part),
      this.seen.get(keyOf(counts))?.good ?? [],
    );
  }

  /** Brings each of these staffings to `wanted` replications. */
  *bring<Known>(
    list: readonly Counts[],
    wanted: number,
    known: () => Known,
  ): Generator<{ batches: Batch[]; known: Known }, void, Told> {
    const missing = list.filter((counts) => this.count(counts) < wanted);
    if (missing.length === 0) return;
    const batches = missing.map((counts): Batch => {
      const first = this.count(counts);
      return { line: lineWith(this.line, counts), run: this.run, first, count: wanted - first };
    });
    const told = yield { batches, known: known() };
    missing.forEach((counts, i) => {
      const seen = this.seen.get(keyOf(counts)) ?? { good: [], waiting: [] };
      for (const { line, operators } of told[i] ?? []) {
        seen.good.push(line.goodPerHour);
        seen.waiting.push(Object.fromEntries(Object.entries(operators).map(([id, of]) => [id, of.waitingMean])));
      }
      this.seen.set(keyOf(counts), seen);
    });
  }

  /** `first` replications, then twice as many, until each staffing is decided or has `most`. */
  *decide<Known>(
    list: readonly Counts[],
    [first, most]: readonly [number, number],
    isDecided: (counts: Counts) => boolean,
    known: () => Known,
  ): Generator<{ batches: Batch[]; known: Known }, void, Told> {
    for (let wanted = Math.min(first, most); ; wanted = Math.min(most, wanted * 2)) {
      yield* this.bring(
        list.filter((counts) => this.count(counts) < first || !isDecided(counts)),
        wanted,
        known,
      );
      if (wanted >= most) return;
    }
  }
}

export const keyOf = (counts: Counts): string => JSON.stringify(counts);

export function plus(counts: Counts, pool: string, by: number): Counts {
  return { ...counts, [pool]: counts[pool]! + by };
}

/** The fewest `count` may be so that the shift with fewest people keeps one. */
export function lowestCount({ count, countByShift = {} }: OperatorPool): number {
  const working = Object.values(countByShift).filter((n) => n > 0);
  return working.length === 0 ? 1 : Math.max(1, count - Math.min(...working) + 1);
}

/** The line with so many people on duty. Headcounts stay: output does not hang on them. */
function lineWith(line: Line, counts: Counts): Line {
  return line.operators.reduce((changed, pool, i) => {
    const wanted = counts[pool.id];
    return wanted === undefined ? changed : withPool(changed, i, moreOf(pool, wanted - pool.count));
  }, line);
}
