import type { MoneyResult } from "../finance";
import { useApp } from "../store";
import { money, nameOf, reasonText } from "../text";
import { CashFlowView } from "./CashFlowView";
import { useWords } from "./context";
import { FiguresTable } from "./MoneyFigures";
import { SubsidyTable } from "./SubsidyTable";

const kinds = ["equipment", "software", "integration", "training", "total"] as const;

/** Everything the money verdict rests on: what is bought, what the rules say, cash by year, returns, assumptions. */
export function MoneyPanel() {
  const { say, language } = useWords();
  const result = useApp((state) => state.money);
  if (result === null) return <p className="xj-panel-body xj-note">{say("money.choosePlan")}</p>;
  return (
    <div className="xj-panel-body">
      <div className="xj-columns">
        <FiguresTable result={result} />
        <InvestmentTable result={result} />
      </div>
      <CashFlowView result={result} />
      <SubsidyTable policies={result.policies} />
      <h3>{say("money.assumptions")}</h3>
      <ul>
        {result.notes.map((note, index) => (
          <li key={`n${index}`}>{reasonText(language, note)}</li>
        ))}
        {result.assumptions.map((assumption, index) => (
          <li key={index}>{reasonText(language, assumption)}</li>
        ))}
      </ul>
    </div>
  );
}

function InvestmentTable({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const chosen = useApp((state) => state.choice);
  const retrofits = useApp((state) => state.history.present.scenario.retrofits);
  return (
    <table className="xj-table" data-testid="investment">
      <caption>
        {say("money.investmentOf", {
          names: chosen
            .map((id) => nameOf(language, retrofits.find((each) => each.id === id)?.name, id))
            .join(say("fit.join")),
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{say("money.kind")}</th>
          <th scope="col" className="xj-right">
            {say("money.low")}
          </th>
          <th scope="col" className="xj-right">
            {say("money.likely")}
          </th>
          <th scope="col" className="xj-right">
            {say("money.high")}
          </th>
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
