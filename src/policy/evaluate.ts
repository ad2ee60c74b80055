import type { LprTable, PolicyRule } from "../model";
import { evaluateRule } from "./evaluateRule";
import { nothing, say } from "./finding";
import { areExclusive, ruleSets } from "./stacking";
import type { PolicyEvaluation, PolicyProject, PolicyText, RuleVerdict } from "./types";

/**
 * All rules against one project. The base case holds the one set of compatible rules with the largest likely amount
 * (ties: larger upper bound, then order in the file); rules still waiting for input count 0 in it. Awards stand beside
 * it: they are for a title, not for an invoice, and must be won first.
 */
export function evaluatePolicies(
  rules: readonly PolicyRule[],
  project: PolicyProject,
  lpr: LprTable,
): PolicyEvaluation {
  const verdicts = rules.map((rule) => evaluateRule(rule, project, lpr));
  const of = (wanted: (v: RuleVerdict) => boolean): [PolicyRule[], RuleVerdict[]] => {
    const kept = verdicts.filter(wanted);
    const ids = new Set(kept.map((v) => v.ruleId));
    return [rules.filter((r) => ids.has(r.id)), kept];
  };

  const paying = of((v) => v.kind !== "award" && v.verdict !== "doesNotApply");
  const alternatives = ruleSets(...paying, project.stack);
  const chosen = alternatives[0] ?? { ruleIds: [], amount: nothing };
  const left = leftOut(paying[0], chosen.ruleIds, project);

  const awards = of((v) => v.verdict === "chance");
  const best = ruleSets(...awards, project.stack)[0] ?? { ruleIds: [], amount: nothing };

  return {
    rules: verdicts.map((v) => withStacking(v, paying[0], chosen.ruleIds, project)),
    base: { amount: chosen.amount, chosen: chosen.ruleIds, left, reasons: why(chosen.ruleIds, left) },
    alternatives,
    chance: best,
  };
}

function leftOut(rules: readonly PolicyRule[], chosen: readonly string[], project: PolicyProject) {
  return rules.flatMap((rule) => {
    if (chosen.includes(rule.id)) return [];
    const rival = rules.find((r) => chosen.includes(r.id) && areExclusive(r, rule, project.stack));
    return rival === undefined ? [] : [{ ruleId: rule.id, because: rival.id }];
  });
}

function why(chosen: readonly string[], left: readonly { ruleId: string }[]): PolicyText[] {
  if (chosen.length === 0) return [say("policy.base.nothing")];
  if (left.length === 0) return [say("policy.base.best", { chosen: chosen.join(", ") })];
  return [say("policy.base.exclusive", { chosen: chosen.join(", "), others: left.map((l) => l.ruleId).join(", ") })];
}

/** What the documents leave open about drawing two at once, said at each rule it touches. */
function withStacking(
  verdict: RuleVerdict,
  paying: readonly PolicyRule[],
  chosen: readonly string[],
  project: PolicyProject,
): RuleVerdict {
  const rule = paying.find((r) => r.id === verdict.ruleId);
  if (rule === undefined) return verdict;
  const named = paying.filter((r) => r !== rule && (r.excludes.includes(rule.id) || rule.excludes.includes(r.id)));
  const added = named.flatMap((other): PolicyText[] => {
    if (areExclusive(rule, other, project.stack)) return [say("policy.assumption.exclusive", { other: other.id })];
    if (areExclusive(rule, other)) return [say("policy.assumption.stackedByUser", { other: other.id })];
    return chosen.includes(rule.id) ? [say("policy.assumption.partsByFunding", { other: other.id })] : [];
  });
  return { ...verdict, assumptions: [...verdict.assumptions, ...added] };
}
