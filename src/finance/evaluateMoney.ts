import { plannedHoursPerYear } from "../model";
import type { PolicyText } from "../policy";
import { certain, cumulative, figuresOf, pointFigures, spread, yearEstimates } from "./figures";
import { frameOf } from "./frame";
import { investmentOf } from "./investment";
import { labourChange, labourOf } from "./labour";
import { assumptionsOf, demandBinding, demandNotes, warningsOf } from "./notices";
import { contributionOf, operatingOf } from "./operating";
import { groupOf, isRandom, netOf, rowsOf, type Rows, type View } from "./rows";
import { cashFlowLineKeys } from "./textKeys";
import { startUpShare } from "./timing";
import type { CostCase, Estimate, MoneyInput, MoneyResult, WithAndWithout } from "./types";
import { unitCost } from "./unitCost";

/**
 * What a plan earns and costs against the baseline, replication by replication with common random numbers, then
 * summarised. All money in yuan, inflow positive, without VAT, at the end of years 0 … horizon. Throws only when there is
 * no replication.
 */
export function evaluateMoney(input: MoneyInput): MoneyResult {
  if (input.replications.length === 0) throw new Error("money needs at least one replication");
  const { economics, estimate } = input;
  const horizon = economics.horizonYears;
  const sides = input.replications.map((r) => ({
    before: operatingOf(input.baseline, r.baseline, economics),
    after: operatingOf(input.plan, r.plan, economics),
  }));
  const labour = { before: labourOf(input.baseline), after: labourOf(input.plan) };
  const moreWages = labourChange(labour.before, labour.after, economics.labourSaving);
  const startUp = startUpShare(input.chosen, horizon, plannedHoursPerYear(input.baseline.calendar));

  const frames = { low: frameOf(input, "low"), likely: frameOf(input, "likely"), high: frameOf(input, "high") };
  const tables = (which: CostCase): Rows[] =>
    sides.map((s) => rowsOf({ frame: frames[which], ...s, labourChange: moreWages, startUp, economics }));
  const [low, likely, high] = [tables("low"), tables("likely"), tables("high")];
  const net = (list: readonly Rows[], view: View): number[][] => list.map((rows) => netOf(rows, view));
  const figures = (view: View) =>
    figuresOf(net(likely, view), net(low, view), net(high, view), economics.discountRate, estimate);
  const both = (plain: "project" | "afterFinancing"): WithAndWithout => ({
    withSubsidy: figures(`${plain}WithSubsidy`),
    withoutSubsidy: figures(plain),
  });
  const byYear = (view: View): Estimate[] => yearEstimates(net(likely, view), estimate);
  const running = (view: View): Estimate[] => yearEstimates(net(likely, view).map(cumulative), estimate);

  const project = both("project");
  const investment = investmentOf(input.chosen, economics);
  const binding = demandBinding(input, sides);
  const opex = -frames.likely.steadyOpex;
  const contribution = sides.map((s) => contributionOf(s.after) - contributionOf(s.before));
  const worstFlows = yearEstimates(net(high, "project"), estimate).map((e) => e.ci95[0]);
  const people = { before: labour.before.headcount, after: labour.after.headcount };

  return {
    investment,
    cashFlow: {
      horizonYears: horizon,
      lines: cashFlowLineKeys.map((key) => ({
        key,
        name: `finance.line.${key}`,
        formula: `finance.formula.${key}`,
        group: groupOf(key),
        years: isRandom(key)
          ? yearEstimates(
              likely.map((rows) => rows[key]),
              estimate,
            )
          : (likely[0]?.[key] ?? []).map(certain),
      })),
      project: byYear("project"),
      projectWithSubsidy: byYear("projectWithSubsidy"),
      afterFinancing: byYear("afterFinancing"),
      afterFinancingWithSubsidy: byYear("afterFinancingWithSubsidy"),
      projectWithSubsidyCumulative: running("projectWithSubsidy"),
      afterFinancingWithSubsidyCumulative: running("afterFinancingWithSubsidy"),
    },
    project,
    afterFinancing: both("afterFinancing"),
    worst: pointFigures(worstFlows, economics.discountRate),
    unitCost: unitCost(input, sides, { before: labour.before.total, after: labour.before.total + moreWages }, opex),
    extraMade: spread(
      sides.map((s) => s.after.made - s.before.made),
      estimate,
    ),
    extraSold: spread(
      sides.map((s) => s.after.sold - s.before.sold),
      estimate,
    ),
    demandBinding: binding,
    annualContribution: spread(contribution, estimate),
    annualGain: spread(
      contribution.map((c) => c - moreWages - opex),
      estimate,
    ),
    policies: frames.likely.policies,
    notes: demandNotes(input, binding),
    warnings: warningsOf(
      input,
      { sides, headcount: people },
      investment,
      binding,
      project.withSubsidy.atMean,
      frames.likely,
    ),
    assumptions: [...assumptionsOf(input, frames.likely, labour), ...policyAssumptions(frames.likely.policies)],
  };
}

/** Assumptions of the rules counted, each once. */
function policyAssumptions(policies: MoneyResult["policies"]): PolicyText[] {
  const seen = new Map<string, PolicyText>();
  for (const verdict of policies.rules) {
    if (!policies.base.chosen.includes(verdict.ruleId)) continue;
    for (const a of verdict.assumptions) seen.set(`${a.key} ${JSON.stringify(a.params)}`, a);
  }
  return [...seen.values()];
}
