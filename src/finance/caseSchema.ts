import { z } from "zod";
import { nearest, problemsOf, type Problem } from "../model";

const rate = z.number().gt(-1).max(1000);
const years = z.int().min(1).max(100);
const yuan = z.number().min(-1e15).max(1e15);
const method = z.string().max(200);

/** The five kinds of worked case, each by the names its inputs go by. Rates are shares a year, money is yuan. */
export const caseSchemas = {
  cashFlows: z.strictObject({
    discount_rate: rate,
    cash_flows_year_end_from_year_0: z.array(yuan).min(1).max(400),
  }),
  loan: z.strictObject({
    principal: yuan.positive(),
    annual_rate: z.number().min(0).max(10),
    months: z.int().min(1).max(1200),
    kind: z.string().max(60),
    monthly_rate: z.string().max(60).default("annual/12"),
    interest_subsidy_rate_per_year: z.number().min(0).max(10).default(0),
    subsidy_months: z.int().nonnegative().default(0),
    interest_only_months: z.int().nonnegative().default(0),
  }),
  depreciation: z.strictObject({
    cost: yuan.nonnegative(),
    residual_rate: z.number().min(0).max(1).optional(),
    residual_value: yuan.nonnegative().optional(),
    years,
    method: method.optional(),
    depreciation: method.optional(),
    tax_depreciation: method.optional(),
  }),
  taxShield: z
    .object({
      cost: yuan.nonnegative(),
      pre_tax_saving_per_year: yuan,
      years,
      residual_rate: z.number().min(0).max(1).default(0),
      tax_rate: z.number().min(0).max(1),
      discount_rate: rate,
      tax_depreciation: method.default("straight_line"),
    })
    .catchall(yuan),
  leaseOrBuy: z.strictObject({
    purchase_price: yuan.positive(),
    residual_value_end: yuan.nonnegative().default(0),
    lease_payment_per_year: yuan,
    payments: z.string().max(60).default("in arrears"),
    years,
    tax_rate: z.number().min(0).max(1).default(0),
    after_tax_discount_rate: rate,
    depreciation: method.default("straight line"),
  }),
  throughput: z.strictObject({
    parts_per_h_before: z.number().nonnegative(),
    parts_per_h_after: z.number().nonnegative(),
    hours_per_year: z.number().nonnegative(),
    margin_per_part: yuan,
    investment: yuan,
    extra_cost_per_year: yuan.default(0),
    years,
    discount_rate: rate,
  }),
} as const;

export type CaseKind = keyof typeof caseSchemas;

/** An input only this kind has; what a case is, is told from what it gives, never from its name. */
const marks: readonly (readonly [CaseKind, string])[] = [
  ["cashFlows", "cash_flows_year_end_from_year_0"],
  ["loan", "principal"],
  ["leaseOrBuy", "lease_payment_per_year"],
  ["throughput", "parts_per_h_before"],
  ["taxShield", "pre_tax_saving_per_year"],
];

export function caseKind(inputs: object): CaseKind | null {
  const found = marks.filter(([, key]) => Object.hasOwn(inputs, key));
  if (found.length > 1) return null;
  if (found[0] !== undefined) return found[0][0];
  return Object.hasOwn(inputs, "cost") && Object.hasOwn(inputs, "years") ? "depreciation" : null;
}

export const markNames = marks.map(([, key]) => key);

/** What is wrong with these inputs, as problems; an unknown key names the nearest known one. */
export function problemsIn(kind: CaseKind, error: z.ZodError): Problem[] {
  const known = Object.keys(caseSchemas[kind].shape);
  return problemsOf(error.issues).map((problem) =>
    problem.code === "unknownKey"
      ? { ...problem, params: { ...problem.params, nearest: nearest(String(problem.params["key"] ?? ""), known) } }
      : problem,
  );
}
