import { Button } from "@mantine/core";
import { useActions, useApp } from "../../store";
import { useWords } from "../context";

/** There once two plans are picked: on to the table that shows them beside each other. */
export function PickedBar() {
  const { say } = useWords();
  const { picked } = useApp((state) => state.sideBySide);
  const { compareSideBySide, showSideBySide, showDetail } = useActions();
  if (picked.length === 0) return null;
  if (picked.length === 1) return <p className="xj-note">{say("shelf.picked", { n: 1 })}</p>;
  return (
    <Button
      size="compact-md"
      fullWidth
      data-testid="side-by-side"
      onClick={() => {
        showSideBySide("many");
        showDetail("compare");
        compareSideBySide();
      }}
    >
      {say("shelf.compare", { n: picked.length })}
    </Button>
  );
}
