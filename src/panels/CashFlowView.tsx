import { useMemo } from "react";
import { cashFlowChart, Chart } from "../charts";
import type { MoneyResult } from "../finance";
import { moneyColumn, tLoose } from "../text";
import { useWords } from "./context";
import { useLook } from "./useLook";

/** Cash by year, plan minus today: the picture, and every line with its formula as a table. */
export function CashFlowView({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const look = useLook();
  const { cashFlow } = result;
  const { project, projectWithSubsidy, projectWithSubsidyCumulative, lines } = cashFlow;
  const column = useMemo(
    () =>
      moneyColumn(
        language,
        [...projectWithSubsidyCumulative, ...lines.flatMap((line) => line.years)].map((each) => each.mean),
      ),
    [language, projectWithSubsidyCumulative, lines],
  );
  const options = useMemo(
    () =>
      cashFlowChart(
        projectWithSubsidy.map((year, index) => ({
          label: String(index),
          cash: year.mean / column.divisor,
          cumulative: (projectWithSubsidyCumulative[index]?.mean ?? 0) / column.divisor,
        })),
        { cash: say("money.cash"), cumulative: say("money.cumulative"), unit: column.unit },
        look,
      ),
    [projectWithSubsidy, projectWithSubsidyCumulative, column, look, say],
  );
  const shown = lines.filter(
    (line) => line.group !== "financing" && line.years.some((year) => Math.abs(year.mean) >= 0.5),
  );
  const years = project.map((_, index) => index);
  const cells = (values: readonly { mean: number }[]) =>
    years.map((year) => (
      <td key={year} className="xj-right xj-number">
        {column.format(values[year]?.mean ?? 0)}
      </td>
    ));
  return (
    <>
      <h3>{say("money.cashTitle")}</h3>
      <Chart
        options={options}
        label={say("money.cashChart", { unit: column.unit })}
        height={240}
        waiting={say("details.chartWaiting")}
        tableLabel={say("money.cashTable", { unit: column.unit })}
        table={
          <div className="xj-scroll-x" tabIndex={0} role="region" aria-label={say("money.cashTitle")}>
            <table className="xj-table" data-testid="cash-flow">
              <caption>{say("money.cashCaption", { unit: column.unit })}</caption>
              <thead>
                <tr>
                  <th scope="col">{say("money.yearEnd")}</th>
                  {years.map((year) => (
                    <th key={year} scope="col" className="xj-right">
                      {year}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((line) => (
                  <tr key={line.key}>
                    <th scope="row" title={tLoose(language, line.formula)}>
                      {tLoose(language, line.name)}
                      <span className="xj-term">{tLoose(language, line.formula)}</span>
                    </th>
                    {cells(line.years)}
                  </tr>
                ))}
                <tr className="xj-total">
                  <th scope="row">{say("money.sumWithout")}</th>
                  {cells(project)}
                </tr>
                <tr className="xj-total">
                  <th scope="row">{say("money.sumWith")}</th>
                  {cells(projectWithSubsidy)}
                </tr>
                <tr className="xj-total">
                  <th scope="row">{say("money.cumulative")}</th>
                  {cells(projectWithSubsidyCumulative)}
                </tr>
              </tbody>
            </table>
          </div>
        }
      />
    </>
  );
}
