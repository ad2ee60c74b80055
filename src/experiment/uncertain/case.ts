import type { ChosenForMoney } from "../../finance";
import type { Economics, Line, Retrofit, Run, Scenario } from "../../model";
import { applyPlan, type ApplyOptions } from "../../retrofit";
import { chosenForMoney } from "../chosenForMoney";
import { runHours } from "./defaults";
import { likelyValue, valueAt } from "./draw";
import { withCosts, withEffects, withTimes } from "./settle";
import { withStation } from "./stations";
import type { Draw, UncertainInput, UncertainQuestion } from "./types";

/** One way things may be: both lines and what prices them. */
export interface Case {
  baseline: Line;
  plan: Line;
  economics: Economics;
  chosen: ChosenForMoney[];
  sellablePerYear: number | null;
}

/** The run of one replication: the question's own, else the scenario's, shortened. */
export function runOf({ run, scenario }: UncertainQuestion): Run {
  if (run !== undefined) return run;
  const { hours, warmUpHours } = scenario.run;
  return {
    ...scenario.run,
    hours: Math.min(hours, runHours.hours),
    warmUpHours: Math.min(warmUpHours, runHours.warmUpHours),
  };
}

/**
 * The question with everything drawn put in its place: stations into today's line (and so into the plan's), effects,
 * failures and costs into the retrofits, prices into the line and the economics. A retrofit that fails has its effects at
 * their low end, whatever was drawn for them. Null: such a plan cannot be made.
 */
export function caseOf(
  question: UncertainQuestion,
  inputs: readonly UncertainInput[],
  draw: Draw,
  options: ApplyOptions = {},
): Case | null {
  let { scenario, sellablePerYear } = question;
  const actionRates: Record<string, number> = {};
  for (const { id, target, spread } of inputs) {
    const u = draw.get(id);
    if (u === undefined) continue;
    const value = valueAt(spread, u);
    if (target.aspect === "demand") sellablePerYear = sellablePerYear === null ? null : sellablePerYear * value;
    else if (target.aspect === "action") actionRates[target.retrofit] = value;
    else if (target.aspect === "station") scenario = { ...scenario, line: withStation(scenario.line, target, value) };
    else if (target.aspect === "effect")
      scenario = eachRetrofit(scenario, [target.retrofit], (r) => withEffects(r, value));
    else if (target.aspect === "cost") scenario = eachRetrofit(scenario, target.retrofits, (r) => withCosts(r, u));
    else if (target.aspect === "time") scenario = eachRetrofit(scenario, target.retrofits, (r) => withTimes(r, u));
    else if (target.aspect !== "failure") scenario = atPrices(scenario, target.aspect, value);
  }
  const failed = inputs.flatMap(({ id, target, spread }) => {
    const u = draw.get(id);
    const fails = target.aspect === "failure" && u !== undefined && valueAt(spread, u) === 1;
    return fails ? [target.retrofit] : [];
  });
  // the file's own low end, not the drawn one
  scenario = eachRetrofit(scenario, failed, (r) => {
    const given = question.scenario.retrofits.find(({ id }) => id === r.id);
    return { ...r, effects: withEffects(given ?? r, -1).effects };
  });
  const applied = applyPlan(scenario, question.plan, { actionRates, ...options });
  if (!applied.ok) return null;
  return {
    baseline: scenario.line,
    plan: applied.line,
    economics: scenario.economics,
    chosen: chosenForMoney(question.plan, applied.chosen),
    sellablePerYear,
  };
}

/** The value an input has in a draw. */
export function valueIn({ id, spread }: UncertainInput, draw: Draw): number {
  const u = draw.get(id);
  return u === undefined ? likelyValue(spread) : valueAt(spread, u);
}

function eachRetrofit(scenario: Scenario, ids: readonly string[], change: (retrofit: Retrofit) => Retrofit): Scenario {
  if (ids.length === 0) return scenario;
  return { ...scenario, retrofits: scenario.retrofits.map((r) => (ids.includes(r.id) ? change(r) : r)) };
}

/** Everything of one kind at `factor` of the file's (the overrun: at that share). */
export function atPrices(
  scenario: Scenario,
  aspect: "price" | "wage" | "electricity" | "overrun",
  factor: number,
): Scenario {
  const { economics, line } = scenario;
  if (aspect === "overrun") return { ...scenario, economics: { ...economics, investmentOverrun: factor } };
  if (aspect === "electricity")
    return {
      ...scenario,
      economics: {
        ...economics,
        electricityPrice: economics.electricityPrice * factor,
        tariff: economics.tariff.map((window) => ({ ...window, price: window.price * factor })),
      },
    };
  if (aspect === "price")
    return { ...scenario, line: { ...line, products: line.products.map((p) => ({ ...p, price: p.price * factor })) } };
  const paid = <T extends { wagePerYear: number }>(who: T): T => ({ ...who, wagePerYear: who.wagePerYear * factor });
  return {
    ...scenario,
    line: { ...line, operators: line.operators.map(paid), indirect: line.indirect.map(paid) },
    retrofits: scenario.retrofits.map((r) => ({
      ...r,
      opexPerYear: r.opexPerYear.map((item) => (item.kind === "fullTimeEquivalent" ? paid(item) : item)),
    })),
  };
}
