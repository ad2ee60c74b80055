import { crossing, npvOfMonths, type MoneyResult } from "../../finance";
import { estimate, type ReplicationResult } from "../../measure";
import { physicsKey } from "../../model";
import { applyPlan } from "../../retrofit";
import type { Experiment } from "../ask";
import { planMoney } from "../planMoney";
import { atPrices, caseOf, runOf, type Case } from "./case";
import { flowsOf, outcomesOf, pairOf, type Pair } from "./outcome";
import { quantities } from "./quantities";
import type { Uncertain, UncertainQuestion } from "./types";

export interface BreakEvenOptions {
  replications?: number;
  /** shares of the promised effect that are run, rising */
  shares?: readonly number[];
}

export interface BreakEvenAnswer {
  replications: number;
  /** NPV, yuan, where only this share of the promised effect comes true */
  atShare: { share: number; npv: Uncertain }[];
  /**
   * the same where only this share of what the runs gain comes true, people and costs as planned: the share at which the
   * NPV is 0. Holds also for a plan that cannot be half done
   */
  gain: { status: "share"; share: number } | { status: "always" | "never" };
  /**
   * share of the promised effect at which the NPV is 0, by straight lines between those run, and where its 95 % band is;
   * `always`: it pays even with no effect; `never`: not even with all of it. An end of the interval is null where the
   * band does not reach zero within 0 … 1. `whole`: nothing in the plan can be half there (people, machines).
   */
  effect:
    { status: "share"; share: number; ci95: [number | null, number | null] } | { status: "always" | "never" | "whole" };
  /** wages as a factor on today's, between 0 and ten times */
  wage: Flip;
  /** the finance room's own: yuan a part, and parts a year that can be sold */
  price: Flip;
  volume: Flip;
}

/** On which side of a value the NPV is 0 or more, as the finance room says it. */
export type Flip = MoneyResult["breakEven"]["price"];

/** Wages are tried up to so many times today's. */
const mostWage = 10;

/**
 * Where the answer flips. How much of the promised effect must come true is simulated at several shares of it with the
 * same chance (`parameter = base + share · Δ`; people and machines are there at once), the rest is priced from the finished
 * plan. Without subsidy. Null: the plan cannot be made.
 */
export function* breakEvenOfPlan(
  question: UncertainQuestion,
  { replications = 10, shares = [0, 0.25, 0.5, 0.75, 1] }: BreakEvenOptions = {},
): Experiment<{ shares: number }, BreakEvenAnswer | null> {
  const { scenario, plan } = question;
  const run = runOf(question);
  const whole = caseOf(question, [], new Map());
  const applied = applyPlan(scenario, plan);
  if (whole === null || !applied.ok) return null;
  const points = shares.flatMap((share) => {
    const progress = Object.fromEntries(applied.chosen.map(({ id }) => [id, share]));
    const of = caseOf(question, [], new Map(), { progress });
    return of === null ? [] : [{ share, of }];
  });
  const lines = [scenario.line, whole.plan, ...points.map(({ of }) => of.plan)];
  const told = yield {
    batches: lines.map((line) => ({ line, run, first: 0, count: replications })),
    known: { shares: points.length },
  };
  const [today = [], finished = [], ...learned] = told;
  const npvs = points.map(({ share, of }, k) => {
    const values = outcomesOf(question, of, pairsOf(of, today, learned[k]!)).map((o) => o.npv);
    const { mean, ci95 } = estimate(values);
    return { share, npv: { mean, ci95 } };
  });
  const canBePart = points.some(({ of }) => physicsKey(of.plan, run) !== physicsKey(whole.plan, run));
  const money = planMoney({
    scenario,
    plan,
    chosen: applied.chosen,
    baseline: { line: scenario.line, results: today },
    changed: { line: whole.plan, results: finished },
    sellablePerYear: question.sellablePerYear,
    lpr: question.lpr,
  });
  return {
    replications,
    atShare: npvs,
    gain: gainOf(question, whole, pairsOf(whole, today, finished)),
    effect: canBePart ? effectOf(npvs) : { status: "whole" },
    wage: wageOf(question, pairsOf(whole, today, finished)),
    price: money.breakEven.price,
    volume: money.breakEven.volume,
  };
}

function pairsOf(of: Case, today: readonly ReplicationResult[], changed: readonly ReplicationResult[]): Pair[] {
  return changed.map((result, r) => pairOf(of, today[r]!, result));
}

/** The share above which the NPV stays above zero: the last way up, on straight lines between the points. */
function effectOf(points: BreakEvenAnswer["atShare"]): BreakEvenAnswer["effect"] {
  const up = (of: (npv: Uncertain) => number): number | null => lastWayUp(points.map((p) => [p.share, of(p.npv)]));
  const share = up((npv) => npv.mean);
  const last = points[points.length - 1];
  if (last === undefined || last.npv.mean < 0) return { status: "never" };
  if (share === null) return { status: "always" };
  // the upper end of the band reaches zero first
  return { status: "share", share, ci95: [up((npv) => npv.ci95[1]), up((npv) => npv.ci95[0])] };
}

function lastWayUp(points: readonly (readonly [number, number])[]): number | null {
  for (let k = points.length - 1; k > 0; k--) {
    const [x, y] = points[k]!;
    const [before, from] = points[k - 1]!;
    if (from < 0 && y >= 0) return before + ((x - before) * -from) / (y - from);
  }
  return null;
}

/** Where the mean NPV comes to zero as the change of everything the runs count is taken in part. */
function gainOf(question: UncertainQuestion, of: Case, pairs: readonly Pair[]): BreakEvenAnswer["gain"] {
  const npvAt = (share: number): number =>
    meanNpv(
      question,
      of,
      pairs.map(({ baseline, plan }) => {
        const part = { ...plan };
        for (const key of quantities) part[key] = baseline[key] + share * (plan[key] - baseline[key]);
        return { baseline, plan: part };
      }),
    );
  const found = crossing(npvAt, 0, 1).crossings.findLast(({ isUpward }) => isUpward);
  if (npvAt(1) < 0) return { status: "never" };
  return found === undefined ? { status: "always" } : { status: "share", share: found.x };
}

function meanNpv(question: UncertainQuestion, of: Case, pairs: readonly Pair[]): number {
  const rows = flowsOf(question, of, pairs);
  return rows.reduce((sum, flows) => sum + npvOfMonths(flows, of.economics.discountRate), 0) / rows.length;
}

/** Where the NPV of the mean flows changes its sign as all wages are multiplied; of several places the last. */
function wageOf(question: UncertainQuestion, pairs: readonly Pair[]): Flip {
  const npvAt = (factor: number): number => {
    const scenario = atPrices(question.scenario, "wage", factor);
    const of = caseOf({ ...question, scenario }, [], new Map());
    return of === null ? NaN : meanNpv(question, of, pairs);
  };
  const { x, crossings } = crossing(npvAt, 0, mostWage);
  const last = crossings[crossings.length - 1];
  if (last === undefined) return { pays: x === null ? "never" : "always", value: null };
  return { pays: last.isUpward ? "atLeast" : "atMost", value: last.x };
}
