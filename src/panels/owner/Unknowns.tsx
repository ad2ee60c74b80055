import type { OwnerAdvice } from "../../store";
import { figure } from "./NumberAnswer";
import { npvSpread, type DecisionWords } from "./decisionWords";

/** Three are enough for a week. */
const most = 3;

/** What is not known and matters most for the first way, with what each may do to its value, and how to measure it this week. */
export function Unknowns({ words, advice, pace }: { words: DecisionWords; advice: OwnerAdvice; pace: string }) {
  const { say, language } = words;
  // the template's times were not measured in this plant, however well the output fits
  const known = advice.unknowns.slice(0, most - 1);
  return (
    <section className="xj-owner-unknown" aria-labelledby="xj-owner-unknown" data-testid="owner-unknown">
      <h3 id="xj-owner-unknown">
        {say("owner.unknown")} <span className="xj-sub">{say("owner.measureTitle")}</span>
      </h3>
      <ol>
        {known.map(({ id, range: [low, high], npv: [from, to] }) => (
          <li key={id}>
            <strong>{say(`owner.short.${id}`)}</strong>
            {(from.mean < 0 || to.mean < 0) && <span className="xj-badge">{say("owner.unknownFlips")}</span>}
            <span className="xj-sub xj-number">
              {say("owner.unknownRange", {
                low: figure(language, id, low),
                high: figure(language, id, high),
                unit: say(`owner.unit.${id}`),
                from: npvSpread(words, from),
                to: npvSpread(words, to),
              })}
            </span>
            <span>{say(`owner.measure.${id as "price"}`)}</span>
          </li>
        ))}
        <li>
          <strong>{say("owner.timesName", { pace })}</strong>
          <span>{say("owner.measure.times", { pace })}</span>
        </li>
      </ol>
    </section>
  );
}
