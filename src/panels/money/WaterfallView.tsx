import { useCallback, useMemo } from "react";
import { waterfallChart, type ChartLook, type WaterfallBar } from "../../charts";
import type { MoneyResult } from "../../finance";
import { useApp } from "../../store";
import { money, moneyColumn, tLoose } from "../../text";
import { ChartFrame } from "../charts/ChartFrame";
import { column as headOf, type ChartSheet } from "../charts/chartSheet";
import { useWords } from "../context";
import { coarse } from "./coarse";
import { stepsToNpv } from "./presentValues";

/** From the investment to the net present value: which line brings it, which eats it, what hangs on a subsidy. */
export function WaterfallView({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
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
  const draw = useCallback((look: ChartLook) => waterfallChart(bars, look), [bars]);
  const title = say("money.waterfall", { years, unit: column.unit.replaceAll(" ", "\u00A0") });
  const sheet = (): ChartSheet => ({
    columns: [say("money.waterfallLine"), headOf(say, say("money.presentValue"), say("unit.yuan"))],
    rows: bars.map(({ label, value }) => [label, value * column.divisor]),
  });
  return (
    <section className="xj-money-part" data-testid="waterfall">
      <h3>{title}</h3>
      <ChartFrame
        name="waterfall"
        title={title}
        draw={draw}
        sheet={sheet}
        label={say("money.waterfallChart", { years, unit: column.unit })}
        height={bars.length * 25 + 10}
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
