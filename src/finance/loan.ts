import {
  add,
  compare,
  divide,
  exact,
  multiply,
  negate,
  one,
  power,
  round,
  sign,
  subtract,
  zero,
  type Exact,
} from "./exact";

export type Repayment = "equalInstalment" | "equalPrincipal" | "bullet";

export interface LoanTerms {
  principal: Exact;
  /** interest a month, as a share of the balance; usually annual / 12 */
  monthlyRate: Exact;
  months: number;
  repayment: Repayment;
  /** first months in which only interest is paid */
  interestOnlyMonths: number;
  /** support a month on the balance at its start, as a share, for the first `subsidyMonths` */
  monthlySubsidyRate: Exact;
  subsidyMonths: number;
}

/** Yuan, whole fen. */
export interface LoanRow {
  month: number;
  payment: Exact;
  interest: Exact;
  principal: Exact;
  balanceAfter: Exact;
  subsidy: Exact;
  netPayment: Exact;
}

/** The level payment that clears `principal` in `n` months: `P i / (1 − (1+i)^−n)`, `P / n` without interest. */
export function instalment(principal: Exact, monthlyRate: Exact, n: number): Exact {
  if (sign(monthlyRate) === 0) return divide(principal, exact(n));
  const growth = power(add(one, monthlyRate), n);
  return divide(multiply(multiply(principal, monthlyRate), growth), subtract(growth, one));
}

/**
 * The plan of payments at month ends. Every interest, instalment, principal and support amount is rounded half-up to the
 * fen, as a bank books it; the last month clears the balance, so the principal adds up to the loan.
 */
export function loanSchedule(terms: LoanTerms): LoanRow[] {
  const { months, monthlyRate } = terms;
  const grace = terms.repayment === "bullet" ? months - 1 : Math.min(terms.interestOnlyMonths, months - 1);
  const repaying = months - grace;
  const level = round(instalment(terms.principal, monthlyRate, repaying), 2);
  const equal = round(divide(terms.principal, exact(repaying)), 2);
  const rows: LoanRow[] = [];
  let balance = terms.principal;
  for (let month = 1; month <= months; month++) {
    const interest = round(multiply(balance, monthlyRate), 2);
    const wanted =
      month === months
        ? balance
        : month <= grace
          ? zero
          : terms.repayment === "equalInstalment"
            ? subtract(level, interest)
            : equal;
    const principal = compare(wanted, balance) > 0 ? balance : wanted;
    const subsidy = month <= terms.subsidyMonths ? round(multiply(balance, terms.monthlySubsidyRate), 2) : zero;
    const payment = add(interest, principal);
    balance = subtract(balance, principal);
    rows.push({
      month,
      payment,
      interest,
      principal,
      balanceAfter: balance,
      subsidy,
      netPayment: add(payment, negate(subsidy)),
    });
  }
  return rows;
}

/**
 * Interest over the whole life before any rounding to the fen, in closed form: `n · payment − P` for equal instalments,
 * `P i (n+1) / 2` for equal principal, `P i n` for a bullet. Null with interest-only months, which have no such form here.
 */
export function interestInClosedForm(terms: LoanTerms): Exact | null {
  const { principal, monthlyRate, months: n } = terms;
  if (terms.repayment === "bullet") return multiply(multiply(principal, monthlyRate), exact(n));
  if (terms.interestOnlyMonths > 0) return null;
  if (terms.repayment === "equalPrincipal")
    return multiply(multiply(principal, monthlyRate), divide(exact(n + 1), exact(2)));
  return subtract(multiply(instalment(principal, monthlyRate, n), exact(n)), principal);
}

/** 1/12 of a yearly rate, or the twelfth root where the year's rate is the effective one (to 40 decimals). */
export function monthlyRate(annual: Exact, effective: boolean): Exact {
  if (!effective) return divide(annual, exact(12));
  const target = add(one, annual);
  let x = add(one, divide(annual, exact(12)));
  for (let i = 0; i < 8; i++) {
    const step = divide(subtract(power(x, 12), target), multiply(exact(12), power(x, 11)));
    x = cut(subtract(x, step));
  }
  return subtract(x, one);
}

const digits = 10n ** 40n;
const cut = (x: Exact): Exact => ({ n: (x.n * digits) / x.d, d: digits });
