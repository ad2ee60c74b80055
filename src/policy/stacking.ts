import type { PolicyRule } from "../model";
import type { Amount } from "./types";

export interface RuleSet {
  ruleIds: string[];
  amount: Amount;
}

type Pairs = readonly (readonly [string, string])[];

const has = (pairs: Pairs, a: string, b: string): boolean =>
  pairs.some(([p, q]) => (p === a && q === b) || (p === b && q === a));

const isRecurring = (rule: PolicyRule): boolean => rule.kind === "interestShare";

/** Could one yuan be claimed under both? Different funds or bases without a common cost line are different yuan. */
function sameYuan(a: PolicyRule, b: PolicyRule): boolean {
  if (a.funding !== null && b.funding !== null && a.funding !== b.funding) return false;
  if (isRecurring(a) || isRecurring(b) || a.base === null || b.base === null) return true;
  return a.base.some((item) => b.base?.includes(item));
}

/**
 * May two rules not be drawn together? No document says that two may be had for one invoice, and none forbids it, so
 * money for the same yuan is exclusive by default, whatever the level (city, province, nation). Exceptions: a document
 * says so (`stacksWith`, `addOnTo`), or the user allows the pair (`stack`). Awards are for a title, not for an invoice:
 * they go with everything except another title of the same subject, of which only the newly gained level pays.
 */
export function areExclusive(a: PolicyRule, b: PolicyRule, stack: Pairs = []): boolean {
  if (a.id === b.id || has(stack, a.id, b.id)) return false;
  if (a.stacksWith.includes(b.id) || b.stacksWith.includes(a.id)) return false;
  if (a.addOnTo.includes(b.id) || b.addOnTo.includes(a.id)) return false;
  const isNamed = a.excludes.includes(b.id) || b.excludes.includes(a.id);
  if (a.kind === "award" || b.kind === "award")
    return isNamed || (a.title !== undefined && b.title !== undefined && a.title.subject === b.title.subject);
  return sameYuan(a, b);
}

/** Exclusive pairs among these rules; an add-on shares the conflicts of the rule it multiplies. Ids → ids. */
export function conflictsOf(rules: readonly PolicyRule[], stack: Pairs = []): Map<string, Set<string>> {
  const root = (rule: PolicyRule): PolicyRule =>
    rule.kind === "addOn" ? (rules.find((r) => r.id === rule.addOnTo[0]) ?? rule) : rule;
  const conflicts = new Map(rules.map((rule) => [rule.id, new Set<string>()]));
  for (const a of rules)
    for (const b of rules) {
      if (a === b || has(stack, a.id, b.id)) continue;
      const [x, y] = [root(a), root(b)];
      if (x === y ? false : areExclusive(x, y, stack)) conflicts.get(a.id)?.add(b.id);
    }
  return conflicts;
}

/** Compatible sets tried in one knot of rules that exclude each other; past this the best found so far stands. */
const mostTried = 20_000;
/** Combinations of knots listed as alternatives. */
const mostListed = 64;

/**
 * Every largest set of rules that may be drawn together, best first: by likely amount, then by upper bound, then by id,
 * so that the order of the file decides nothing. Rules fall into knots (connected by exclusion); each knot is searched
 * in full, the first set is the best of all knots, and the alternatives vary them.
 */
export function ruleSets(rules: readonly PolicyRule[], worth: (id: string) => Amount, stack: Pairs = []): RuleSet[] {
  const conflicts = conflictsOf(rules, stack);
  const ids = [...conflicts.keys()].sort();
  const listed = (chosen: readonly string[]): RuleSet => ({
    ruleIds: rules.map((r) => r.id).filter((id) => chosen.includes(id)),
    amount: sum([...chosen].sort().map(worth)),
  });
  const best = (a: RuleSet, b: RuleSet): number =>
    b.amount.likely - a.amount.likely ||
    b.amount.high - a.amount.high ||
    ([...a.ruleIds].sort().join() < [...b.ruleIds].sort().join() ? -1 : 1);

  let sets: RuleSet[] = [listed([])];
  for (const knot of knots(ids, conflicts)) {
    const options = largestSets(knot, conflicts).map(listed).sort(best);
    const isFew = sets.length * options.length <= mostListed;
    // past the limit each knot only adds its best to what is listed
    const added = isFew ? options : options.slice(0, 1);
    sets = sets.flatMap((set) => added.map((option) => listed([...set.ruleIds, ...option.ruleIds])));
  }
  return sets.sort(best);
}

function knots(ids: readonly string[], conflicts: Map<string, Set<string>>): string[][] {
  const seen = new Set<string>();
  return ids.flatMap((id) => {
    if (seen.has(id)) return [];
    const knot: string[] = [];
    const queue = [id];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      knot.push(next);
      queue.push(...(conflicts.get(next) ?? []));
    }
    return [knot.sort()];
  });
}

function largestSets(knot: readonly string[], conflicts: Map<string, Set<string>>): string[][] {
  const sets: string[][] = [];
  let tried = 0;
  const fits = (set: readonly string[], id: string): boolean => set.every((x) => conflicts.get(id)?.has(x) !== true);
  const grow = (set: string[], next: number): void => {
    const id = knot[next];
    if (id === undefined) {
      tried++;
      if (knot.every((x) => set.includes(x) || !fits(set, x))) sets.push(set);
      return;
    }
    if (fits(set, id)) grow([...set, id], next + 1);
    // leaving out what nothing later excludes cannot give a largest set
    const isNeeded = !fits(set, id) || knot.slice(next + 1).some((x) => conflicts.get(id)?.has(x));
    if (isNeeded && tried < mostTried) grow(set, next + 1);
  };
  grow([], 0);
  return sets;
}

export function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((s, a) => ({ low: s.low + a.low, likely: s.likely + a.likely, high: s.high + a.high }), {
    low: 0,
    likely: 0,
    high: 0,
  });
}
