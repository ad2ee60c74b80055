import type { CashRow } from "./monthRows";

/** A column of the month table: a year's end, or one month of an open year. Month 0 is the start itself. */
export interface CashColumn {
  key: string;
  year: number;
  month: number | null;
}

/** The start, then every year; the months of an open year stand before its sum. Year 2 holds the months 13 … 24. */
export function columnsOf(horizonYears: number, open: readonly number[]): CashColumn[] {
  const columns: CashColumn[] = [{ key: "y0", year: 0, month: null }];
  for (let year = 1; year <= horizonYears; year++) {
    if (open.includes(year))
      for (let month = year * 12 - 11; month <= year * 12; month++) columns.push({ key: `m${month}`, year, month });
    columns.push({ key: `y${year}`, year, month: null });
  }
  return columns;
}

/** Yuan of a cell; a month has its mean only. */
export function valueAt(row: CashRow, column: CashColumn): { mean: number; ci95: readonly [number, number] | null } {
  if (column.month !== null) return { mean: row.months[column.month] ?? 0, ci95: null };
  const year = row.years[column.year];
  return year === undefined ? { mean: 0, ci95: null } : { mean: year.mean, ci95: year.ci95 };
}
