import {
  evaluatePolicies,
  thresholdView,
  type LoanMonth,
  type PolicyEvaluation,
  type PolicyProject,
  type ProjectCosts,
  type ThresholdView,
} from "../policy";
import type { Financing } from "../model";
import type { Funding } from "./funding";
import { purchase } from "./investment";
import type { Support } from "./ledger";
import { firstMonthOf } from "./market";
import { acceptanceMonth, calendarMonth } from "./timing";
import type { CostPoint, MoneyInput } from "./types";

/** Where no document says when a subsidy is paid: months after the last acceptance. */
const usualLag = 12;

export interface Subsidies extends Support {
  policies: PolicyEvaluation;
  /** yuan that would be paid after the horizon, left out */
  late: number;
  /** month the investment subsidy is paid; null without one */
  paidIn: number | null;
  total: number;
}

/** The rules against this plan under this financing: what is claimed, when it is paid, and what comes too late. */
export function subsidiesOf(input: MoneyInput, funding: Funding, which: CostPoint, months: number): Subsidies {
  const policies = evaluatePolicies(input.rules, projectOf(input, funding, which), input.lpr);
  const subsidy = new Float64Array(months + 1);
  const interest = new Float64Array(months + 1);
  const lastAccepted = input.chosen.reduce((latest, c) => Math.max(latest, acceptanceMonth(c)), 0);
  let late = 0;
  let paidIn: number | null = null;
  let total = 0;
  for (const verdict of policies.rules) {
    if (!policies.base.chosen.includes(verdict.ruleId)) continue;
    if (verdict.byMonth !== null) {
      verdict.byMonth.forEach((yuan, i) => {
        const m = (Number.isFinite(funding.firstDraw) ? funding.firstDraw : 0) + i + 1;
        if (m <= months) interest[m] = (interest[m] ?? 0) + yuan;
      });
      total += verdict.amount.likely;
      continue;
    }
    const month = lastAccepted + Math.ceil(verdict.payLagMonths ?? usualLag);
    if (verdict.amount.likely <= 0) continue;
    if (month > months) late += verdict.amount.likely;
    else {
      subsidy[month] = (subsidy[month] ?? 0) + verdict.amount.likely;
      total += verdict.amount.likely;
      paidIn = Math.max(paidIn ?? 0, month);
    }
  }
  return { policies, subsidy, interest, isTaxed: input.economics.tax.subsidy === "taxable", late, paidIn, total };
}

/** Distance to every threshold, what one yuan more is worth, and what one project instead of several (or the reverse) is. */
export function thresholdsOf(input: MoneyInput, funding: Funding): ThresholdView {
  const parts = input.chosen.map((c) => costsOf([c], input.economics, "likely"));
  return thresholdView(input.rules, projectOf(input, funding, "likely"), input.lpr, parts);
}

function costsOf(chosen: MoneyInput["chosen"], economics: MoneyInput["economics"], which: CostPoint): ProjectCosts {
  const costs = { equipment: 0, software: 0, integration: 0, training: 0 };
  for (const { retrofit } of chosen) {
    const p = purchase(retrofit, economics, which);
    costs.equipment += p.equipment;
    costs.software += p.software;
    costs.integration += p.integration;
    costs.training += p.training;
  }
  return costs;
}

function projectOf(input: MoneyInput, funding: Funding, which: CostPoint): PolicyProject {
  const { economics, chosen } = input;
  const { support, start } = economics;
  const costs = costsOf(chosen, economics, which);
  const total = costs.equipment + costs.software + costs.integration + costs.training;
  const draw = Number.isFinite(funding.firstDraw) ? funding.firstDraw : 0;
  const schedule: LoanMonth[] = Array.from(funding.balance.subarray(draw + 1), (balance, i) => ({
    balance,
    interest: -(funding.loanInterest[draw + 1 + i] ?? 0),
  }));
  while (schedule.length > 0 && schedule[schedule.length - 1]?.balance === 0) schedule.pop();
  const claimed = input.claimed;
  return {
    costs,
    leased: funding.notOwned,
    countLeased: support.countLeased,
    financing: borrowedAs(funding.borrowed, total, schedule.length),
    loanSchedule: schedule,
    ...(start === undefined ? {} : { year: yearOf(start.year, draw, economics) }),
    ...(start === undefined
      ? {}
      : {
          drawDown: {
            year: yearOf(start.year, draw, economics),
            month: calendarMonth(draw + 1, firstMonthOf(economics)),
          },
        }),
    lprReading: support.lprReading,
    ...(support.city === undefined ? {} : { city: support.city }),
    ...(support.district === undefined ? {} : { district: support.district }),
    ...(support.industry === undefined ? {} : { industry: support.industry }),
    firm: { otherSupportThisYear: support.otherSupportThisYear },
    userRate: economics.subsidyRate,
    rates: support.rates,
    amounts: support.amounts,
    probabilities: support.probabilities,
    confirmed: support.confirmed,
    stack: support.stack,
    looseThreshold: support.looseThreshold,
    ...(support.filledBy === undefined ? {} : { filledBy: support.filledBy }),
    ...(claimed === undefined ? {} : { claimed }),
  };
}

/** Calendar year of month index `month` (0 = the start). */
function yearOf(year: number, month: number, economics: MoneyInput["economics"]): number {
  return year + Math.floor((firstMonthOf(economics) - 1 + month) / 12);
}

/** All loans together as one: the rules ask only how much of the whole is borrowed. */
function borrowedAs(borrowed: number, total: number, months: number): Financing {
  if (borrowed <= 0 || total <= 0) return { kind: "ownFunds" };
  return {
    kind: "loan",
    share: Math.min(1, borrowed / total),
    annualRate: 0,
    months: Math.max(1, Math.min(360, months)),
    repayment: "equalInstalment",
    interestOnlyMonths: 0,
    renewals: 0,
  };
}
