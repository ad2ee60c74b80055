import { Progress } from "@mantine/core";
import { number } from "../../text";
import { useWords } from "../context";

/** Simulation runs of the step under way. */
export function RunsProgress({ runs }: { runs: { done: number; asked: number } }) {
  const { say, language } = useWords();
  const whole = (value: number): string => number(language, value, { decimals: 0 });
  return (
    <div className="xj-status-row">
      <Progress
        value={runs.asked === 0 ? 0 : (100 * runs.done) / runs.asked}
        className="xj-grow"
        aria-label={say("study.runsLabel")}
      />
      <span className="xj-number">{say("study.runs", { done: whole(runs.done), asked: whole(runs.asked) })}</span>
    </div>
  );
}
