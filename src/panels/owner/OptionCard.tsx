import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useOwnerActions, type OwnerOption } from "../../store";
import { money, plusMinus } from "../../text";
import { halfWidth, judge } from "../judge";
import { backWords, chanceWords } from "../money/backWords";
import {
  flipWords,
  headsWords,
  npvSpread,
  optionName,
  outputWords,
  reasonWords,
  type DecisionWords,
} from "./decisionWords";

/** A share of all parts that nobody waits for a longer run to tell: one in a thousand. */
const tinyScrap = 0.001;

interface CardProps {
  words: DecisionWords;
  option: OwnerOption;
  isFirst: boolean;
  /** steps whose meaning is said here */
  explained: readonly string[];
}

/** One way: yes, no or not yet; money in and back, people, quality, with and without subsidy, and when the answer flips. */
export function OptionCard({ words, option, isFirst, explained }: CardProps) {
  const { say, language, scenario } = words;
  const { openInWorkspace } = useOwnerActions();
  const { money: result, verdict, ids, heads, differences } = option;
  const { total } = result.investment;
  const years = result.cashFlow.horizonYears;
  const plain = { headline: true };
  const never = chanceWords(result.doubt.never, say, language);
  const isPriced = total.high > 0;
  const output = outputWords(words, option);
  const scrap = differences.scrapShare;
  const isTiny = !scrap.proven && halfWidth(scrap.ci95) < tinyScrap;
  const scrapJudgement = isTiny ? "none" : judge(scrap, true);
  const { amount } = result.policies.base;
  const { withSubsidy, withoutSubsidy } = result.project;
  return (
    <article className="xj-owner-card" data-verdict={verdict} data-first-choice={isFirst} data-testid="owner-option">
      <header>
        <span className="xj-owner-stamp" data-verdict={verdict}>
          {say(isFirst ? "owner.verdict.first" : `owner.verdict.${verdict}`)}
        </span>
        <h3>{optionName(words, ids, " + ")}</h3>
        {scenario.retrofits.map(
          ({ id, description }) =>
            explained.includes(id) &&
            description !== undefined && (
              <p key={id} className="xj-owner-means">
                {description[language]}
              </p>
            ),
        )}
      </header>
      <dl>
        <Row label={say("owner.card.in")}>
          {total.likely > 0 ? money(language, total.likely, plain) : say("money.none")}{" "}
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
        </Row>
        <Row label={say("owner.card.back")}>
          {isPriced ? backWords(result, say, language) : say("payback.nothingInvested")}
        </Row>
        {isPriced && (
          <Row label={say("owner.card.never", { years })}>
            {never.chance}{" "}
            {never.interval !== null && (
              <span className="xj-sub">{say("money.interval95", { interval: never.interval })}</span>
            )}
          </Row>
        )}
        <Row label={say("owner.card.output")}>
          {output.figure} <span className="xj-sub">{output.judgement}</span>
        </Row>
        <Row label={say("owner.card.people")}>{headsWords(words, heads)}</Row>
        <Row label={say("owner.card.scrap")}>
          {plusMinus(language, scrap.mean * 100, halfWidth(scrap.ci95) * 100, { signed: true, figures: 1 })}{" "}
          {say("owner.card.points")} <span className="xj-sub">{say(`judge.${scrapJudgement}`)}</span>
        </Row>
        <Row label={say("owner.card.npv", { years })}>
          <span>
            <span className="xj-owner-line">
              {npvSpread(words, withoutSubsidy.npv)}{" "}
              <span className="xj-sub">{say(amount.high > 0 ? "owner.card.without" : "owner.card.noSubsidy")}</span>
            </span>
            {amount.high > 0 && (
              <>
                <span className="xj-owner-line">
                  {npvSpread(words, withSubsidy.npv)} <span className="xj-sub">{say("owner.card.with")}</span>
                </span>
                <span className="xj-sub">
                  {say("owner.card.subsidy", {
                    likely: money(language, amount.likely, plain),
                    high: money(language, amount.high, plain),
                  })}
                </span>
              </>
            )}
          </span>
        </Row>
        <Row label={say("owner.card.flip")}>
          {flipWords(words, result).map((flip) => (
            <span key={flip} className="xj-owner-flip">
              {flip}
            </span>
          ))}
        </Row>
      </dl>
      <ul className="xj-owner-reasons" aria-label={say("owner.card.but")}>
        {option.reasons
          .filter(({ key }) => key !== "pays")
          .map((reason, index) => (
            <li key={index}>{reasonWords(words, reason)}</li>
          ))}
      </ul>
      <Button
        type="button"
        variant={isFirst ? "filled" : "default"}
        className="xj-owner-noprint"
        onClick={() => openInWorkspace(ids)}
      >
        {say("owner.card.open")}
      </Button>
    </article>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="xj-number">{children}</dd>
    </div>
  );
}
