import { compareUntil, drive, type Experiment, type SimulateBatch, type Told } from "../experiment";
import { compareLines, type Difference, type LineKpi, type ReplicationResult, summarise } from "../measure";
import type { Line, Run } from "../model";
import { BadInput, lineOfPlan, readScenario, runOf } from "./input";
import type { Call } from "./main";
import { differenceTable } from "./print";
import { precisionText } from "./printPrecision";
import { onlyFile, provenance, warningsOf } from "./simulate";

/** `compare FILE --plans baseline,a,b`: every plan against the first, paired by replication. */
export async function compare(call: Call): Promise<unknown> {
  const scenario = readScenario(onlyFile(call));
  const run = runOf(scenario, call.options);
  const wish = precisionOf(call.options.precision);
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
    const simulate: SimulateBatch = (line, by, first, count) => pool.simulate(line, by, { first, count });
    const { results, precision } =
      wish === null
        ? // all plans at once: the pool keeps every core busy to the end
          { results: await Promise.all(lines.map((line) => pool.simulate(line, run))), precision: null }
        : await untilPrecise(lines, run, wish, simulate);
    const made = { ...run, replications: results[0]?.length ?? 0 };
    const wallSeconds = (performance.now() - started) / 1000;
    const figures = results.map(summarise);
    const differences: Record<string, Record<LineKpi, Difference>> = {};
    for (let i = 1; i < ids.length; i++) differences[ids[i]!] = compareLines(results[0]!, results[i]!);
    if (!call.asJson) {
      const table = differenceTable(call.language, ids, figures, differences, made);
      return precision === null ? table : `${table}\n\n${precisionText(call.language, ids, precision)}`;
    }
    return {
      ...provenance(made),
      plans: Object.fromEntries(ids.map((id, i) => [id, { ...figures[i]!.line, warnings: warningsOf(figures[i]!) }])),
      differences,
      ...(precision === null ? {} : { precision: { kpi, wish, ...precision } }),
      computation: { wallSeconds, workers: pool.size },
    };
  } finally {
    pool.dispose();
  }
}

/** What is to be known that well. */
const kpi: LineKpi = "goodPerYear";

/** Half of an interval as a share of the first line's figure: `--precision 0.01` = 1 %. */
function precisionOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = text.trim() === "" ? NaN : Number(text);
  if (value > 0 && value <= 1) return value;
  throw new BadInput([{ path: "--precision", code: "notOneOf", params: { allowed: "0 < … ≤ 1", found: text } }]);
}

/** Replications of all lines until every difference is known that well, and what they were. */
async function untilPrecise(lines: readonly Line[], run: Run, relative: number, simulate: SimulateBatch) {
  const results: ReplicationResult[][] = lines.map(() => []);
  // never cancelled: nobody asks
  const precision = (await drive(
    keeping(compareUntil({ lines, run, kpi, halfWidth: { relative } }), results),
    simulate,
  ))!;
  return { results, precision };
}

/** The experiment as it is, its replications kept line by line: it asks for one batch a line. */
function* keeping<Known, Answer>(
  experiment: Experiment<Known, Answer>,
  results: ReplicationResult[][],
): Experiment<Known, Answer> {
  let step = experiment.next([]);
  while (step.done !== true) {
    const told: Told = yield step.value;
    told.forEach((more, i) => results[i]?.push(...more));
    step = experiment.next(told);
  }
  return step.value;
}
