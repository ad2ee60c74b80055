import { useMemo } from "react";
import { Chart, intervalBarsChart, intervalBarsHeight, type IntervalBar } from "../../charts";
import type { HeldBack, PeriodBottlenecks } from "../../measure";
import { number, percent } from "../../text";
import { useWords } from "../context";
import { useLook } from "../useLook";
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
  const look = useLook();
  const rows = useMemo(
    () => period.shares.filter(({ all }) => all.mean >= leastShare).slice(0, mostBars),
    [period.shares],
  );
  const options = useMemo(() => {
    const bars = rows.map(({ kind, id, all, sole }): IntervalBar => ({
      label: nameOf(id, kind),
      ...inPercent(all),
      full: sole.mean * 100,
      tone: "gain",
    }));
    return intervalBarsChart(bars, { axis: say("bottleneck.shareAxis") }, look);
  }, [rows, nameOf, say, look]);
  const basis = say("bottleneck.sharesLegend", {
    runs: period.runs,
    hours: number(language, period.hours, { decimals: 0 }),
  });
  return (
    <section className="xj-money-part">
      <h3>{say("bottleneck.shares")}</h3>
      <p className="xj-note">{basis}</p>
      <Chart
        options={options}
        label={say("bottleneck.shares")}
        height={intervalBarsHeight(rows.length)}
        waiting={say("details.chartWaiting")}
        tableLabel={say("details.asTable")}
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
