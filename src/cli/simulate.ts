import { engineVersion } from "../engine";
import { drive, proposeWarmUp } from "../experiment";
import { type LineFigures, type ReplicationResult, summarise, summariseSeries } from "../measure";
import { fingerprint, type Line, type Run } from "../model";
import { t } from "../text";
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

export function warningsOf(figures: LineFigures) {
  return figures.stalled === 0 ? [] : [{ code: "stalled", replications: figures.stalled, ...figures.stuck }];
}

/** Stations as printed: the figures of the line model, the KPIs of the standard beside them. */
function stationsOf({ stations, queueFull, iso22400 }: LineFigures) {
  return Object.fromEntries(
    Object.entries(stations).map(([id, figures]) => [
      id,
      { ...figures, queueFull: queueFull[id]!, iso22400: iso22400.stations[id]! },
    ]),
  );
}

/** `--series`: shifts by their id in the file. */
function seriesOf(line: Line, results: readonly ReplicationResult[]) {
  const { shifts, days } = summariseSeries(results);
  const ids = "shifts" in line.calendar ? line.calendar.shifts.map((s) => s.id) : [];
  return { shifts: shifts.map((p) => ({ ...p, shift: ids[p.shift!] ?? null })), days };
}

/** `simulate FILE`: figures of one line with their intervals. */
export async function simulate(call: Call): Promise<unknown> {
  const scenario = readScenario(onlyFile(call));
  const isAuto = call.options.warmup === "auto";
  const asked = runOf(scenario, isAuto ? { ...call.options, warmup: undefined } : call.options);
  const { line } = lineOfPlan(scenario, call.options.plan ?? "baseline");
  const pool = call.openPool();
  try {
    const warmUp = isAuto
      ? await drive(proposeWarmUp(line, asked), (each, by, first, count) => pool.simulate(each, by, { first, count }))
      : null;
    const run = warmUp === null ? asked : { ...asked, warmUpHours: warmUp.hours };
    const started = performance.now();
    const cpu = process.cpuUsage();
    const results = await pool.simulate(line, run);
    const wallSeconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const figures = summarise(results);
    const answer = {
      ...provenance(run),
      plan: call.options.plan ?? "baseline",
      events: figures.events,
      line: { ...figures.line, flowTime: figures.flowTime, iso22400: figures.iso22400.line },
      stations: stationsOf(figures),
      operators: figures.operators,
      transporters: figures.transporters,
      ...(warmUp === null ? {} : { warmUp }),
      ...(call.withSeries ? { series: seriesOf(line, results) } : {}),
      warnings: warningsOf(figures),
      // equal fingerprints mean equal replications, number for number: what the app shows under "Reproduce"
      fingerprint: fingerprint(results),
      computation: {
        wallSeconds,
        cpuSeconds: (user + system) / 1e6,
        peakMegabytes: process.resourceUsage().maxRSS / 1024,
        workers: pool.size,
        eventsPerSecond: figures.events / wallSeconds,
      },
    };
    if (call.asJson) return answer;
    if (warmUp?.isTooShort === true) process.stderr.write(`${t(call.language, "cli.warmUpTooShort")}\n`);
    return [lineTable(call.language, line, figures, run), stationTable(call.language, line, figures)].join("\n\n");
  } finally {
    pool.dispose();
  }
}
