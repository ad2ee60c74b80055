import { evaluateMoney, type MoneyInput, type MoneyResult, type Way } from "../finance";
import { estimate, type ReplicationResult, yearlyNumbers } from "../measure";
import {
  plannedHoursPerYear,
  shiftHoursPerWeek,
  type Line,
  type LprTable,
  type Plan,
  type Retrofit,
  type Scenario,
} from "../model";
import { chosenForMoney } from "./chosenForMoney";

export interface PlanMoneyInput {
  scenario: Scenario;
  plan: Plan;
  chosen: readonly Retrofit[];
  baseline: { line: Line; results: readonly ReplicationResult[] };
  changed: { line: Line; results: readonly ReplicationResult[] };
  /** the simulated way from today to the plan; absent while it is being computed */
  way?: Way;
  /** parts a year that can be sold; null = everything that is made */
  sellablePerYear: number | null;
  lpr: LprTable;
}

/** The money of a plan from paired replications of both lines: the figures of the runs, priced by the scenario's economics. */
export function planMoney(input: PlanMoneyInput): MoneyResult {
  return evaluateMoney(moneyInputOf(input));
}

/** What the money room wants to know of a plan and its runs. */
export function moneyInputOf(input: PlanMoneyInput): MoneyInput {
  const { scenario, plan, baseline, changed, sellablePerYear, lpr } = input;
  const demand = sellablePerYear === null ? null : { perYear: sellablePerYear };
  const pairs = Math.min(baseline.results.length, changed.results.length);
  return {
    baseline: { ...baseline.line, demand },
    plan: { ...changed.line, demand },
    replications: Array.from({ length: pairs }, (_, i) => ({
      baseline: yearlyNumbers(baseline.line, baseline.results[i]!),
      plan: yearlyNumbers(changed.line, changed.results[i]!),
    })),
    ...(input.way === undefined ? {} : { way: input.way }),
    economics: scenario.economics,
    chosen: chosenForMoney(plan, input.chosen),
    financing: plan.financing,
    rules: scenario.policies,
    lpr,
    poolHours: peopleOf(baseline.line, changed.line).map((id) => ({
      id,
      before: baseline.results.slice(0, pairs).map((r) => busyHours(baseline.line, r, id)),
      after: changed.results.slice(0, pairs).map((r) => busyHours(changed.line, r, id)),
    })),
    seed: scenario.run.seed,
    ...(plan.policies === undefined ? {} : { claimed: plan.policies }),
    estimate: (values) => estimate(values),
  };
}

/** Pools of people on either side, robots left out. */
function peopleOf(before: Line, after: Line): string[] {
  const people = [...before.operators, ...after.operators].filter((pool) => pool.kind !== "robot");
  return [...new Set(people.map((pool) => pool.id))];
}

/** Hours a year a pool's people are busy: share of the posts busy · posts · planned hours. */
function busyHours(line: Line, result: ReplicationResult, id: string): number {
  const pool = line.operators.find((each) => each.id === id);
  return (
    (result.operators[id]?.busy ?? 0) *
    (pool === undefined ? 0 : posts(line, pool)) *
    plannedHoursPerYear(line.calendar)
  );
}

/** Mean posts on duty over the shifts. */
function posts(line: Line, pool: Line["operators"][number]): number {
  const { calendar } = line;
  if ("continuous" in calendar || pool.countByShift === undefined) return pool.count;
  const hours = calendar.shifts.map((_, i) => shiftHoursPerWeek(calendar, i));
  const all = hours.reduce((a, b) => a + b, 0);
  return calendar.shifts.reduce(
    (sum, shift, i) => sum + (pool.countByShift?.[shift.id] ?? pool.count) * ((hours[i] ?? 0) / all),
    0,
  );
}
