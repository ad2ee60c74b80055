import type { Advice, FrontGoal, PlannerLimits } from "../../store";
import { plusMinus, type MoneyColumn } from "../../text";
import { coarse } from "../money/coarse";
import { allowedSets, goalValue, idOfSet } from "./paretoPoints";
import { marksOf } from "./planWords";
import { useOpenPlan } from "./PortfolioRow";
import { usePlanWords } from "./usePlanWords";

interface ParetoTableProps {
  advice: Advice;
  limits: PlannerLimits;
  goal: FrontGoal;
  column: MoneyColumn;
  y: string;
}

/** The points of the picture as rows, cheapest first; each opens its set. */
export function ParetoTable({ advice, limits, goal, column, y }: ParetoTableProps) {
  const words = usePlanWords();
  const { say, language } = words;
  const open = useOpenPlan();
  const front = new Set(advice.fronts[goal].map((p) => idOfSet(p.ids)));
  return (
    <table className="xj-table xj-narrow">
      <caption>{say("planner.paretoCaption")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("planner.set")}</th>
          <th scope="col" className="xj-right">
            {say("planner.investment", { unit: column.unit })}
          </th>
          <th scope="col" className="xj-right">
            {y}
          </th>
          <th scope="col">{say("planner.onFront")}</th>
        </tr>
      </thead>
      <tbody>
        {allowedSets(advice, limits)
          .sort((a, b) => a.investment - b.investment)
          .map((p) => {
            const { mean, half, isProven } = goalValue(goal, p, column);
            return (
              <tr key={idOfSet(p.ids)}>
                <th scope="row">
                  <button type="button" className="xj-link" onClick={() => open(p.ids)}>
                    {marksOf(words, p.ids)}
                  </button>
                </th>
                <td className="xj-right xj-number">{coarse(language, column, p.investment)}</td>
                <td className="xj-right xj-number">
                  {plusMinus(language, mean, half, { signed: true })}
                  {!isProven && <span className="xj-sub">{say("judge.uncertain")}</span>}
                </td>
                <td>{front.has(idOfSet(p.ids)) ? say("planner.yes") : ""}</td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}
