import type { MoneyResult } from "../../finance";
import { money } from "../../text";
import { useWords } from "../context";
import { backSentence, chanceWords } from "./backWords";

/** The money of a plan in one breath: in, back, chance of never, worst. */
export function MoneySentence({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const { total } = result.investment;
  const years = result.cashFlow.horizonYears;
  const plain = { headline: true };
  const range = { low: money(language, total.low, plain), high: money(language, total.high, plain) };
  const isBought = total.likely > 0;
  const never = chanceWords(result.doubt.never, say, language);
  const sentences = [
    isBought
      ? say("money.sayInvest", { likely: money(language, total.likely, plain), ...range })
      : total.high > 0
        ? say("money.sayNoInvestment", { high: range.high })
        : say("sentence.noPrice"),
    ...(total.high > 0
      ? [
          backSentence(result, say, language),
          never.interval === null
            ? say("money.sayNeverSure", { years, chance: never.chance })
            : say("money.sayNever", { years, chance: never.chance, interval: never.interval }),
        ]
      : []),
    say(result.worst.npv < 0 ? "money.sayWorstLoss" : "money.sayWorstGain", {
      years,
      amount: money(language, Math.abs(result.worst.npv), plain),
    }),
  ];
  return (
    <div className="xj-money-sentence" data-testid="money-sentence">
      <p>
        {result.wayIs === "estimated" && <Estimated />}
        {sentences.filter((sentence) => sentence !== "").join(language === "zh" ? "" : " ")}
      </p>
      <p className="xj-note">{say("money.sayBasis", { draws: result.doubt.draws })}</p>
    </div>
  );
}

/** 估: the way there is not simulated yet. */
export function Estimated() {
  const { say } = useWords();
  return (
    <span className="xj-badge" title={say("money.estimatedMeans")} data-testid="estimated">
      {say("money.estimated")}
    </span>
  );
}
