import type { YearlyNumbers } from "../../finance";

/** What a replication says of a line in a year. */
export const quantities = [
  "goodPerYear",
  "escapedPerYear",
  "scrappedPerYear",
  "enteredPerYear",
  "energyKwhPerYear",
  "standbyKwhPerYear",
] as const satisfies readonly (keyof YearlyNumbers)[];
export type Quantity = (typeof quantities)[number];
