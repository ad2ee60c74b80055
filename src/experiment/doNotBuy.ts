import { difference, type Difference } from "../measure";
import type { Relief } from "./reliefs";

/** A half-width of so many percent of today's output is narrow enough to say "no difference seen" (the screen's measure too). */
const narrowPercent = 2;
/** A difference that is proven and below so many percent of today's output is true and of no use. */
const hardlyPercent = 0.5;

/** Together more than the sum by so many percent of today's output: less is proven at times, and no reason to wait. */
const worthWaitingPercent = 1;

/** What has been measured of a retrofit or a plan. All differences are against today's line, good parts an hour. */
export interface Measured {
  output: Difference;
  /** stations and pools it works on, as effects name them: "stations.op10", "operators.setter" */
  touches: readonly string[];
  /** what the line gains most from, proven (`gainIfRelieved`); null = not looked at, or nothing gains */
  bottleneck: { of: Relief["of"]; id: string; output: Difference } | null;
  /** other steps simulated together with this one; `synergy` from `synergyOf` */
  partners?: readonly { id: string; alone: Difference; together: Difference; synergy: Difference }[];
  /** without subsidy; payback null = not within the horizon */
  money?: { npv: { ci95: readonly [number, number] }; paybackYears: number | null; horizonYears: number } | null;
  /** output when nobody acts on what it shows (action rate 0); absent where no effect needs action */
  withoutAction?: Difference;
  actionRate?: number;
}

/** Sentences `advice.why.<key>`; params ending in `Rate` are shares of today's output, `id`s are named by the screen. */
export type ObjectionKey =
  | "losesOutput"
  | "noDifference"
  | "hardlyAny"
  | "bottleneckStation"
  | "bottleneckPool"
  | "bottleneckBuffer"
  | "bottleneckOther"
  | "needsFirst"
  | "neverPaysBack"
  | "onlyIfActedUpon";

export interface Objection {
  key: ObjectionKey;
  params: Record<string, string | number>;
}

/**
 * no = do not buy this. later = not before something else. condition = only if somebody acts on it. null = nothing against it
 * that has been measured: that is no advice to buy.
 */
export interface DoNotBuy {
  verdict: "no" | "later" | "condition" | null;
  reasons: Objection[];
}

/**
 * Measured figures as reasons against buying, the weightiest first. A retrofit whose NPV is proven positive is not refused
 * for want of output (scrap, energy or people may pay for it); one whose difference is still uncertain is not judged.
 */
export function doNotBuy(measured: Measured): DoNotBuy {
  const { output, bottleneck, money, withoutAction } = measured;
  const reasons: Objection[] = [];
  const isTiny = output.proven && (output.percent?.ci95 ?? [Infinity]).every((x) => Math.abs(x) < hardlyPercent);
  const isNone = isTiny || (!output.proven && half(output) <= narrowPercent);
  const gains = output.proven && output.mean > 0 && !isTiny;
  const pays = money != null && money.npv.ci95[0] > 0;

  if (output.proven && output.mean < 0 && !isTiny) reasons.push({ key: "losesOutput", params: outputParams(output) });
  if (isNone) reasons.push({ key: isTiny ? "hardlyAny" : "noDifference", params: outputParams(output) });
  const partner = strongestPartner(measured);
  if (partner !== undefined) {
    const { id, alone, together } = partner;
    const params = {
      id,
      gainRate: rate(output),
      otherRate: rate(alone),
      sumRate: rate(output) + rate(alone),
      togetherRate: rate(together),
    };
    reasons.push({ key: "needsFirst", params });
  }
  const isElsewhere = bottleneck !== null && !measured.touches.includes(pathOf(bottleneck));
  if (isElsewhere && bottleneck.output.proven && bottleneck.output.mean > 0 && (isNone || !gains))
    reasons.push({
      key: placeKey(bottleneck.of),
      params: { id: bottleneck.id, gainRate: rate(bottleneck.output), halfRate: half(bottleneck.output) / 100 },
    });
  if (money != null && (money.paybackYears === null || money.npv.ci95[1] < 0))
    reasons.push({ key: "neverPaysBack", params: { horizonYears: money.horizonYears } });
  const needsAction = gains && withoutAction !== undefined && !(withoutAction.proven && withoutAction.mean > 0);
  if (needsAction)
    reasons.push({
      key: "onlyIfActedUpon",
      params: { actionRate: measured.actionRate ?? 1, ...outputParams(output), idleRate: rate(withoutAction) },
    });
  return { verdict: verdictOf(reasons, pays), reasons };
}

/** What two steps bring together beyond the sum of both: (both − today) − (a − today) − (b − today), paired. */
export function synergyOf(
  today: readonly number[],
  a: readonly number[],
  b: readonly number[],
  both: readonly number[],
): Difference {
  const n = Math.min(today.length, a.length, b.length, both.length);
  const sum = Array.from({ length: n }, (_, i) => a[i]! + b[i]! - today[i]!);
  const { mean, ci95, proven } = difference(sum, both.slice(0, n));
  const reference = difference(
    today.slice(0, n).map(() => 0),
    today.slice(0, n),
  ).mean;
  const share = (x: number): number => (x / reference) * 100;
  const percent =
    reference > 0 ? { mean: share(mean), ci95: [share(ci95[0]), share(ci95[1])] as [number, number] } : null;
  return { mean, ci95, percent, proven };
}

/**
 * The partner that should come first: together they are proven to bring more than the sum, and it brings more alone, or
 * this one nothing alone. One more setter before one more machine, not the other way round.
 */
function strongestPartner({ output, partners = [] }: Measured) {
  const isBetterFirst = (alone: Difference): boolean => !(output.ci95[0] > 0) || alone.mean > output.mean;
  return [...partners]
    .filter(
      ({ alone, synergy, together }) =>
        synergy.ci95[0] > 0 &&
        (synergy.percent?.mean ?? 0) >= worthWaitingPercent &&
        together.ci95[0] > 0 &&
        isBetterFirst(alone),
    )
    .sort((a, b) => b.together.mean - a.together.mean)[0];
}

function verdictOf(reasons: readonly Objection[], pays: boolean): DoNotBuy["verdict"] {
  const has = (key: ObjectionKey): boolean => reasons.some((reason) => reason.key === key);
  if (has("losesOutput") && !pays) return "no";
  if (has("needsFirst")) return "later";
  if (has("neverPaysBack") || ((has("noDifference") || has("hardlyAny")) && !pays)) return "no";
  return has("onlyIfActedUpon") ? "condition" : null;
}

/** As effects name it; a station and a pool may share an id. */
const pathOf = ({ of, id }: Pick<Relief, "of" | "id">): string => `${of === "pool" ? "operators" : "stations"}.${id}`;

function placeKey(of: Relief["of"]): ObjectionKey {
  if (of === "station") return "bottleneckStation";
  if (of === "pool") return "bottleneckPool";
  return of === "buffer" ? "bottleneckBuffer" : "bottleneckOther";
}

const half = ({ percent }: Difference): number =>
  percent === null ? Infinity : (percent.ci95[1] - percent.ci95[0]) / 2;
const rate = ({ percent }: Difference): number => (percent?.mean ?? 0) / 100;
const outputParams = (output: Difference): Record<string, number> => ({
  gainRate: rate(output),
  halfRate: Number.isFinite(half(output)) ? half(output) / 100 : 0,
});
