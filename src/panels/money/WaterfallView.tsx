import { useMemo } from "react";
import { Chart, waterfallChart, type WaterfallBar } from "../../charts";
import type { MoneyResult } from "../../finance";
import { useApp } from "../../store";
import { money, moneyColumn, tLoose } from "../../text";
import { useWords } from "../context";
import { useLook } from "../useLook";
import { coarse } from "./coarse";
import { stepsToNpv } from "./presentValues";

/** From the investment to the net present value: which line brings it, which eats it, what hangs on a subsidy. */
export function WaterfallView({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const look = useLook();
  const rate = useApp((state) => state.history.present.scenario.economics.discountRate);
  const years = result.cashFlow.horizonYears;
  const { bars, column } = useMemo(() => {
    const { steps, subsidy } = stepsToNpv(result, rate);
    const without = result.project.withoutSubsidy.atMean.npv;
    const unit = moneyColumn(language, [without, ...steps.map((step) => step.yuan)]);
    const bar = (label: string, yuan: number, kind: WaterfallBar["kind"]): WaterfallBar => ({
      label,
      amount: coarse(language, unit, yuan, true),
      value: yuan / unit.divisor,
      kind,
    });
    const list = steps.map(({ line, count, yuan }) =>
      bar(line === null ? say("money.smallLines", { n: count }) : tLoose(language, line.name), yuan, "step"),
    );
    const isHelped = Math.abs(subsidy) >= 1;
    list.push(bar(say(isHelped ? "money.npvWithout" : "money.npvShort"), without, "sum"));
    if (isHelped) {
      list.push(bar(say("money.subsidyAfterTax"), subsidy, "uncertain"));
      list.push(bar(say("money.npvWith"), result.project.withSubsidy.atMean.npv, "sum"));
    }
    return { bars: list, column: unit };
  }, [result, rate, language, say]);
  const options = useMemo(() => waterfallChart(bars, look), [bars, look]);
  return (
    <section className="xj-money-part" data-testid="waterfall">
      <h3>{say("money.waterfall", { years, unit: column.unit.replaceAll(" ", "\u00A0") })}</h3>
      <Chart
        options={options}
        label={say("money.waterfallChart", { years, unit: column.unit })}
        height={bars.length * 25 + 10}
        waiting={say("details.chartWaiting")}
        tableLabel={say("details.asTable")}
        table={
          <table className="xj-table">
            <caption>{say("money.waterfallCaption", { unit: column.unit })}</caption>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.label} className={bar.kind === "sum" ? "xj-total" : undefined}>
                  <th scope="row">{bar.label}</th>
                  <td className="xj-right xj-number">{bar.amount}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
      <p className="xj-note">
        {say("money.waterfallNote", { p50: money(language, result.doubt.npv.p50 ?? Number.NaN, { headline: true }) })}
      </p>
    </section>
  );
}
