import { Button } from "@mantine/core";
import type { Holders } from "../../sheet";
import { useWords } from "../context";

interface HeldBackProps {
  name: string;
  holders: Holders;
  onRemove: () => void;
  onKeep: () => void;
}

/** A row that others still point at: who they are, and the way to let all of it go. */
export function HeldBack({ name, holders, onRemove, onKeep }: HeldBackProps) {
  const { say } = useWords();
  const join = say("fit.join");
  return (
    <div className="xj-editor-notice" role="alert" data-tone="fault" data-testid="held">
      <p>{say("editor.heldBack", { name })}</p>
      <ul>
        {holders.rows.length > 0 && <li>{say("editor.heldRows", { rows: holders.rows.join(join) })}</li>}
        {holders.steps.length > 0 && <li>{say("editor.heldSteps", { steps: holders.steps.join(join) })}</li>}
      </ul>
      <div className="xj-sheet-tools">
        <Button variant="default" size="compact-sm" onClick={onRemove}>
          {say("editor.removeAll")}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onKeep}>
          {say("editor.keep")}
        </Button>
      </div>
    </div>
  );
}
