import { Button } from "@mantine/core";
import { isStale, useActions, useApp } from "../store";
import { number } from "../text";
import { useWords } from "./context";
import { Icon } from "./Icon";
import { ShareProgress } from "./ShareProgress";

/** How far the evaluation is, what the figures shown rest on, and the way to stop or repeat it. */
export function EvaluationStatus() {
  const { say, language } = useWords();
  const evaluation = useApp((state) => state.evaluation);
  const shown = useApp((state) => state.shown);
  const stale = useApp(isStale);
  const { cancel, evaluate } = useActions();
  const running = evaluation.status === "running";
  const hours = number(language, shown?.baseline.run.hours ?? 0, { decimals: 0 });
  const share = running ? (evaluation.progress?.share ?? 0) : 0;
  return (
    <div
      className="xj-status"
      data-evaluation={evaluation.status}
      data-complete={shown?.baseline.complete === true && evaluation.status === "idle"}
    >
      {shown !== null && (
        <p className="xj-basis">
          {shown.baseline.complete && !running
            ? say("status.done", { n: shown.baseline.figures.replications, hours })
            : say(shown.baseline.stage === "quick" ? "status.quick" : "status.full", {
                n: shown.baseline.figures.replications,
                of: shown.baseline.run.replications,
                hours,
                warmUp: number(language, shown.baseline.run.warmUpHours, { decimals: 0 }),
              })}
        </p>
      )}
      {running && (
        <ShareProgress share={share} label={say("status.running")} stop={say("status.stop")} onStop={cancel} />
      )}
      {running && <p className="xj-note">{say(shown === null ? "status.first" : "status.refining")}</p>}
      {evaluation.status === "cancelled" && (
        <Again note={say("status.cancelled")} label={say("status.continue")} onClick={evaluate} />
      )}
      {evaluation.status === "failed" && (
        <Again
          note={say("status.failed", { message: evaluation.message })}
          label={say("status.retry")}
          onClick={evaluate}
        />
      )}
      {stale && !running && <Again note={say("status.stale")} label={say("status.again")} onClick={evaluate} />}
    </div>
  );
}

function Again({ note, label, onClick }: { note: string; label: string; onClick: () => void }) {
  return (
    <div className="xj-status-row" role="status">
      <p className="xj-note xj-grow">{note}</p>
      <Button size="compact-sm" variant="default" leftSection={<Icon name="again" size={16} />} onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}
