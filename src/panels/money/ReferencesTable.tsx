import type { MoneyResult } from "../../finance";
import { nameOf, referenceValue } from "../../text";
import { useWords } from "../context";

/** Shown with the measures they belong to. */
const amongMeasures = new Set([
  "outputGain",
  "unitCostDrop",
  "totalCost",
  "unitLabourDrop",
  "headcount",
  "defectDrop",
  "defectCount",
]);

/** What was invested and really paid elsewhere, beside this plan: lines to ask oneself by, never inputs of a result. */
export function ReferencesTable({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const rows = result.references.filter(({ line }) => !amongMeasures.has(line.id));
  return (
    <table className="xj-table" data-testid="references">
      <caption>{say("money.referencesCaption")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("compare.figure")}</th>
          <th scope="col" className="xj-right">
            {say("money.theirs")}
          </th>
          <th scope="col" className="xj-right">
            {say("money.own")}
          </th>
          <th scope="col">{say("subsidy.document")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ line, own }) => (
          <tr key={line.id}>
            <th scope="row">
              {nameOf(language, line.name)}
              <span className="xj-term">{nameOf(language, line.caution)}</span>
            </th>
            <td className="xj-right xj-number">
              {referenceValue(language, line.unit, line.value)}
              {line.derived !== null && <span className="xj-sub">{nameOf(language, line.derived)}</span>}
            </td>
            <td className="xj-right xj-number">{referenceValue(language, line.unit, own) ?? say("money.dash")}</td>
            <td>
              <span lang="zh">
                {line.document} {line.section}
              </span>
              <q className="xj-term" lang="zh">
                {line.phrase}
              </q>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
