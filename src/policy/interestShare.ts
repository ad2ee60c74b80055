import type { LprTable, PolicyRule } from "../model";
import { nothing, refuse, say, type Finding } from "./finding";
import { lprAt, type LprFound } from "./lpr";
import type { LoanMonth, PolicyProject, PolicyText } from "./types";

/** Loans up to this many months are priced on the one-year LPR (an assumption, the document does not say). */
const shortLoanMonths = 60;

/**
 * Interest support `S = min( Σ balance · rate · LPR / 12, interest paid, cap )`: a share of the LPR, not of the interest.
 * Low and high come from the two LPR tenors; low is 0 while nobody has confirmed that the rule is in force.
 * Example: 10 million yuan outstanding for a year at LPR 3.00 % → 150,000 yuan.
 */
export function interestAmount(rule: PolicyRule, project: PolicyProject, table: LprTable): Finding {
  const { financing, loanSchedule } = project;
  if (financing.kind !== "loan" || financing.share <= 0) return refuse(say("policy.reason.noLoan"));
  if (rule.rate === null)
    return { verdict: "needsInput", amount: nothing, reasons: [say("policy.reason.amountNotStated")], assumptions: [] };
  if (loanSchedule === undefined || loanSchedule.length === 0)
    return { verdict: "needsInput", amount: nothing, reasons: [say("policy.reason.noSchedule")], assumptions: [] };

  const lpr = lprAt(table, project.year);
  const cap = rule.cap?.value ?? Infinity;
  const share = rule.rate.value;
  const interest = loanSchedule.reduce((sum, month) => sum + month.interest, 0);
  const limit = Math.min(interest, cap);
  const at = (rate: number): number => Math.min(accrued(loanSchedule, share * rate), limit);
  const long = loanSchedule.length > shortLoanMonths;
  const likelyRate = long ? lpr.overFiveYears : lpr.oneYear;
  const likely = at(likelyRate);
  const ends = [at(lpr.oneYear), at(lpr.overFiveYears)] as const;

  const reasons = [say("policy.reason.lprShare", { shareRate: share, lprRate: likelyRate, amountYuan: likely })];
  const uncapped = accrued(loanSchedule, share * likelyRate);
  if (uncapped > interest && interest <= cap)
    reasons.push(say("policy.reason.interestCapBinds", { amountYuan: interest }));
  if (uncapped > cap && cap < interest) reasons.push(say("policy.reason.capBinds", { capYuan: cap }));
  else if (Number.isFinite(cap) && likely < cap / 2)
    reasons.push(say("policy.reason.capFarAway", { amountYuan: likely, capYuan: cap }));
  const scale = uncapped > 0 ? likely / uncapped : 0;
  return {
    verdict: "applies",
    amount: { low: rule.status === "inForce" ? Math.min(...ends) : 0, likely, high: Math.max(...ends) },
    byYear: yearly(loanSchedule, share * likelyRate * scale),
    reasons,
    assumptions: [
      ...dating(lpr, project.year),
      say("policy.assumption.lprTenor", { oneYearRate: lpr.oneYear, overFiveRate: lpr.overFiveYears }),
      say("policy.assumption.lprFixed"),
      say("policy.assumption.wholeLoanLife", { months: loanSchedule.length }),
      say("policy.assumption.interestCap"),
    ],
  };
}

function accrued(schedule: readonly LoanMonth[], annual: number): number {
  return schedule.reduce((sum, month) => sum + (month.balance * annual) / 12, 0);
}

function yearly(schedule: readonly LoanMonth[], annual: number): number[] {
  const years = new Array<number>(Math.ceil(schedule.length / 12)).fill(0);
  schedule.forEach((month, i) => {
    const year = Math.floor(i / 12);
    years[year] = (years[year] ?? 0) + (month.balance * annual) / 12;
  });
  return years;
}

function dating(lpr: LprFound, year: number | undefined): PolicyText[] {
  if (lpr.from === null) return [say("policy.assumption.lprBeforeTable")];
  const { from } = lpr;
  const list = [
    year === undefined
      ? say("policy.assumption.lprNewest", { from })
      : say("policy.assumption.lprDate", { year, from }),
  ];
  if (!lpr.dateConfirmed) list.push(say("policy.assumption.lprDateFromMemory", { from }));
  if (lpr.afterTable && year !== undefined) list.push(say("policy.assumption.lprAfterTable", { year }));
  return list;
}
