import { engineVersion } from "../engine";
import { type LineFigures, summarise } from "../measure";
import { fingerprint, type Run } from "../model";
import { BadInput, lineOfPlan, readScenario, runOf } from "./input";
import type { Call } from "./main";
import { lineTable, stationTable } from "./print";

export function onlyFile({ files }: Call): string {
  if (files.length === 1) return files[0]!;
  throw new BadInput([
    {
      path: "FILE",
      code: files.length === 0 ? "missing" : "notOneOf",
      params: { expected: "FILE", allowed: "1 FILE", found: files.join(" ") },
    },
  ]);
}

/** What every answer says about how it was made. */
export function provenance(run: Run) {
  return {
    engineVersion,
    seed: run.seed,
    replications: run.replications,
    hours: run.hours,
    warmUpHours: run.warmUpHours,
  };
}

export function warningsOf(figures: LineFigures): { code: string; replications: number }[] {
  return figures.stalled === 0 ? [] : [{ code: "stalled", replications: figures.stalled }];
}

/** `simulate FILE`: figures of one line with their intervals. */
export async function simulate(call: Call): Promise<unknown> {
  const scenario = readScenario(onlyFile(call));
  const run = runOf(scenario, call.options);
  const { line } = lineOfPlan(scenario, call.options.plan ?? "baseline");
  const pool = call.openPool();
  try {
    const started = performance.now();
    const results = await pool.simulate(line, run);
    const wallSeconds = (performance.now() - started) / 1000;
    const figures = summarise(results);
    const answer = {
      ...provenance(run),
      plan: call.options.plan ?? "baseline",
      events: figures.events,
      line: figures.line,
      stations: figures.stations,
      operators: figures.operators,
      warnings: warningsOf(figures),
      // equal fingerprints mean equal replications, number for number: what the app shows under "Reproduce"
      fingerprint: fingerprint(results),
      computation: { wallSeconds, workers: pool.size, eventsPerSecond: figures.events / wallSeconds },
    };
    if (call.asJson) return answer;
    return [lineTable(call.language, figures, run), stationTable(call.language, line, figures)].join("\n\n");
  } finally {
    pool.dispose();
  }
}
