import { money } from "../../text";
import { useApp } from "../../store";
import { useWords } from "../context";
import type { RuleVerdict } from "./RuleRow";

/** 0 … cap: what a careful plan counts, between which ends; three cases where the document gives a cap and no rate. */
export function RuleAmount({ rule }: { rule: RuleVerdict }) {
  const { say, language } = useWords();
  const plain = { headline: true };
  const { low, likely, high } = rule.amount;
  const written = useApp((state) => state.history.present.scenario.policies).find((each) => each.id === rule.ruleId);
  const cap = written?.rate === null && written.kind === "capexShare" ? written.cap?.value : undefined;
  if (rule.cases !== null && rule.verdict !== "doesNotApply")
    return (
      <>
        {say("policyView.upTo", { cap: money(language, rule.cases.cap, plain) })}
        <span className="xj-sub">{say("policyView.rateNotStated")}</span>
        <span className="xj-sub">
          {say("policyView.cases", {
            user: rule.cases.userRate === null ? say("policyView.notSet") : money(language, rule.cases.userRate, plain),
            cap: money(language, rule.cases.cap, plain),
          })}
        </span>
      </>
    );
  if (high <= 0)
    return (
      <>
        {money(language, 0)}
        {cap !== undefined && (
          <span className="xj-sub">{say("policyView.capAlone", { cap: money(language, cap, plain) })}</span>
        )}
      </>
    );
  return (
    <>
      {likely > 0 ? say("policyView.about", { likely: money(language, likely, plain) }) : money(language, 0)}
      {high > low && (
        <span className="xj-sub">
          {say("money.between", { low: money(language, low, plain), high: money(language, high, plain) })}
        </span>
      )}
      {rule.verdict === "chance" && <span className="xj-sub">{say("policyView.notInBase")}</span>}
    </>
  );
}
