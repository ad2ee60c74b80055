import type { RoadMap } from "../../store";
import { number, type MoneyColumn } from "../../text";
import { coarse } from "../money/coarse";
import { stepName } from "./planWords";
import { usePlanWords } from "./usePlanWords";

/** The road map in figures: each step, then the cash month by month. */
export function RoadMapTable({ map, column }: { map: RoadMap; column: MoneyColumn }) {
  const words = usePlanWords();
  const { say, language } = words;
  const one = (value: number): string => number(language, value, { decimals: 1 });
  const quarters = Array.from({ length: Math.floor((map.cumulative.length - 1) / 6) + 1 }, (_, i) => i * 6);
  return (
    <>
      <table className="xj-table xj-narrow">
        <caption>{say("planner.road")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("cli.roadStep")}</th>
            <th scope="col" className="xj-right">
              {say("planner.orderMonth")}
            </th>
            <th scope="col" className="xj-right">
              {say("planner.liveMonth")}
            </th>
            <th scope="col" className="xj-right">
              {say("planner.outputThen")}
            </th>
            <th scope="col" className="xj-right">
              {say("planner.cashOut", { unit: column.unit })}
            </th>
          </tr>
        </thead>
        <tbody>
          {map.steps.map((step) => (
            <tr key={step.id}>
              <th scope="row">{stepName(words, step.id)}</th>
              <td className="xj-right xj-number">{one(step.order)}</td>
              <td className="xj-right xj-number">{one(step.goLive)}</td>
              <td className="xj-right xj-number">{one(step.goodPerHour)}</td>
              <td className="xj-right xj-number">{coarse(language, column, step.cashOut)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="xj-table xj-narrow">
        <caption>{say("planner.cashByMonth")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("planner.monthAxis")}</th>
            <th scope="col" className="xj-right">
              {column.unit}
            </th>
          </tr>
        </thead>
        <tbody>
          {quarters.map((month) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td className="xj-right xj-number">{coarse(language, column, map.cumulative[month] ?? 0, true)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
