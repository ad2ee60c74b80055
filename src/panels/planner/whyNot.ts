import type { Retrofit } from "../../model";
import type { Advice, PlannerLimits, Portfolio } from "../../store";
import { halfWidth, judge } from "../judge";

/** One measured reason not to buy a step yet; money in yuan, rates in percent of today's output. */
export type WhyNot =
  | { key: "tooDear"; price: number }
  | { key: "notAlone" }
  | { key: "overPeople"; heads: number }
  | { key: "overPayback"; years: number | null }
  | { key: "losesOutput" | "noDifference" | "unsureOutput"; rate: number; half: number }
  | { key: "lessWithBest"; behind: number; half: number }
  | { key: "onlyTogether"; ids: string[]; more: number }
  | { key: "neverPays" | "unsurePays"; npv: number; half: number }
  | { key: "excludedByBest"; id: string }
  | { key: "beyondWithBest" }
  | { key: "bestIsBetter"; npv: number };

export interface WhyNotOf {
  advice: Advice;
  retrofit: Retrofit;
  /** the step alone; null where it was not simulated alone */
  alone: Portfolio | null;
  retrofits: readonly Retrofit[];
  limits: PlannerLimits;
  /** likely purchase, yuan */
  price: number;
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));
const find = (advice: Advice, ids: readonly string[]): Portfolio | undefined =>
  advice.list.find((p) => same(p.ids, ids));

/** Why a step is not in the best set, the effect on the line first, the money second. Empty when it is in it. */
export function whyNot(of: WhyNotOf): WhyNot[] {
  const { advice, retrofit, alone, limits, price } = of;
  if (advice.best?.ids.includes(retrofit.id) === true) return [];
  if (alone === null)
    return limits.budget !== null && price > limits.budget ? [{ key: "tooDear", price }] : [{ key: "notAlone" }];
  const reasons: WhyNot[] = [];
  const paysAlone = alone.npv.ci95[0] > 0;
  const { output } = alone;
  const rate = output.percent?.mean ?? 0;
  const half = output.percent === null ? 0 : halfWidth(output.percent.ci95);
  if (output.proven && output.mean < 0) reasons.push({ key: "losesOutput", rate, half });
  else if (!output.proven && !paysAlone)
    reasons.push({ key: judge(output, true) === "none" ? "noDifference" : "unsureOutput", rate, half });
  return [...reasons, moneyReason(of, alone, paysAlone)];
}

function moneyReason({ advice, retrofit, retrofits, limits }: WhyNotOf, alone: Portfolio, paysAlone: boolean): WhyNot {
  const { best, selection } = advice;
  if (limits.heads !== null && alone.heads > limits.heads) return { key: "overPeople", heads: alone.heads };
  if (
    limits.paybackYears !== null &&
    alone.investment > 0 &&
    alone.npv.mean > 0 &&
    (alone.paybackYears ?? Infinity) > limits.paybackYears
  )
    return { key: "overPayback", years: alone.paybackYears };
  if (best !== null) {
    // paired over common replications: the sharpest thing that is known
    const together = [...best.ids, retrofit.id];
    const standing = selection?.candidates.find((c) => same(c.id.split("+"), together));
    if (standing !== undefined && standing.behind - standing.behindHalf > 0)
      return { key: "lessWithBest", behind: standing.behind, half: standing.behindHalf };
  }
  const partner = paysAlone ? null : bestPartner(advice, retrofit.id);
  if (partner !== null) return partner;
  const { mean, ci95 } = alone.npv;
  if (ci95[1] < 0) return { key: "neverPays", npv: mean, half: halfWidth(ci95) };
  if (!paysAlone) return { key: "unsurePays", npv: mean, half: halfWidth(ci95) };
  if (best === null) return { key: "unsurePays", npv: mean, half: halfWidth(ci95) };
  const rival = best.ids.find(
    (id) => retrofit.excludes.includes(id) || retrofits.find((r) => r.id === id)?.excludes.includes(retrofit.id),
  );
  if (rival !== undefined) return { key: "excludedByBest", id: rival };
  if (limits.budget !== null && best.investment + alone.investment > limits.budget) return { key: "beyondWithBest" };
  return { key: "bestIsBetter", npv: best.npv.mean };
}

/** The set in which this step earns most beyond the same set without it, where the gain is beyond chance. */
function bestPartner(advice: Advice, id: string): WhyNot | null {
  let found: { ids: string[]; more: number } | null = null;
  for (const set of advice.list) {
    if (!set.ids.includes(id) || set.ids.length < 2 || set.npv.ci95[0] <= 0) continue;
    const ids = set.ids.filter((other) => other !== id);
    const without = find(advice, ids);
    if (without === undefined) continue;
    const more = set.npv.mean - without.npv.mean;
    const noise = Math.hypot(halfWidth(set.npv.ci95), halfWidth(without.npv.ci95));
    if (more > noise && more > (found?.more ?? 0)) found = { ids, more };
  }
  return found === null ? null : { key: "onlyTogether", ...found };
}
