import type { MoneyResult } from "../../finance";
import { useApp } from "../../store";
import { money, reasonText } from "../../text";
import { useWords } from "../context";
import { FirmForm } from "./FirmForm";
import { RuleRow } from "./RuleRow";
import { Stacking } from "./Stacking";

/** Subsidy rule by rule: what applies and why, how much, in whose words, and what only the firm can answer. */
export function PolicyPanel() {
  const { say } = useWords();
  const result = useApp((state) => state.money);
  if (result === null) return <p className="xj-panel-body xj-note">{say("policyView.choosePlan")}</p>;
  return (
    <div className="xj-panel-body xj-money">
      <Summary result={result} />
      <FirmForm />
      <RulesTable result={result} />
      <Stacking policies={result.policies} />
    </div>
  );
}

function Summary({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const { base, chance } = result.policies;
  const { amount, reasons } = base;
  const reasonsInWords = reasons.map((reason) => reasonText(language, reason)).join(language === "zh" ? "" : " ");
  return (
    <div className="xj-money-sentence">
      <p>
        {amount.high > 0 &&
          say("subsidy.base", {
            likely: money(language, amount.likely),
            low: money(language, amount.low),
            high: money(language, amount.high),
          })}
        {amount.high === 0 && reasonsInWords}
        {language === "zh" ? "" : " "}
        {chance.amount.high > 0 &&
          say("subsidy.chance", {
            likely: money(language, chance.amount.likely),
            high: money(language, chance.amount.high),
          })}
      </p>
      {amount.high > 0 && <p className="xj-note">{reasonsInWords}</p>}
      <TaxOfSubsidy treatment={result.subsidyTreatment} />
    </div>
  );
}

/** Is the subsidy taxed when it comes, or are the costs it paid for not deducted? The choice and what the other brings. */
function TaxOfSubsidy({ treatment }: { treatment: MoneyResult["subsidyTreatment"] }) {
  const { say, language } = useWords();
  const { chosen, npvTaxable, npvNonTaxable } = treatment;
  const other = chosen === "taxable" ? npvNonTaxable - npvTaxable : npvTaxable - npvNonTaxable;
  if (Math.abs(other) < 0.5) return null;
  return (
    <p className="xj-note" data-testid="subsidy-tax">
      {say(chosen === "taxable" ? "policyView.taxed" : "policyView.notTaxed", {
        change: money(language, other, { signed: true, headline: true }),
      })}
    </p>
  );
}

function RulesTable({ result }: { result: MoneyResult }) {
  const { say } = useWords();
  return (
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
          </tr>
        </thead>
        <tbody>
          {result.policies.rules.map((rule) => (
            <RuleRow key={rule.ruleId} rule={rule} result={result} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
