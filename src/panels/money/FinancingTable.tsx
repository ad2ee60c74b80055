import type { FinancingOption, MoneyResult } from "../../finance";
import { paidBy } from "../../store";
import { moneyColumn, number, reasonText, type MoneyColumn } from "../../text";
import { useWords } from "../context";
import { coarse } from "./coarse";
import { financingTerms } from "./financingTerms";
import { usePlanEdit } from "./usePlanEdit";

/** Ways to pay, side by side: same plan, same output; only who pays, when, and who bears the risk differ. */
export function FinancingTable({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const { financing } = result;
  if (financing.length === 0)
    return (
      <section className="xj-money-part">
        <h3>{say("money.financing")}</h3>
        <p className="xj-note">{say("money.nothingToFinance")}</p>
      </section>
    );
  const column = moneyColumn(
    language,
    financing.flatMap((option) => [option.npv.low, option.npv.high, option.peakCash.yuan]),
  );
  return (
    <section className="xj-money-part">
      <h3 id="xj-financing">{say("money.financing")}</h3>
      <div className="xj-scroll-x" tabIndex={0} role="region" aria-labelledby="xj-financing">
        <table className="xj-table xj-financing" data-testid="financing">
          <caption>{say("money.financingCaption", { unit: column.unit })}</caption>
          <thead>
            <tr>
              <th scope="col">{say("money.wayToPay")}</th>
              <th scope="col" className="xj-right">
                {say("money.npvOfWay")}
              </th>
              <th scope="col" className="xj-right">
                {say("money.peakCash")}
              </th>
              <th scope="col" className="xj-right">
                {say("money.mostPerMonth")}
              </th>
              <th scope="col" className="xj-right">
                {say("money.debtCover")}
              </th>
            </tr>
          </thead>
          <tbody>
            {financing.map((option) => (
              <Way key={option.id} option={option} column={column} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="xj-note">{say("money.financingNote")}</p>
    </section>
  );
}

function Way({ option, column }: { option: FinancingOption; column: MoneyColumn }) {
  const { say, language } = useWords();
  const editPlan = usePlanEdit();
  const { npv, peakCash, debtCover, mostPerMonth, subsidy, financing, origin } = option;
  const isPlan = origin === "plan";
  return (
    <tr data-selected={isPlan} data-way={financing.kind}>
      <th scope="row">
        <strong>{say(`money.way.${financing.kind}`)}</strong>{" "}
        <span className="xj-badge">{say(`money.origin.${origin}`)}</span>
        <span className="xj-term">{financingTerms(financing, say, language)}</span>
        <span className="xj-term">{say(`money.risk.${option.riskBearer}`)}</span>
        {option.providerLoses && <span className="xj-term">{say("money.providerLoses")}</span>}
        {option.reasons.length > 0 && (
          <details className="xj-why">
            <summary>{say("money.whyTheseTerms")}</summary>
            <ul>
              {option.reasons.map((reason) => (
                <li key={reason.key}>{reasonText(language, reason)}</li>
              ))}
            </ul>
          </details>
        )}
        {!isPlan && (
          <button type="button" className="xj-link" onClick={() => editPlan((plan) => paidBy(plan, financing))}>
            {say("money.useThisWay")}
          </button>
        )}
      </th>
      <td className="xj-right xj-number">
        {coarse(language, column, npv.likely, true)}
        <span className="xj-sub">
          {say("money.between", {
            low: coarse(language, column, npv.low, true),
            high: coarse(language, column, npv.high, true),
          })}
        </span>
        {subsidy > 0 && (
          <span className="xj-sub">{say("money.subsidyIn", { amount: coarse(language, column, subsidy) })}</span>
        )}
      </td>
      <td className="xj-right xj-number">
        {coarse(language, column, peakCash.yuan)}
        {peakCash.yuan > 0 && (
          <span className="xj-sub">
            {option.endsShort ? say("money.stillOut") : say("money.inMonth", { month: peakCash.month })}
          </span>
        )}
      </td>
      <td className="xj-right xj-number">
        {mostPerMonth > 0 ? coarse(language, column, mostPerMonth) : say("money.dash")}
      </td>
      <td className="xj-right xj-number">
        {debtCover === null ? (
          <span className="xj-note">{say("money.noDebt")}</span>
        ) : (
          <>
            {number(language, debtCover, { decimals: 2 })}
            {debtCover < 1 && <span className="xj-sub">{say("money.coverShort")}</span>}
          </>
        )}
      </td>
    </tr>
  );
}
