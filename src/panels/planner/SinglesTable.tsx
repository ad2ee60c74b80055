import { useMemo } from "react";
import { candidatesOf, type PlannerAnswer, type PlannerLimits } from "../../store";
import { moneyColumn } from "../../text";
import { purchaseOf, span } from "../cost";
import { PortfolioHead, PortfolioRow } from "./PortfolioRow";
import { stepName, whyNotInWords } from "./planWords";
import { usePlanWords } from "./usePlanWords";
import { whyNot } from "./whyNot";

/** Every step alone, and for each that is not in the best set why not to buy it yet, with the number. */
export function SinglesTable({ found, limits }: { found: PlannerAnswer; limits: PlannerLimits }) {
  const { advice, steps } = found;
  const words = usePlanWords();
  const { say, language, scenario } = words;
  const rows = useMemo(() => {
    const overrun = 1 + span(scenario.economics.investmentOverrun ?? 0).likely;
    const all = candidatesOf(scenario).map((retrofit) => {
      const judged = steps?.find((step) => step.id === retrofit.id) ?? null;
      const isAlone = (ids: readonly string[]): boolean => ids.length === 1 && ids[0] === retrofit.id;
      // judged from more replications than the search had
      const alone = judged?.alone ?? advice.list.find((p) => isAlone(p.ids)) ?? null;
      const price = purchaseOf(retrofit).likely * overrun;
      const reasons = whyNot({ advice, retrofit, alone, retrofits: scenario.retrofits, limits, price });
      return { retrofit, alone, reasons, verdict: judged?.verdict ?? null };
    });
    return all.sort((a, b) => (b.alone?.npv.mean ?? -Infinity) - (a.alone?.npv.mean ?? -Infinity));
  }, [advice, steps, scenario, limits]);
  const column = useMemo(
    () =>
      moneyColumn(
        language,
        rows.flatMap(({ alone }) => (alone === null ? [] : [alone.investment, alone.npv.mean])),
      ),
    [language, rows],
  );
  const reasonsOf = (row: (typeof rows)[number]): string =>
    row.reasons.length === 0
      ? say("planner.inBest")
      : say(row.verdict === "no" ? "planner.notAtAll" : "planner.notYet", {
          why: row.reasons
            .map((why) => whyNotInWords(words, why, scenario.economics.horizonYears))
            .join(say("fit.join")),
        });
  return (
    <section className="xj-money-part">
      <h3 id="xj-planner-singles">{say("planner.singles")}</h3>
      <div className="xj-scroll-x" tabIndex={0} role="region" aria-labelledby="xj-planner-singles">
        <table className="xj-table xj-planner-table xj-planner-singles" data-testid="planner-singles">
          <caption>{say("planner.singlesCaption")}</caption>
          <PortfolioHead column={column} />
          <tbody>
            {rows.map((row) =>
              row.alone === null ? (
                <tr key={row.retrofit.id} data-set={row.retrofit.id}>
                  <th scope="row">
                    {stepName(words, row.retrofit.id)}
                    <span className="xj-term xj-planner-why">{reasonsOf(row)}</span>
                  </th>
                  <td colSpan={5} className="xj-note">
                    {say("planner.notSimulated")}
                  </td>
                </tr>
              ) : (
                <PortfolioRow
                  key={row.retrofit.id}
                  portfolio={row.alone}
                  column={column}
                  isBest={false}
                  remark={reasonsOf(row)}
                />
              ),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}
