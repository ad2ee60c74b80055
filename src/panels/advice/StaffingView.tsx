import { isStudyStale, useActions, useApp, type Studies } from "../../store";
import { nameOf, percent, plusMinus, quantity } from "../../text";
import { useWords } from "../context";
import { halfWidth } from "../judge";
import { NumberField } from "../NumberField";
import { SideToggle } from "./SideToggle";
import { StudyBar } from "./StudyBar";

type Answer = Studies["staffing"]["answer"];

/** The fewest people of each pool that keep the output within a share of the best that people can bring. */
export function StaffingView() {
  const { say } = useWords();
  const { answer, known, share, basis } = useApp((state) => state.studies.staffing);
  const stale = useApp((state) => isStudyStale(state, "staffing"));
  const pools = useApp((state) => state.history.present.scenario.line.operators.length);
  const { setStaffingShare } = useActions();
  if (pools === 0) return <p className="xj-note">{say("staffing.noPools")}</p>;
  const tried = known?.path.length ?? 0;
  return (
    <section className="xj-money xj-study" data-testid="staffing">
      <StudyBar
        kind="staffing"
        start={say("staffing.start")}
        doing={known === null ? say("study.preparing") : say(`staffing.doing.${known.stage}`, { n: tried })}
        next={say("staffing.next")}
        canStart
      >
        <SideToggle kind="staffing" />
        <NumberField
          label={say("staffing.share")}
          unit={say("unit.percent")}
          value={Math.round(share * 1000) / 10}
          step={0.5}
          onCommit={(value) => {
            if (value === null || value < 0.1 || value > 50) return say("staffing.shareRange");
            setStaffingShare(value / 100);
            return null;
          }}
        />
      </StudyBar>
      <div className={stale ? "xj-study-answer xj-stale" : "xj-study-answer"}>
        {answer !== null && basis !== null && <Answered answer={answer} share={basis.share} />}
        {answer === null && known !== null && <SoFar counts={known.counts} stage={known.stage} />}
        {(answer ?? known) !== null && <PathTable path={(answer ?? known)!.path} />}
      </div>
    </section>
  );
}

function usePoolName(): (id: string) => string {
  const { language } = useWords();
  const pools = useApp((state) => state.history.present.scenario.line.operators);
  return (id) => nameOf(language, pools.find((pool) => pool.id === id)?.name, id);
}

function SoFar({ counts, stage }: { counts: Answer["today"]["counts"]; stage: "best" | "fewest" }) {
  const { say } = useWords();
  const poolName = usePoolName();
  const list = Object.entries(counts).map(([id, n]) => say("staffing.count", { name: poolName(id), n }));
  return <p>{say(`staffing.soFar.${stage}`, { list: list.join(say("planner.join")) })}</p>;
}

function Answered({ answer, share }: { answer: Answer; share: number }) {
  const { say, language } = useWords();
  const { today, best, fewest, lost, fewer } = answer;
  const poolName = usePoolName();
  const change = (id: string): number => fewest.counts[id]! - today.counts[id]!;
  const changes = Object.keys(today.counts).filter((id) => change(id) !== 0);
  const lostText =
    lost.percent === null
      ? ""
      : `${plusMinus(language, lost.percent.mean, halfWidth(lost.percent.ci95), { signed: true })} %`;
  const list = changes.map((id) =>
    say(change(id) > 0 ? "staffing.more" : "staffing.less", { name: poolName(id), n: Math.abs(change(id)) }),
  );
  return (
    <>
      <div className="xj-money-sentence" data-testid="staffing-answer">
        <p>
          {changes.length === 0
            ? say("staffing.asToday")
            : say(fewer > 0 ? "staffing.fewer" : fewer < 0 ? "staffing.moreInAll" : "staffing.sameInAll", {
                n: Math.abs(fewer),
                list: list.join(say("planner.join")),
                output: quantity(language, fewest.output, { unit: "unit.partsPerHour" }),
                today: quantity(language, today.output, { unit: "unit.partsPerHour" }),
              })}
        </p>
        <p className="xj-note">
          {say("staffing.basis", { share: percent(language, share, { figures: 2 }), lost: lostText })}
        </p>
      </div>
      <table className="xj-table xj-narrow" data-testid="staffing-table">
        <caption>{say("staffing.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("stations.pool")}</th>
            {(["today", "best", "fewest"] as const).map((which) => (
              <th key={which} scope="col" className="xj-right">
                {say(`staffing.column.${which}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.keys(today.counts).map((id) => (
            <tr key={id} data-pool={id}>
              <th scope="row">{poolName(id)}</th>
              {[today, best, fewest].map(({ counts }, i) => (
                <td key={i} className="xj-right xj-number">
                  {counts[id]}
                </td>
              ))}
            </tr>
          ))}
          <tr className="xj-total">
            <th scope="row">{say("staffing.output")}</th>
            {[today, best, fewest].map(({ output }, i) => (
              <td key={i} className="xj-right xj-number">
                {plusMinus(language, output.mean, halfWidth(output.ci95))}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </>
  );
}

/** Every change that was tried, and why it was taken or not. */
function PathTable({ path }: { path: Answer["path"] }) {
  const { say, language } = useWords();
  const poolName = usePoolName();
  if (path.length === 0) return null;
  return (
    <details className="xj-money-fold">
      <summary>{say("staffing.path", { n: path.length })}</summary>
      <table className="xj-table xj-narrow">
        <caption>{say("staffing.pathCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("staffing.tried")}</th>
            <th scope="col" className="xj-right">
              {say("planner.output")}
            </th>
            <th scope="col">{say("staffing.taken")}</th>
            <th scope="col" className="xj-right">
              {say("study.replications")}
            </th>
          </tr>
        </thead>
        <tbody>
          {path.map((step, i) => (
            <tr key={i}>
              <th scope="row">{say("staffing.fromTo", { name: poolName(step.pool), from: step.from, to: step.to })}</th>
              <td className="xj-right xj-number">
                {step.output.percent !== null &&
                  `${plusMinus(language, step.output.percent.mean, halfWidth(step.output.percent.ci95), { signed: true })} %`}
              </td>
              <td>{step.isTaken ? say("planner.yes") : say("staffing.no")}</td>
              <td className="xj-right xj-number">{step.replications}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
