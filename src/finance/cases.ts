import type { z } from "zod";
import { nearest, type Problem } from "../model";
import { caseKind, caseSchemas, markNames, problemsIn } from "./caseSchema";
import { depreciationSchedule, taxShieldFlows, type DepreciationMethod } from "./depreciation";
import {
  add,
  divide,
  exact,
  money,
  multiply,
  negate,
  rounded,
  sign,
  subtract,
  sumOf,
  toNumber,
  zero,
  type Exact,
} from "./exact";
import { irrExact } from "./irr";
import { leaseOrBuy } from "./lease";
import { interestInClosedForm, loanSchedule, monthlyRate, type LoanRow, type Repayment } from "./loan";
import { npvExact, presentValues } from "./npv";
import { paybackExact, type Payback } from "./payback";
import { levelFlows, throughputGain } from "./throughput";

/** Money as strings to the fen, half-up; rates and years as numbers; null = there is none. */
export type Answer = string | number | null | readonly Answer[];
export type CaseResult = { ok: true; answers: Record<string, Answer> } | { ok: false; problems: Problem[] };

type Inputs<K extends keyof typeof caseSchemas> = z.output<(typeof caseSchemas)[K]>;
class BadInput extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/**
 * One worked case: tells from the inputs given what is asked (cash flows, loan, depreciation, tax shield, lease or buy,
 * throughput gain) and answers it to the fen. Unknown, missing or wrong inputs come back as problems.
 */
export function solveFinanceCase(inputs: unknown): CaseResult {
  if (typeof inputs !== "object" || inputs === null || Array.isArray(inputs))
    return {
      ok: false,
      problems: [{ path: "", code: "wrongType", params: { expected: "object", found: typeof inputs } }],
    };
  const kind = caseKind(inputs);
  if (kind === null) {
    const found = Object.keys(inputs).join(", ");
    return {
      ok: false,
      problems: [{ path: "", code: "notOneOf", params: { allowed: [...markNames, "cost"].join(", "), found } }],
    };
  }
  const solve = <K extends keyof typeof caseSchemas>(
    k: K,
    answer: (given: Inputs<K>) => Record<string, Answer>,
  ): CaseResult => {
    const parsed = caseSchemas[k].safeParse(inputs, { reportInput: true });
    if (!parsed.success) return { ok: false, problems: problemsIn(k, parsed.error) };
    try {
      return { ok: true, answers: answer(parsed.data as Inputs<K>) };
    } catch (error) {
      if (error instanceof BadInput) return { ok: false, problems: [error.problem] };
      throw error;
    }
  };
  if (kind === "cashFlows") return solve(kind, cashFlows);
  if (kind === "loan") return solve(kind, loan);
  if (kind === "depreciation") return solve(kind, depreciationPlan);
  if (kind === "taxShield") return solve(kind, taxShield);
  if (kind === "leaseOrBuy") return solve(kind, lease);
  return solve(kind, throughput);
}

const rates = (flows: readonly Exact[], places: number): number[] =>
  irrExact(flows).rates.map((r) => rounded(exact(r), places));
const paybackYears = (p: Payback): number | null => (p.years === null ? null : rounded(p.years, 8));
const ambiguous =
  "ambiguous: the cumulative sum does not cross zero exactly once, from below; the first upward crossing is given";

function cashFlows(given: Inputs<"cashFlows">): Record<string, Answer> {
  const flows = given.cash_flows_year_end_from_year_0.map(exact);
  const rate = exact(given.discount_rate);
  const value = npvExact(rate, flows);
  const simple = paybackExact(flows);
  const discounted = paybackExact(presentValues(rate, flows));
  const outlay = negate(flows[0] ?? zero);
  const status = simple.status === "immediate" ? "ok" : simple.status;
  return {
    npv: money(value),
    payback_status: status === "ambiguous" ? ambiguous : status,
    irr: rates(flows, 10),
    irr_status: irrExact(flows).status,
    simple_payback_years: paybackYears(simple),
    simple_payback_year_end: simple.yearEnd,
    discounted_payback_years: paybackYears(discounted),
    discounted_payback_year_end: discounted.yearEnd,
    // present value of the later flows for each yuan laid out at the start
    profitability_index: sign(outlay) > 0 ? rounded(divide(add(value, outlay), outlay), 8) : null,
  };
}

const repayments: Readonly<Record<string, Repayment>> = {
  equal_instalment: "equalInstalment",
  equal_installment: "equalInstalment",
  annuity: "equalInstalment",
  equal_principal: "equalPrincipal",
  bullet: "bullet",
  interest_only: "bullet",
};

function loan(given: Inputs<"loan">): Record<string, Answer> {
  const repayment = repayments[given.kind];
  if (repayment === undefined) throw notOneOf("kind", given.kind, Object.keys(repayments));
  const nominal = ["annual/12", "annual / 12", "nominal"].includes(given.monthly_rate);
  const effective = ["effective", "(1+annual)^(1/12)-1", "(1 + annual)^(1/12) - 1"].includes(given.monthly_rate);
  if (!nominal && !effective) throw notOneOf("monthly_rate", given.monthly_rate, ["annual/12", "(1+annual)^(1/12)-1"]);
  const terms = {
    principal: exact(given.principal),
    monthlyRate: monthlyRate(exact(given.annual_rate), effective),
    months: given.months,
    repayment,
    interestOnlyMonths: given.interest_only_months,
    monthlySubsidyRate: divide(exact(given.interest_subsidy_rate_per_year), exact(12)),
    subsidyMonths: given.subsidy_months,
  };
  const rows = loanSchedule(terms);
  const total = (of: (row: LoanRow) => Exact): Exact => sumOf(rows.map(of));
  const interest = total((r) => r.interest);
  const subsidy = total((r) => r.subsidy);
  const unrounded = interestInClosedForm(terms);
  const paid = (row: LoanRow | undefined): Answer => (row === undefined ? null : money(row.payment));
  return {
    first_payment: paid(rows[0]),
    second_payment: paid(rows[1]),
    last_payment: paid(rows[rows.length - 1]),
    total_interest: money(interest),
    total_interest_without_rounding: unrounded === null ? null : money(unrounded),
    total_payment: money(total((r) => r.payment)),
    total_subsidy: money(subsidy),
    net_total_payment: money(total((r) => r.netPayment)),
    net_interest: money(subtract(interest, subsidy)),
    schedule_columns: ["month", "payment", "interest", "principal", "balance_after", "subsidy", "net_payment"],
    schedule: rows.map((r) => [
      r.month,
      ...[r.payment, r.interest, r.principal, r.balanceAfter, r.subsidy, r.netPayment].map(money),
    ]),
  };
}

function methodOf(path: string, words: string): DepreciationMethod {
  const text = words.toLowerCase().replace(/[\s_-]+/g, " ");
  if (/double|declining|双倍/.test(text)) return "doubleDeclining";
  if (/sum.*(digit|year)|syd|年数总和/.test(text)) return "sumOfDigits";
  if (/first year|immediate|whole cost|one off|一次性/.test(text)) return "firstYear";
  if (/straight|linear|直线|平均年限/.test(text)) return "straightLine";
  throw notOneOf(path, words, ["straight_line", "first_year", "double_declining", "sum_of_digits"]);
}

function depreciationPlan(given: Inputs<"depreciation">): Record<string, Answer> {
  const method = methodOf("method", given.method ?? given.depreciation ?? given.tax_depreciation ?? "straight_line");
  const cost = exact(given.cost);
  const residual =
    given.residual_value !== undefined ? exact(given.residual_value) : multiply(cost, exact(given.residual_rate ?? 0));
  const rows = depreciationSchedule(method, cost, residual, given.years);
  const level = divide(subtract(cost, residual), exact(given.years));
  const straight =
    method === "straightLine" ? { annual: money(level), monthly_unrounded: toNumber(divide(level, exact(12))) } : {};
  return {
    residual_value: money(residual),
    ...straight,
    schedule_columns: ["year", "depreciation", "book_value_after"],
    schedule: rows.map((r) => [r.year, money(r.depreciation), money(r.bookValueAfter)]),
  };
}

function taxShield(given: Inputs<"taxShield">): Record<string, Answer> {
  const known = Object.keys(caseSchemas.taxShield.shape);
  const sales = new Map<number, Exact>();
  for (const [key, value] of Object.entries(given)) {
    if (known.includes(key)) continue;
    const year = /^sale_price(?:_year_(\d+))?$/.exec(key);
    if (year === null || typeof value !== "number")
      throw new BadInput({ path: key, code: "unknownKey", params: { key, nearest: nearest(key, known) } });
    const at = year[1] === undefined ? given.years : Number(year[1]);
    if (at < 1 || at > given.years)
      throw new BadInput({ path: key, code: "tooBig", params: { maximum: `≤ ${given.years}`, found: at } });
    sales.set(at, exact(value));
  }
  const { flows, shield } = taxShieldFlows({
    cost: exact(given.cost),
    savingPerYear: exact(given.pre_tax_saving_per_year),
    years: given.years,
    residualRate: exact(given.residual_rate),
    taxRate: exact(given.tax_rate),
    method: methodOf("tax_depreciation", given.tax_depreciation),
    sales,
  });
  const rate = exact(given.discount_rate);
  return {
    cash_flows: flows.map(money),
    tax_shield_per_year: shield.map(money),
    pv_of_tax_shield: money(npvExact(rate, [zero, ...shield])),
    npv: money(npvExact(rate, flows)),
    irr: rates(flows, 10),
    simple_payback_years: paybackYears(paybackExact(flows)),
  };
}

function lease(given: Inputs<"leaseOrBuy">): Record<string, Answer> {
  const timing = given.payments.toLowerCase();
  const inAdvance = /advance|start|beginning/.test(timing);
  if (!inAdvance && !/arrears|end/.test(timing))
    throw notOneOf("payments", given.payments, ["in arrears", "in advance"]);
  const result = leaseOrBuy({
    price: exact(given.purchase_price),
    residual: exact(given.residual_value_end),
    payment: exact(given.lease_payment_per_year),
    inAdvance,
    years: given.years,
    taxRate: exact(given.tax_rate),
    discountRate: exact(given.after_tax_discount_rate),
    method: methodOf("depreciation", given.depreciation),
  });
  const better = sign(result.advantage);
  return {
    npv_cost_buy: money(result.npvBuy),
    npv_cost_lease: money(result.npvLease),
    net_advantage_of_leasing: money(result.advantage),
    cheaper: better > 0 ? "lease" : better < 0 ? "buy" : "equal",
    break_even_lease_payment: result.breakEvenPayment === null ? null : money(result.breakEvenPayment),
    incremental_lease_minus_buy: result.difference.map(money),
    irr_of_difference: rates(result.difference, 8),
  };
}

function throughput(given: Inputs<"throughput">): Record<string, Answer> {
  const gain = subtract(exact(given.parts_per_h_after), exact(given.parts_per_h_before));
  const { parts, benefit } = throughputGain(
    gain,
    exact(given.hours_per_year),
    exact(given.margin_per_part),
    exact(given.extra_cost_per_year),
  );
  const flows = levelFlows(exact(given.investment), benefit, given.years);
  return {
    extra_parts_per_year: toNumber(parts),
    benefit_per_year: money(benefit),
    npv: money(npvExact(exact(given.discount_rate), flows)),
    simple_payback_years: paybackYears(paybackExact(flows)),
    irr: rates(flows, 10),
  };
}

function notOneOf(path: string, found: string, allowed: readonly string[]): BadInput {
  return new BadInput({ path, code: "notOneOf", params: { allowed: allowed.join(", "), found } });
}
