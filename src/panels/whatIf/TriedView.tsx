import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { MoneyResult } from "../../finance";
import type { Difference } from "../../measure";
import { isStale, useActions, useApp, type Shown, type Tried } from "../../store";
import { money, number, plusMinus, problemSentence, quantity } from "../../text";
import { useWords } from "../context";
import { Chip } from "../Figure";
import { halfWidth, judge } from "../judge";
import { ShareProgress } from "../ShareProgress";
import { backWords } from "../money/backWords";
import { Estimated } from "../money/MoneySentence";

/** What the values on trial come to, beside what is stated: at once, and more surely while one looks. */
export function TriedView() {
  const { say, language } = useWords();
  const { moves, problems, tried } = useApp((state) => state.whatIf);
  const shown = useApp((state) => state.shown);
  const result = useApp((state) => state.money);
  const stale = useApp(isStale);
  const hasPlan = useApp((state) => state.choice.length > 0);
  const { keepTried, tryStated } = useActions();
  const moved = Object.keys(moves).length;
  const isOld = tried !== null && tried.moves !== moves;
  return (
    <section className="xj-tried" aria-label={say("whatIf.result")} data-testid="tried">
      {moved === 0 ? <p className="xj-note">{say("whatIf.nothing")}</p> : <Standing tried={isOld ? null : tried} />}
      <div className="xj-buttons">
        <Button size="compact-sm" disabled={moved === 0 || problems.length > 0} onClick={keepTried}>
          {say("whatIf.keep", { n: moved })}
        </Button>
        <Button size="compact-sm" variant="default" disabled={moved === 0} onClick={() => tryStated()}>
          {say("whatIf.allBack")}
        </Button>
      </div>
      <table className="xj-table xj-tried-table" data-plan={hasPlan}>
        <thead>
          <tr>
            <th scope="col">{say(hasPlan ? "whatIf.againstToday" : "whatIf.againstLine")}</th>
            {hasPlan && <th scope="col">{say("whatIf.asStated")}</th>}
            <th scope="col">{say("whatIf.asTried")}</th>
          </tr>
        </thead>
        <tbody>
          <Row name={say("verdict.output")} chip={chipOf(tried?.shown ?? null)}>
            {hasPlan && <td className={stale ? "xj-stale" : undefined}>{outputOf(shown, false)}</td>}
            <td className={isOld ? "xj-stale" : undefined} data-testid="tried-output">
              {outputOf(tried?.shown ?? null, true)}
            </td>
          </Row>
          <Row name={say("whatIf.gain")}>
            {hasPlan && <td className={stale ? "xj-stale" : undefined}>{gainOf(result)}</td>}
            <td className={isOld || tried?.isMoneyOld === true ? "xj-stale" : undefined} data-testid="tried-gain">
              {gainOf(tried?.money ?? null)}
            </td>
          </Row>
          {hasPlan && (
            <Row name={say("whatIf.payback")}>
              <td className={stale ? "xj-stale" : undefined}>{backOf(result)}</td>
              <td className={isOld || tried?.isMoneyOld === true ? "xj-stale" : undefined} data-testid="tried-back">
                {backOf(tried?.money ?? null)}
              </td>
            </Row>
          )}
        </tbody>
      </table>
      <div aria-live="polite">
        {problems.map((problem, index) => (
          <p key={index} className="xj-warning" role="alert">
            {problemSentence(language, problem)}
          </p>
        ))}
      </div>
      <p className="xj-note">{say("whatIf.keepMeans")}</p>
    </section>
  );

  function chipOf(of: Shown | null): ReactNode {
    const difference = of?.differences?.goodPerYear;
    if (of === null || difference === undefined) return null;
    const judgement = judge(difference, of.baseline.complete);
    return <Chip judgement={judgement} says={say(`judge.${judgement}`)} />;
  }

  function outputOf(of: Shown | null, isFull: boolean): ReactNode {
    const difference = of?.differences?.goodPerYear;
    if (of === null || difference === undefined) return "—";
    return <Output difference={difference} isFull={isFull} />;
  }

  function gainOf(of: MoneyResult | null): ReactNode {
    if (of === null) return "—";
    const { mean, ci95 } = of.annualGain;
    const isSure = ci95[0] > 0 || ci95[1] < 0;
    return (
      <>
        <span className="xj-tried-figure xj-number">{money(language, mean, { headline: true, signed: true })}</span>
        <span className="xj-sub xj-number">
          ± {money(language, halfWidth(ci95), { headline: true })}
          {!isSure && ` · ${say("judge.uncertain")}`}
        </span>
      </>
    );
  }

  function backOf(of: MoneyResult | null): ReactNode {
    if (of === null) return "—";
    const { total } = of.investment;
    return (
      <>
        <span className="xj-tried-figure xj-number">
          {total.high > 0 ? backWords(of, say, language) : say("payback.nothingInvested")}
        </span>
        <span className="xj-sub xj-number">
          {total.high > 0 && say("whatIf.invested", { amount: money(language, total.likely, { headline: true }) })}{" "}
          {of.wayIs === "estimated" && <Estimated />}
        </span>
      </>
    );
  }
}

function Row({ name, chip, children }: { name: string; chip?: ReactNode; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">
        {name} {chip}
      </th>
      {children}
    </tr>
  );
}

/** Broken before the half-width only: "± 0.6" or "%" alone on a line says nothing. */
const unbroken = (figure: string): string => figure.replaceAll(" ", "\u00A0").replace("\u00A0±", " ±");

/** In full with the number of parts; of the stated plan the verdict beside has it. */
function Output({ difference, isFull }: { difference: Difference; isFull: boolean }) {
  const { language } = useWords();
  const share = difference.percent;
  return (
    <>
      <span className="xj-tried-figure xj-number">
        {unbroken(
          share === null
            ? plusMinus(language, difference.mean, halfWidth(difference.ci95), { signed: true })
            : `${plusMinus(language, share.mean, halfWidth(share.ci95), { signed: true })} %`,
        )}
      </span>
      {isFull && (
        <span className="xj-sub xj-number">
          {unbroken(quantity(language, difference, { unit: "unit.parts", signed: true }))}
        </span>
      )}
    </>
  );
}

/** What the figures rest on, whether they still tighten, how far that is, and the way to end it. */
function Standing({ tried }: { tried: Tried | null }) {
  const { say, language } = useWords();
  const { status, progress, message } = useApp((state) => state.whatIf);
  const stated = useApp((state) => state.shown);
  const { stopTrying, goOnTrying } = useActions();
  const whole = (value: number): string => number(language, value, { decimals: 0 });
  const share = progress?.share ?? 0;
  const baseline = tried?.shown.baseline;
  // the same line under the same run: nothing had to be simulated
  const isMoneyOnly = baseline?.complete === true && tried?.shown.plan?.key === stated?.plan?.key;
  return (
    <div
      className="xj-tried-standing"
      data-status={status}
      data-runs={baseline?.figures.replications ?? 0}
      data-complete={baseline?.complete === true}
      data-testid="tried-standing"
    >
      <p className="xj-note" role="status">
        {baseline === undefined
          ? status === "running" && say("whatIf.first")
          : say(isMoneyOnly ? "whatIf.moneyOnly" : baseline.complete ? "whatIf.all" : "whatIf.some", {
              n: baseline.figures.replications,
              hours: whole(baseline.run.hours),
            })}{" "}
        {status === "running" && baseline !== undefined && say("whatIf.tightening")}
        {status === "stopped" && say("whatIf.stopped")}
        {status === "failed" && say("status.failed", { message: message ?? "" })}
      </p>
      {status === "running" && (
        <ShareProgress share={share} label={say("whatIf.progress")} stop={say("whatIf.stop")} onStop={stopTrying} />
      )}
      {(status === "stopped" || status === "failed") && (
        <Button size="compact-sm" variant="default" onClick={goOnTrying}>
          {say("status.continue")}
        </Button>
      )}
    </div>
  );
}
