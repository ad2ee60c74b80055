import type { MoneyResult } from "../finance";
import type { Plan, Scenario } from "../model";
import type { MoneyRequest, WayQuestion } from "../store";
import { loadWords, type Language } from "../text";
import type * as money from "./money";
import type * as apart from "./moneyApart";

type Money = typeof money & typeof apart;
let here: Money | null = null;
let coming: Promise<Money> | null = null;

/** The code that prices a plan and the words for it: nothing on the first screen has a plan, so they come with the first one. */
export function loadPricing(language: Language): Promise<unknown> | null {
  if (here !== null) return null;
  coming ??= Promise.all([import("./money"), import("./moneyApart"), loadWords(language, "later")]).then(
    ([fetched, more]) => (here = { ...fetched, ...more }),
    (fault: unknown) => {
      // "Try again" asks anew
      coming = null;
      throw fault;
    },
  );
  return coming;
}

function pricing(): Money {
  if (here === null) throw new Error("a plan is priced before the code for it was fetched");
  return here;
}

/** See `money.ts`; only after `loadPricing`. */
export const moneyOf = (request: MoneyRequest): MoneyResult | null => pricing().moneyOf(request);

/** In a worker, which is opened with the first question; only after `loadPricing`. */
export const moneyApart = (request: MoneyRequest): Promise<MoneyResult | null> => pricing().moneyApart(request);

/** See `money.ts`; only after `loadPricing`. */
export const wayQuestion = (scenario: Scenario, plan: Plan): WayQuestion | null =>
  pricing().wayQuestion(scenario, plan);
