import { Switch } from "@mantine/core";
import { useOwner, useOwnerActions } from "../../store";
import { useWords } from "../context";

/** The known correction of a figure from memory: said openly, on unless it is switched off. */
export function CorrectionSwitch() {
  const { say } = useWords();
  const isCorrected = useOwner((state) => state.isCorrected);
  const { setCorrected } = useOwnerActions();
  return (
    <Switch
      className="xj-owner-correct"
      label={say("owner.correct")}
      description={say("owner.correctWhy")}
      checked={isCorrected}
      onChange={(event) => setCorrected(event.currentTarget.checked)}
    />
  );
}
