import { Button, Loader } from "@mantine/core";
import type { ReactNode } from "react";
import { isStudyStale, useActions, useApp } from "../../store";
import { useWords } from "../context";
import { RunsProgress } from "./RunsProgress";

interface StudyBarProps {
  kind: "bottleneck" | "doubt" | "staffing";
  start: string;
  /** what is being done now, in words */
  doing: string;
  /** how long it takes, and that it can be stopped */
  next: string;
  canStart: boolean;
  children?: ReactNode;
}

/** Starts and stops a long question and says how far it is: the answer so far stays on screen. */
export function StudyBar({ kind, start, doing, next, canStart, children }: StudyBarProps) {
  const { say } = useWords();
  const { status, runs, message } = useApp((state) => state.studies[kind]);
  const stale = useApp((state) => isStudyStale(state, kind));
  const actions = useActions();
  const isRunning = status === "running";
  return (
    <div className="xj-study-bar" data-testid={`${kind}-bar`} data-status={status}>
      <div className="xj-study-controls">
        {children}
        {isRunning ? (
          <Button variant="default" onClick={() => actions.stop(kind)} data-testid={`${kind}-stop`}>
            {say("status.stop")}
          </Button>
        ) : (
          <Button onClick={() => actions.start(kind)} disabled={!canStart} data-testid={`${kind}-start`}>
            {start}
          </Button>
        )}
      </div>
      {status === "idle" && <p className="xj-note">{next}</p>}
      {isRunning && (
        <>
          <p role="status">
            <Loader size={16} aria-hidden="true" /> <strong>{doing}</strong>
          </p>
          <RunsProgress runs={runs} />
        </>
      )}
      {status === "stopped" && (
        <p className="xj-note" role="status">
          {say("study.stopped")}
        </p>
      )}
      {status === "failed" && <p className="xj-warning">{say("status.failed", { message: message ?? "" })}</p>}
      {stale && (
        <p className="xj-warning" role="status" data-testid={`${kind}-stale`}>
          {say("study.stale")}
        </p>
      )}
    </div>
  );
}
