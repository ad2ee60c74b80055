import type { LprTable } from "../model";

export interface LprFound {
  oneYear: number;
  overFiveYears: number;
  /** the day it came into force; null where the table does not know */
  from: string | null;
  dateConfirmed: boolean;
  /** true when the date asked for reaches past what the table has seen */
  afterTable: boolean;
}

/**
 * The loan prime rate in force at the end of `year`; the newest one when no year is given.
 * Example: 2022 → 3.65 % / 4.30 %, in force since 2022-08-22.
 */
export function lprAt(table: LprTable, year?: number): LprFound {
  return lprOn(table, year === undefined ? null : `${String(year).padStart(4, "0")}-12-31`);
}

/**
 * The loan prime rate in force on a day ("2022-08-22"), the day of a change included; null = the newest one.
 * Example: 2022-08-21 → 3.70 %, 2022-08-22 → 3.65 %.
 */
export function lprOn(table: LprTable, date: string | null): LprFound {
  let found = table.entries[0];
  for (const entry of table.entries) if (date === null || (entry.from ?? "") <= date) found = entry;
  if (found === undefined) throw new Error("an LPR table has at least one entry");
  const { oneYear, overFiveYears, from, dateConfirmed } = found;
  return { oneYear, overFiveYears, from, dateConfirmed, afterTable: date !== null && date > table.confirmedUntil };
}

/** The first day of the month `later` months after `start`. Example: 2022-12 and 1 → "2023-01-01". */
export function firstDay(start: { year: number; month: number }, later: number): string {
  const months = start.year * 12 + (start.month - 1) + later;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`;
}
