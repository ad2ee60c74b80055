import type { Difference } from "../measure";
import { isStale, useApp, type Shown } from "../store";
import { number, plusMinus, quantity, significant } from "../text";
import { useWords } from "./context";
import { Chip, EstimateText, toneOf } from "./Figure";
import { isGiven } from "./given";
import { halfWidth, judge } from "./judge";
import { kpiRows, type KpiRow } from "./kpis";
import { later } from "./later";
import { PlanSentence } from "./PlanSentence";
import { EvaluationStatus } from "./Status";
import { StuckNotice } from "./StuckNotice";
import { Warnings } from "./Warnings";

// only with a plan beside today's line
const DemandQuestion = later(() => import("./DemandQuestion").then((all) => all.DemandQuestion));
const MoneyVerdict = later(() => import("./MoneyVerdict").then((all) => all.MoneyVerdict));

/** What the figures say, in the owner's words. Never a mean alone. */
export function Verdict() {
  const { say } = useWords();
  const shown = useApp((state) => state.shown);
  const choice = useApp((state) => state.choice);
  const stale = useApp(isStale);
  return (
    <section className="xj-verdict" aria-labelledby="xj-verdict-title" aria-busy={shown === null}>
      <h2 id="xj-verdict-title">{say(choice.length === 0 ? "verdict.today" : "verdict.title")}</h2>
      <EvaluationStatus />
      <div className={stale ? "xj-stale" : undefined}>
        {shown === null ? (
          <Waiting />
        ) : shown.plan === null ? (
          <Today shown={shown} isWaiting={choice.length > 0} />
        ) : (
          <PlanVerdict shown={shown} />
        )}
      </div>
    </section>
  );
}

function Waiting() {
  return (
    <div className="xj-skeleton" aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <span key={row} />
      ))}
    </div>
  );
}

function Today({ shown, isWaiting }: { shown: Shown; isWaiting: boolean }) {
  const { say, language } = useWords();
  const { figures } = shown.baseline;
  const people = (of: Shown["baseline"]): string =>
    isGiven(of.line, "people")
      ? `${number(language, of.headcount, { decimals: Number.isInteger(of.headcount) ? 0 : 1 })} ${say("unit.people")}`
      : say("value.notGiven");
  return (
    <>
      {isWaiting && <Waiting />}
      <StuckNotice of={shown.baseline} />
      <p className="xj-headline">
        {say("verdict.makes", {
          // broken only before the unit: "± 29,000" or "年" alone on a line says nothing
          parts: quantity(language, figures.line.goodPerYear, { unit: "unit.partsPerYear", figures: 4 })
            .replaceAll(" ± ", "\u00A0±\u00A0")
            .replaceAll("/", "/\u2060"),
        })}
      </p>
      <dl className="xj-facts">
        <div>
          <dt>{say("kpi.people")}</dt>
          <dd className="xj-number">{people(shown.baseline)}</dd>
        </div>
        {kpiRows.slice(1).map((row) => (
          <div key={row.kpi}>
            <dt>{say(row.label)}</dt>
            <dd>
              {isGiven(shown.baseline.line, row.kpi) ? (
                <EstimateText estimate={figures.line[row.kpi]} unit={row.unit} scale={row.scale ?? 1} figures={3} />
              ) : (
                <span className="xj-note">{say("value.notGiven")}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {!isWaiting && <p className="xj-note">{say("verdict.next")}</p>}
    </>
  );
}

function PlanVerdict({ shown }: { shown: Shown }) {
  const differences = shown.differences;
  if (differences === null) return null;
  return (
    <>
      <PlanSentence shown={shown} output={differences.goodPerYear} />
      <Gain shown={shown} />
      {shown.plan !== null && <StuckNotice of={shown.plan} />}
      <Warnings />
      <dl className="xj-facts">
        {kpiRows
          .filter(
            (row) => row.kpi === "labourHoursPerGoodPart" || row.kpi === "scrapShare" || row.kpi === "escapedShare",
          )
          .map((row) => (
            <FromTo key={row.kpi} shown={shown} row={row} difference={differences[row.kpi]} />
          ))}
      </dl>
      <DemandQuestion shown={shown} />
      <MoneyVerdict />
    </>
  );
}

function Gain({ shown }: { shown: Shown }) {
  const { say, language } = useWords();
  const difference = shown.differences?.goodPerYear;
  if (difference === undefined) return null;
  const judgement = judge(difference, shown.baseline.complete);
  const relative =
    difference.percent === null
      ? significant(language, difference.mean, 3, true)
      : `${plusMinus(language, difference.percent.mean, halfWidth(difference.percent.ci95), { signed: true })} %`;
  return (
    <p
      className="xj-gain"
      data-judgement={judgement}
      data-tone={difference.proven ? (difference.mean > 0 ? "gain" : "loss") : "even"}
      data-testid="gain"
    >
      <span className="xj-gain-label">{say("verdict.output")}</span>
      <Chip judgement={judgement} says={say(`judge.${judgement}`)} />
      <span className="xj-gain-figure xj-number">
        {judgement === "proven" && <span aria-hidden="true">{difference.mean > 0 ? "▲ " : "▼ "}</span>}
        {relative}
      </span>
    </p>
  );
}

/** Today's figure, the plan's, and what can be said of the difference. */
function FromTo({ shown, row, difference }: { shown: Shown; row: KpiRow; difference: Difference }) {
  const { say, language } = useWords();
  const judgement = judge(difference, shown.baseline.complete);
  const scale = row.scale ?? 1;
  const mean = (of: Shown["baseline"] | null): string =>
    significant(language, (of?.figures.line[row.kpi].mean ?? Number.NaN) * scale);
  return (
    <div>
      <dt>{say(row.label)}</dt>
      <dd>
        <span className="xj-number">
          {say("verdict.fromTo", { from: mean(shown.baseline), to: mean(shown.plan), unit: say(row.unit) })}
        </span>
        <span className="xj-sub xj-difference" data-tone={toneOf(difference, row.better)}>
          <span className="xj-number">
            {judgement === "proven" && <span aria-hidden="true">{difference.mean > 0 ? "▲ " : "▼ "}</span>}
            {plusMinus(language, difference.mean * scale, halfWidth(difference.ci95) * scale, { signed: true })}
          </span>
          <Chip judgement={judgement} says={say(`judge.${judgement}`)} />
        </span>
      </dd>
    </div>
  );
}
