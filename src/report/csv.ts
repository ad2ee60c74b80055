import type { Difference, LineFigures, LineKpi } from "../measure";
import type { Run } from "../model";
import { t, type Language, type TextKey } from "../text";

export interface ComparisonForCsv {
  line: string;
  /** null = the baseline alone */
  plan: string | null;
  run: Run;
  baseline: LineFigures;
  planFigures: LineFigures | null;
  differences: Record<LineKpi, Difference> | null;
}

const rows: readonly { kpi: LineKpi; label: TextKey & `kpi.${string}`; unit: TextKey & `csvUnit.${string}` }[] = [
  { kpi: "goodPerYear", label: "kpi.goodPerYear", unit: "csvUnit.partsPerYear" },
  { kpi: "goodPerHour", label: "kpi.goodPerHour", unit: "csvUnit.partsPerHour" },
  { kpi: "labourHoursPerGoodPart", label: "kpi.labour", unit: "csvUnit.hoursPerPart" },
  { kpi: "scrapShare", label: "kpi.scrap", unit: "csvUnit.share" },
  { kpi: "escapedShare", label: "kpi.escaped", unit: "csvUnit.share" },
  { kpi: "firstPassYield", label: "kpi.firstPass", unit: "csvUnit.share" },
  { kpi: "wip", label: "kpi.wip", unit: "csvUnit.parts" },
  { kpi: "flowTimeSeconds", label: "kpi.leadTime", unit: "csvUnit.seconds" },
  { kpi: "energyKwhPerGoodPart", label: "kpi.energy", unit: "csvUnit.kwhPerPart" },
];

/** The compare table unrounded, in SI as the engine counts, with run and seed on top. Begins with a BOM, for Excel. */
export function comparisonCsv(language: Language, of: ComparisonForCsv): string {
  const head = [
    t(language, "compare.figure"),
    t(language, "csv.unit"),
    ...triple(language, t(language, "compare.baseline")),
    ...(of.planFigures === null ? [] : triple(language, t(language, "compare.plan"))),
    ...(of.differences === null ? [] : [...triple(language, t(language, "csv.difference")), t(language, "csv.proven")]),
  ];
  const lines: (string | number)[][] = [
    [t(language, "about.line"), of.line],
    [t(language, "about.plan"), of.plan ?? t(language, "plans.baseline")],
    [t(language, "about.seed"), of.run.seed],
    [t(language, "about.replications"), of.baseline.replications],
    [t(language, "about.hours"), of.run.hours],
    [t(language, "about.warmUp"), of.run.warmUpHours],
    [],
    head,
    ...rows.map(({ kpi, label, unit }) => {
      const difference = of.differences?.[kpi];
      return [
        t(language, label),
        t(language, unit),
        ...three(of.baseline.line[kpi]),
        ...(of.planFigures === null ? [] : three(of.planFigures.line[kpi])),
        ...(difference === undefined
          ? []
          : [...three(difference), t(language, difference.proven ? "judge.proven" : "judge.none")]),
      ];
    }),
  ];
  return tableCsv(lines);
}

/** Rows of cells as CSV that a spreadsheet opens: with a BOM, quoted where needed, never run as a formula. */
export function tableCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}

const three = (of: { mean: number; ci95: readonly [number, number] }): number[] => [of.mean, of.ci95[0], of.ci95[1]];

function triple(language: Language, name: string): string[] {
  return [t(language, "csv.mean", { name }), t(language, "csv.low", { name }), t(language, "csv.high", { name })];
}

/**
 * RFC 4180 quoting; text that a spreadsheet would run as a formula gets an apostrophe, as OWASP advises: also the full-width
 * signs, which Chinese and Japanese spreadsheets take for the narrow ones. Semicolons and tabs separate cells elsewhere.
 */
function cell(value: string | number): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
