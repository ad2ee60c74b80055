import type { Scenario } from "../../model";
import type { OrderAnswer, Portfolio, RoadMap } from "../../store";
import { money, moneyColumn, nameOf, number, percent, plusMinus, type Language } from "../../text";
import type { Say } from "../context";
import { halfWidth } from "../judge";
import { planMark, planMarks } from "../planMark";
import type { WhyNot } from "./whyNot";

export interface PlanWords {
  say: Say;
  language: Language;
  scenario: Scenario;
}

/** "每班增加一名调机工（D）" */
export function stepName({ say, language, scenario }: PlanWords, id: string): string {
  const name = nameOf(language, scenario.retrofits.find((r) => r.id === id)?.name, id);
  return say("planner.named", { name, mark: planMark(scenario, id) });
}

export const marksOf = ({ scenario }: PlanWords, ids: readonly string[]): string => planMarks(scenario, ids);

/** A chance estimated from what was seen: never 0 or 100 %. */
export function chanceInWords({ language }: PlanWords, share: number): string {
  if (share > 0.99) return `> ${percent(language, 0.99, { figures: 2 })}`;
  if (share < 0.01) return `< ${percent(language, 0.01, { figures: 1 })}`;
  return percent(language, share, { figures: 2 });
}

/** "835 ± 39 万元", "¥8.35 ± 0.39 million": one unit for both, rounded at the same place. */
export function withHalf({ language, say }: PlanWords, mean: number, half: number): string {
  const { unit, divisor } = moneyColumn(language, [mean]);
  const figures = plusMinus(language, Math.abs(mean) / divisor, half / divisor);
  return say("planner.amount", { sign: mean < 0 ? "−" : "", figures, unit: unit.replace("¥", "").trim() }).trim();
}

export const npvInWords = (words: PlanWords, { npv }: Pick<Portfolio, "npv">): string =>
  withHalf(words, npv.mean, halfWidth(npv.ci95));

export function headsInWords({ language, say }: PlanWords, heads: number): string {
  if (heads === 0) return say("compare.same");
  return number(language, heads, { signed: true, decimals: Number.isInteger(heads) ? 0 : 1 });
}

const rateOf = ({ language }: PlanWords, rate: number, half: number): string =>
  `${plusMinus(language, rate, half, { signed: true })} %`;

/** One reason against buying a step yet, with its number. */
export function whyNotInWords(words: PlanWords, why: WhyNot, horizonYears: number): string {
  const { say, language } = words;
  const yuan = (amount: number): string => money(language, amount, { headline: true });
  switch (why.key) {
    case "tooDear":
      return say("planner.why.tooDear", { price: yuan(why.price) });
    case "notAlone":
      return say("planner.why.notAlone");
    case "overPeople":
      return say("planner.why.overPeople", { heads: headsInWords(words, why.heads) });
    case "overPayback":
      return why.years === null
        ? say("planner.why.overPaybackNever", { years: horizonYears })
        : say("planner.why.overPayback", { years: number(language, why.years, { decimals: 1 }) });
    case "losesOutput":
      return say("planner.why.losesOutput", { rate: rateOf(words, why.rate, why.half) });
    case "noDifference":
      return say("planner.why.noDifference", { rate: rateOf(words, why.rate, why.half) });
    case "unsureOutput":
      return say("planner.why.unsureOutput", { rate: rateOf(words, why.rate, why.half) });
    case "lessWithBest":
      return say("planner.why.lessWithBest", { amount: withHalf(words, why.behind, why.half) });
    case "onlyTogether":
      return say("planner.why.onlyTogether", { ids: marksOf(words, why.ids), more: yuan(why.more) });
    case "neverPays":
      return say("planner.why.neverPays", { years: horizonYears, npv: withHalf(words, why.npv, why.half) });
    case "unsurePays":
      return say("planner.why.unsurePays", { years: horizonYears, npv: withHalf(words, why.npv, why.half) });
    case "excludedByBest":
      return say("planner.why.excludedByBest", { name: stepName(words, why.id) });
    case "beyondWithBest":
      return say("planner.why.beyondWithBest");
    case "bestIsBetter":
      return say("planner.why.bestIsBetter", { npv: yuan(why.npv) });
  }
}

/** All ordered in one month. */
export const isAtOnce = (map: RoadMap): boolean => map.steps.every((step) => step.order === map.steps[0]?.order);

/** The best way to order one step after another, where there is one. */
export const stepByStep = (order: OrderAnswer): RoadMap | null =>
  [...(order.best === null ? [] : [order.best]), ...order.others].find((map) => !isAtOnce(map)) ?? null;
