import { useCallback, useMemo } from "react";
import { roadMapChart, roadMapHeight, type ChartLook, type LegendEntry } from "../../charts";
import type { Advice, RoadMap } from "../../store";
import { money, moneyColumn, number } from "../../text";
import { planMark } from "../planMark";
import { ChartFrame } from "../charts/ChartFrame";
import { column as headOf, type ChartSheet } from "../charts/chartSheet";
import { isAtOnce, stepByStep, stepName } from "./planWords";
import { RoadMapTable } from "./RoadMapTable";
import { usePlanWords } from "./usePlanWords";

/** Months worth seeing: until everything runs and the money is back, a year at least. */
export function lastMonthOf(maps: readonly RoadMap[]): number {
  const all = maps.map(({ cumulative, steps }) => {
    const lastOut = cumulative.findLastIndex((sum) => sum < 0);
    return Math.max(lastOut, ...steps.map((step) => step.goLive)) + 4;
  });
  const most = Math.min(...maps.map((map) => map.cumulative.length - 1));
  return Math.min(most, Math.max(12, Math.ceil(Math.max(...all))));
}

/** When to order what, when it runs, and the cash under it; beside it what ordering all at once would be. */
export function RoadMapView({ advice }: { advice: Advice }) {
  const words = usePlanWords();
  const { say, language, scenario } = words;
  const { order } = advice;
  const best = order?.best ?? null;
  const other = useMemo(() => {
    if (order === null || best === null || best.steps.length < 2) return null;
    return isAtOnce(best) ? stepByStep(order) : order.atOnce;
  }, [order, best]);
  const column = useMemo(() => moneyColumn(language, best === null ? [] : [best.peakCash, best.npv]), [language, best]);
  const draw = useCallback(
    (look: ChartLook) => {
      if (best === null) return {};
      const lastMonth = lastMonthOf(other === null ? [best] : [best, other]);
      const scaled = (values: readonly number[]): number[] => values.map((yuan) => yuan / column.divisor);
      const month = (value: number): string => number(language, value, { decimals: 1 });
      const bars = best.steps.map((step) => ({
        label: planMark(scenario, step.id),
        order: step.order,
        goLive: step.goLive,
        note:
          step.order === 0
            ? say("planner.roadNoteNow", { live: month(step.goLive) })
            : say("planner.roadNote", { order: step.order, live: month(step.goLive) }),
      }));
      return roadMapChart(
        { bars, cash: scaled(best.cumulative), other: other === null ? null : scaled(other.cumulative), lastMonth },
        { month: say("planner.monthAxis"), unit: column.unit },
        look,
      );
    },
    [best, other, column, language, scenario, say],
  );
  if (order === null) return null;
  if (best === null)
    return (
      <section className="xj-money-part" data-testid="planner-road">
        <h3>{say("planner.road")}</h3>
        <p>{say("planner.noOrder", { peak: money(language, order.atOnce.peakCash, { headline: true }) })}</p>
      </section>
    );
  const otherName = say(isAtOnce(best) ? "planner.legendStepwise" : "planner.legendAtOnce");
  const legend: LegendEntry[] = [
    { mark: "bar", text: say("planner.legendStep") },
    { mark: "line", text: say("planner.legendCash") },
    ...(other === null ? [] : [{ mark: "dashed" as const, text: otherName }]),
  ];
  // month by month: the steps that are ordered or go live in it, and the cash
  const sheet = (): ChartSheet => {
    const stepsAt = (which: "order" | "goLive", month: number): string =>
      best.steps
        .filter((step) => Math.floor(step[which]) === month)
        .map((step) => stepName(words, step.id))
        .join("; ");
    return {
      columns: [
        say("planner.monthAxis"),
        say("planner.orderedThen"),
        say("planner.liveThen"),
        headOf(say, say("planner.legendCash"), say("unit.yuan")),
        ...(other === null
          ? []
          : [headOf(say, say("chart.of", { side: otherName, name: say("planner.legendCash") }), say("unit.yuan"))]),
      ],
      rows: best.cumulative.map((yuan, month) => [
        month,
        stepsAt("order", month),
        stepsAt("goLive", month),
        yuan,
        ...(other === null ? [] : [other.cumulative[month] ?? null]),
      ]),
    };
  };
  return (
    <section className="xj-money-part" data-testid="planner-road">
      <h3>{say("planner.road")}</h3>
      <ChartFrame
        name="road-map"
        title={say("planner.road")}
        legend={legend}
        draw={draw}
        belongs={{ runs: "line", basis: null }}
        sheet={sheet}
        label={say("planner.roadChart", { unit: column.unit })}
        height={roadMapHeight(best.steps.length)}
        table={<RoadMapTable map={best} column={column} />}
      />
      {other !== null && <Comparison best={best} other={other} />}
    </section>
  );
}

function Comparison({ best, other }: { best: RoadMap; other: RoadMap }) {
  const { say, language } = usePlanWords();
  const yuan = (value: number): string => money(language, value, { headline: true });
  const params = {
    npv: yuan(best.npv),
    peak: yuan(best.peakCash),
    otherNpv: yuan(other.npv),
    otherPeak: yuan(other.peakCash),
  };
  return (
    <>
      <p data-testid="planner-at-once">
        {say(
          isAtOnce(best) ? "planner.atOnceBetter" : isAtOnce(other) ? "planner.stepwiseBetter" : "planner.otherOrder",
          params,
        )}
      </p>
      <p className="xj-note">{say("planner.roadBasis")}</p>
    </>
  );
}
