import { useCallback, useMemo } from "react";
import { intervalBarsChart, intervalBarsHeight, type ChartLook, type IntervalBar } from "../../charts";
import type { Studies } from "../../store";
import { moneyColumn, percent, plusMinus } from "../../text";
import { ChartFrame } from "../charts/ChartFrame";
import { column as headOf, intervalCells, intervalColumns, type ChartSheet } from "../charts/chartSheet";
import { halfWidth } from "../judge";
import { flipTexts, neededInWords, type DoubtWords } from "./doubtWords";

type Flips = NonNullable<Studies["doubt"]["answer"]>["flips"];

const toneOf = ([low, high]: readonly [number, number]): IntervalBar["tone"] =>
  low > 0 ? "gain" : high < 0 ? "loss" : "even";

/** How much of what was promised must come true, and at which wage, price and volume the answer flips. */
export function BreakEvenView({ flips, words }: { flips: Flips; words: DoubtWords }) {
  const { say, language } = words;
  const column = useMemo(
    () =>
      moneyColumn(
        language,
        flips.atShare.map(({ npv }) => npv.mean),
      ),
    [flips, language],
  );
  const draw = useCallback(
    (look: ChartLook) => {
      const bars = flips.atShare.map(({ share, npv }): IntervalBar => ({
        label: percent(language, share, { figures: 3 }),
        mean: npv.mean / column.divisor,
        ci95: [npv.ci95[0] / column.divisor, npv.ci95[1] / column.divisor],
        tone: toneOf(npv.ci95),
      }));
      return intervalBarsChart(bars, { axis: say("doubt.axis.npv", { unit: column.unit }) }, look);
    },
    [flips, column, language, say],
  );
  const sheet = (): ChartSheet => ({
    columns: [
      headOf(say, say("doubt.effectShare"), say("unit.percent")),
      ...intervalColumns(say, say("doubt.measure.npv"), say("unit.yuan")),
    ],
    rows: flips.atShare.map(({ share, npv }) => [share * 100, ...intervalCells(npv)]),
  });
  const texts = flipTexts(words, flips);
  return (
    <section className="xj-money-part" data-testid="flips">
      <h3>{say("doubt.flipsTitle")}</h3>
      <dl className="xj-facts">
        {(["wage", "price", "volume"] as const).map((which) => (
          <div key={which}>
            <dt>{say(`doubt.flip.${which}`)}</dt>
            <dd>{texts[which]}</dd>
          </div>
        ))}
      </dl>
      <p>{neededInWords(words, flips)}</p>
      {flips.effect.status !== "whole" && (
        <ChartFrame
          name="effect"
          title={say("doubt.effectChart", { unit: column.unit })}
          draw={draw}
          belongs={{ basis: null }}
          sheet={sheet}
          label={say("doubt.effectChart", { unit: column.unit })}
          height={intervalBarsHeight(flips.atShare.length)}
          table={
            <table className="xj-table xj-narrow">
              <caption>{say("doubt.effectCaption")}</caption>
              <thead>
                <tr>
                  <th scope="col">{say("doubt.effectShare")}</th>
                  <th scope="col" className="xj-right">
                    {say("doubt.axis.npv", { unit: column.unit })}
                  </th>
                </tr>
              </thead>
              <tbody>
                {flips.atShare.map(({ share, npv }) => (
                  <tr key={share}>
                    <th scope="row">{percent(language, share, { figures: 3 })}</th>
                    <td className="xj-right xj-number">
                      {plusMinus(language, npv.mean / column.divisor, halfWidth(npv.ci95) / column.divisor, {
                        signed: true,
                      })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          }
        />
      )}
    </section>
  );
}
