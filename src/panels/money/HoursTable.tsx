import type { MoneyResult } from "../../finance";
import { paidHoursPerPerson } from "../../model";
import { useApp } from "../../store";
import { nameOf, number, plusMinus } from "../../text";
import { useWords } from "../context";
import { halfWidth } from "../judge";

/** What is freed is hours first; a person is only freed where the hours of one pool come to a whole one. */
export function HoursTable({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const { operators: before, calendar } = useApp((state) => state.history.present.scenario.line);
  const hoursOfOne = paidHoursPerPerson(calendar);
  const after = useApp((state) => state.shown?.plan?.line.operators);
  const nameOfPool = (id: string): string =>
    nameOf(language, [...before, ...(after ?? [])].find((pool) => pool.id === id)?.name, id);
  if (result.hours.length === 0) return <p className="xj-note">{say("money.noPools")}</p>;
  const hours = (value: { mean: number; ci95: [number, number] }, signed = false): string =>
    plusMinus(language, value.mean, halfWidth(value.ci95), { figures: 3, signed });
  return (
    <table className="xj-table" data-testid="hours">
      <caption>{say("money.hoursCaption", { hours: number(language, hoursOfOne, { decimals: 0 }) })}</caption>
      <thead>
        <tr>
          <th scope="col">{say("money.pool")}</th>
          <th scope="col" className="xj-right">
            {say("money.busyBefore")}
          </th>
          <th scope="col" className="xj-right">
            {say("money.busyAfter")}
          </th>
          <th scope="col" className="xj-right">
            {say("money.freed")}
          </th>
          <th scope="col">{say("money.asPeople")}</th>
        </tr>
      </thead>
      <tbody>
        {result.hours.map((pool) => (
          <tr key={pool.id}>
            <th scope="row">{nameOfPool(pool.id)}</th>
            <td className="xj-right xj-number">{hours(pool.before)}</td>
            <td className="xj-right xj-number">{hours(pool.after)}</td>
            <td className="xj-right xj-number">{hours(pool.freed, true)}</td>
            <td>{people(pool.freed.mean)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

  function people(freed: number): string {
    const n = Math.abs(freed) / hoursOfOne;
    // rounded down: 0.97 of a person is not a person
    const shown = number(language, Math.floor(n * 10 + 1e-9) / 10, { decimals: 1 });
    if (n < 0.1) return say("money.noPeople");
    if (freed < 0) return say("money.morePeople", { n: shown });
    return n < 1 ? say("money.notOnePerson", { n: shown }) : say("money.freedPeople", { n: shown });
  }
}
