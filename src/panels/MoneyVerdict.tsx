import { useApp } from "../store";
import { money, payback, reasonText } from "../text";
import { useWords } from "./context";
import { backWords, chanceWords } from "./money/backWords";
import { Estimated } from "./money/MoneySentence";

/** Five seconds: money in, back when, chance of never, the worst, the subsidy with its document. The rest is in the money tab. */
export function MoneyVerdict() {
  const { say, language } = useWords();
  const result = useApp((state) => state.money);
  if (result === null) return null;
  const { total } = result.investment;
  const horizon = result.cashFlow.horizonYears;
  const { amount, chosen } = result.policies.base;
  const documents = result.policies.rules.filter((rule) => chosen.includes(rule.ruleId)).map((rule) => rule.document);
  // why there is nothing: the first rule's own reason; the other rules are in the subsidy tab
  const whyNone = result.policies.rules.find((rule) => rule.verdict === "doesNotApply")?.reasons[0];
  const plain = { headline: true };
  const never = chanceWords(result.doubt.never, say, language);
  const isPriced = total.high > 0;
  const { p10, p90 } = result.doubt.paybackYears;
  const hasBothEnds = p10 !== null && p90 !== null;
  const helped = result.project.withSubsidy.atMean.simplePayback.years;
  const likely = result.project.withoutSubsidy.atMean.simplePayback.years;
  return (
    <>
      <h3>
        {say("verdict.money")} {result.wayIs === "estimated" && <Estimated />}
      </h3>
      <dl className="xj-facts">
        <div>
          <dt>{say("money.investment")}</dt>
          <dd className="xj-number">
            {total.likely > 0 ? money(language, total.likely, plain) : say(isPriced ? "money.none" : "plans.noPrice")}
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
          <dt>{say("money.payback")}</dt>
          <dd className="xj-number">
            {isPriced ? backWords(result, say, language) : say("payback.nothingInvested")}
            {isPriced && hasBothEnds && <span className="xj-sub">{say("money.eightInTen")}</span>}
            {total.likely > 0 && helped !== likely && (
              <span className="xj-sub">
                {say("money.withSubsidyIs", { value: payback(language, helped, horizon, total.likely) })}
              </span>
            )}
          </dd>
        </div>
        {isPriced && (
          <div>
            <dt>{say("money.neverWithin", { years: horizon })}</dt>
            <dd className="xj-number">
              {never.chance}
              {never.interval !== null && (
                <span className="xj-sub">{say("money.interval95", { interval: never.interval })}</span>
              )}
            </dd>
          </div>
        )}
        <div>
          <dt>{say("money.worstCase", { years: horizon })}</dt>
          <dd className="xj-number">
            {money(language, result.worst.npv, { ...plain, signed: true })}
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
