import { multiply, negate, subtract, type Exact } from "./exact";

/** Yearly money of a faster line: `extra parts/h · hours · margin − extra cost`, yuan. */
export function throughputGain(
  extraPerHour: Exact,
  hours: Exact,
  margin: Exact,
  extraCost: Exact,
): { parts: Exact; benefit: Exact } {
  const parts = multiply(extraPerHour, hours);
  return { parts, benefit: subtract(multiply(parts, margin), extraCost) };
}

/** An outlay now and the same amount at the end of each year. */
export function levelFlows(outlay: Exact, perYear: Exact, years: number): Exact[] {
  return [negate(outlay), ...new Array<Exact>(years).fill(perYear)];
}
