import type { MoneyResult } from "../finance";
import type { Difference } from "../measure";
import type { NumberQuestionId } from "../interview";
import type { StepReasons } from "../experiment";

export type OwnerVerdict = "yes" | "notYet" | "no";

/** Why a verdict is no plain yes, the weightiest first. */
export type OwnerReason =
  | { key: "pays" | "unsurePays" | "neverPays"; npv: { mean: number; half: number } }
  | { key: "mayNeverPay"; share: number }
  | { key: "worstLoses"; npv: number }
  | { key: "flips"; id: NumberQuestionId; at: number }
  | { key: "noMoreOutput" | "lessOutput"; rate: number; half: number };

/** A chance of never getting the money back from which on an owner should wait. */
const riskyChance = 0.1;

const half = ([low, high]: readonly [number, number]): number => (high - low) / 2;

export interface Judged {
  output: Difference;
  money: Pick<MoneyResult, "project" | "worst" | "doubt" | "investment">;
  /** answers at whose other end the money turns negative */
  flips: readonly { id: NumberQuestionId; at: number }[];
}

/**
 * Yes, no or not yet, without subsidy: a subsidy is never a reason to buy. no: a loss beyond chance. notYet: the sign of the
 * value is within chance, within what the owner does not know, or too often never earned. yes: otherwise.
 */
export function ownerVerdict({ output, money, flips }: Judged): { verdict: OwnerVerdict; reasons: OwnerReason[] } {
  const { mean, ci95 } = money.project.withoutSubsidy.npv;
  const npv = { mean, half: half(ci95) };
  const about = output.percent;
  const rate = { rate: about?.mean ?? 0, half: about === null ? 0 : half(about.ci95) };
  const outputReason: OwnerReason[] = output.proven
    ? output.mean < 0
      ? [{ key: "lessOutput", ...rate }]
      : []
    : [{ key: "noMoreOutput", ...rate }];
  if (ci95[1] <= 0) return { verdict: "no", reasons: [{ key: "neverPays", npv }, ...outputReason] };
  const doubts: OwnerReason[] = [];
  if (ci95[0] <= 0) doubts.push({ key: "unsurePays", npv });
  const isBought = money.investment.total.high > 0;
  if (isBought && money.doubt.never.share > riskyChance)
    doubts.push({ key: "mayNeverPay", share: money.doubt.never.share });
  for (const flip of flips) doubts.push({ key: "flips", ...flip });
  if (doubts.length > 0) return { verdict: "notYet", reasons: [...doubts, ...outputReason] };
  const worst: OwnerReason[] = money.worst.npv < 0 ? [{ key: "worstLoses", npv: money.worst.npv }] : [];
  return { verdict: "yes", reasons: [{ key: "pays", npv }, ...worst] };
}

/** Steps that cost money and should not be bought now, the dearest mistake first. */
export function notToBuy(
  steps: readonly StepReasons[],
  recommended: readonly string[],
  isBought: (id: string) => boolean,
): StepReasons[] {
  return steps
    .filter((step) => isBought(step.id) && !recommended.includes(step.id) && step.verdict !== null)
    .sort((a, b) => a.alone.npv.mean - b.alone.npv.mean);
}
