import type { Say } from "../context";

/** The figures of a chart as a spreadsheet wants them: one unit a column, numbers unrounded, null = there is none. */
export interface ChartSheet {
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

interface WithInterval {
  mean: number;
  ci95: readonly [number, number];
}

/** "Output (parts/h)": what a column holds, with its unit. */
export function column(say: Say, name: string, unit?: string): string {
  return unit === undefined ? name : say("chart.column", { name, unit });
}

/** The heads of mean, lower and upper end of a figure's 95 % interval. */
export function intervalColumns(say: Say, name: string, unit?: string): string[] {
  return [say("csv.mean", { name }), say("csv.low", { name }), say("csv.high", { name })].map((head) =>
    column(say, head, unit),
  );
}

/** The cells under `intervalColumns`; nothing where there is no figure. */
export function intervalCells(figure: WithInterval | null | undefined, scale = 1): (number | null)[] {
  if (figure === null || figure === undefined) return [null, null, null];
  return [figure.mean * scale, figure.ci95[0] * scale, figure.ci95[1] * scale];
}

/** Head and figures first, so that a spreadsheet can sort and draw them at once; below, what they belong to. */
export function sheetRows(sheet: ChartSheet, title: string, facts: readonly string[]): (string | number)[][] {
  const rows = sheet.rows.map((cells) => cells.map((cell) => cell ?? ""));
  return [[...sheet.columns], ...rows, [], [title], ...facts.map((fact) => [fact])];
}
