import { Button, Loader } from "@mantine/core";
import { isWarmUpStale, useActions, useApp } from "../../store";
import { number } from "../../text";
import { useWords } from "../context";

/** Whether what is left out at the start of each run is enough, by the line's own start from empty. */
export function WarmUpView() {
  const { say, language } = useWords();
  const { status, answer } = useApp((state) => state.studies.precision.warmUp);
  const stale = useApp(isWarmUpStale);
  const left = useApp((state) => state.history.present.scenario.run.warmUpHours);
  const { checkWarmUp, edit } = useActions();
  const hours = (value: number): string => number(language, value, { decimals: value > 0 && value < 10 ? 1 : 0 });
  const proposed = answer === null || stale ? null : Math.ceil(answer.hours);
  const isRunning = status === "running";
  const use = (warmUpHours: number): void =>
    edit((project) => {
      const { scenario } = project;
      return { ...project, scenario: { ...scenario, run: { ...scenario.run, warmUpHours } } };
    });
  return (
    <div className="xj-warm-up" data-testid="warm-up">
      <p className="xj-note">
        {answer === null || proposed === null
          ? say("warmUp.now", { hours: hours(left) })
          : answer.isTooShort
            ? say("warmUp.tooShort", { hours: hours(left) })
            : say(proposed <= left ? "warmUp.enough" : "warmUp.tooLittle", {
                hours: hours(left),
                proposed: hours(answer.hours),
                n: answer.replications,
              })}
      </p>
      {proposed !== null && answer?.isTooShort === false && proposed > left && (
        <Button variant="default" size="compact-md" onClick={() => use(proposed)}>
          {say("warmUp.use", { hours: hours(proposed) })}
        </Button>
      )}
      {proposed === null && (
        <Button
          variant="default"
          size="compact-md"
          onClick={checkWarmUp}
          disabled={isRunning}
          data-testid="warm-up-check"
        >
          {isRunning && <Loader size={14} aria-hidden="true" />}
          {say(isRunning ? "warmUp.running" : "warmUp.check")}
        </Button>
      )}
    </div>
  );
}
