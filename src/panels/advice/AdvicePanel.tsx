import { useActions, useApp, type AdviceView } from "../../store";
import { useWords } from "../context";
import { PlannerPanel } from "../planner/PlannerPanel";
import { BottleneckView } from "./BottleneckView";
import { DoubtView } from "./DoubtView";
import { StaffingView } from "./StaffingView";
import "./advice.css";

const views: readonly AdviceView[] = ["planner", "bottleneck", "doubt", "staffing"];

/** From simulation to advice: what to do, what holds the line back, how sure that is, and with how few people. */
export function AdvicePanel() {
  const { say } = useWords();
  const view = useApp((state) => state.studies.view);
  const { showAdvice } = useActions();
  return (
    <div className="xj-panel-body">
      <div className="xj-toggle xj-views" role="group" aria-label={say("study.views")}>
        {views.map((each) => (
          <button key={each} type="button" aria-pressed={view === each} onClick={() => showAdvice(each)}>
            {say(`study.view.${each}`)}
          </button>
        ))}
      </div>
      {view === "planner" && <PlannerPanel />}
      {view === "bottleneck" && <BottleneckView />}
      {view === "doubt" && <DoubtView />}
      {view === "staffing" && <StaffingView />}
    </div>
  );
}
