import { triangularQuantile } from "../../finance";
import type { Effect, Opex, Range, Retrofit } from "../../model";
import { isCounted, isRange } from "../../retrofit";

/**
 * A retrofit whose ranges of effects are settled at `position`: −1 low, 0 likely, 1 high, linear between, member by member.
 * What has no halfway (a machine more, another way of loading) is there or not: where the retrofit may fail as a whole,
 * its low end is that failure and only −1 gives it; otherwise the nearer one is taken.
 */
export function withEffects(retrofit: Retrofit, position: number): Retrofit {
  const mayFail = retrofit.failureProbability > 0;
  const effects = retrofit.effects.map((effect): Effect => {
    if (!isRange(effect.value)) return effect;
    const { low, likely, high } = effect.value;
    const end = position < 0 ? low : high;
    return { ...effect, value: between(effect.target, likely, end, Math.abs(position), mayFail) };
  });
  return { ...retrofit, effects };
}

function between(place: string, from: unknown, to: unknown, share: number, mayFail: boolean): unknown {
  if (share === 0) return from;
  if (share === 1) return to;
  const whole = isCounted(place);
  if (typeof from === "number" && typeof to === "number") {
    if (!whole) return from + share * (to - from);
    return mayFail ? from : Math.round(from + share * (to - from));
  }
  if (isRecord(from) && isRecord(to) && from.dist === to.dist && sameMembers(from, to))
    return Object.fromEntries(
      Object.entries(from).map(([key, value]) => [key, between(key, value, to[key], share, mayFail)]),
    );
  return !mayFail && share > 0.5 ? to : from;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const sameMembers = (a: Record<string, unknown>, b: Record<string, unknown>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((key) => key in b);

const quantile = (range: Range, u: number): number =>
  typeof range === "number" ? range : triangularQuantile(u, range.low, range.likely, range.high);

/** A retrofit whose costs are settled where the share `u` of each range lies below; what the old machine brings mirrors them. */
export function withCosts(retrofit: Retrofit, u: number): Retrofit {
  const { cost, oldMachine } = retrofit;
  return {
    ...retrofit,
    cost: {
      equipment: quantile(cost.equipment, u),
      software: quantile(cost.software, u),
      integration: quantile(cost.integration, u),
      training: quantile(cost.training, u),
    },
    opexPerYear: retrofit.opexPerYear.map((item): Opex => {
      if (item.kind === "yuan") return { ...item, amount: quantile(item.amount, u) };
      if (item.kind === "shareOfInvestment") return { ...item, share: quantile(item.share, u) };
      return { ...item, fte: quantile(item.fte, u) };
    }),
    ...(oldMachine === undefined
      ? {}
      : {
          oldMachine: {
            ...oldMachine,
            salePrice: quantile(oldMachine.salePrice, 1 - u),
            removalCost: quantile(oldMachine.removalCost, u),
          },
        }),
  };
}

/** The same for how long it takes until it runs and how long the line stands for it. */
export const withTimes = (retrofit: Retrofit, u: number): Retrofit => ({
  ...retrofit,
  leadTimeWeeks: quantile(retrofit.leadTimeWeeks, u),
  installStopHours: quantile(retrofit.installStopHours, u),
});
