import { evaluatePolicies, type LoanMonth, type PolicyEvaluation } from "../policy";
import { divide, exact, round, toNumber, zero } from "./exact";
import { opexPerYear, purchase } from "./investment";
import { loanSchedule } from "./loan";
import { phasing, yearOfMonth, type Phasing } from "./timing";
import type { ChosenForMoney, CostCase, MoneyInput } from "./types";

/** Everything about a plan's money that does not depend on the simulation, yuan by year 0 … horizon, inflow positive. */
export interface Frame {
  investment: number[];
  replacement: number[];
  opex: number[];
  /** full year, first-year wages */
  steadyOpex: number;
  depreciation: number[];
  subsidy: number[];
  interestSubsidy: number[];
  loanDrawn: number[];
  loanInterest: number[];
  loanPrincipal: number[];
  phasing: Phasing;
  policies: PolicyEvaluation;
  /** subsidies that would be paid after the horizon, and so are left out */
  subsidyAfterHorizon: number;
  isLoanSettledEarly: boolean;
  /** ids of retrofits bought again within the horizon */
  replaced: string[];
}

export const lifeOf = (c: ChosenForMoney): number => Math.max(1, Math.round(c.retrofit.lifeYears));

export function frameOf(input: MoneyInput, which: CostCase): Frame {
  const { economics, chosen } = input;
  const horizon = economics.horizonYears;
  const row = (): number[] => new Array<number>(horizon + 1).fill(0);
  const book = (list: number[], year: number, yuan: number): void => {
    if (year <= horizon) list[year] = (list[year] ?? 0) + yuan;
  };
  const phases = phasing(chosen, horizon);
  const frame: Omit<Frame, "policies"> = {
    investment: row(),
    replacement: row(),
    opex: row(),
    steadyOpex: 0,
    depreciation: row(),
    subsidy: row(),
    interestSubsidy: row(),
    loanDrawn: row(),
    loanInterest: row(),
    loanPrincipal: row(),
    phasing: phases,
    subsidyAfterHorizon: 0,
    isLoanSettledEarly: false,
    replaced: [],
  };

  const loanMonths: LoanMonth[] = [];
  let borrowed = 0;
  let firstDraw = Infinity;
  let lastPaid = 0;
  for (const c of chosen) {
    const bought = purchase(c.retrofit, economics, which).total;
    const year = yearOfMonth(c.startMonth);
    lastPaid = Math.max(lastPaid, year);
    book(frame.investment, year, -bought);
    buyAndWear(frame, c, bought, year, horizon, input, book);

    const running = opexPerYear(c.retrofit, bought, which);
    frame.steadyOpex -= running.goods + running.wages;
    for (let y = 1; y <= horizon; y++) {
      const wages = running.wages * (1 + economics.wageGrowth) ** (y - 1);
      book(frame.opex, y, -(running.goods + wages) * (phases.live[y] ?? 0));
    }
    const loan = borrow(frame, c, bought, input, book, horizon);
    if (loan === null) continue;
    borrowed += loan.principal;
    firstDraw = Math.min(firstDraw, c.startMonth);
    loan.months.forEach((month, i) => {
      const slot = c.startMonth + i;
      const before = loanMonths[slot] ?? { balance: 0, interest: 0 };
      loanMonths[slot] = { balance: before.balance + month.balance, interest: before.interest + month.interest };
    });
  }

  const draw = Number.isFinite(firstDraw) ? firstDraw : 0;
  const schedule = Array.from(
    { length: Math.max(0, loanMonths.length - draw) },
    (_, i) => loanMonths[draw + i] ?? { balance: 0, interest: 0 },
  );
  const policies = evaluate(input, which, borrowed, schedule);
  for (const verdict of policies.rules) {
    if (!policies.base.chosen.includes(verdict.ruleId)) continue;
    if (verdict.byYear !== null) {
      verdict.byYear.forEach((yuan, i) => book(frame.interestSubsidy, Math.floor(draw / 12) + i + 1, yuan));
      continue;
    }
    const lag = verdict.payLagMonths ?? 12;
    const paid = lastPaid + Math.max(1, Math.ceil(lag / 12));
    book(frame.subsidy, paid, verdict.amount.likely);
    if (paid > horizon) frame.subsidyAfterHorizon += verdict.amount.likely;
  }
  return { ...frame, policies };
}

type Book = (list: number[], year: number, yuan: number) => void;

/**
 * Straight-line depreciation of each purchase, `cost · (1 − residual) / years`; what is still on the books when its life
 * ends is written off then. Inside the horizon it is bought again (training and subsidy not).
 */
function buyAndWear(
  frame: Omit<Frame, "policies">,
  c: ChosenForMoney,
  bought: number,
  first: number,
  horizon: number,
  input: MoneyInput,
  book: Book,
): void {
  const { depreciationYears, residualRate } = input.economics;
  const life = lifeOf(c);
  const training = purchase(c.retrofit, input.economics, "likely");
  const again = training.total > 0 ? bought * (1 - training.training / training.total) : bought;
  for (let start = first, cost = bought; start < horizon && cost > 0; start += life, cost = again) {
    if (start > first) {
      book(frame.replacement, start, -cost);
      if (!frame.replaced.includes(c.retrofit.id)) frame.replaced.push(c.retrofit.id);
    }
    let left = cost;
    for (let age = 1; age <= life && start + age <= horizon; age++) {
      const share = Math.max(0, Math.min(1, depreciationYears - (age - 1)));
      const usual = ((cost * (1 - residualRate)) / depreciationYears) * share;
      const amount = age === life ? left : Math.min(left, usual);
      left -= amount;
      book(frame.depreciation, start + age, amount);
    }
  }
}

/** The loan of one retrofit, booked by year; what is still owed at the horizon is settled there. */
function borrow(
  frame: Omit<Frame, "policies">,
  c: ChosenForMoney,
  bought: number,
  input: MoneyInput,
  book: Book,
  horizon: number,
): { principal: number; months: LoanMonth[] } | null {
  const terms = c.financing ?? input.financing;
  if (terms.kind !== "loan" || terms.share <= 0 || bought <= 0) return null;
  const principal = round(exact(bought * terms.share), 2);
  const rows = loanSchedule({
    principal,
    monthlyRate: divide(exact(terms.annualRate), exact(12)),
    months: terms.months,
    repayment: terms.repayment,
    interestOnlyMonths: terms.interestOnlyMonths,
    monthlySubsidyRate: zero,
    subsidyMonths: 0,
  });
  book(frame.loanDrawn, yearOfMonth(c.startMonth), toNumber(principal));
  let balance = toNumber(principal);
  const months = rows.map((r) => {
    const month = { balance, interest: toNumber(r.interest) };
    const year = yearOfMonth(c.startMonth + r.month);
    if (year > horizon) frame.isLoanSettledEarly = true;
    else book(frame.loanInterest, year, -month.interest);
    book(frame.loanPrincipal, Math.min(year, horizon), -toNumber(r.principal));
    balance = toNumber(r.balanceAfter);
    return month;
  });
  return { principal: toNumber(principal), months };
}

function evaluate(input: MoneyInput, which: CostCase, borrowed: number, schedule: LoanMonth[]): PolicyEvaluation {
  const costs = { equipment: 0, software: 0, integration: 0, training: 0 };
  let total = 0;
  for (const { retrofit } of input.chosen) {
    const p = purchase(retrofit, input.economics, which);
    costs.equipment += p.equipment;
    costs.software += p.software;
    costs.integration += p.integration;
    costs.training += p.training;
    total += p.total;
  }
  const loan = [...input.chosen.map((c) => c.financing ?? input.financing), input.financing].find(
    (f) => f.kind === "loan",
  );
  return evaluatePolicies(
    input.rules,
    {
      costs,
      financing:
        loan !== undefined && borrowed > 0 ? { ...loan, share: Math.min(1, borrowed / total) } : { kind: "ownFunds" },
      loanSchedule: schedule,
      userRate: input.economics.subsidyRate,
      ...(input.year === undefined ? {} : { year: input.year }),
      ...(input.claimed === undefined ? {} : { claimed: input.claimed }),
      ...(input.stack === undefined ? {} : { stack: input.stack }),
    },
    input.lpr,
  );
}
