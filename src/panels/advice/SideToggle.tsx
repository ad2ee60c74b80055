import { useActions, useApp } from "../../store";
import { useWords } from "../context";

/** Today's line, or the line with the plan in view; nothing to choose without a plan. */
export function SideToggle({ kind }: { kind: "bottleneck" | "staffing" }) {
  const { say } = useWords();
  const side = useApp((state) => state.studies[kind].side);
  const hasPlan = useApp((state) => state.choice.length > 0);
  const { setSide } = useActions();
  if (!hasPlan) return null;
  return (
    <div className="xj-toggle" role="group" aria-label={say("stations.which")}>
      {(["baseline", "plan"] as const).map((each) => (
        <button key={each} type="button" aria-pressed={side === each} onClick={() => setSide(kind, each)}>
          {say(each === "plan" ? "compare.plan" : "compare.baseline")}
        </button>
      ))}
    </div>
  );
}
