import { SegmentedControl } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import { paretoChart, type ChartLook } from "../../charts";
import { useApp, type Advice, type FrontGoal, type PlannerLimits } from "../../store";
import { moneyColumn } from "../../text";
import { ChartFrame } from "../charts/ChartFrame";
import { intervalColumns, type ChartSheet } from "../charts/chartSheet";
import { allowedSets, goals, goalValue, idOfSet, paretoPoints } from "./paretoPoints";
import { ParetoTable } from "./ParetoTable";
import { marksOf } from "./planWords";
import { useOpenPlan } from "./PortfolioRow";
import { usePlanWords } from "./usePlanWords";

/** What one more yuan buys: investment against value, output, labour or defects. A click opens the set. */
export function ParetoView({ advice, limits }: { advice: Advice; limits: PlannerLimits }) {
  const words = usePlanWords();
  const { say, language } = words;
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
  const draw = useCallback(
    (look: ChartLook) => {
      const markOf = (ids: readonly string[]): string => marksOf(words, ids);
      const points = paretoPoints({ advice, limits, goal, column, choice, language, markOf, unit });
      return paretoChart(points, { x: say("planner.investment", { unit: column.unit }), y }, look);
    },
    [advice, limits, goal, column, choice, language, words, unit, y, say],
  );
  const sheet = (): ChartSheet => {
    const front = new Set(advice.fronts[goal].map((p) => idOfSet(p.ids)));
    // one unit for money in every file: yuan
    const scale = goal === "npv" ? column.divisor : 1;
    const name = say(`planner.goalName.${goal}`);
    return {
      columns: [
        say("planner.set"),
        say("planner.investment", { unit: say("unit.yuan") }),
        ...intervalColumns(say, name, goal === "npv" ? say("unit.yuan") : unit),
        say("planner.onFront"),
      ],
      rows: allowedSets(advice, limits).map((p) => {
        const { mean, half } = goalValue(goal, p, column);
        const figures = [mean, mean - half, mean + half].map((value) => value * scale);
        return [marksOf(words, p.ids), p.investment, ...figures, front.has(idOfSet(p.ids)) ? say("planner.yes") : ""];
      }),
    };
  };
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
      <ChartFrame
        name="plans"
        title={say("planner.pareto")}
        note={say("planner.paretoLegend")}
        draw={draw}
        belongs={{ runs: "line", basis: null }}
        sheet={sheet}
        label={say("planner.paretoChart", { y })}
        height={360}
        onPick={(name) => {
          const found = advice.list.find((p) => idOfSet(p.ids) === name);
          if (found !== undefined) open(found.ids);
        }}
        table={<ParetoTable advice={advice} limits={limits} goal={goal} column={column} y={y} />}
      />
    </section>
  );
}
