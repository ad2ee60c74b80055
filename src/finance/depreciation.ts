import { add, compare, divide, exact, multiply, one, round, subtract, zero, type Exact } from "./exact";

/**
 * Ways to spread a cost over years for tax. `firstYear`: all of it at once, book value 0 afterwards. `doubleDeclining`:
 * 2/n of the opening book value, the last two years level down to the residual value (the Chinese rule). `sumOfDigits`:
 * (n − k + 1) / (1 + … + n) of cost less residual.
 */
export type DepreciationMethod = "straightLine" | "firstYear" | "doubleDeclining" | "sumOfDigits";

/** Depreciation of years 1…years, yuan, unrounded. Adds up to cost − residual (`firstYear`: to the cost). */
export function depreciation(method: DepreciationMethod, cost: Exact, residual: Exact, years: number): Exact[] {
  const base = subtract(cost, residual);
  if (method === "firstYear") return Array.from({ length: years }, (_, k) => (k === 0 ? cost : zero));
  if (method === "straightLine") return new Array<Exact>(years).fill(divide(base, exact(years)));
  if (method === "sumOfDigits") {
    const digits = exact((years * (years + 1)) / 2);
    return Array.from({ length: years }, (_, k) => divide(multiply(base, exact(years - k)), digits));
  }
  const list: Exact[] = [];
  let book = cost;
  for (let k = 0; k < years; k++) {
    const left = years - k;
    const level = divide(subtract(book, residual), exact(left));
    const declining = divide(multiply(book, exact(2)), exact(years));
    const room = subtract(book, residual);
    const value = left <= 2 ? level : compare(declining, room) > 0 ? room : declining;
    list.push(value);
    book = subtract(book, value);
  }
  return list;
}

export interface DepreciationRow {
  year: number;
  depreciation: Exact;
  bookValueAfter: Exact;
}

/** The plan in whole fen; the last year takes what rounding left, so that the residual value is met exactly. */
export function depreciationSchedule(
  method: DepreciationMethod,
  cost: Exact,
  residual: Exact,
  years: number,
): DepreciationRow[] {
  const end = method === "firstYear" ? zero : round(residual, 2);
  let book = cost;
  return depreciation(method, cost, residual, years).map((value, k) => {
    const amount = k === years - 1 ? subtract(book, end) : round(value, 2);
    book = subtract(book, amount);
    return { year: k + 1, depreciation: amount, bookValueAfter: book };
  });
}

export interface TaxShieldInputs {
  cost: Exact;
  savingPerYear: Exact;
  years: number;
  residualRate: Exact;
  taxRate: Exact;
  method: DepreciationMethod;
  /** proceeds by year (1…years) */
  sales: ReadonlyMap<number, Exact>;
}

export interface TaxShieldResult {
  /** year 0…years */
  flows: Exact[];
  /** depreciation × tax rate, year 1…years */
  shield: Exact[];
}

/**
 * After-tax flows of a machine: `saving · (1 − t) + depreciation · t`, and at the sale `price − t · (price − book value)`.
 * Tax is paid, or saved against other profit, in the same year.
 */
export function taxShieldFlows(inputs: TaxShieldInputs): TaxShieldResult {
  const residual = multiply(inputs.cost, inputs.residualRate);
  const perYear = depreciation(inputs.method, inputs.cost, residual, inputs.years);
  const shield = perYear.map((d) => multiply(d, inputs.taxRate));
  const kept = multiply(inputs.savingPerYear, subtract(one, inputs.taxRate));
  let book = inputs.cost;
  const flows = perYear.map((d, k) => {
    book = subtract(book, d);
    const price = inputs.sales.get(k + 1);
    const usual = add(kept, shield[k] ?? zero);
    return price === undefined ? usual : add(usual, subtract(price, multiply(inputs.taxRate, subtract(price, book))));
  });
  return { flows: [subtract(zero, inputs.cost), ...flows], shield };
}
