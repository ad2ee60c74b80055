import { pmt, PaymentDueTime } from "financial";
import type { Financing } from "../model";
import { monthlyRateOf } from "./mirr";
import { monthlyIrr } from "./monthlyIrr";

export type LeaseFinancing = Extract<Financing, { kind: "lease" }>;

/** By month index 0 … N, yuan without VAT, all positive: the caller puts the sign. */
export interface LeaseRows {
  fee: Float64Array;
  depositPaid: Float64Array;
  /** at the end of the lease, at N where that comes first */
  depositBack: Float64Array;
  buyOut: Float64Array;
  /** finance lease cut by the horizon: worth of the payments still due, paid at N */
  settlement: Float64Array;
  /** what tax may deduct as rent: the fees of an operating lease when paid; nothing of a finance lease */
  deductible: Float64Array;
  /**
   * what tax depreciates: all payments of a finance lease, from its start (企业所得税法实施条例 第58条 (三)); of an operating
   * lease the buy-out, from the month it is paid
   */
  depreciableBase: number;
  /** index from which `depreciableBase` is an asset */
  baseMonth: number;
  /** yuan a month by contract */
  monthlyFee: number;
  /** index of the last payment by contract, may lie beyond N */
  endMonth: number;
  /** fees and buy-out due after N, not counted; of a finance lease they are in `settlement` */
  dueAfterHorizon: number;
}

/**
 * Fee of a month: as agreed, or the annuity over the price less the worth of the buy-out,
 * `(P (1+i)^n − B) · i / ((1+i)^n − 1)`, in advance divided by (1+i); i = annual rate / 12. A deposit does not lower it.
 */
export function leaseFee(terms: LeaseFinancing, price: number): number {
  if (terms.monthlyFee !== undefined) return terms.monthlyFee;
  const when = terms.inAdvance ? PaymentDueTime.Begin : PaymentDueTime.End;
  return pmt(terms.annualRate / 12, terms.months, -price, price * terms.buyOutShare, when);
}

/**
 * The rate a lease really costs, effective a year: what makes price less deposit worth fees, buy-out and deposit back. Null
 * where no single rate does. Example: 100 000, 36 fees of 3 180 at month ends → i ≈ 0.75 % a month, 9.4 % a year.
 */
export function leaseAnnualRate(terms: LeaseFinancing, price: number): number | null {
  return rateOf(terms, price, terms.depositShare);
}

function rateOf(terms: LeaseFinancing, price: number, depositShare: number): number | null {
  const fee = leaseFee(terms, price);
  const flows = new Array<number>(terms.months + 1).fill(0);
  const first = terms.inAdvance ? 0 : 1;
  for (let k = first; k < first + terms.months; k++) flows[k] = -fee;
  flows[0] = (flows[0] ?? 0) + price * (1 - depositShare);
  flows[terms.months] = (flows[terms.months] ?? 0) + price * (depositShare - terms.buyOutShare);
  const { status, rates } = monthlyIrr(flows);
  return status === "unique" ? (rates[0] ?? null) : null;
}

/**
 * A lease that starts at the end of month `startMonth`. In advance the first fee is paid then, else a month later. An
 * operating lease ends with the horizon (`dueAfterHorizon` says what the contract would still ask); a finance lease is a
 * debt, so what is due after N is paid at N at its own rate.
 */
export function leaseRows(terms: LeaseFinancing, price: number, startMonth: number, N: number): LeaseRows {
  const row = (): Float64Array => new Float64Array(N + 1);
  const monthlyFee = leaseFee(terms, price);
  const endMonth = startMonth + terms.months;
  const isFinance = terms.form === "finance";
  const buyOut = price * terms.buyOutShare;
  const deposit = price * terms.depositShare;
  const rows: LeaseRows = {
    fee: row(),
    depositPaid: row(),
    depositBack: row(),
    buyOut: row(),
    settlement: row(),
    deductible: row(),
    depreciableBase: isFinance ? monthlyFee * terms.months + buyOut : buyOut,
    baseMonth: isFinance ? startMonth : endMonth,
    monthlyFee,
    endMonth,
    dueAfterHorizon: 0,
  };
  if (startMonth > N) return rows;

  let worth = 0;
  let growth: number | null = null;
  const pay = (list: Float64Array, m: number, yuan: number): void => {
    if (m <= N) {
      list[m] = (list[m] ?? 0) + yuan;
      return;
    }
    rows.dueAfterHorizon += yuan;
    if (!isFinance) return;
    growth ??= 1 + monthlyRateOfLease(terms, price);
    worth += yuan / growth ** (m - N);
  };
  const first = startMonth + (terms.inAdvance ? 0 : 1);
  for (let m = first; m < first + terms.months; m++) pay(rows.fee, m, monthlyFee);
  pay(rows.buyOut, endMonth, buyOut);
  if (worth > 0) pay(rows.settlement, N, worth);
  pay(rows.depositPaid, startMonth, deposit);
  pay(rows.depositBack, Math.min(endMonth, N), deposit);
  if (!isFinance) rows.deductible.set(rows.fee);
  return rows;
}

/** The rate inside the fees, a month, deposit aside; 0 where an agreed fee hides no rate (a sum below the price). */
function monthlyRateOfLease(terms: LeaseFinancing, price: number): number {
  if (terms.monthlyFee === undefined) return terms.annualRate / 12;
  return monthlyRateOf(Math.max(0, rateOf(terms, price, 0) ?? 0));
}
