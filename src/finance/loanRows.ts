import type { Financing } from "../model";
import { divide, exact, round, type Exact } from "./exact";

export type LoanFinancing = Extract<Financing, { kind: "loan" }>;

/** By month index 0 … N, yuan in whole fen, all positive: the caller puts the sign. */
export interface LoanRows {
  /** received from the bank */
  drawn: Float64Array;
  interest: Float64Array;
  /** repaid */
  principal: Float64Array;
  /** owed at the start of the month, the base of its interest (0 at the draw itself) */
  balance: Float64Array;
  /** index of the last payment by contract, may lie beyond N */
  endMonth: number;
  /** what was still owed at N is repaid at N, before its time */
  isSettledEarly: boolean;
}

/**
 * A loan drawn at the end of month `startMonth`, interest and principal at the ends of the months after it, to the fen: the
 * same numbers as `loanSchedule` (a test holds them together), in whole fen without reduced fractions, thirty times as fast.
 * `interestOnlyMonths` come first. A bullet with `renewals` is rolled over for the same term without repayment
 * (无还本续贷): interest every month, the principal at the very end.
 */
export function loanRows(terms: LoanFinancing, principal: number, startMonth: number, N: number): LoanRows {
  const row = (): Float64Array => new Float64Array(N + 1);
  const rows = { drawn: row(), interest: row(), principal: row(), balance: row() };
  const isBullet = terms.repayment === "bullet";
  const months = terms.months * (isBullet ? 1 + terms.renewals : 1);
  const endMonth = startMonth + months;
  const owed = fenOf(round(exact(Math.max(0, principal)), 2));
  if (owed === 0n || startMonth > N) return { ...rows, endMonth, isSettledEarly: false };

  const rate = divide(exact(terms.annualRate), exact(12));
  const grace = isBullet ? months - 1 : Math.min(terms.interestOnlyMonths, months - 1);
  const level = terms.repayment === "equalInstalment" ? instalmentFen(owed, rate, months - grace) : 0n;
  const equal = halfUp(owed, BigInt(months - grace));
  rows.drawn[startMonth] = yuanOf(owed);
  let balance = owed;
  for (let k = 1; k <= months && startMonth + k <= N && balance > 0n; k++) {
    const m = startMonth + k;
    const interest = halfUp(balance * rate.n, rate.d);
    const wanted =
      k === months ? balance : k <= grace ? 0n : terms.repayment === "equalInstalment" ? level - interest : equal;
    const repaid = wanted > balance ? balance : wanted;
    rows.balance[m] = yuanOf(balance);
    rows.interest[m] = yuanOf(interest);
    rows.principal[m] = yuanOf(repaid);
    balance -= repaid;
  }
  if (balance > 0n) rows.principal[N] = (rows.principal[N] ?? 0) + yuanOf(balance);
  return { ...rows, endMonth, isSettledEarly: balance > 0n };
}

/** `P i g / (g − 1)`, g = (1+i)^n, in fen, half-up; `P / n` without interest. */
function instalmentFen(owed: bigint, rate: Exact, n: number): bigint {
  if (rate.n === 0n) return halfUp(owed, BigInt(n));
  const grown = (rate.d + rate.n) ** BigInt(n);
  return halfUp(owed * rate.n * grown, rate.d * (grown - rate.d ** BigInt(n)));
}

/** n / d ≥ 0 as a whole number, halves up. */
const halfUp = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d);
const fenOf = (yuan: Exact): bigint => (yuan.n * 100n) / yuan.d;
const yuanOf = (fen: bigint): number => Number(fen) / 100;
