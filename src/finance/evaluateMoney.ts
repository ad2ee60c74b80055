import { plannedHoursPerYear } from "../model";
import { acceptanceMonth, goLiveMonth } from "./timing";
import { breakEvenOf } from "./breakEvenPoints";
import { doubtOf } from "./doubt";
import {
  byYear,
  groupOf,
  ledgerOf,
  netOf,
  type Frame,
  type Ledger,
  type Sides,
  type Support,
  type View,
} from "./ledger";
import { cumulative, estimatesOf, figuresOf, meanFlows, npvOfMonths, pointFigures, spread } from "./figures";
import { financingOptions } from "./financingOptions";
import { atCost, frameOf, monthsOf, plannedHoursPerMonth } from "./frame";
import { fundingOf, type Funding } from "./funding";
import { investmentOf } from "./investment";
import { readinessOf } from "./measures";
import { assumptionsOf, demandBinding, demandNotes, warningsOf } from "./notices";
import { operatingByMonth } from "./operating";
import {
  courseOf,
  emptyPhysical,
  momentsOf,
  pathsOf,
  planAt,
  quantities,
  scheduleOf,
  type Path,
  type Physical,
} from "./physical";
import { referencesOf } from "./references";
import { settledYear } from "./settledYear";
import { subsidiesOf, thresholdsOf, type Subsidies } from "./subsidies";
import { cashFlowLineKeys } from "./textKeys";
import type { CostCase, Estimate, MoneyInput, MoneyResult, PointFigures, WithAndWithout } from "./types";

interface Priced {
  frame: Frame;
  funding: Funding;
  support: Subsidies;
}

/**
 * What a plan earns and costs against the baseline, replication by replication with common random numbers, month by
 * month over the horizon, then summarised. All money in yuan, inflow positive, without creditable VAT. Throws only when
 * there is no replication.
 */
export function evaluateMoney(input: MoneyInput): MoneyResult {
  if (input.replications.length === 0) throw new Error("money needs at least one replication");
  const { economics, estimate, chosen } = input;
  const months = monthsOf(input);
  const rate = economics.discountRate;
  const plannedHours = plannedHoursPerYear(input.baseline.calendar);
  const schedule = scheduleOf(momentsOf(input.way, chosen), chosen, months);
  const paths = pathsOf(input.replications, input.way, chosen, plannedHours);
  const courses = paths.map((path, r) => courseOf(input.replications[r]!.baseline, path, schedule));
  const likelyFrame = frameOf(input, "likely");
  const priced = (which: CostCase): Priced => {
    const frame = atCost(likelyFrame, input, which);
    const funding = fundingOf({
      chosen,
      financing: input.financing,
      isForAll: false,
      economics,
      which,
      months,
      plannedHoursPerMonth: plannedHoursPerMonth(input),
      inputVat: frame.capital.inputVat,
      vat: frame.vat,
    });
    return { frame, funding, support: subsidiesOf(input, funding, which, months) };
  };
  const at = { low: priced("low"), likely: priced("likely"), high: priced("high") };
  // prices do not depend on the cost case, so both lines are priced once
  const { frame } = at.likely;
  const before = courses.map((course) => operatingByMonth(frame.before, course.today, frame.demand));
  const sidesAt = (position: number): Sides[] =>
    courses.map((course, r) => ({
      before: before[r]!,
      after: operatingByMonth(frame.after, planAt(course, position), frame.demand),
    }));
  const sides = sidesAt(0);
  const ledgers = (p: Priced, list: readonly Sides[], support: Support = p.support): Ledger[] =>
    list.map((s) => ledgerOf(p.frame, s, p.funding, support));
  const [low, likely, high] = [ledgers(at.low, sides), ledgers(at.likely, sides), ledgers(at.high, sides)];
  const net = (list: readonly Ledger[], view: View): number[][] => list.map((rows) => netOf(rows, view));
  const figures = (view: View) => figuresOf(net(likely, view), net(low, view), net(high, view), rate, estimate);
  const both = (plain: "project" | "afterFinancing"): WithAndWithout => ({
    withSubsidy: figures(`${plain}WithSubsidy`),
    withoutSubsidy: figures(plain),
  });
  const years = (view: View): Estimate[] => estimatesOf(net(likely, view).map(byYear), estimate);
  const summed = (view: View): Estimate[] =>
    estimatesOf(
      net(likely, view).map((flows) => cumulative(byYear(flows))),
      estimate,
    );

  const project = both("project");
  const [lowSides, highSides] = [sidesAt(-1), sidesAt(1)];
  const lowEffect = ledgers(at.likely, lowSides);
  const highEffect = ledgers(at.likely, highSides);
  const atEffect = (list: readonly Ledger[]): PointFigures => pointFigures(meanFlows(net(list, "project")), rate);
  const worstFlows = estimatesOf(net(ledgers(at.high, lowSides), "project"), estimate).map((e) => e.ci95[0]);

  const investment = investmentOf(chosen, economics);
  const { settled, heads, measures, ...yearly } = settledYear(input, frame);
  const binding = demandBinding(input, settled);
  const meanLine = {
    before: meanPhysical(courses.map((course) => course.today)),
    after: (position: number) => meanPhysical(courses.map((course) => planAt(course, position))),
  };
  const meanBefore = operatingByMonth(frame.before, meanLine.before, frame.demand);
  const meanSides = (position: number): Sides => ({
    before: meanBefore,
    after: operatingByMonth(frame.after, meanLine.after(position), frame.demand),
  });
  const likelySides = meanSides(0);

  return {
    investment,
    wayIs: input.way === undefined ? "estimated" : "simulated",
    way: wayFigures(input, paths, plannedHours),
    cashFlow: {
      horizonYears: economics.horizonYears,
      lines: cashFlowLineKeys.map((key) => ({
        key,
        name: `finance.line.${key}`,
        formula: `finance.formula.${key}`,
        group: groupOf(key),
        years: estimatesOf(
          likely.map((rows) => byYear(rows[key])),
          estimate,
        ),
        months: meanFlows(likely.map((rows) => rows[key])),
      })),
      depreciation: Array.from(frame.capital.depreciation),
      project: years("project"),
      projectWithSubsidy: years("projectWithSubsidy"),
      afterFinancing: years("afterFinancing"),
      afterFinancingWithSubsidy: years("afterFinancingWithSubsidy"),
      projectWithSubsidyCumulative: summed("projectWithSubsidy"),
      afterFinancingWithSubsidyCumulative: summed("afterFinancingWithSubsidy"),
      marks: marksOf(input, at.likely, months),
    },
    project,
    afterFinancing: both("afterFinancing"),
    worst: pointFigures(worstFlows, rate),
    byEffect: { low: atEffect(lowEffect), likely: project.withoutSubsidy.atMean, high: atEffect(highEffect) },
    doubt: doubtOf(input, frame, courses, before),
    financing: financingOptions(input, frame, { low: meanSides(-1), likely: likelySides, high: meanSides(1) }),
    breakEven: breakEvenOf(frame, { before: meanLine.before, after: meanLine.after(0) }, input),
    subsidyTreatment: treatmentOf(at.likely, likelySides, input),
    measures,
    references: referencesOf({
      measures,
      investment,
      subsidy: at.likely.support.total,
      demandGrowth: economics.market.demandGrowth,
    }),
    readiness: readinessOf(input, investment),
    hours: (input.poolHours ?? []).map(({ id, before, after }) => ({
      id,
      before: spread(before, estimate),
      after: spread(after, estimate),
      freed: spread(
        before.map((hours, r) => hours - (after[r] ?? 0)),
        estimate,
      ),
    })),
    ...yearly,
    demandBinding: binding,
    policies: at.likely.support.policies,
    thresholds: thresholdsOf(input, at.likely.funding),
    notes: demandNotes(input, binding),
    warnings: warningsOf(input, {
      sides: settled,
      people: heads,
      investment,
      binding,
      point: project.withSubsidy.atMean,
      support: at.likely.support,
      capital: frame.capital,
    }),
    assumptions: [
      ...assumptionsOf(input, frame, at.likely.funding, at.likely.support),
      ...at.likely.support.policies.assumptions,
    ],
  };
}

/** The mean line by month: for what is asked of the plan as a whole and not of single replications. */
function meanPhysical(list: readonly Physical[]): Physical {
  const mean = emptyPhysical((list[0]?.goodPerYear.length ?? 1) - 1);
  for (const key of quantities) mean[key] = Float64Array.from(meanFlows(list.map((physical) => physical[key])));
  return mean;
}

/** Good parts an hour at each state of the way: today's mean and what has changed by then. */
function wayFigures(input: MoneyInput, paths: readonly Path[], plannedHours: number): MoneyResult["way"] {
  if (input.way === undefined || plannedHours <= 0) return [];
  return input.way.points.map((point, k) => ({
    month: point.month,
    goodPerHour: spread(
      paths.map(
        (path, r) => (input.replications[r]!.baseline.goodPerYear + (path.points[k]?.goodPerYear ?? 0)) / plannedHours,
      ),
      input.estimate,
    ),
  }));
}

function marksOf(
  input: MoneyInput,
  { frame, funding, support }: Priced,
  months: number,
): MoneyResult["cashFlow"]["marks"] {
  const marks: MoneyResult["cashFlow"]["marks"] = [];
  for (const c of input.chosen) {
    const retrofitId = c.retrofit.id;
    marks.push(
      { kind: "order", month: c.startMonth, retrofitId },
      { kind: "goLive", month: goLiveMonth(c), retrofitId },
      { kind: "accepted", month: acceptanceMonth(c), retrofitId },
    );
  }
  if (support.paidIn !== null) marks.push({ kind: "subsidy", month: support.paidIn, retrofitId: null });
  if (funding.lastPayment > 0) marks.push({ kind: "loanEnd", month: funding.lastPayment, retrofitId: null });
  for (const month of frame.capital.replacements) marks.push({ kind: "replacement", month, retrofitId: null });
  return marks.filter((mark) => mark.month <= months).sort((a, b) => a.month - b.month);
}

/** The plan's NPV with subsidy under both tax treatments of it (财税〔2011〕70号): which is better, and by how much. */
function treatmentOf(
  { frame, funding, support }: Priced,
  sides: Sides,
  input: MoneyInput,
): MoneyResult["subsidyTreatment"] {
  const npv = (isTaxed: boolean): number =>
    npvOfMonths(
      netOf(ledgerOf(frame, sides, funding, { ...support, isTaxed }), "projectWithSubsidy"),
      input.economics.discountRate,
    );
  return { chosen: input.economics.tax.subsidy, npvTaxable: npv(true), npvNonTaxable: npv(false) };
}
