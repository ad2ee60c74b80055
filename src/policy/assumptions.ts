import type { PolicyTextKey } from "./textKeys";
import type { PolicyAssumption, PolicyProject, PolicyText, RuleVerdict } from "./types";

/** Who fills a gap when the user does not, and the day these defaults were settled. */
export const defaultAuthor = "先见";
export const defaultsDate = "2026-11-22";

/** Gaps that only the user's own choice fills. */
const byUser: ReadonlySet<PolicyTextKey> = new Set<PolicyTextKey>([
  "policy.assumption.leasedCounted",
  "policy.assumption.looseThreshold",
  "policy.assumption.userRate",
  "policy.assumption.userAmount",
  "policy.assumption.industrySet",
  "policy.assumption.firmOther",
  "policy.assumption.lprFixed",
  "policy.assumption.probabilitySet",
  "policy.assumption.stackedByUser",
]);

/** An assumption with author and date; the user's carry the name given, or "user" without a date. */
export function signed(gap: PolicyText, project: PolicyProject): PolicyAssumption {
  if (!byUser.has(gap.key)) return { ...gap, author: defaultAuthor, date: defaultsDate };
  const { author, date } = project.filledBy ?? { author: "user", date: null };
  return { ...gap, author, date };
}

/** Every gap filled for rules that could pay, once each, with the ids of the rules it touches. */
export function gathered(verdicts: readonly RuleVerdict[]): (PolicyAssumption & { ruleIds: string[] })[] {
  const seen = new Map<string, PolicyAssumption & { ruleIds: string[] }>();
  for (const verdict of verdicts) {
    if (verdict.verdict === "doesNotApply") continue;
    for (const gap of verdict.assumptions) {
      const key = `${gap.key} ${JSON.stringify(gap.params)}`;
      const known = seen.get(key);
      if (known === undefined) seen.set(key, { ...gap, ruleIds: [verdict.ruleId] });
      else if (!known.ruleIds.includes(verdict.ruleId)) known.ruleIds.push(verdict.ruleId);
    }
  }
  return [...seen.values()];
}
