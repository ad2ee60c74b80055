import type { ChosenForMoney } from "../finance";
import type { Plan, Range, Retrofit } from "../model";

/** The retrofits of a plan with when each is ordered and how it is paid. */
export function chosenForMoney(plan: Plan, chosen: readonly Retrofit[]): ChosenForMoney[] {
  return chosen.map((retrofit) => {
    const entry = plan.retrofits.find((each) => typeof each !== "string" && each.id === retrofit.id);
    if (typeof entry !== "object") return { retrofit, startMonth: 0 };
    return {
      retrofit,
      startMonth: entry.startMonth,
      ...(entry.financing === undefined ? {} : { financing: entry.financing }),
    };
  });
}

export const at = (range: Range): number => (typeof range === "number" ? range : range.likely);
