import { number, type Language, type MoneyColumn } from "../../text";

/** An amount in the unit of its column, as coarse as an estimate deserves: one decimal of 万元, two of a million, whole yuan. */
export function coarse(language: Language, column: MoneyColumn, yuan: number, signed = false): string {
  const decimals = column.divisor >= 1e6 ? 2 : column.divisor >= 1e4 ? 1 : 0;
  return number(language, yuan / column.divisor, { decimals, signed });
}
