import type { MoneyResult } from "../finance";
import type { Difference } from "../measure";
import { planOf, useApp, type Shown } from "../store";
import { money, nameOf, payback, quantity } from "../text";
import { useWords } from "./context";
import { judge } from "./judge";

/** One sentence an owner can repeat: what happens to output, what it costs, when the money is back. */
export function PlanSentence({ shown, output }: { shown: Shown; output: Difference }) {
  const { say, language } = useWords();
  const scenario = useApp((state) => state.history.present.scenario);
  const result = useApp((state) => state.money);
  const plan = planOf(scenario, shown.choice);
  const judgement = judge(output, shown.baseline.complete);
  const size = { mean: Math.abs(output.mean), ci95: output.ci95 };
  const parts = quantity(language, size, { unit: "unit.parts" });
  const name = plan?.name !== undefined ? nameOf(language, plan.name, plan.id) : shown.choice.join(" + ");
  const what =
    judgement !== "proven"
      ? say(`sentenceWhat.${judgement}`)
      : output.mean > 0
        ? say("sentence.more", { parts })
        : say("sentence.fewer", { parts });
  return (
    <div className="xj-headline">
      <h3>{name}</h3>
      <p data-testid="sentence">
        {what}
        {result !== null && `${language === "zh" ? "" : " "}${moneySentence()}`}
      </p>
    </div>
  );

  function moneySentence(): string {
    if (result === null) return "";
    const invested = result.investment.total.likely;
    const years = result.project.withoutSubsidy.atMean.simplePayback.years;
    const buy =
      invested > 0
        ? say("sentence.invest", { amount: money(language, invested, { headline: true }) })
        : say("sentence.noInvestment");
    const yearly = yearlyCost(result);
    const more = yearly > 500 ? say("sentence.costs", { amount: money(language, yearly, { headline: true }) }) : "";
    const less = yearly < -500 ? say("sentence.saves", { amount: money(language, -yearly, { headline: true }) }) : "";
    const back =
      result.annualGain.mean <= 0
        ? say("sentence.noGain")
        : invested > 0
          ? say("sentence.back", { payback: payback(language, years, result.cashFlow.horizonYears, invested) })
          : "";
    return [buy, more, less, back].filter((part) => part !== "").join(language === "zh" ? "" : " ");
  }
}

/** Wages and running cost a year once everything runs (the second year stands for it), yuan; negative = saved. */
function yearlyCost(result: MoneyResult): number {
  const second = (key: "labour" | "opex"): number =>
    result.cashFlow.lines.find((line) => line.key === key)?.years[2]?.mean ?? 0;
  return -(second("labour") + second("opex"));
}
