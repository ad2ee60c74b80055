import { useCallback, useMemo } from "react";
import { flowTimeChart, flowTimeShares, type ChartLook } from "../../charts";
import type { LineFigures } from "../../measure";
import type { Shown } from "../../store";
import { number, percent, plusMinus } from "../../text";
import { useWords } from "../context";
import { halfWidth } from "../judge";
import { ChartFrame } from "./ChartFrame";
import { column, type ChartSheet } from "./chartSheet";
import { roundBins, unitOfTime } from "./flowTimeScale";
import { legendOf, sidesOf } from "./sides";

const quantiles = { p05: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95, p99: 0.99 } as const satisfies Partial<
  Record<keyof LineFigures["flowTime"], number>
>;

/** How long parts are in the line, as a histogram, today and with the plan. */
export function FlowTimeView({ shown }: { shown: Shown }) {
  const { say, language } = useWords();
  const sides = useMemo(() => sidesOf(shown, say), [shown, say]);
  const { unit, scale, shares } = useMemo(() => {
    const longest = Math.max(0, ...sides.map(({ of }) => of.figures.flowTime.p99.mean ?? 0)) * 1.1;
    const unit = unitOfTime(longest);
    const scale = roundBins(longest / unit.seconds);
    const width = scale.width * unit.seconds;
    return { unit, scale, shares: sides.map(({ of }) => flowTimeShares(of.figures.flowTimes, width, scale.count)) };
  }, [sides]);
  const unitName = say(unit.key);
  const draw = useCallback(
    (look: ChartLook) => {
      const drawn = sides.map(({ of }, which) => {
        const { mean } = of.figures.flowTime.p50;
        return { shares: shares[which] ?? [], median: mean === null ? null : mean / unit.seconds };
      });
      const words = { x: say("flowTime.axis", { unit: unitName }), y: say("unit.percent"), more: say("flowTime.more") };
      return flowTimeChart(drawn, scale, words, look);
    },
    [sides, shares, scale, unit, unitName, say],
  );
  if (sides.every(({ of }) => of.figures.flowTimes.length === 0)) return null;
  const bins = Array.from({ length: scale.count + 1 }, (_, bin) => ({
    from: Number((bin * scale.width).toPrecision(6)),
    // what took longer has no end
    to: bin === scale.count ? null : Number(((bin + 1) * scale.width).toPrecision(6)),
  }));
  const heads = sides.map((side) =>
    column(say, say("chart.of", { side: side.name, name: say("flowTime.share") }), say("unit.percent")),
  );
  const sheet = (): ChartSheet => ({
    columns: [column(say, say("chart.from"), unitName), column(say, say("chart.to"), unitName), ...heads],
    rows: bins.map(({ from, to }, bin) => [from, to, ...shares.map((of) => of[bin] ?? 0)]),
  });
  return (
    <section className="xj-money-part" data-testid="flow-times">
      <h3>{say("flowTime.title")}</h3>
      <ChartFrame
        name="flow-times"
        title={say("flowTime.title")}
        label={say("flowTime.chart")}
        note={say("flowTime.note")}
        legend={legendOf(sides)}
        height={280}
        draw={draw}
        sheet={sheet}
        table={
          <>
            <table className="xj-table xj-narrow">
              <caption>{say("flowTime.quantiles", { unit: unitName })}</caption>
              <thead>
                <tr>
                  <th scope="col">{say("flowTime.quantile")}</th>
                  {sides.map((side) => (
                    <th key={side.mark} scope="col" className="xj-right">
                      {side.name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {Object.entries(quantiles).map(([which, share]) => (
                  <tr key={which}>
                    <th scope="row">{percent(language, share, { figures: 2 })}</th>
                    {sides.map(({ mark, of }) => {
                      const { mean, ci95 } = of.figures.flowTime[which as keyof typeof quantiles];
                      return (
                        <td key={mark} className="xj-right xj-number">
                          {mean === null
                            ? ""
                            : plusMinus(language, mean / unit.seconds, halfWidth(ci95) / unit.seconds)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
            <table className="xj-table xj-narrow">
              <caption>{say("flowTime.chart")}</caption>
              <thead>
                <tr>
                  <th scope="col">{say("flowTime.axis", { unit: unitName })}</th>
                  {heads.map((head) => (
                    <th key={head} scope="col" className="xj-right">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {bins.map(({ from, to }, bin) => (
                  <tr key={from}>
                    <th scope="row">
                      {to === null ? say("flowTime.from", { from }) : say("flowTime.fromTo", { from, to })}
                    </th>
                    {shares.map((of, which) => (
                      <td key={which} className="xj-right xj-number">
                        {number(language, of[bin] ?? 0, { decimals: 1 })}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        }
      />
    </section>
  );
}
