import { Button } from "@mantine/core";
import { candidatesOf, useActions, useApp, type PlannerLimits } from "../../store";
import { useWords } from "../context";
import { NumberField } from "../NumberField";

const fields = [
  { id: "budget", unit: "unit.yuan", step: 50_000, least: 0 },
  { id: "paybackYears", unit: "unit.years", step: 0.5, least: 0 },
  { id: "heads", unit: "unit.people", step: 1, least: -10_000 },
  { id: "cash", unit: "unit.yuan", step: 50_000, least: 0 },
] as const satisfies readonly { id: keyof PlannerLimits; unit: string; step: number; least: number }[];

/** What the plan must keep within, and the button that looks for it. */
export function LimitsForm() {
  const { say } = useWords();
  const limits = useApp((state) => state.planner.limits);
  const running = useApp((state) => state.planner.status === "running");
  const candidates = useApp((state) => candidatesOf(state.history.present.scenario).length);
  const isReady = useApp((state) => state.shown !== null);
  const { setPlannerLimits, findBest, stopFinding } = useActions();
  if (candidates === 0) return <p className="xj-note">{say("planner.noCandidates")}</p>;
  return (
    <div className="xj-planner-limits">
      {fields.map(({ id, unit, step, least }) => (
        <NumberField
          key={id}
          label={say(`planner.limit.${id}`)}
          unit={say(unit)}
          value={limits[id]}
          step={step}
          mayBeEmpty
          onCommit={(value) => {
            if (value !== null && value < least) return say("planner.notBelow", { least });
            setPlannerLimits({ [id]: value });
            return null;
          }}
        />
      ))}
      {running ? (
        <Button variant="default" onClick={stopFinding} data-testid="planner-stop">
          {say("status.stop")}
        </Button>
      ) : (
        <Button onClick={findBest} disabled={!isReady} data-testid="planner-find">
          {say("planner.find")}
        </Button>
      )}
    </div>
  );
}
