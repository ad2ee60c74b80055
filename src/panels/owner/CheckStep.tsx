import { Button } from "@mantine/core";
import { answerOf, limitsOf, spreadOf } from "../../interview";
import { ownerAgreement, useOwner, useOwnerActions } from "../../store";
import { number, percent, quantity, significant } from "../../text";
import { CorrectionSwitch } from "./CorrectionSwitch";
import { figure, NumberAnswer } from "./NumberAnswer";
import { RangeBars } from "./RangeBars";
import { useOwnerWords } from "./useOwnerWords";
import { WorkProgress } from "./WorkProgress";

/** Does the simulated day look like last month's? If not, one factor on all times, as an assumption that can be undone. */
export function CheckStep() {
  const words = useOwnerWords();
  const { say, language, facts } = words;
  const state = useOwner((all) => all);
  const { calibrate } = useOwnerActions();
  const { check, answers, isCorrected, factor } = state;
  const own = answerOf(facts, answers, "perDay");
  const found = check.answer === null ? null : ownerAgreement(facts, { answers, isCorrected, factor }, check.answer);
  const unit = say("owner.unit.perDay");
  const [low, high] = limitsOf("perDay", { ...own, value: found?.target ?? own.value });
  const range = say("owner.range", {
    low: figure(language, "perDay", low),
    high: figure(language, "perDay", high),
    unit,
    half: percent(language, spreadOf("perDay", own.sureness), { figures: 2 }),
  });
  const times = (value: number): string => number(language, value, { decimals: 2 });
  return (
    <div className="xj-owner-question" data-agreement={found?.agreement ?? "waiting"}>
      <h2 tabIndex={-1} id="xj-owner-asked">
        {say("owner.checkTitle")}
      </h2>
      <WorkProgress work={check} />
      {check.answer !== null && found !== null && (
        <>
          <div className="xj-owner-compare">
            <div>
              <span data-key="simulated">{say("owner.checkModel")}</span>
              <strong className="xj-number">
                {quantity(language, check.answer.perDay, { unit: "owner.unit.perDay" })}
              </strong>
            </div>
            {own.sureness !== "usual" && (
              <div>
                <span data-key="own">{say("owner.checkOwn")}</span>
                <strong className="xj-number">
                  {figure(language, "perDay", own.value)} {unit}
                </strong>
                <span className="xj-sub xj-number">
                  {found.target !== own.value &&
                    say("owner.checkTarget", { value: `${significant(language, found.target)} ${unit}` })}{" "}
                  {range}
                </span>
              </div>
            )}
          </div>
          {own.sureness !== "usual" && (
            <RangeBars own={[low, high]} simulated={check.answer.perDay.ci95} label={say("owner.checkBars")} />
          )}
          <p className="xj-owner-verdict" data-agreement={found.agreement} role="status">
            {found.agreement === "makesMore" || found.agreement === "makesLess"
              ? say(`owner.agree.${found.agreement}`, {
                  share: percent(language, Math.abs(check.answer.perDay.mean / found.target - 1), { figures: 2 }),
                })
              : say(`owner.agree.${found.agreement}`)}
          </p>
          {found.agreement === "noFigure" && <OwnFigure />}
          {(found.agreement === "makesMore" || found.agreement === "makesLess") &&
            (found.proposal.isPlausible ? (
              <div className="xj-owner-scale">
                <p>{say("owner.scaleOffer", { factor: times(found.proposal.factor) })}</p>
                <Button type="button" variant="light" onClick={() => calibrate(found.proposal.factor)}>
                  {say("owner.scale")}
                </Button>
              </div>
            ) : (
              <p className="xj-warning">{say("owner.tooFar")}</p>
            ))}
          {factor !== null && (
            <div className="xj-owner-scale">
              <p>{say("owner.scaled", { factor: times(factor) })}</p>
              <Button type="button" variant="default" onClick={() => calibrate(null)}>
                {say("owner.unscale")}
              </Button>
            </div>
          )}
          {(own.sureness === "about" || own.sureness === "guess") && <CorrectionSwitch />}
          <p className="xj-note xj-number">
            {say("owner.checkBasis", {
              n: check.answer.replications,
              hours: number(language, check.answer.hours, { decimals: 0 }),
            })}
          </p>
        </>
      )}
    </div>
  );
}

/** The question once more, where its answer is missed. */
function OwnFigure() {
  const { say } = useOwnerWords();
  return (
    <div className="xj-owner-scale" data-kind="figure">
      <p className="xj-hidden" id="xj-owner-hint">
        {say("owner.ownPerDay")}
      </p>
      <NumberAnswer id="perDay" />
    </div>
  );
}
