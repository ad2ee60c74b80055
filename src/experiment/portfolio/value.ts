import { investmentOf, labourOf, planValue, type PlanValue } from "../../finance";
import { difference, estimate, type Difference, type Estimate, type ReplicationResult } from "../../measure";
import type { Line, LprTable, Scenario } from "../../model";
import { applyPlan } from "../../retrofit";
import { chosenForMoney } from "../chosenForMoney";
import { moneyInputOf } from "../planMoney";
import { planOfSet } from "./sets";

/** What is known of one set of retrofits. Money without subsidy, way estimated; yuan, shares, heads. */
export interface Portfolio {
  ids: string[];
  /** likely investment, and the high end of its range */
  investment: number;
  investmentHigh: number;
  npv: Estimate;
  /** years, of the mean flows; null = not within the horizon */
  paybackYears: number | null;
  /** good parts an hour against today */
  output: Difference;
  /** people paid, against today */
  heads: number;
  /** scrapped and escaped parts among all that left, against today */
  defects: Difference;
  /** paid hours a good part, against today */
  labour: Difference;
  replications: number;
}

export interface Valued {
  portfolio: Portfolio;
  value: PlanValue;
}

export interface ValueInput {
  scenario: Scenario;
  sellablePerYear: number | null;
  lpr: LprTable;
}

const badShare = (r: ReplicationResult): number => {
  const { goodPerHour, escapedPerHour, scrappedPerHour } = r.line;
  const all = goodPerHour + escapedPerHour + scrappedPerHour;
  return all > 0 ? (escapedPerHour + scrappedPerHour) / all : 0;
};

/** A set from its runs, paired with the baseline's by replication. */
export function valued(
  input: ValueInput,
  ids: readonly string[],
  line: Line,
  baseline: readonly ReplicationResult[],
  results: readonly ReplicationResult[],
): Valued {
  const { scenario, sellablePerYear, lpr } = input;
  const plan = planOfSet(scenario, ids);
  const chosen = scenario.retrofits.filter((r) => ids.includes(r.id));
  const value = planValue(
    moneyInputOf({
      scenario,
      plan,
      chosen,
      baseline: { line: scenario.line, results: baseline },
      changed: { line, results },
      sellablePerYear,
      lpr,
    }),
  );
  const investment = investmentOf(chosenForMoney(plan, chosen), scenario.economics).total;
  const n = Math.min(baseline.length, results.length);
  const paired = (of: (r: ReplicationResult) => number): Difference =>
    difference(baseline.slice(0, n).map(of), results.slice(0, n).map(of));
  return {
    value,
    portfolio: {
      ids: [...ids],
      investment: investment.likely,
      investmentHigh: investment.high,
      npv: estimate(value.npv),
      paybackYears: value.payback.years,
      output: paired((r) => r.line.goodPerHour),
      heads: labourOf(line).headcount - labourOf(scenario.line).headcount,
      defects: paired(badShare),
      labour: paired((r) => r.line.labourHoursPerGoodPart),
      replications: n,
    },
  };
}

/** The line of a set; the caller has checked that it applies. */
export function lineOfSet(scenario: Scenario, ids: readonly string[]): Line {
  const applied = applyPlan(scenario, planOfSet(scenario, ids));
  if (!applied.ok) throw new Error(`the set ${ids.join("+")} does not apply`);
  return applied.line;
}
