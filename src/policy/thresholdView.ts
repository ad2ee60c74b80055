import type { LprTable, Name, PolicyRule } from "../model";
import { countedCosts, sumOf, totalOf } from "./costs";
import { evaluatePolicies } from "./evaluate";
import { nothing, say } from "./finding";
import { capLeft, nextTier, termsOf } from "./terms";
import { partOf } from "./threshold";
import type { Amount, PolicyProject, PolicyText, ProjectCosts, RuleVerdict, ThresholdTest } from "./types";

/** One project, or the same money in several; all amounts yuan. Gains are signed: together − apart, and the reverse. */
export interface PartsView {
  asOne: Amount;
  asSeveral: Amount;
  each: Amount[];
  bundlingGain: Amount;
  phasingGain: Amount;
}

export interface RuleThresholdView {
  ruleId: string;
  name: Name;
  /** the threshold that decides next: the one failed, else the next tier, else the one passed; null where there is none */
  threshold: ThresholdTest | null;
  /** yuan missing to it; 0 = exactly on it, negative = above; null where there is none */
  distance: number | null;
  /** change of the amounts by one more yuan of equipment, the jump included */
  oneMoreYuan: Amount;
  /** change of the amounts from just below to just above the threshold; null when it is passed or cannot be reached so */
  jump: Amount | null;
  /** yuan of base from which the cap binds at the stated rate; null where rate or cap is not stated */
  capFrom: number | null;
  /** null without sub-projects */
  parts: PartsView | null;
  /** in words; none of them advises buying anything to cross a line */
  sentences: PolicyText[];
}

export interface ThresholdView {
  rules: RuleThresholdView[];
  /** the same for the base case as a whole; null without sub-projects */
  parts: PartsView | null;
}

/**
 * Thresholds made visible: how far, what one more yuan brings, what bundling sub-projects into one or phasing one into
 * several changes. `subProjects` = costs of the parts; their sum is the bundle, financed as `project` is.
 * Example: two phases of 600 万 own funds earn nothing under "> 1000 万"; as one of 1200 万 they may earn up to 200 万.
 */
export function thresholdView(
  rules: readonly PolicyRule[],
  project: PolicyProject,
  lpr: LprTable,
  subProjects: readonly ProjectCosts[] = [],
): ThresholdView {
  const verdictsAt = (p: PolicyProject): Map<string, RuleVerdict> =>
    new Map(evaluatePolicies(rules, p, lpr).rules.map((v) => [v.ruleId, v]));
  const amountAt = (p: PolicyProject, id: string): Amount => verdictsAt(p).get(id)?.amount ?? nothing;
  const now = verdictsAt(project);
  const more = verdictsAt(withEquipment(project, 1));
  const parts = subProjects.length === 0 ? null : split(project, subProjects);
  const evaluated = parts && {
    one: evaluatePolicies(rules, parts.one, lpr),
    each: parts.each.map((p) => evaluatePolicies(rules, p, lpr)),
  };

  return {
    rules: rules.map((rule) => {
      const verdict = now.get(rule.id);
      const here = verdict?.amount ?? nothing;
      const counted = countedCosts(project);
      const next = verdict?.verdict === "doesNotApply" ? null : nextTier(rule, counted);
      const threshold = next?.test ?? verdict?.threshold ?? null;
      const distance = next?.distance ?? verdict?.distanceToThreshold ?? null;
      const jump =
        threshold === null || distance === null ? null : jumpOf(rule, project, threshold, distance, amountAt);
      const oneMoreYuan = minus(more.get(rule.id)?.amount ?? nothing, here);
      const view =
        evaluated &&
        partsOf(
          evaluated.one.rules,
          evaluated.each.map((e) => e.rules),
          rule.id,
        );
      const capFrom = capStart(rule, project);
      return {
        ruleId: rule.id,
        name: rule.name,
        threshold,
        distance,
        oneMoreYuan,
        jump,
        capFrom,
        parts: view,
        sentences: [
          ...line(threshold, distance, jump),
          ...marginal(oneMoreYuan, here),
          ...(view === null ? [] : together(view)),
        ],
      };
    }),
    parts:
      evaluated &&
      compared(
        evaluated.one.base.amount,
        evaluated.each.map((e) => e.base.amount),
      ),
  };
}

/** More (or less) equipment, financed in the same shares: the loan grows with the whole. */
function withEquipment(project: PolicyProject, yuan: number): PolicyProject {
  return scaled(project, { ...project.costs, equipment: project.costs.equipment + yuan });
}

function scaled(project: PolicyProject, costs: ProjectCosts): PolicyProject {
  const before = totalOf(project.costs);
  const factor = before > 0 ? totalOf(costs) / before : 1;
  if (project.loanSchedule === undefined) return { ...project, costs };
  const loanSchedule = project.loanSchedule.map((m) => ({
    balance: m.balance * factor,
    interest: m.interest * factor,
  }));
  return { ...project, costs, loanSchedule };
}

function split(project: PolicyProject, subProjects: readonly ProjectCosts[]) {
  const whole: ProjectCosts = { equipment: 0, software: 0, integration: 0, training: 0, cloud: 0, construction: 0 };
  for (const part of subProjects)
    for (const [name, yuan] of Object.entries(part) as [keyof ProjectCosts, number][])
      whole[name] = (whole[name] ?? 0) + yuan;
  return { one: scaled(project, whole), each: subProjects.map((costs) => scaled(project, costs)) };
}

/** Amounts just above the threshold less those just below, reached by adding equipment only. */
function jumpOf(
  rule: PolicyRule,
  project: PolicyProject,
  test: ThresholdTest,
  distance: number,
  amountAt: (project: PolicyProject, id: string) => Amount,
): Amount | null {
  if (distance < 0 || (test.op !== ">" && test.op !== ">=")) return null;
  // how much of one more yuan of equipment the threshold sees
  const on = rule.tiers.length > 0 && rule.threshold === null ? rule.tiersOn : (rule.threshold?.on ?? null);
  const seen = (p: PolicyProject): number => {
    const counted = countedCosts(p);
    const isLoose = project.looseThreshold === true && rule.tiers.length === 0;
    return sumOf(on, counted) * (isLoose ? 1 : partOf(rule, counted));
  };
  const probe = 1e6;
  const slope = (seen(withEquipment(project, probe)) - seen(project)) / probe;
  if (slope <= 0) return null;
  const fen = 0.01;
  const above = distance + (test.op === ">" ? fen : 0);
  const below = distance - (test.op === ">" ? 0 : fen);
  return minus(
    amountAt(withEquipment(project, above / slope), rule.id),
    amountAt(withEquipment(project, below / slope), rule.id),
  );
}

/** Base from which the cap binds: `cap / r`. Example: 500 万 at 6 % → 8333.3 万. */
function capStart(rule: PolicyRule, project: PolicyProject): number | null {
  if (rule.kind !== "capexShare") return null;
  const { rate, cap } = termsOf(rule, project, countedCosts(project));
  const left = capLeft(cap, project);
  return rate === null || rate.value === 0 || !Number.isFinite(left) ? null : left / rate.value;
}

function partsOf(one: readonly RuleVerdict[], each: readonly (readonly RuleVerdict[])[], id: string): PartsView {
  const of = (list: readonly RuleVerdict[]): Amount => list.find((v) => v.ruleId === id)?.amount ?? nothing;
  return compared(of(one), each.map(of));
}

function compared(asOne: Amount, each: Amount[]): PartsView {
  const asSeveral = each.reduce(
    (s, a) => ({ low: s.low + a.low, likely: s.likely + a.likely, high: s.high + a.high }),
    nothing,
  );
  return { asOne, asSeveral, each, bundlingGain: minus(asOne, asSeveral), phasingGain: minus(asSeveral, asOne) };
}

const minus = (a: Amount, b: Amount): Amount => ({
  low: a.low - b.low,
  likely: a.likely - b.likely,
  high: a.high - b.high,
});

function line(test: ThresholdTest | null, distance: number | null, jump: Amount | null): PolicyText[] {
  if (test === null || distance === null || test.op === "<=" || test.op === "=") return [];
  const { thresholdYuan } = test;
  if (distance < 0) return [say("policy.view.above", { thresholdYuan, spareYuan: -distance })];
  const isOnIt = distance === 0;
  const place = isOnIt
    ? say("policy.view.exactly", { thresholdYuan })
    : say("policy.view.below", { thresholdYuan, missingYuan: distance });
  const gain = jump === null || jump.high <= 0 ? [] : [say("policy.view.jump", { jumpYuan: jump.high })];
  return [place, ...gain, say("policy.view.neverBuy")];
}

function marginal(one: Amount, here: Amount): PolicyText[] {
  if (here.high <= 0 && one.high <= 0) return [];
  // a share of the yuan, not a jump of many yuan
  if (one.high > 1) return [];
  if (one.high < 1e-6) return [say("policy.view.noMore")];
  return [say("policy.view.marginal", { likelyRate: Math.max(0, one.likely), highRate: one.high })];
}

function together(view: PartsView): PolicyText[] {
  const params = { asOneYuan: view.asOne.high, asSeveralYuan: view.asSeveral.high, severalParts: view.each.length };
  const gain = view.bundlingGain.high;
  if (Math.abs(gain) < 0.005) return [say("policy.view.sameEitherWay", params)];
  return [say(gain > 0 ? "policy.view.bundling" : "policy.view.phasing", params)];
}
