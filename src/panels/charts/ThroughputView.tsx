import { SegmentedControl } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import { throughputChart, type ChartLook, type ThroughputSide } from "../../charts";
import type { SeriesPeriod } from "../../measure";
import type { Shown } from "../../store";
import { dayTime, number, plusMinus } from "../../text";
import { useServices, useWords } from "../context";
import { halfWidth } from "../judge";
import { ChartFrame } from "./ChartFrame";
import { column, intervalCells, intervalColumns, type ChartSheet } from "./chartSheet";
import { legendOf, sidesOf } from "./sides";

const kinds = ["day", "shift"] as const;
type Kind = (typeof kinds)[number];
/** A period of which less than this was planned (the end of the warm-up, a Saturday morning) tells chance, not the line. */
const leastOfPeriod = 0.3;

/** Periods long enough to speak of a rate. */
function fullPeriods(periods: readonly SeriesPeriod[]): SeriesPeriod[] {
  const longest = Math.max(0, ...periods.map((period) => period.plannedSeconds));
  return periods.filter((period) => period.plannedSeconds > leastOfPeriod * longest);
}

interface Rate {
  mean: number;
  ci95: [number, number];
}
const rateOf = ({ good, plannedSeconds }: SeriesPeriod): Rate => {
  const hours = plannedSeconds / 3600;
  return { mean: good.mean / hours, ci95: [good.ci95[0] / hours, good.ci95[1] / hours] };
};

/** Good parts an hour, day by day or shift by shift, today and with the plan. */
export function ThroughputView({ shown }: { shown: Shown }) {
  const { say, language } = useWords();
  const { outputSeries } = useServices();
  const [kind, setKind] = useState<Kind>("day");
  const sides = useMemo(
    () =>
      sidesOf(shown, say).map((side) => {
        const { days, shifts } = outputSeries(side.of.results);
        return { ...side, day: fullPeriods(days), shift: fullPeriods(shifts) };
      }),
    [shown, say, outputSeries],
  );
  const periods = sides[0]?.[kind] ?? [];
  const draw = useCallback(
    (look: ChartLook) => {
      const drawn = sides.map((side): ThroughputSide => ({
        mean: side.of.figures.line.goodPerHour.mean,
        points: side[kind].map((period) => ({ day: period.endSeconds / 86_400, ...rateOf(period) })),
      }));
      return throughputChart(drawn, { x: say("throughput.axis"), y: say("unit.partsPerHour") }, look);
    },
    [sides, kind, say],
  );
  if (periods.length < 2) return null;
  const endOf = ({ endSeconds }: SeriesPeriod): string =>
    kind === "day"
      ? say("throughput.day", { n: Math.round(endSeconds / 86_400) })
      : dayTime(language, endSeconds * 1e6);
  const title = say(kind === "day" ? "throughput.title" : "throughput.titleShift");
  const sheet = (): ChartSheet => ({
    columns: [
      say("throughput.end"),
      column(say, say("throughput.planned"), say("unit.hours")),
      ...sides.flatMap((side) =>
        intervalColumns(
          say,
          say("chart.of", { side: side.name, name: say("throughput.good") }),
          say("unit.partsPerHour"),
        ),
      ),
    ],
    rows: periods.map((period, row) => [
      endOf(period),
      period.plannedSeconds / 3600,
      ...sides.flatMap((side) => {
        const own = side[kind][row];
        return intervalCells(own === undefined ? null : rateOf(own));
      }),
    ]),
  });
  return (
    <section className="xj-money-part" data-testid="throughput">
      <div className="xj-money-head">
        <h3>{title}</h3>
        {(sides[0]?.shift.length ?? 0) > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={say("throughput.by")}
            value={kind}
            onChange={(value) => setKind(kinds.find((each) => each === value) ?? "day")}
            data={kinds.map((value) => ({ value, label: say(`throughput.by.${value}`) }))}
          />
        )}
      </div>
      <ChartFrame
        name={`output-by-${kind}`}
        title={title}
        label={say("throughput.chart")}
        note={say("throughput.note")}
        legend={legendOf(sides)}
        height={280}
        draw={draw}
        sheet={sheet}
        table={
          <div className="xj-scroll-table" tabIndex={0} role="region" aria-label={title}>
            <table className="xj-table xj-narrow">
              <caption>{say("throughput.chart")}</caption>
              <thead>
                <tr>
                  <th scope="col">{say("throughput.end")}</th>
                  <th scope="col" className="xj-right">
                    {column(say, say("throughput.planned"), say("unit.hours"))}
                  </th>
                  {sides.map((side) => (
                    <th key={side.mark} scope="col" className="xj-right">
                      {column(say, side.name, say("unit.partsPerHour"))}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {periods.map((period, row) => (
                  <tr key={period.endSeconds}>
                    <th scope="row">{endOf(period)}</th>
                    <td className="xj-right xj-number">{number(language, period.plannedSeconds / 3600)}</td>
                    {sides.map((side) => {
                      const own = side[kind][row];
                      const rate = own === undefined ? null : rateOf(own);
                      return (
                        <td key={side.mark} className="xj-right xj-number">
                          {rate === null ? "" : plusMinus(language, rate.mean, halfWidth(rate.ci95))}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        }
      />
    </section>
  );
}
