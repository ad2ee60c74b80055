import type { Difference, Estimate, LineFigures, LineKpi } from "../measure";
import type { Line, Run } from "../model";
import { type Language, nameOf, percent, quantity, stuckText, t, type TextKey } from "../text";

type Row = readonly [LineKpi, TextKey, TextKey, number];

/** KPIs as printed, in the order in which an owner asks: figure, its name, its unit, the factor to that unit. */
const rows: readonly Row[] = [
  ["goodPerYear", "kpi.goodPerYear", "unit.partsPerYear", 1],
  ["goodPerHour", "kpi.goodPerHour", "unit.partsPerHour", 1],
  ["labourHoursPerGoodPart", "kpi.labour", "unit.minutesPerPart", 60],
  ["scrapShare", "kpi.scrap", "unit.percent", 100],
  ["escapedShare", "kpi.escaped", "unit.ppm", 1e6],
  ["wip", "kpi.wip", "unit.parts", 1],
  ["flowTimeSeconds", "kpi.leadTime", "unit.hours", 1 / 3600],
  ["energyKwhPerGoodPart", "kpi.energy", "unit.kwhPerPart", 1],
];

/** Columns aligned for a terminal; a CJK character is two columns wide. */
export function table(lines: readonly (readonly string[])[]): string {
  const width = (s: string) => [...s].reduce((n, c) => n + (/[\u2e80-\uffef]/.test(c) ? 2 : 1), 0);
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((row) => width(row[column] ?? ""))));
  return lines
    .map((row) =>
      row
        .map((cell, i) => cell + " ".repeat(Math.max(0, widths[i]! - width(cell))))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function runLine(language: Language, run: Run): string {
  return t(language, "cli.run", {
    replications: run.replications,
    hours: run.hours,
    warmUp: run.warmUpHours,
    seed: run.seed,
  });
}

/** The times between which eight of ten parts go through the line; no row where no part left it. */
function flowTimeRow(language: Language, { flowTime: { p10, p90 } }: LineFigures): string[][] {
  if (p10.mean === null || p90.mean === null) return [];
  const scale = 1 / 3600;
  const from = quantity(language, p10, { scale });
  return [[t(language, "cli.mostParts"), `${from} … ${quantity(language, p90, { unit: "unit.hours", scale })}`]];
}

export function lineTable(language: Language, line: Line, figures: LineFigures, run: Run): string {
  const body = rows.flatMap(([kpi, label, unit, scale]) => [
    [t(language, label as "kpi.wip"), quantity(language, figures.line[kpi], { unit, scale, figures: 4 })],
    ...(kpi === "flowTimeSeconds" ? flowTimeRow(language, figures) : []),
  ]);
  const named = (id: string) =>
    nameOf(language, [...line.stations, ...line.operators].find((x) => x.id === id)?.name, id);
  const why = figures.stuck === null ? [] : stuckText(language, named, figures.stuck);
  const stuck = figures.stalled > 0 ? ["", t(language, "cli.stalled", { n: figures.stalled }), ...why].join("\n") : "";
  return `${runLine(language, run)}\n\n${table(body)}${stuck}`;
}

const states = ["working", "loading", "setup", "waitingOperator", "down", "blocked", "starved"] as const;

export function stationTable(language: Language, line: Line, figures: LineFigures): string {
  const share = (e: Estimate) => percent(language, e.mean, { figures: 3 });
  const stations = line.stations.map((s) => [
    s.name === undefined ? s.id : nameOf(language, s.name),
    ...states.map((state) => share(figures.stations[s.id]![state])),
  ]);
  const pools = line.operators.map((p) => [
    p.name === undefined ? p.id : nameOf(language, p.name),
    percent(language, figures.operators[p.id]!.busy),
  ]);
  const head = [t(language, "cli.station"), ...states.map((s) => t(language, `state.${s}`))];
  const parts = [table([head, ...stations])];
  if (pools.length > 0) parts.push(table([[t(language, "cli.pool"), t(language, "cli.busy")], ...pools]));
  return parts.join("\n\n");
}

function differenceText(language: Language, d: Difference): string {
  if (!d.proven) return t(language, "cli.noDifference");
  if (d.percent === null) return "";
  return quantity(language, { mean: d.percent.mean, ci95: d.percent.ci95 }, { unit: "unit.percent", signed: true });
}

export function differenceTable(
  language: Language,
  ids: readonly string[],
  figures: readonly LineFigures[],
  differences: Record<string, Record<LineKpi, Difference>>,
  run: Run,
): string {
  const head = ["", ...ids];
  const body = rows.map(([kpi, label, unit, scale]) => [
    t(language, label as "kpi.wip"),
    ...ids.map((id, i) =>
      i === 0
        ? quantity(language, figures[0]!.line[kpi], { unit, scale, figures: 4 })
        : differenceText(language, differences[id]![kpi]),
    ),
  ]);
  return `${runLine(language, run)}\n${t(language, "cli.against", { id: ids[0]! })}\n\n${table([head, ...body])}`;
}
