import { useMemo } from "react";
import type { Advice } from "../../store";
import { moneyColumn } from "../../text";
import { PortfolioHead, PortfolioRow } from "./PortfolioRow";
import { chanceInWords } from "./planWords";
import { usePlanWords } from "./usePlanWords";

const keyOf = (ids: readonly string[]): string => [...ids].sort().join("+");

/** The sets that were close enough to be compared at length, best first, and how likely each is the best. */
export function RetainedTable({ advice }: { advice: Advice }) {
  const words = usePlanWords();
  const { say, language } = words;
  const column = useMemo(
    () =>
      moneyColumn(
        language,
        advice.retained.flatMap((p) => [p.investment, p.npv.mean]),
      ),
    [language, advice],
  );
  if (advice.retained.length === 0) return null;
  return (
    <section className="xj-money-part">
      <h3 id="xj-planner-retained">{say("planner.retained")}</h3>
      <div className="xj-scroll-x" tabIndex={0} role="region" aria-labelledby="xj-planner-retained">
        <table className="xj-table xj-planner-table" data-testid="planner-retained">
          <caption>{say("planner.retainedCaption")}</caption>
          <PortfolioHead column={column}>
            <th scope="col" className="xj-right">
              {say("planner.chanceBest")}
            </th>
          </PortfolioHead>
          <tbody>
            {advice.retained.map((portfolio) => {
              const standing = advice.selection?.candidates.find((each) => each.id === keyOf(portfolio.ids));
              return (
                <PortfolioRow
                  key={keyOf(portfolio.ids)}
                  portfolio={portfolio}
                  column={column}
                  isBest={advice.best !== null && keyOf(portfolio.ids) === keyOf(advice.best.ids)}
                >
                  <td className="xj-right xj-number">
                    {standing === undefined ? say("money.dash") : chanceInWords(words, standing.chanceBest)}
                  </td>
                </PortfolioRow>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
