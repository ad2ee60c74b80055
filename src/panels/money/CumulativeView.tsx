import { useCallback, useMemo } from "react";
import { cumulativeCashChart, type ChartLook, type LegendEntry } from "../../charts";
import type { MoneyResult } from "../../finance";
import { moneyColumn, type MoneyColumn } from "../../text";
import { ChartFrame } from "../charts/ChartFrame";
import { column as headOf, type ChartSheet } from "../charts/chartSheet";
import { useWords } from "../context";
import { marksInWords } from "./marksInWords";

/** What has come back by each month, with the band of what is not known, and what happens when. */
export function CumulativeView({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const { cumulative } = result.doubt;
  const column = useMemo(() => moneyColumn(language, [...cumulative.p10, ...cumulative.p90]), [language, cumulative]);
  const withSubsidy = useMemo(() => likelyWithSubsidy(result), [result]);
  const draw = useCallback(
    (look: ChartLook) => {
      const scaled = (values: readonly number[]): number[] => values.map((yuan) => yuan / column.divisor);
      return cumulativeCashChart(
        {
          p10: scaled(cumulative.p10),
          p50: scaled(cumulative.p50),
          p90: scaled(cumulative.p90),
          withSubsidy: withSubsidy === null ? null : scaled(withSubsidy),
          marks: marksInWords(result, say),
        },
        { month: say("money.monthAxis"), unit: column.unit },
        look,
      );
    },
    [result, cumulative, withSubsidy, column, say],
  );
  const sheet = (): ChartSheet => ({
    columns: [
      say("money.monthAxis"),
      ...(["p10", "p50", "p90"] as const).map((which) => headOf(say, say(`money.quantile.${which}`), say("unit.yuan"))),
      ...(withSubsidy === null ? [] : [headOf(say, say("money.likelyWithSubsidy"), say("unit.yuan"))]),
    ],
    rows: cumulative.p50.map((yuan, month) => [
      month,
      cumulative.p10[month] ?? null,
      yuan,
      cumulative.p90[month] ?? null,
      ...(withSubsidy === null ? [] : [withSubsidy[month] ?? null]),
    ]),
  });
  const legend: LegendEntry[] = [
    { mark: "line", text: say("money.middle") },
    { mark: "band", text: say("money.band") },
    ...(withSubsidy === null ? [] : [{ mark: "dashed" as const, text: say("money.likelyWithSubsidy") }]),
  ];
  return (
    <section className="xj-money-part" data-testid="cumulative">
      <h3>{say("money.cumulativeTitle")}</h3>
      <ChartFrame
        name="cash"
        title={say("money.cumulativeTitle")}
        legend={legend}
        draw={draw}
        sheet={sheet}
        label={say("money.cumulativeChart", { unit: column.unit })}
        height={330}
        table={<CumulativeTable result={result} column={column} />}
      />
    </section>
  );
}

function CumulativeTable({ result, column }: { result: MoneyResult; column: MoneyColumn }) {
  const { say } = useWords();
  const { cumulative } = result.doubt;
  const years = Array.from({ length: result.cashFlow.horizonYears + 1 }, (_, year) => year);
  return (
    <>
      <table className="xj-table">
        <caption>{say("money.cumulativeCaption", { unit: column.unit })}</caption>
        <thead>
          <tr>
            <th scope="col">{say("money.yearEnd")}</th>
            {(["p10", "p50", "p90"] as const).map((which) => (
              <th key={which} scope="col" className="xj-right">
                {say(`money.quantile.${which}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {(["p10", "p50", "p90"] as const).map((which) => (
                <td key={which} className="xj-right xj-number">
                  {column.format(cumulative[which][year * 12] ?? Number.NaN)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="xj-gaps">
        {marksInWords(result, say).map((mark) => (
          <li key={`${mark.label}${mark.month}`}>{mark.label}</li>
        ))}
      </ul>
    </>
  );
}

/** Running sum of the mean months of project and subsidy; null where no subsidy is counted. */
function likelyWithSubsidy(result: MoneyResult): number[] | null {
  const lines = result.cashFlow.lines.filter((line) => line.group !== "financing");
  const isHelped = lines.some((line) => line.group === "subsidy" && line.months.some((yuan) => yuan !== 0));
  if (!isHelped) return null;
  let sum = 0;
  return Array.from({ length: result.cashFlow.horizonYears * 12 + 1 }, (_, month) => {
    for (const line of lines) sum += line.months[month] ?? 0;
    return sum;
  });
}
