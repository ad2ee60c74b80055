import type { MoneyResult } from "../finance";
import type { Difference } from "../measure";
import { planOf, useApp, type Shown } from "../store";
import { money, nameOf, plusMinus, quantity, type Language } from "../text";
import { advise } from "./advice";
import { useWords, type Say } from "./context";
import { halfWidth, judge } from "./judge";
import { backSentence } from "./money/backWords";

/** What an owner can repeat: do it or not, what happens to output, what it costs and earns, when the money is back. */
export function PlanSentence({ shown, output }: { shown: Shown; output: Difference }) {
  const { say, language } = useWords();
  const scenario = useApp((state) => state.history.present.scenario);
  const result = useApp((state) => state.money);
  const plan = planOf(scenario, shown.choice);
  const isComplete = shown.baseline.complete;
  const judgement = judge(output, isComplete);
  const advice = advise(output, isComplete, result);
  const name = plan?.name !== undefined ? nameOf(language, plan.name, plan.id) : shown.choice.join(" + ");
  const join = (parts: string[]): string => parts.filter((part) => part !== "").join(language === "zh" ? "" : " ");
  return (
    <div className="xj-headline">
      <h3>{name}</h3>
      <p data-testid="sentence" data-advice={advice}>
        <strong>{say(`advice.${advice}`)}</strong>
        {join([what(), result === null ? "" : moneySentence(result)])}
      </p>
    </div>
  );

  function what(): string {
    if (judgement === "proven") {
      const size = { mean: Math.abs(output.mean), ci95: output.ci95 };
      return say(output.mean > 0 ? "sentence.more" : "sentence.fewer", {
        parts: quantity(language, size, { unit: "unit.parts" }),
      });
    }
    const share = output.percent;
    const change =
      share === null
        ? plusMinus(language, output.mean, halfWidth(output.ci95), { signed: true })
        : `${plusMinus(language, share.mean, halfWidth(share.ci95), { signed: true })} %`;
    return say(`sentenceWhat.${judgement}`, { change });
  }

  function moneySentence(of: MoneyResult): string {
    const invested = of.investment.total.likely;
    const plain = { headline: true };
    const yearly = yearlyCost(of);
    return join([
      invested > 0
        ? say("sentence.invest", { amount: money(language, invested, plain) })
        : say(of.investment.total.high > 0 ? "sentence.noInvestment" : "sentence.noPrice"),
      yearly > 500 ? say("sentence.costs", { amount: money(language, yearly, plain) }) : "",
      yearly < -500 ? say("sentence.saves", { amount: money(language, -yearly, plain) }) : "",
      earned(of, say, language),
      of.annualGain.mean > 0 && invested > 0 ? backSentence(of, say, language) : "",
    ]);
  }
}

/** What is left over a year, with its interval; a sign only where the interval has one. */
function earned({ annualGain }: MoneyResult, say: Say, language: Language): string {
  const [low, high] = annualGain.ci95;
  const key = low > 0 ? "sentence.earns" : high < 0 ? "sentence.loses" : "sentence.earnsUnsure";
  const amount = key === "sentence.earnsUnsure" ? annualGain.mean : Math.abs(annualGain.mean);
  return say(key, {
    amount: money(language, amount, { headline: true, signed: key === "sentence.earnsUnsure" }),
    half: money(language, halfWidth(annualGain.ci95), { headline: true }),
  });
}

/** Wages and running cost a year once everything runs (the second year stands for it), yuan; negative = saved. */
function yearlyCost(result: MoneyResult): number {
  const second = (key: "labour" | "opex"): number =>
    result.cashFlow.lines.find((line) => line.key === key)?.years[2]?.mean ?? 0;
  return -(second("labour") + second("opex"));
}
