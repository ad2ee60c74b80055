import type { MoneyResult } from "../finance";
import { money, nameOf, reasonText } from "../text";
import { useWords } from "./context";

/** what a document leaves open is seen at once, up to this many points */
const gapsInSight = 3;
type Policies = MoneyResult["policies"];

/** One row a rule: verdict and reason, amount, the document and its words, and what it does not say. */
export function SubsidyTable({ policies }: { policies: Policies }) {
  const { say, language } = useWords();
  const { amount, chosen, reasons } = policies.base;
  return (
    <>
      <h3>{say("subsidy.title")}</h3>
      <p>
        {say("subsidy.base", {
          likely: money(language, amount.likely),
          low: money(language, amount.low),
          high: money(language, amount.high),
        })}{" "}
        {reasons.map((reason) => reasonText(language, reason)).join(" ")}
      </p>
      {policies.chance.amount.high > 0 && (
        <p>
          {say("subsidy.chance", {
            likely: money(language, policies.chance.amount.likely),
            high: money(language, policies.chance.amount.high),
          })}
        </p>
      )}
      <div className="xj-scroll-x" tabIndex={0} role="region" aria-label={say("subsidy.title")}>
        <table className="xj-table xj-rules" data-testid="subsidy">
          <caption>{say("subsidy.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("subsidy.rule")}</th>
              <th scope="col">{say("subsidy.verdict")}</th>
              <th scope="col" className="xj-right">
                {say("subsidy.amount")}
              </th>
              <th scope="col">{say("subsidy.document")}</th>
              <th scope="col">{say("subsidy.notStated")}</th>
            </tr>
          </thead>
          <tbody>
            {policies.rules.map((rule) => (
              <tr key={rule.ruleId}>
                <th scope="row">
                  {nameOf(language, rule.name)}
                  <span className="xj-term">
                    {say("subsidy.id", { id: rule.ruleId, status: say(`policy.status.${rule.status}`) })}
                  </span>
                </th>
                <td>
                  <span className="xj-chip" data-verdict={rule.verdict}>
                    {say(`policy.verdict.${rule.verdict}`)}
                  </span>
                  {chosen.includes(rule.ruleId) && <span className="xj-badge">{say("subsidy.counted")}</span>}
                  <span className="xj-reason">
                    {rule.reasons.map((reason) => reasonText(language, reason)).join(" ")}
                  </span>
                </td>
                <td className="xj-right xj-number">
                  {money(language, rule.amount.likely)}
                  {rule.amount.high > rule.amount.low && (
                    <span className="xj-sub">
                      {say("money.between", {
                        low: money(language, rule.amount.low),
                        high: money(language, rule.amount.high),
                      })}
                    </span>
                  )}
                </td>
                <td>
                  {say("subsidy.place", { document: rule.document, section: rule.section })}
                  <q lang="zh">{rule.phrase}</q>
                </td>
                <td>
                  <ul className="xj-gaps">
                    {rule.notStated.slice(0, gapsInSight).map((gap, index) => (
                      <li key={index}>{nameOf(language, gap)}</li>
                    ))}
                  </ul>
                  {rule.notStated.length > gapsInSight && (
                    <details className="xj-fold">
                      <summary>{say("subsidy.more", { n: rule.notStated.length - gapsInSight })}</summary>
                      <ul className="xj-gaps">
                        {rule.notStated.slice(gapsInSight).map((gap, index) => (
                          <li key={index}>{nameOf(language, gap)}</li>
                        ))}
                      </ul>
                    </details>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
