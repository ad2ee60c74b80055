import type { LprTable } from "../model";

export interface LprFound {
  oneYear: number;
  overFiveYears: number;
  /** the day it came into force; null where the table does not know */
  from: string | null;
  dateConfirmed: boolean;
  /** true when the year asked for reaches past what the table has seen */
  afterTable: boolean;
}

/**
 * The loan prime rate in force at the end of `year`; the newest one when no year is given.
 * Example: 2022 → 3.65 % / 4.30 %, in force since 2022-08-22.
 */
export function lprAt(table: LprTable, year?: number): LprFound {
  const date = year === undefined ? null : `${String(year).padStart(4, "0")}-12-31`;
  let found = table.entries[0];
  for (const entry of table.entries) if (date === null || (entry.from ?? "") <= date) found = entry;
  if (found === undefined) throw new Error("an LPR table has at least one entry");
  const { oneYear, overFiveYears, from, dateConfirmed } = found;
  return { oneYear, overFiveYears, from, dateConfirmed, afterTable: date !== null && date > table.confirmedUntil };
}
