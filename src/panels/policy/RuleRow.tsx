import type { MoneyResult } from "../../finance";
import { nameOf, reasonText } from "../../text";
import { useWords } from "../context";
import { RuleAmount } from "./RuleAmount";
import { RuleInputs } from "./RuleInputs";

export type RuleVerdict = MoneyResult["policies"]["rules"][number];

/** One rule: verdict and reasons, amount, the document's own words; under it what it leaves open and what it asks of the firm. */
export function RuleRow({ rule, result }: { rule: RuleVerdict; result: MoneyResult }) {
  const { say, language } = useWords();
  const isCounted = result.policies.base.chosen.includes(rule.ruleId);
  return (
    <>
      <tr data-rule={rule.ruleId}>
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
          {isCounted && <span className="xj-badge">{say("subsidy.counted")}</span>}
          {rule.isSecondHand && <span className="xj-badge">{say("policyView.secondHand")}</span>}
          <span className="xj-reason">
            {rule.reasons.map((reason) => reasonText(language, reason)).join(language === "zh" ? "" : " ")}
          </span>
          <Threshold rule={rule} thresholds={result.thresholds} />
        </td>
        <td className="xj-right xj-number">
          <RuleAmount rule={rule} />
        </td>
        <td>
          {say("subsidy.place", { document: rule.document, section: rule.section })}
          <q lang="zh">{rule.phrase}</q>
        </td>
      </tr>
      <tr className="xj-rule-more">
        <td colSpan={4}>
          <RuleInputs rule={rule} />
          <Lists rule={rule} />
        </td>
      </tr>
    </>
  );
}

/** How far from the line, what one more yuan brings, and what putting several retrofits into one project changes. */
function Threshold({ rule, thresholds }: { rule: RuleVerdict; thresholds: MoneyResult["thresholds"] }) {
  const { language } = useWords();
  // the distance is among the reasons already; one retrofit cannot be bundled, and nothing is nothing either way
  const words = (thresholds.rules.find((view) => view.ruleId === rule.ruleId)?.sentences ?? []).filter(
    ({ key, params }) =>
      key !== "policy.view.below" &&
      params["severalParts"] !== 1 &&
      !(params["asOneYuan"] === 0 && params["asSeveralYuan"] === 0),
  );
  if (words.length === 0 || rule.verdict === "chance") return null;
  return (
    <span className="xj-reason">
      {words.map((each) => reasonText(language, each)).join(language === "zh" ? "" : " ")}
    </span>
  );
}

function Lists({ rule }: { rule: RuleVerdict }) {
  const { say, language } = useWords();
  const lists: { id: "notStated" | "notes" | "stated"; items: string[] }[] = [
    { id: "notStated", items: rule.notStated.map((each) => nameOf(language, each)) },
    { id: "notes", items: rule.notes.map((each) => nameOf(language, each)) },
    { id: "stated", items: rule.stated.map((each) => nameOf(language, each)) },
  ];
  const shown = lists.filter((list) => list.items.length > 0);
  const count = shown.reduce((sum, list) => sum + list.items.length, 0) + rule.evidence.length;
  if (count === 0) return null;
  return (
    <details className="xj-fold">
      <summary>
        {say("policyView.more", {
          open: rule.notStated.length,
          notes: rule.notes.length,
          evidence: rule.evidence.length,
        })}
      </summary>
      <div className="xj-rule-lists">
        {shown.map(({ id, items }) => (
          <div key={id}>
            <h4>{say(`policyView.list.${id}`)}</h4>
            <ul className="xj-gaps">
              {items.map((item, index) => (
                <li key={index}>{item}</li>
              ))}
            </ul>
          </div>
        ))}
        {rule.evidence.length > 0 && (
          <div>
            <h4>{say("policyView.list.evidence")}</h4>
            <ul className="xj-gaps">
              {rule.evidence.map((each, index) => (
                <li key={index}>
                  {nameOf(language, each.text)}
                  {each.basis === "ownReading" && <span className="xj-badge">{say("policyView.ownReading")}</span>}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </details>
  );
}
