import { compareLines, type Difference, type LineKpi, type ReplicationResult, summarise } from "../measure";
import { BadInput, lineOfPlan, readScenario, runOf } from "./input";
import type { Call } from "./main";
import { differenceTable } from "./print";
import { onlyFile, provenance, warningsOf } from "./simulate";

/** `compare FILE --plans baseline,a,b`: every plan against the first, paired by replication. */
export async function compare(call: Call): Promise<unknown> {
  const scenario = readScenario(onlyFile(call));
  const run = runOf(scenario, call.options);
  const ids = (call.options.plans ?? ["baseline", ...scenario.plans.map((p) => p.id)].join(","))
    .split(",")
    .map((id) => id.trim())
    .filter((id, i, all) => id !== "" && all.indexOf(id) === i);
  if (ids.length === 0)
    throw new BadInput([
      { path: "--plans", code: "missing", params: { expected: scenario.plans.map((p) => p.id).join(", ") } },
    ]);
  const lines = ids.map((id) => lineOfPlan(scenario, id).line);
  const pool = call.openPool();
  try {
    const started = performance.now();
    // all plans at once: the pool keeps every core busy to the end
    const results: ReplicationResult[][] = await Promise.all(lines.map((line) => pool.simulate(line, run)));
    const wallSeconds = (performance.now() - started) / 1000;
    const figures = results.map(summarise);
    const differences: Record<string, Record<LineKpi, Difference>> = {};
    for (let i = 1; i < ids.length; i++) differences[ids[i]!] = compareLines(results[0]!, results[i]!);
    if (!call.asJson) return differenceTable(call.language, ids, figures, differences, run);
    return {
      ...provenance(run),
      plans: Object.fromEntries(ids.map((id, i) => [id, { ...figures[i]!.line, warnings: warningsOf(figures[i]!) }])),
      differences,
      computation: { wallSeconds, workers: pool.size },
    };
  } finally {
    pool.dispose();
  }
}
