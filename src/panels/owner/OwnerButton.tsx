import { Button } from "@mantine/core";
import { useOwnerActions } from "../../store";
import { useWords } from "../context";

/** The way in for an owner, always at hand in the header. */
export function OwnerButton() {
  const { say } = useWords();
  const { open } = useOwnerActions();
  return (
    <Button variant="subtle" className="xj-owner-button" onClick={open} data-testid="owner-start">
      {say("owner.start")}
    </Button>
  );
}
