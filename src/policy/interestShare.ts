import type { LprTable, PolicyRule } from "../model";
import { openGate, setByUser } from "./capexShare";
import { ask, refuse, say, type Finding } from "./finding";
import { lprsOf, type Tenor } from "./lprReading";
import { capAssumptions, capLeft, type Terms } from "./terms";
import type { LoanMonth, PolicyProject, PolicyText } from "./types";

/** Loans up to this many months are priced on the one-year LPR (an assumption, documents do not say). */
const shortLoanMonths = 60;

/**
 * Interest support, month by month: `S = min( Σ s_t, interest paid so far, cap )`, with s_t by the form of the rule:
 *
 * - lpr: `rate · LPR_t · B_t / 12` (a share of the LPR, not of the interest) · points: `rate · B_t / 12`
 * - loanAmount: `rate · loan / 12` while a balance is left, or once at draw-down · interest: `rate · interest_t`
 *
 * B_t = balance at the start of month t, yuan. Low and high come from the two LPR tenors where the document names none;
 * low is 0 while nobody has confirmed that the rule is in force. Index 0 of `byMonth` = first month after draw-down.
 * Example: 10 million yuan outstanding for a year at LPR 3.00 % and 50 % → 12 × 12,500 = 150,000 yuan.
 */
export function interestAmount(rule: PolicyRule, project: PolicyProject, table: LprTable): Finding {
  const { financing, loanSchedule } = project;
  if (financing.kind !== "loan" || financing.share <= 0) return refuse(say("policy.reason.noLoan"));
  const gate = openGate(rule, project);
  // a project without cost lines may still carry a loan
  if (gate.refused !== null && gate.counted.total > 0) return gate.refused;
  const { terms } = gate;
  const found = ofLoan(rule, terms, project, loanSchedule ?? [], table);
  return {
    ...found,
    ...gate.place,
    reasons: [...gate.reasons, ...found.reasons],
    assumptions: [...gate.assumptions, ...found.assumptions],
  };
}

function ofLoan(
  rule: PolicyRule,
  terms: Terms,
  project: PolicyProject,
  schedule: readonly LoanMonth[],
  table: LprTable,
): Finding {
  const set = project.amounts?.[rule.id];
  if (terms.rate === null) {
    if (set !== undefined) return setByUser(set, capLeft(terms.cap, project));
    const cap = capLeft(terms.cap, project);
    if (!Number.isFinite(cap)) return ask(say("policy.reason.amountNotStated"));
    return {
      ...ask(say("policy.reason.rateNotStated", { capYuan: cap }), cap),
      cases: { zero: 0, userRate: null, cap },
    };
  }
  if (schedule.length === 0) return ask(say("policy.reason.noSchedule"));

  const { op, value: bound } = terms.rate;
  const asked = project.rates?.[rule.id];
  const rate =
    asked === undefined || op === "=" ? bound : op === "<=" ? Math.min(asked, bound) : Math.max(asked, bound);
  const isOpen = op === "<=" && asked === undefined;
  const lprs = lprsOf(project, schedule.length, table);
  const tenor: Tenor = rule.interest?.tenor ?? (schedule.length > shortLoanMonths ? "overFiveYears" : "oneYear");
  const at = (r: number, by: Tenor): number[] =>
    limited(
      accruals(rule, r, schedule, (i) => lprs.rate(i, by)),
      schedule,
      terms,
      project,
    );
  const byMonth = at(isOpen ? 0 : rate, tenor);
  const likely = sum(byMonth);
  const other: Tenor = tenor === "oneYear" ? "overFiveYears" : "oneYear";
  const form = rule.interest?.of ?? "lpr";
  const isTenorOpen = form === "lpr" && (rule.interest?.tenor ?? null) === null;
  const top = op === "<=" ? bound : rate;
  const ends = [sum(at(top, tenor)), isTenorOpen ? sum(at(top, other)) : sum(at(top, tenor))];
  const interest = sum(schedule.map((m) => m.interest));
  const cap = capLeft(terms.cap, project);
  const isFloor = op === ">=" || op === ">";
  const high = isFloor ? Math.max(likely, Math.min(interest, cap)) : Math.max(...ends, likely);

  const reasons = [
    ...spoken(rule, rate, likely, lprs.range(tenor)),
    ...limits(rule, terms, project, schedule, rate, likely, (i) => lprs.rate(i, tenor)),
  ];
  const assumptions: PolicyText[] = [...(form === "lpr" ? lprs.assumptions : [])];
  if (isTenorOpen)
    assumptions.push(
      say("policy.assumption.lprTenor", {
        oneYearRate: lprs.rate(0, "oneYear"),
        overFiveRate: lprs.rate(0, "overFiveYears"),
      }),
    );
  if (form === "loanAmount" && (rule.interest?.per ?? null) === null)
    assumptions.push(say("policy.assumption.eachYear"));
  if ((rule.interest?.months ?? null) === null)
    assumptions.push(say("policy.assumption.wholeLoanLife", { months: schedule.length }));
  assumptions.push(say("policy.assumption.interestCap"), ...capAssumptions(terms.cap, project));
  if (asked !== undefined && op !== "=") assumptions.push(say("policy.assumption.userRate", { userRate: rate }));
  if (isOpen) reasons.push(say("policy.reason.noObserved"));
  return {
    verdict: isOpen ? "needsInput" : "applies",
    amount: { low: rule.status === "inForce" && op !== "<=" ? Math.min(...ends, likely) : 0, likely, high },
    byMonth,
    reasons,
    assumptions,
  };
}

/** What accrues in each month before any limit, yuan. */
function accruals(
  rule: PolicyRule,
  rate: number,
  schedule: readonly LoanMonth[],
  lprOf: (month: number) => number,
): number[] {
  const { of = "lpr", months = null, per = null } = rule.interest ?? {};
  const borrowed = Math.max(...schedule.map((m) => m.balance));
  return schedule.map(({ balance, interest }, i) => {
    if (months !== null && i >= months) return 0;
    if (of === "lpr") return (balance * rate * lprOf(i)) / 12;
    if (of === "points") return (balance * rate) / 12;
    if (of === "interest") return interest * rate;
    if (per === "once") return i === 0 ? borrowed * rate : 0;
    return balance > 0 ? (borrowed * rate) / 12 : 0;
  });
}

/**
 * Kept under the interest paid so far (support never runs ahead of it, and catches up when it may), under the cap, and
 * under a cap per year in each year: calendar years where the draw-down is dated, else loan years.
 */
function limited(
  accrued: readonly number[],
  schedule: readonly LoanMonth[],
  terms: Terms,
  project: PolicyProject,
): number[] {
  const perYear = terms.cap?.per === "year" || terms.cap?.per === "firmYear";
  const total = perYear ? Infinity : capLeft(terms.cap, project);
  const start = project.drawDown === undefined ? 0 : project.drawDown.month - 1;
  let [due, interest, paid, year, earned, paidInYear] = [0, 0, 0, 0, 0, 0];
  return accrued.map((yuan, i) => {
    const now = Math.floor((start + i) / 12);
    if (now !== year) [year, earned, paidInYear] = [now, 0, 0];
    const yearCap = !perYear ? Infinity : now === 0 ? capLeft(terms.cap, project) : (terms.cap?.value ?? Infinity);
    const counted = Math.min(yuan, yearCap - earned);
    earned += counted;
    due += counted;
    interest += schedule[i]?.interest ?? 0;
    const pay = Math.max(0, Math.min(Math.min(due, interest, total) - paid, yearCap - paidInYear));
    paid += pay;
    paidInYear += pay;
    return pay;
  });
}

function spoken(rule: PolicyRule, rate: number, amount: number, lpr: readonly [number, number]): PolicyText[] {
  const { of = "lpr" } = rule.interest ?? {};
  const params = { shareRate: rate, amountYuan: amount };
  if (of === "points") return [say("policy.reason.points", params)];
  if (of === "interest") return [say("policy.reason.interestShare", params)];
  if (of === "loanAmount")
    return [say(rule.interest?.per === "once" ? "policy.reason.loanShareOnce" : "policy.reason.loanShare", params)];
  const [low, high] = lpr;
  if (low === high) return [say("policy.reason.lprShare", { ...params, lprRate: high })];
  return [say("policy.reason.lprShareVarying", { ...params, lowRate: low, highRate: high })];
}

function limits(
  rule: PolicyRule,
  terms: Terms,
  project: PolicyProject,
  schedule: readonly LoanMonth[],
  rate: number,
  likely: number,
  lprOf: (month: number) => number,
): PolicyText[] {
  const cap = capLeft(terms.cap, project);
  const interest = sum(schedule.map((m) => m.interest));
  const free = sum(accruals(rule, rate, schedule, lprOf));
  const perYear = terms.cap?.per === "year" || terms.cap?.per === "firmYear";
  if (free > interest && likely >= interest) return [say("policy.reason.interestCapBinds", { amountYuan: interest })];
  if (perYear && likely < Math.min(free, interest))
    return [say("policy.reason.yearCapBinds", { capYuan: terms.cap?.value ?? 0 })];
  if (!perYear && free > cap && cap < interest) return [say("policy.reason.capBinds", { capYuan: cap })];
  if (!perYear && Number.isFinite(cap) && likely < cap / 2)
    return [say("policy.reason.capFarAway", { amountYuan: likely, capYuan: cap })];
  return [];
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** Yuan by year of the loan: year k = months 12k … 12k + 11. */
export function yearly(byMonth: readonly number[]): number[] {
  const years = new Array<number>(Math.ceil(byMonth.length / 12)).fill(0);
  byMonth.forEach((yuan, i) => {
    years[Math.floor(i / 12)] = (years[Math.floor(i / 12)] ?? 0) + yuan;
  });
  return years;
}
