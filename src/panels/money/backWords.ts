import type { MoneyResult } from "../../finance";
import { number, percent, type Language } from "../../text";
import type { Say } from "../context";

/** Months as an owner counts them: whole ones, at least one. */
const whole = (years: number): number => Math.max(1, Math.round(years * 12));

/** From this many months on years are easier to think in. */
const inYears = 36;

/** When the money is back, as a range over everything that is not known (8 draws in 10), never as one figure. */
export function backWords(result: MoneyResult, say: Say, language: Language): string {
  const { p10, p90 } = result.doubt.paybackYears;
  const years = result.cashFlow.horizonYears;
  if (result.doubt.never.share >= 1) return say("payback.notWithin", { years });
  if (p10 === null) return say("money.backHardly", { years });
  const low = whole(p10);
  if (p90 === null) return say("money.backFrom", { from: span(low, say, language) });
  const high = whole(p90);
  if (low === high) return span(low, say, language);
  if (high < inYears) return say("money.backMonths", { low, high });
  const decimals = { decimals: 1 };
  return say("money.backYears", {
    low: number(language, low / 12, decimals),
    high: number(language, high / 12, decimals),
  });
}

function span(months: number, say: Say, language: Language): string {
  if (months === 1) return say("money.aboutOneMonth");
  return months < inYears
    ? say("money.aboutMonths", { n: months })
    : say("money.aboutYears", { n: number(language, months / 12, { decimals: 1 }) });
}

/** The same as a sentence. */
export function backSentence(result: MoneyResult, say: Say, language: Language): string {
  const { p10, p50, p90 } = result.doubt.paybackYears;
  const years = result.cashFlow.horizonYears;
  // the chance of never is a sentence of its own
  if (result.doubt.never.share >= 1) return "";
  if (p10 === null) return say("money.sayHardlyBack", { years });
  if (p50 === null) return say("money.sayRarelyBack", { soon: span(whole(p10), say, language), years });
  if (p90 === null) return say("money.sayBackOrNot", { soon: span(whole(p10), say, language), years });
  return say("money.sayBack", { back: backWords(result, say, language) });
}

/** Chance with its interval: "12.5 %" and "9.6–16 %"; where all draws agree there is one bound and no interval. */
export function chanceWords(
  chance: MoneyResult["doubt"]["never"],
  say: Say,
  language: Language,
): { chance: string; interval: string | null } {
  const [low, high] = chance.ci95;
  if (chance.share <= 0)
    return { chance: say("money.under", { value: percent(language, high, { figures: 2 }) }), interval: null };
  if (chance.share >= 1)
    return { chance: say("money.over", { value: percent(language, low, { figures: 2 }) }), interval: null };
  const round = (share: number): string => number(language, share * 100, { decimals: share < 0.1 ? 1 : 0 });
  return {
    chance: percent(language, chance.share, { figures: 2 }),
    interval: say("money.interval", { low: round(low), high: round(high) }),
  };
}
