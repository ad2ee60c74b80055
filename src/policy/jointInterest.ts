import type { PolicyRule } from "../model";
import { say } from "./finding";
import { yearly } from "./interestShare";
import type { PolicyProject, RuleVerdict } from "./types";

/**
 * Two interest supports on one loan together never exceed the interest paid so far, month by month. The rule that is
 * added on gives way first, then the later id.
 */
export function underInterestPaid(
  verdicts: readonly RuleVerdict[],
  rules: readonly PolicyRule[],
  chosen: readonly string[],
  project: PolicyProject,
): RuleVerdict[] {
  const isAdded = (id: string): boolean => (rules.find((r) => r.id === id)?.addOnTo.length ?? 0) > 0;
  const sharing = verdicts
    .filter((v) => chosen.includes(v.ruleId) && v.byMonth !== null)
    .map((v) => v.ruleId)
    .sort((a, b) => Number(isAdded(a)) - Number(isAdded(b)) || (a < b ? -1 : 1));
  if (sharing.length < 2) return [...verdicts];

  let interest = 0;
  const room = (project.loanSchedule ?? []).map((m) => (interest += m.interest));
  const all = room.at(-1) ?? 0;
  let highs = 0;
  const changed = new Map<string, RuleVerdict>();
  for (const id of sharing) {
    const verdict = verdicts.find((v) => v.ruleId === id);
    if (verdict?.byMonth == null) continue;
    // what is left now must be left later too: the rule before may catch up
    for (let i = room.length - 2; i >= 0; i--) room[i] = Math.min(room[i] ?? 0, room[i + 1] ?? 0);
    let [due, paid] = [0, 0];
    const byMonth = verdict.byMonth.map((yuan, i) => {
      due += yuan;
      const pay = Math.max(0, Math.min(due, room[i] ?? 0) - paid);
      paid += pay;
      return pay;
    });
    let taken = 0;
    byMonth.forEach((yuan, i) => {
      taken += yuan;
      room[i] = (room[i] ?? 0) - taken;
    });
    const high = Math.max(paid, Math.min(verdict.amount.high, all - highs));
    highs += high;
    if (paid >= due - 1e-6 && high >= verdict.amount.high) continue;
    changed.set(id, {
      ...verdict,
      byMonth,
      byYear: yearly(byMonth),
      amount: { low: Math.min(verdict.amount.low, paid), likely: paid, high },
      reasons: [...verdict.reasons, say("policy.reason.jointInterest", { amountYuan: paid })],
    });
  }
  return verdicts.map((v) => changed.get(v.ruleId) ?? v);
}
