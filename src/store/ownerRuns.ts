import type { SimulateBatch } from "../experiment";
import type { ReplicationResult } from "../measure";
import type { Line, Run } from "../model";
import type { Evaluated, StoreDeps } from "./state";

/** Replications by what they physically are: asked once, whoever asks again. */
export class Runs {
  private readonly kept = new Map<string, Promise<ReplicationResult>[]>();
  done = 0;
  asked = 0;

  constructor(
    private readonly deps: Pick<StoreDeps, "pool" | "physicsKey">,
    private readonly signal: AbortSignal,
    private readonly tell: () => void,
  ) {}

  readonly simulate: SimulateBatch = (line, run, first, count) => {
    const key = this.deps.physicsKey(line, run);
    const known = this.kept.get(key) ?? [];
    this.kept.set(key, known);
    const from = known.length;
    const more = first + count - from;
    if (more > 0) {
      this.asked += more;
      const made = this.deps.pool.simulate(line, run, { first: from, count: more, signal: this.signal });
      for (let i = 0; i < more; i++) known.push(made.then((results) => results[i]!));
      made.then(
        () => {
          this.done += more;
          this.tell();
        },
        () => undefined,
      );
    }
    return Promise.all(known.slice(first, first + count));
  };
}

/** A line under a run with its figures, as the money wants it. */
export async function evaluated(
  deps: Pick<StoreDeps, "physicsKey" | "summarise" | "headcount">,
  runs: Runs,
  line: Line,
  run: Run,
  count: number,
): Promise<Evaluated> {
  const results = await runs.simulate(line, run, 0, count);
  return {
    key: deps.physicsKey(line, run),
    line,
    run,
    stage: "full",
    complete: true,
    figures: deps.summarise(results),
    results,
    headcount: deps.headcount(line),
  };
}
