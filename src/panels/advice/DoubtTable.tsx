import { useApp } from "../../store";
import { money, number, payback, percent, significant } from "../../text";
import type { Chance, DoubtWords } from "./doubtWords";

type Split = NonNullable<Chance["spread"]["npv"]>;

/** P10, P50 and P90 of money, payback and output, and how much of each spread is luck. */
export function DoubtTable({ chance, words }: { chance: Chance; words: DoubtWords }) {
  const { say, language, scenario } = words;
  const investment = useApp((state) => state.money?.investment.total.likely ?? 0);
  const years = scenario.economics.horizonYears;
  const yuan = (value: number): string => money(language, value, { headline: true });
  const back = (value: number | null): string => payback(language, value, years, investment);
  const parts = (value: number): string => significant(language, value, 3, true);
  const split = (of: Split | null): string =>
    of === null
      ? say("money.dash")
      : say("doubt.splitCell", {
          luck: percent(language, of.luck.share, { figures: 2 }),
          low: percent(language, of.luck.ci95[0], { figures: 2 }),
          high: percent(language, of.luck.ci95[1], { figures: 2 }),
        });
  const rows = [
    {
      id: "npv",
      label: say("planner.goalName.npv"),
      cells: [yuan(chance.npv.p10), yuan(chance.npv.p50), yuan(chance.npv.p90)],
      split: chance.spread.npv,
    },
    {
      id: "payback",
      label: say("planner.payback"),
      cells: [back(chance.paybackYears.p10), back(chance.paybackYears.p50), back(chance.paybackYears.p90)],
      split: chance.spread.paybackYears,
    },
    {
      id: "output",
      label: say("doubt.moreParts"),
      cells: [parts(chance.outputPerYear.p10), parts(chance.outputPerYear.p50), parts(chance.outputPerYear.p90)],
      split: chance.spread.outputPerYear,
    },
  ];
  const share = (value: number): string => percent(language, value, { figures: 2 });
  const chances = [
    { id: "never", of: chance.never },
    { id: "loss", of: chance.loss },
  ] as const;
  return (
    <section className="xj-money-part">
      <h3 id="xj-doubt-range">{say("doubt.rangeTitle")}</h3>
      <div className="xj-scroll-x" tabIndex={0} role="region" aria-labelledby="xj-doubt-range">
        <table className="xj-table xj-study-table" data-testid="doubt-range">
          <caption>{say("doubt.rangeCaption", { draws: number(language, chance.draws, { decimals: 0 }) })}</caption>
          <thead>
            <tr>
              <th scope="col">{say("compare.figure")}</th>
              {(["p10", "p50", "p90"] as const).map((which) => (
                <th key={which} scope="col" className="xj-right">
                  {say(`doubt.column.${which}`)}
                </th>
              ))}
              <th scope="col" className="xj-right">
                {say("doubt.column.luck")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-row={row.id}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, i) => (
                  <td key={i} className="xj-right xj-number xj-wrap">
                    {cell}
                  </td>
                ))}
                <td className="xj-right xj-number xj-wrap">{split(row.split)}</td>
              </tr>
            ))}
            {chances.map(({ id, of }) => (
              <tr key={id} data-row={id}>
                <th scope="row">{say(`doubt.chance.${id}`)}</th>
                <td colSpan={4} className="xj-number">
                  {say("doubt.wilson", { share: share(of.share), low: share(of.ci95[0]), high: share(of.ci95[1]) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
