import { notToBuy, type OwnerAdvice } from "../../store";
import { money } from "../../text";
import { halfWidth } from "../judge";
import { npvSpread, objectionWords, optionName, reasonWords, type DecisionWords } from "./decisionWords";

const most = 3;

/** What not to buy yet, with the number that speaks against it. */
export function DontBuy({ words, advice }: { words: DecisionWords; advice: OwnerAdvice }) {
  const { say, language, scenario } = words;
  const { budget } = advice.line;
  // what the best way on this page leaves
  const best = Math.max(0, ...advice.options.map((option) => option.money.project.withoutSubsidy.npv.mean));
  const isBought = (id: string): boolean =>
    scenario.retrofits.find((retrofit) => retrofit.id === id)?.kind !== "organisation";
  const against = notToBuy(advice.found.steps, advice.options, budget, isBought).slice(0, most);
  return (
    <section className="xj-owner-dont" aria-labelledby="xj-owner-dont" data-testid="owner-dont">
      <h3 id="xj-owner-dont">{say("owner.dont")}</h3>
      {against.length === 0 && <p>{say("owner.dontNone")}</p>}
      <ul>
        {against.map(({ id, verdict, reasons, alone: { npv, investment } }) => (
          <li key={id}>
            <strong>{optionName(words, [id])}</strong>{" "}
            {reasons
              .slice(0, 2)
              .map((reason) => objectionWords(words, reason))
              .join(" ")}{" "}
            {npv.ci95[1] < 0 &&
              reasonWords(words, { key: "neverPays", npv: { mean: npv.mean, half: halfWidth(npv.ci95) } })}
            {verdict === null &&
              say(npv.ci95[0] > best ? "owner.dontBudgetBest" : "owner.dontBudget", {
                amount: money(language, investment, { headline: true }),
                years: scenario.economics.horizonYears,
                npv: npvSpread(words, npv),
              })}
          </li>
        ))}
      </ul>
    </section>
  );
}
