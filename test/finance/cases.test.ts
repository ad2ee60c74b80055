import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { solveFinanceCase } from "../../src/finance";

const shared = process.env["XIANJIAN_SHARED"] ?? join(import.meta.dirname, "../../../shared");
const file = join(shared, "oracles/finance-cases.json");
const there = existsSync(file);

interface Case {
  id: string;
  title: string;
  inputs: unknown;
  answers: Record<string, unknown>;
}
const cases: Case[] = there ? (JSON.parse(readFileSync(file, "utf8")) as { cases: Case[] }).cases : [];

function answers(inputs: unknown): Record<string, unknown> {
  const result = solveFinanceCase(inputs);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.answers;
}

describe("worked cases from outside", () => {
  it.skipIf(!there)("are there in a sensible number", () => expect(cases.length).toBeGreaterThan(15));
  it.each(cases.map((c) => [c.id, c] as const))("%s to the fen", (_, c) => {
    const found = answers(c.inputs);
    for (const [key, wanted] of Object.entries(c.answers)) expect(found[key], key).toEqual(wanted);
  });
});

describe("cases of our own, worked by hand", () => {
  it("knows three rates of return", () => {
    // −1000 (1 − 1.1u)(1 − 1.2u)(1 − 1.5u) = −1000 + 3800u − 4770u² + 1980u³
    const found = answers({ discount_rate: 0.1, cash_flows_year_end_from_year_0: [-1000, 3800, -4770, 1980] });
    expect(found["irr"]).toEqual([0.1, 0.2, 0.5]);
    expect(found["irr_status"]).toBe("multiple");
    expect(found["npv"]).toBe("0.00");
  });

  it("tells a triple root, which crosses zero, from a double one", () => {
    // −1000 (1 − 1.1u)³
    const found = answers({ discount_rate: 0, cash_flows_year_end_from_year_0: [-1000, 3300, -3630, 1331] });
    expect(found["irr"]).toEqual([0.1]);
    expect(found["irr_status"]).toBe("unique");
  });

  it("keeps a double root beside a single one", () => {
    // (1 − 1.1u)² (−1000 + 1300u)
    const found = answers({ discount_rate: 0, cash_flows_year_end_from_year_0: [-1000, 3500, -4070, 1573] });
    expect(found["irr"]).toEqual([0.1, 0.3]);
    expect(found["irr_status"]).toBe("multiple");
  });

  it("rounds halves up on the decimal, not on the double", () => {
    // 1.005 · 1000 is 1004.9999… in doubles
    expect(answers({ discount_rate: 0, cash_flows_year_end_from_year_0: [1.005] })["npv"]).toBe("1.01");
    expect(answers({ discount_rate: 0, cash_flows_year_end_from_year_0: [-1.005] })["npv"]).toBe("-1.01");
    expect(answers({ discount_rate: 0, cash_flows_year_end_from_year_0: [-0.001] })["npv"]).toBe("0.00");
  });

  it("has no rate for nothing at all", () => {
    const found = answers({ discount_rate: 0.1, cash_flows_year_end_from_year_0: [0, 0, 0] });
    expect([found["irr"], found["irr_status"], found["npv"]]).toEqual([[], "none", "0.00"]);
  });

  it("pays back over gaps and after a late outlay", () => {
    const found = answers({ discount_rate: 0, cash_flows_year_end_from_year_0: [-100, 0, -50, 100, 100] });
    expect([found["payback_status"], found["simple_payback_years"]]).toEqual(["ok", 3.5]);
  });

  const loan = { principal: 100000, annual_rate: 0.06, months: 3, kind: "bullet" };
  it("pays a bullet at its end", () => {
    const found = answers(loan);
    expect([found["first_payment"], found["last_payment"], found["total_interest"]]).toEqual([
      "500.00",
      "100500.00",
      "1500.00",
    ]);
  });

  it("lets equal principal begin after the interest-only months", () => {
    const found = answers({ ...loan, kind: "equal_principal", interest_only_months: 1 });
    expect(found["schedule"]).toEqual([
      [1, "500.00", "500.00", "0.00", "100000.00", "0.00", "500.00"],
      [2, "50500.00", "500.00", "50000.00", "50000.00", "0.00", "50500.00"],
      [3, "50250.00", "250.00", "50000.00", "0.00", "0.00", "50250.00"],
    ]);
  });

  it("depreciates by the sum of digits and by double declining", () => {
    const sum = answers({ cost: 100000, residual_rate: 0.1, years: 4, method: "sum_of_digits" });
    expect((sum["schedule"] as unknown[][]).map((r) => r[1])).toEqual(["36000.00", "27000.00", "18000.00", "9000.00"]);
    // 40 % of 100 000, 60 000, 36 000; then (21 600 − 5 000) / 2 twice
    const double = answers({ cost: 100000, residual_rate: 0.05, years: 5, method: "double_declining" });
    expect((double["schedule"] as unknown[][]).map((r) => r[1])).toEqual([
      "40000.00",
      "24000.00",
      "14400.00",
      "8300.00",
      "8300.00",
    ]);
  });

  it("lets the last year take what rounding left", () => {
    const found = answers({ cost: 100, residual_rate: 0, years: 3 });
    expect(found["schedule"]).toEqual([
      [1, "33.33", "66.67"],
      [2, "33.33", "33.34"],
      [3, "33.34", "0.00"],
    ]);
  });

  it("pays a lease in advance from year 0 on", () => {
    const found = answers({
      purchase_price: 1000,
      residual_value_end: 0,
      lease_payment_per_year: 400,
      payments: "in advance",
      years: 2,
      tax_rate: 0,
      after_tax_discount_rate: 0,
    });
    expect(found["incremental_lease_minus_buy"]).toEqual(["600.00", "-400.00", "0.00"]);
    expect(found["break_even_lease_payment"]).toBe("500.00");
  });
});

describe("inputs that cannot be answered", () => {
  const problems = (inputs: unknown): unknown => {
    const result = solveFinanceCase(inputs);
    return result.ok ? [] : result.problems.map((p) => [p.path, p.code]);
  };
  it("name the unknown, the missing and the wrong", () => {
    expect(problems({ discount_rate: 0.1, cash_flows_year_end_from_year_0: [1], inflation: 0.02 })).toEqual([
      ["inflation", "unknownKey"],
    ]);
    expect(problems({ cash_flows_year_end_from_year_0: [1] })).toEqual([["discount_rate", "missing"]]);
    expect(problems({ discount_rate: "10 %", cash_flows_year_end_from_year_0: [1] })).toEqual([
      ["discount_rate", "wrongType"],
    ]);
    expect(problems({ principal: 1, annual_rate: 0, months: 1, kind: "balloon" })).toEqual([["kind", "notOneOf"]]);
    expect(problems({ colour: 3 })).toEqual([["", "notOneOf"]]);
    expect(problems([])).toEqual([["", "wrongType"]]);
  });
});
