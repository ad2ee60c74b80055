import { useMemo } from "react";
import {
  isPlannerStale,
  plannerAnswer,
  useApp,
  type Advice,
  type PlannerAnswer,
  type PlannerLimits,
} from "../../store";
import { money, percent } from "../../text";
import { AnswerSentence } from "./AnswerSentence";
import { BeginSentence } from "./BeginSentence";
import { LimitsForm } from "./LimitsForm";
import { NotYetList } from "./NotYetList";
import { ParetoView } from "./ParetoView";
import { ProgressView } from "./ProgressView";
import { ProposalsTable } from "./ProposalsTable";
import { RetainedTable } from "./RetainedTable";
import { RoadMapView } from "./RoadMapView";
import { SinglesTable } from "./SinglesTable";
import { usePlanWords } from "./usePlanWords";
import "./planner.css";

/** Which steps to take under the limits, in which order, and what not to buy yet. */
export function PlannerPanel() {
  const { say } = usePlanWords();
  const { status, answer, known, basis } = useApp((state) => state.planner);
  const found = useMemo(() => plannerAnswer({ answer, known }), [answer, known]);
  const stale = useApp(isPlannerStale);
  return (
    <div className="xj-money xj-planner" data-planner={status}>
      <LimitsForm />
      {status === "idle" && <p className="xj-note">{say("planner.next")}</p>}
      {stale && (
        <p className="xj-warning" role="status" data-testid="planner-stale">
          {say("planner.stale")}
        </p>
      )}
      <div className={stale ? "xj-planner-answer xj-stale" : "xj-planner-answer"}>
        <ProgressView />
        {found !== null && basis !== null && <Answer found={found} limits={basis.limits} />}
      </div>
    </div>
  );
}

function Answer({ found, limits }: { found: PlannerAnswer; limits: PlannerLimits }) {
  const { advice, proposals, steps } = found;
  return (
    <>
      <BeginSentence found={found} />
      <AnswerSentence advice={advice} />
      <NotYetList steps={steps} best={advice.best} />
      <RetainedTable advice={advice} />
      <div className="xj-columns">
        <RoadMapView advice={advice} />
        <ParetoView advice={advice} limits={limits} />
      </div>
      <ProposalsTable proposals={proposals} advice={advice} />
      <SinglesTable found={found} limits={limits} />
      <Rule advice={advice} limits={limits} />
    </>
  );
}

/** How it was looked for, and what that guarantees. */
function Rule({ advice, limits }: { advice: Advice; limits: PlannerLimits }) {
  const { say, language } = usePlanWords();
  const { selection, list, tooDear, pruned } = advice;
  const budget = limits.budget === null ? say("planner.noLimit") : money(language, limits.budget, { headline: true });
  return (
    <p className="xj-note" data-testid="planner-rule">
      {say("planner.rule", { looked: list.length, dear: tooDear, budget, pruned })}
      {selection !== null &&
        say("planner.guarantee", {
          pcs: percent(language, selection.pcs, { figures: 2 }),
          delta: money(language, selection.delta, { headline: true }),
          spent: selection.spent,
        })}
    </p>
  );
}
