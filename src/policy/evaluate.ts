import type { LprTable, PolicyRule } from "../model";
import { gathered, signed } from "./assumptions";
import { evaluateRule } from "./evaluateRule";
import { nothing, say } from "./finding";
import { underInterestPaid } from "./jointInterest";
import { areExclusive, conflictsOf, ruleSets, sum } from "./stacking";
import type { Amount, PolicyEvaluation, PolicyProject, PolicyText, RuleVerdict } from "./types";

/**
 * All rules against one project. The base case holds the one set of compatible rules with the largest likely amount
 * (ties: larger upper bound, then id); rules still waiting for input count 0 in it. Awards stand beside it: they are for
 * a title, not for an invoice, and must be won first. The order of `rules` changes nothing but the order of the lists.
 */
export function evaluatePolicies(
  rules: readonly PolicyRule[],
  project: PolicyProject,
  lpr: LprTable,
): PolicyEvaluation {
  const plain = new Map(
    rules.filter((r) => r.kind !== "addOn").map((rule) => [rule.id, evaluateRule(rule, project, lpr)]),
  );
  const verdicts = rules.map(
    (rule) => plain.get(rule.id) ?? evaluateRule(rule, project, lpr, plain.get(rule.addOnTo[0] ?? "")),
  );
  const worth = (id: string): Amount => verdicts.find((v) => v.ruleId === id)?.amount ?? nothing;
  const of = (wanted: (v: RuleVerdict) => boolean): PolicyRule[] => {
    const ids = new Set(verdicts.filter(wanted).map((v) => v.ruleId));
    return rules.filter((r) => ids.has(r.id));
  };

  const paying = of((v) => v.kind !== "award" && v.verdict !== "doesNotApply");
  const alternatives = ruleSets(paying, worth, project.stack);
  const chosen = alternatives[0]?.ruleIds ?? [];
  const left = leftOut(paying, chosen, project);
  const final = underInterestPaid(verdicts, rules, chosen, project).map((v) =>
    withStacking(v, paying, chosen, project),
  );
  const amount = sum(final.filter((v) => chosen.includes(v.ruleId)).map((v) => v.amount));

  const awards = of((v) => v.verdict === "chance");
  const best = ruleSets(awards, worth, project.stack)[0] ?? { ruleIds: [], amount: nothing };

  return {
    rules: final,
    base: { amount, chosen, left, reasons: why(chosen, left) },
    alternatives,
    chance: best,
    assumptions: gathered(final),
  };
}

function leftOut(rules: readonly PolicyRule[], chosen: readonly string[], project: PolicyProject) {
  const conflicts = conflictsOf(rules, project.stack);
  return rules.flatMap((rule) => {
    if (chosen.includes(rule.id)) return [];
    const rival = chosen.find((id) => conflicts.get(rule.id)?.has(id));
    return rival === undefined ? [] : [{ ruleId: rule.id, because: rival }];
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
  const added = paying.flatMap((other): PolicyText[] => {
    if (other === rule) return [];
    if (areExclusive(rule, other, project.stack))
      return [
        say(rule.level === other.level ? "policy.assumption.exclusive" : "policy.assumption.sameInvoice", {
          other: other.id,
        }),
      ];
    if (areExclusive(rule, other)) return [say("policy.assumption.stackedByUser", { other: other.id })];
    const isSplit = rule.funding !== null && other.funding !== null && rule.funding !== other.funding;
    return isSplit && chosen.includes(rule.id) ? [say("policy.assumption.partsByFunding", { other: other.id })] : [];
  });
  return { ...verdict, assumptions: [...verdict.assumptions, ...added.map((gap) => signed(gap, project))] };
}
