import { useApp } from "../store";
import { money, payback, reasonText } from "../text";
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
  // why there is nothing: the first rule's own reason; the other rules are in the money tab
  const whyNone = result.policies.rules.find((rule) => rule.verdict === "doesNotApply")?.reasons[0];
  const plain = { headline: true };
  const back = (years: number | null, invested: number): string => payback(language, years, horizon, invested);
  const likely = back(withoutSubsidy.atMean.simplePayback.years, total.likely);
  const low = back(withoutSubsidy.lowCost.simplePayback.years, total.low);
  const high = back(withoutSubsidy.highCost.simplePayback.years, total.high);
  const helped = back(withSubsidy.atMean.simplePayback.years, total.likely);
  return (
    <>
      <h3>{say("verdict.money")}</h3>
      <dl className="xj-facts">
        <div>
          <dt>{say("money.investment")}</dt>
          <dd className="xj-number">
            {total.likely > 0
              ? money(language, total.likely, plain)
              : say(total.high > 0 ? "money.none" : "plans.noPrice")}
            {total.high > total.low && (
              <span className="xj-sub">
                {total.low > 0
                  ? say("money.between", {
                      low: money(language, total.low, plain),
                      high: money(language, total.high, plain),
                    })
                  : say("money.atMost", { high: money(language, total.high, plain) })}
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
            {total.likely > 0 || result.annualGain.mean >= 0 ? likely : say("money.paybackLoss")}
            {total.likely > 0 && low !== high && (
              <span className="xj-sub">{say("money.paybackBetween", { low, high })}</span>
            )}
            {total.likely > 0 && helped !== likely && (
              <span className="xj-sub">{say("money.withSubsidyIs", { value: helped })}</span>
            )}
            {total.likely <= 0 && total.high > 0 && (
              <span className="xj-sub">
                {say("money.paybackHigh", { amount: money(language, total.high, plain), value: high })}
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
          <dt>{say("money.worstCase", { years: horizon })}</dt>
          <dd className="xj-number">
            {money(language, result.worst.npv, { ...plain, signed: true })}
            <span className="xj-sub">
              {say("money.worstPayback", { payback: back(result.worst.simplePayback.years, total.high) })}
            </span>
            <span className="xj-sub">{say("money.worstMeans")}</span>
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
            {amount.high === 0 && whyNone !== undefined && (
              <span className="xj-sub">{reasonText(language, whyNone)}</span>
            )}
          </dd>
        </div>
      </dl>
    </>
  );
}
