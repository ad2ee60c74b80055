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
  | { key: "partWaits" | "noBetter"; ids: string[] }
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

interface Way {
  ids: readonly string[];
  verdict: OwnerVerdict;
  reasons: readonly OwnerReason[];
  money: Pick<MoneyResult, "project">;
}

/**
 * Several steps together, held against a part of them that is a way of its own: no better than that part, they wait; and
 * what should wait by itself is named, for the others may only outweigh it.
 */
export function heldAgainstParts<T extends Way>(ways: readonly T[]): T[] {
  const npvOf = ({ money }: Way): number => money.project.withoutSubsidy.npv.mean;
  return ways.map((way) => {
    const parts = ways.filter(
      (part) => part.ids.length < way.ids.length && part.ids.every((id) => way.ids.includes(id)),
    );
    const better = parts.find((part) => part.verdict === "yes" && npvOf(part) >= npvOf(way));
    const waiting = parts.filter((part) => part.verdict !== "yes");
    const reasons: OwnerReason[] = [
      ...(better === undefined ? [] : [{ key: "noBetter" as const, ids: [...better.ids] }]),
      ...way.reasons,
      ...waiting.map((part) => ({ key: "partWaits" as const, ids: [...part.ids] })),
    ];
    return { ...way, reasons, verdict: better !== undefined && way.verdict === "yes" ? "notYet" : way.verdict };
  });
}

/**
 * Steps that cost money and should not be bought now, the dearest mistake first: what speaks against itself, and what lies
 * beyond the budget. A way that is recommended on the same page is not among them.
 */
export function notToBuy(
  steps: readonly StepReasons[],
  ways: readonly Pick<Way, "ids" | "verdict">[],
  budget: number,
  isBought: (id: string) => boolean,
): StepReasons[] {
  const recommended = ways.flatMap(({ ids, verdict }) => (verdict === "yes" ? ids : []));
  return steps
    .filter(({ id, verdict, alone }) => isBought(id) && (verdict !== null || alone.investment > budget))
    .filter(({ id }) => !recommended.includes(id))
    .sort((a, b) => a.alone.npv.mean - b.alone.npv.mean);
}
