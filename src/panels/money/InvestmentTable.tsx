import type { MoneyResult } from "../../finance";
import { useApp } from "../../store";
import { money, nameOf } from "../../text";
import { useWords } from "../context";

const kinds = ["equipment", "software", "integration", "training", "total"] as const;

/** What is bought, low, likely and high. */
export function InvestmentTable({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const chosen = useApp((state) => state.choice);
  const retrofits = useApp((state) => state.history.present.scenario.retrofits);
  const names = chosen
    .map((id) => nameOf(language, retrofits.find((each) => each.id === id)?.name, id))
    .join(say("fit.join"));
  return (
    <table className="xj-table" data-testid="investment">
      <caption>{say("money.investmentOf", { names })}</caption>
      <thead>
        <tr>
          <th scope="col">{say("money.kind")}</th>
          {(["low", "likely", "high"] as const).map((which) => (
            <th key={which} scope="col" className="xj-right">
              {say(`money.${which}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind} className={kind === "total" ? "xj-total" : undefined}>
            <th scope="row">{say(`moneyKind.${kind}`)}</th>
            {(["low", "likely", "high"] as const).map((which) => (
              <td key={which} className="xj-right xj-number">
                {money(language, result.investment[kind][which])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
