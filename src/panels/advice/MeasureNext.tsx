import type { Studies } from "../../store";
import { moneyColumn, percent, plusMinus } from "../../text";
import { halfWidth } from "../judge";
import type { DoubtWords, Input } from "./doubtWords";

type Information = NonNullable<Studies["doubt"]["answer"]>["information"];
const mostRows = 6;
/** Below a percent of the doubt nothing is gained by knowing it. */
const leastShare = 0.01;

/** Which unknown to find out first, what knowing it would be worth, and how to find out. */
export function MeasureNext({
  information,
  inputs,
  words,
}: {
  information: Information;
  inputs: readonly Input[];
  words: DoubtWords;
}) {
  const { say, language } = words;
  const turns = information.measureNext !== null;
  const rows = information.inputs
    .filter(({ value, secures }) => value.mean > 0 || secures >= leastShare)
    .sort((a, b) => (turns ? b.value.mean - a.value.mean : 0) || b.secures - a.secures)
    .slice(0, mostRows);
  const column = moneyColumn(language, [information.everything.ci95[1]]);
  const everything = information.everything;
  const all = `${plusMinus(language, everything.mean / column.divisor, halfWidth(everything.ci95) / column.divisor)} ${column.unit}`;
  return (
    <section className="xj-money-part">
      <h3 id="xj-measure-next">{say("doubt.measureTitle")}</h3>
      <p className="xj-note">
        {information.everything.mean > 0
          ? say(turns ? "doubt.measureTurns" : "doubt.measureTurnsNot", { all })
          : say("doubt.measureNever")}
      </p>
      <div className="xj-scroll-x" tabIndex={0} role="region" aria-labelledby="xj-measure-next">
        <table className="xj-table xj-study-table" data-testid="measure-next">
          <thead>
            <tr>
              <th scope="col">{say("doubt.input")}</th>
              <th scope="col" className="xj-right">
                {say("doubt.worth", { unit: column.unit })}
              </th>
              <th scope="col" className="xj-right">
                {say("doubt.secures")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, value, secures, measure }) => (
              <tr key={id} data-input={id}>
                <th scope="row">
                  {words.inputName(inputs, id)}
                  <span className="xj-term">{words.worded(measure)}</span>
                </th>
                <td className="xj-right xj-number">
                  {plusMinus(language, value.mean / column.divisor, halfWidth(value.ci95) / column.divisor)}
                </td>
                <td className="xj-right xj-number">{percent(language, secures, { figures: 2 })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
