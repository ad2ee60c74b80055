import { useCallback, useMemo } from "react";
import { intervalBarsChart, intervalBarsHeight, type ChartLook, type IntervalBar } from "../../charts";
import type { HeldBack, PeriodBottlenecks } from "../../measure";
import { useApp } from "../../store";
import { number, percent } from "../../text";
import { ChartFrame } from "../charts/ChartFrame";
import { intervalCells, intervalColumns, type ChartSheet } from "../charts/chartSheet";
import { useWords } from "../context";
import { useLineNames } from "./useLineNames";

const mostBars = 8;
/** Below half a percent of the time it has been nobody's bottleneck. */
const leastShare = 0.005;

const inPercent = ({ mean, ci95 }: HeldBack["all"]): { mean: number; ci95: [number, number] } => ({
  mean: mean * 100,
  ci95: [ci95[0] * 100, ci95[1] * 100],
});

/** How long each place was the bottleneck, alone and while it shifted, over the runs of a week. */
export function HeldBackView({ period }: { period: PeriodBottlenecks }) {
  const { say, language } = useWords();
  const nameOf = useLineNames();
  const side = useApp((state) => state.studies.bottleneck.side);
  const rows = useMemo(
    () => period.shares.filter(({ all }) => all.mean >= leastShare).slice(0, mostBars),
    [period.shares],
  );
  const draw = useCallback(
    (look: ChartLook) => {
      const bars = rows.map(({ kind, id, all, sole }): IntervalBar => ({
        label: nameOf(id, kind),
        ...inPercent(all),
        full: sole.mean * 100,
        tone: "gain",
      }));
      return intervalBarsChart(bars, { axis: say("bottleneck.shareAxis") }, look);
    },
    [rows, nameOf, say],
  );
  const sheet = (): ChartSheet => ({
    columns: [
      say("bottleneck.place"),
      ...intervalColumns(say, say("bottleneck.all"), say("unit.percent")),
      ...intervalColumns(say, say("bottleneck.sole"), say("unit.percent")),
    ],
    rows: period.shares.map(({ kind, id, all, sole }) => [
      nameOf(id, kind),
      ...intervalCells(all, 100),
      ...intervalCells(sole, 100),
    ]),
  });
  const basis = say("bottleneck.sharesLegend", {
    runs: period.runs,
    hours: number(language, period.hours, { decimals: 0 }),
  });
  return (
    <section className="xj-money-part">
      <h3>{say("bottleneck.shares")}</h3>
      <ChartFrame
        name="bottlenecks"
        title={say("bottleneck.shares")}
        note={basis}
        draw={draw}
        belongs={{ runs: side, basis: null }}
        sheet={sheet}
        label={say("bottleneck.shares")}
        height={intervalBarsHeight(rows.length)}
        table={
          <table className="xj-table xj-study-table" data-testid="bottleneck-shares">
            <caption>{basis}</caption>
            <thead>
              <tr>
                <th scope="col">{say("bottleneck.place")}</th>
                <th scope="col" className="xj-right">
                  {say("bottleneck.all")}
                </th>
                <th scope="col" className="xj-right">
                  {say("bottleneck.sole")}
                </th>
              </tr>
            </thead>
            <tbody>
              {period.shares.map(({ kind, id, all, sole }) => (
                <tr key={`${kind} ${id}`} data-place={id}>
                  <th scope="row">{nameOf(id, kind)}</th>
                  <td className="xj-right xj-number">{percent(language, all)}</td>
                  <td className="xj-right xj-number">{percent(language, sole)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
    </section>
  );
}
