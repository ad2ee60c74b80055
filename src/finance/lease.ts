import { add, divide, multiply, negate, one, subtract, zero, type Exact } from "./exact";
import { depreciation, type DepreciationMethod } from "./depreciation";
import { npvExact } from "./npv";

export interface LeaseOrBuyInputs {
  price: Exact;
  residual: Exact;
  /** a year */
  payment: Exact;
  /** true: paid at the start of each year (years 0…n−1), otherwise at its end (1…n) */
  inAdvance: boolean;
  years: number;
  taxRate: Exact;
  discountRate: Exact;
  method: DepreciationMethod;
}

export interface LeaseOrBuyResult {
  /** costs are negative */
  npvBuy: Exact;
  npvLease: Exact;
  /** npvLease − npvBuy: positive = leasing is cheaper */
  advantage: Exact;
  /** the yearly payment at which both cost the same; null when the payment has no weight */
  breakEvenPayment: Exact | null;
  /** lease flows − buy flows, year 0…n */
  difference: Exact[];
}

/**
 * Lease or buy, after tax. Buying: price at once, tax shield of the depreciation, sale at the residual value in the last
 * year (a gain over book value is taxed). Leasing: payments, deductible in the year they are paid.
 */
export function leaseOrBuy(inputs: LeaseOrBuyInputs): LeaseOrBuyResult {
  const buy = buyFlows(inputs);
  const unit = unitLease(inputs);
  const lease = unit.map((w) => negate(multiply(w, inputs.payment)));
  const npvBuy = npvExact(inputs.discountRate, buy);
  const npvLease = npvExact(inputs.discountRate, lease);
  const weight = npvExact(inputs.discountRate, unit);
  return {
    npvBuy,
    npvLease,
    advantage: subtract(npvLease, npvBuy),
    breakEvenPayment: weight.n === 0n ? null : divide(negate(npvBuy), weight),
    difference: lease.map((flow, k) => subtract(flow, buy[k] ?? zero)),
  };
}

function buyFlows({ price, residual, years, taxRate, method }: LeaseOrBuyInputs): Exact[] {
  const perYear = depreciation(method, price, residual, years);
  const book = perYear.reduce(subtract, price);
  const sale = subtract(residual, multiply(taxRate, subtract(residual, book)));
  const flows = perYear.map((d, k) => add(multiply(d, taxRate), k === years - 1 ? sale : zero));
  return [negate(price), ...flows];
}

/** What 1 yuan of yearly payment costs after tax, year 0…n. */
function unitLease({ years, taxRate, inAdvance }: LeaseOrBuyInputs): Exact[] {
  const kept = subtract(one, taxRate);
  return Array.from({ length: years + 1 }, (_, k) => ((inAdvance ? k < years : k > 0) ? kept : zero));
}
