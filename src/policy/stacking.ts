import type { PolicyRule } from "../model";
import type { Amount, RuleVerdict } from "./types";

export interface RuleSet {
  ruleIds: string[];
  amount: Amount;
}

/**
 * May two rules be drawn together? Exclusion holds for the same yuan: a rule on own funds and a rule on the loan count
 * different parts of the investment, so they never meet. `stack` = pairs the user allows all the same.
 */
export function areExclusive(
  a: PolicyRule,
  b: PolicyRule,
  stack: readonly (readonly [string, string])[] = [],
): boolean {
  if (!a.excludes.includes(b.id) && !b.excludes.includes(a.id)) return false;
  if (a.funding !== null && b.funding !== null && a.funding !== b.funding) return false;
  return !stack.some(([p, q]) => (p === a.id && q === b.id) || (p === b.id && q === a.id));
}

/**
 * Every largest set of rules that may be drawn together, best first: by likely amount, then by upper bound, then as listed.
 * Documents are few, so all sets are tried; past `most` rules the later ones are added greedily.
 */
export function ruleSets(
  rules: readonly PolicyRule[],
  verdicts: readonly RuleVerdict[],
  stack: readonly (readonly [string, string])[] = [],
): RuleSet[] {
  const amounts = new Map(verdicts.map((v) => [v.ruleId, v.amount]));
  const worth = (rule: PolicyRule): Amount => amounts.get(rule.id) ?? { low: 0, likely: 0, high: 0 };
  const sets: PolicyRule[][] = [];
  const fits = (set: readonly PolicyRule[], rule: PolicyRule): boolean =>
    set.every((r) => !areExclusive(r, rule, stack));
  const most = 14;
  const grow = (set: PolicyRule[], next: number): void => {
    if (next >= Math.min(rules.length, most)) {
      const full = [...set];
      for (const rule of rules.slice(most)) if (fits(full, rule)) full.push(rule);
      if (rules.every((r) => full.includes(r) || !fits(full, r))) sets.push(full);
      return;
    }
    const rule = rules[next];
    if (rule === undefined) return;
    if (fits(set, rule)) grow([...set, rule], next + 1);
    grow(set, next + 1);
  };
  grow([], 0);
  return sets
    .map((set) => ({ ruleIds: set.map((r) => r.id), amount: sum(set.map(worth)) }))
    .sort((a, b) => b.amount.likely - a.amount.likely || b.amount.high - a.amount.high);
}

export function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((s, a) => ({ low: s.low + a.low, likely: s.likely + a.likely, high: s.high + a.high }), {
    low: 0,
    likely: 0,
    high: 0,
  });
}
