import { useApp } from "../store";
import { money, payback } from "../text";
import { useWords } from "./context";
import { halfWidth } from "./judge";

/** Money in, money a year, money back, subsidy with the document's number. Details are in the money tab. */
export function MoneyVerdict() {
  const { say, language } = useWords();
  const result = useApp((state) => state.money);
  if (result === null) return null;
  const { total } = result.investment;
  const { withSubsidy, withoutSubsidy } = result.project;
  const horizon = result.cashFlow.horizonYears;
  const { amount, chosen } = result.policies.base;
  const documents = result.policies.rules.filter((rule) => chosen.includes(rule.ruleId)).map((rule) => rule.document);
  const plain = { headline: true };
  return (
    <>
      <h3>{say("verdict.money")}</h3>
      <dl className="xj-facts">
        <div>
          <dt>{say("money.investment")}</dt>
          <dd className="xj-number">
            {total.likely > 0 ? money(language, total.likely, plain) : say("money.none")}
            {total.high > total.low && (
              <span className="xj-sub">
                {say("money.between", {
                  low: money(language, total.low, plain),
                  high: money(language, total.high, plain),
                })}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{say("money.annualGain")}</dt>
          <dd className="xj-number">
            {money(language, result.annualGain.mean, { ...plain, signed: true })}
            <span className="xj-sub">
              {say("money.plusMinus", { half: money(language, halfWidth(result.annualGain.ci95), plain) })}
            </span>
          </dd>
        </div>
        <div>
          <dt>{say("money.payback")}</dt>
          <dd className="xj-number">
            {payback(language, withoutSubsidy.atMean.simplePayback.years, horizon, total.likely)}
            {total.likely > 0 && (
              <span className="xj-sub">
                {say("money.withSubsidyIs", {
                  value: payback(language, withSubsidy.atMean.simplePayback.years, horizon, total.likely),
                })}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{say("money.npv", { years: horizon })}</dt>
          <dd className="xj-number">
            {money(language, withoutSubsidy.npv.mean, { ...plain, signed: true })}
            <span className="xj-sub">
              {say("money.plusMinus", { half: money(language, halfWidth(withoutSubsidy.npv.ci95), plain) })}
            </span>
          </dd>
        </div>
        <div>
          <dt>{say("money.subsidy")}</dt>
          <dd className="xj-number">
            {amount.high > 0
              ? say("money.subsidyUpTo", {
                  likely: money(language, amount.likely, plain),
                  high: money(language, amount.high, plain),
                })
              : say("money.subsidyNone")}
            {documents.length > 0 && <span className="xj-sub">{documents.join(say("fit.join"))}</span>}
          </dd>
        </div>
      </dl>
    </>
  );
}
