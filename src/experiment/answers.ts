import { physicsKey, type Line, type Run } from "../model";
import type { ReplicationResult } from "../measure";
import type { Ask } from "./way";

export type Simulate = (line: Line, run: Run) => Promise<ReplicationResult[]>;

/** Answers to many asks in their order; lines that are physically the same are simulated once. */
export async function answersTo(asks: readonly Ask[], simulate: Simulate): Promise<ReplicationResult[][]> {
  const known = new Map<string, Promise<ReplicationResult[]>>();
  return Promise.all(
    asks.map(({ line, run }) => {
      const key = `${physicsKey(line, run)} ${run.replications}`;
      const found = known.get(key) ?? simulate(line, run);
      known.set(key, found);
      return found;
    }),
  );
}
