import { Button, Progress } from "@mantine/core";
import { useOwnerActions, type OwnerPart, type OwnerWork } from "../../store";
import { number } from "../../text";
import { useWords } from "../context";

/** Where each part begins on the bar: measured shares of the whole, roughly. */
const begins: Record<OwnerPart | "check", number> = {
  check: 0,
  today: 2,
  relief: 8,
  steps: 22,
  together: 60,
  options: 68,
  unknowns: 84,
};
const parts = Object.keys(begins) as (OwnerPart | "check")[];

/** How far it is and the way to stop it; what went wrong and the way to try again. */
export function WorkProgress({ work }: { work: OwnerWork<unknown> }) {
  const { say, language } = useWords();
  const { work: again, stop } = useOwnerActions();
  const { status, part, runs, message } = work;
  if (status === "done" || status === "idle") return null;
  if (status !== "running")
    return (
      <div className="xj-owner-work" role="status">
        <p>{status === "failed" ? say("owner.failed", { message: message ?? "" }) : say("owner.stopped")}</p>
        <Button variant="default" onClick={again}>
          {say("owner.again")}
        </Button>
      </div>
    );
  const now = part ?? "check";
  const from = begins[now];
  const following = parts[parts.indexOf(now) + 1];
  const end = now === "check" || following === undefined ? 100 : begins[following];
  const value = from + (runs.asked > 0 ? runs.done / runs.asked : 0) * (end - from);
  const whole = (n: number): string => number(language, n, { decimals: 0 });
  return (
    <div className="xj-owner-work" data-testid="owner-work" data-part={now}>
      <p role="status">{say(`owner.part.${now}`)}</p>
      <Progress value={value} size="lg" aria-label={say(`owner.part.${now}`)} />
      <div className="xj-owner-work-foot">
        <span className="xj-note xj-number">
          {runs.asked > 0 && say("owner.runs", { done: whole(runs.done), asked: whole(runs.asked) })}
        </span>
        <Button type="button" size="compact-md" variant="default" onClick={stop}>
          {say("owner.stop")}
        </Button>
      </div>
    </div>
  );
}
