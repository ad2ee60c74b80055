import type { MoneyResult } from "../../finance";
import { nameOf, money, payback, plusMinus, quantity, type Language } from "../../text";
import { planOf, type Shown } from "../../store";
import type { Scenario } from "../../model";
import { advise } from "../advice";
import type { Say } from "../context";
import { halfWidth, judge } from "../judge";
import { backWords, chanceWords } from "../money/backWords";

/** One message a view: a headline, one figure with its interval, and what it rests on. */
export interface Slide {
  id: "today" | "plan" | "back" | "worst" | "subsidy" | "verdict" | "choose";
  headline: string;
  figure: string | null;
  detail: string;
}

interface Given {
  scenario: Scenario;
  shown: Shown;
  money: MoneyResult | null;
  say: Say;
  language: Language;
}

/** What is shown, told in at most six views: the line today, the plan, money back, the worst, the subsidy, what to do. */
export function slidesOf({ scenario, shown, money: result, say, language }: Given): Slide[] {
  const run = shown.baseline.run;
  const basis = say("presenter.basis", { n: shown.baseline.results.length, hours: run.hours });
  const today: Slide = {
    id: "today",
    headline: say("presenter.today", { line: nameOf(language, scenario.meta.name) }),
    figure: quantity(language, shown.baseline.figures.line.goodPerYear, { unit: "unit.partsPerYear", figures: 4 }),
    detail: basis,
  };
  const plan = planOf(scenario, shown.choice);
  const output = shown.differences?.goodPerYear;
  if (plan === null || output === undefined)
    return [today, { id: "choose", headline: say("presenter.choose"), figure: null, detail: "" }];

  const isComplete = shown.baseline.complete;
  const name = plan.name === undefined ? shown.choice.join(" + ") : nameOf(language, plan.name, plan.id);
  const change =
    output.percent === null
      ? plusMinus(language, output.mean, halfWidth(output.ci95), { signed: true })
      : `${plusMinus(language, output.percent.mean, halfWidth(output.percent.ci95), { signed: true })} %`;
  const slides: Slide[] = [
    today,
    {
      id: "plan",
      headline: say("presenter.plan", { name }),
      figure: change,
      detail: `${say(`judge.${judge(output, isComplete)}`)} · ${basis}`,
    },
  ];
  if (result !== null) slides.push(...moneySlides(result, say, language));
  const advice = advise(output, isComplete, result);
  slides.push({ id: "verdict", headline: name, figure: say(`advice.${advice}`), detail: say("presenter.local") });
  return slides;
}

function moneySlides(result: MoneyResult, say: Say, language: Language): Slide[] {
  const { total } = result.investment;
  if (total.high <= 0) return [];
  const horizon = result.cashFlow.horizonYears;
  const never = chanceWords(result.doubt.never, say, language);
  const chance =
    never.interval === null ? never.chance : say("money.shareWith", { chance: never.chance, interval: never.interval });
  const slides: Slide[] = [
    {
      id: "back",
      headline: say("presenter.back", { amount: money(language, total.likely, { headline: true }) }),
      figure: backWords(result, say, language),
      detail: say("presenter.never", { years: horizon, chance }),
    },
    {
      id: "worst",
      headline: say("presenter.worst", { years: horizon }),
      figure: money(language, result.worst.npv, { headline: true, signed: true }),
      detail: say("money.worstMeans"),
    },
  ];
  const { amount } = result.policies.base;
  if (amount.high > 0) {
    const years = (of: "withSubsidy" | "withoutSubsidy"): string =>
      payback(language, result.project[of].atMean.simplePayback.years, horizon, total.likely);
    slides.push({
      id: "subsidy",
      headline: say("presenter.subsidy"),
      figure: say("money.subsidyUpTo", {
        likely: money(language, amount.likely, { headline: true }),
        high: money(language, amount.high, { headline: true }),
      }),
      detail: say("presenter.withAndWithout", { without: years("withoutSubsidy"), with: years("withSubsidy") }),
    });
  }
  return slides;
}
