import { notToBuy, type OwnerAdvice } from "../../store";
import { objectionWords, optionName, reasonWords, type DecisionWords } from "./decisionWords";
import { halfWidth } from "../judge";

const most = 3;

/** What not to buy yet, with the number that speaks against it. */
export function DontBuy({ words, advice }: { words: DecisionWords; advice: OwnerAdvice }) {
  const { say, scenario } = words;
  const recommended = advice.recommended === null ? [] : (advice.options[advice.recommended]?.ids ?? []);
  const isBought = (id: string): boolean =>
    scenario.retrofits.find((retrofit) => retrofit.id === id)?.kind !== "organisation";
  const against = notToBuy(advice.found.steps, recommended, isBought).slice(0, most);
  return (
    <section className="xj-owner-dont" aria-labelledby="xj-owner-dont" data-testid="owner-dont">
      <h3 id="xj-owner-dont">{say("owner.dont")}</h3>
      {against.length === 0 && <p>{say("owner.dontNone")}</p>}
      <ul>
        {against.map(({ id, reasons, alone: { npv } }) => (
          <li key={id}>
            <strong>{optionName(words, [id])}</strong>{" "}
            {reasons
              .slice(0, 2)
              .map((reason) => objectionWords(words, reason))
              .join(" ")}{" "}
            {npv.ci95[1] < 0 &&
              reasonWords(words, { key: "neverPays", npv: { mean: npv.mean, half: halfWidth(npv.ci95) } })}
          </li>
        ))}
      </ul>
    </section>
  );
}
