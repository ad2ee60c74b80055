import { useMemo } from "react";
import { Chart, cumulativeCashChart } from "../../charts";
import type { MoneyResult } from "../../finance";
import { moneyColumn, type MoneyColumn } from "../../text";
import { useWords } from "../context";
import { useLook } from "../useLook";
import { marksInWords } from "./marksInWords";

/** What has come back by each month, with the band of what is not known, and what happens when. */
export function CumulativeView({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const look = useLook();
  const { cumulative } = result.doubt;
  const column = useMemo(() => moneyColumn(language, [...cumulative.p10, ...cumulative.p90]), [language, cumulative]);
  const withSubsidy = useMemo(() => likelyWithSubsidy(result), [result]);
  const options = useMemo(() => {
    const scaled = (values: readonly number[]): number[] => values.map((yuan) => yuan / column.divisor);
    return cumulativeCashChart(
      {
        p10: scaled(cumulative.p10),
        p50: scaled(cumulative.p50),
        p90: scaled(cumulative.p90),
        withSubsidy: withSubsidy === null ? null : scaled(withSubsidy),
        marks: marksInWords(result, say),
      },
      {
        month: say("money.monthAxis"),
        unit: column.unit,
      },
      look,
    );
  }, [result, cumulative, withSubsidy, column, look, say]);
  return (
    <section className="xj-money-part" data-testid="cumulative">
      <h3>{say("money.cumulativeTitle")}</h3>
      <ul className="xj-legend">
        <li data-mark="line">{say("money.middle")}</li>
        <li data-mark="band">{say("money.band")}</li>
        {withSubsidy !== null && <li data-mark="dashed">{say("money.likelyWithSubsidy")}</li>}
      </ul>
      <Chart
        options={options}
        label={say("money.cumulativeChart", { unit: column.unit })}
        height={330}
        waiting={say("details.chartWaiting")}
        tableLabel={say("details.asTable")}
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
