import { SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { Chart, paretoChart } from "../../charts";
import { useApp, type Advice, type FrontGoal, type PlannerLimits } from "../../store";
import { moneyColumn } from "../../text";
import { useLook } from "../useLook";
import { goals, idOfSet, paretoPoints } from "./paretoPoints";
import { ParetoTable } from "./ParetoTable";
import { marksOf } from "./planWords";
import { useOpenPlan } from "./PortfolioRow";
import { usePlanWords } from "./usePlanWords";

/** What one more yuan buys: investment against value, output, labour or defects. A click opens the set. */
export function ParetoView({ advice, limits }: { advice: Advice; limits: PlannerLimits }) {
  const words = usePlanWords();
  const { say, language } = words;
  const look = useLook();
  const open = useOpenPlan();
  const choice = useApp((state) => state.choice);
  const [goal, setGoal] = useState<FrontGoal>("npv");
  const column = useMemo(
    () =>
      moneyColumn(
        language,
        advice.list.flatMap((p) => [p.investment, p.npv.mean]),
      ),
    [language, advice],
  );
  const unit = goal === "npv" ? column.unit : say(goal === "defects" ? "planner.points" : "unit.percent");
  const y = say(`planner.axis.${goal}`, { unit });
  const options = useMemo(() => {
    const markOf = (ids: readonly string[]): string => marksOf(words, ids);
    const points = paretoPoints({ advice, limits, goal, column, choice, language, markOf, unit });
    return paretoChart(points, { x: say("planner.investment", { unit: column.unit }), y }, look);
  }, [advice, limits, goal, column, choice, language, words, unit, y, say, look]);
  return (
    <section className="xj-money-part" data-testid="planner-pareto">
      <div className="xj-money-head">
        <h3>{say("planner.pareto")}</h3>
        <SegmentedControl
          size="xs"
          aria-label={say("planner.goal")}
          value={goal}
          onChange={(value) => setGoal(goals.find((each) => each === value) ?? "npv")}
          data={goals.map((value) => ({ value, label: say(`planner.goalName.${value}`) }))}
        />
      </div>
      <p className="xj-note">{say("planner.paretoLegend")}</p>
      <Chart
        options={options}
        label={say("planner.paretoChart", { y })}
        height={360}
        waiting={say("details.chartWaiting")}
        tableLabel={say("details.asTable")}
        onPick={(name) => {
          const found = advice.list.find((p) => idOfSet(p.ids) === name);
          if (found !== undefined) open(found.ids);
        }}
        table={<ParetoTable advice={advice} limits={limits} goal={goal} column={column} y={y} />}
      />
    </section>
  );
}
