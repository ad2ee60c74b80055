import type { ReplicationResult } from "../measure";
import type { Line, Run } from "../model";
import type { BatchCache } from "./evaluation";

/** Sets of replications that are kept; each is a few kilobytes a replication. A value on trial takes up to fourteen. */
const keptSets = 120;

/** What was asked for last is kept longest: today's line stays, however many values are tried beside it. */
export function createBatchCache(physicsKey: (line: Line, run: Run) => string): BatchCache {
  const cache = new Map<string, ReplicationResult[]>();
  const keep = (key: string, results: ReplicationResult[]): void => {
    cache.delete(key);
    cache.set(key, results);
    for (const oldest of cache.keys()) {
      if (cache.size <= keptSets) break;
      cache.delete(oldest);
    }
  };
  return {
    get: (line, run) => {
      const key = physicsKey(line, run);
      const results = cache.get(key);
      if (results !== undefined) keep(key, results);
      return results;
    },
    set: (line, run, results) => keep(physicsKey(line, run), results),
  };
}
