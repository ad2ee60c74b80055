import { Button } from "@mantine/core";
import { useOwner, useOwnerActions } from "../../store";
import { useWords } from "../context";

/** On the first visit: one calm line above the running picture, gone once it is taken up or put away. */
export function OwnerOffer() {
  const { say } = useWords();
  const isOffered = useOwner((state) => state.isOffered);
  const { open, dismissOffer } = useOwnerActions();
  if (!isOffered) return null;
  return (
    <aside className="xj-owner-offer" aria-label={say("owner.title")} data-testid="owner-offer">
      <p>{say("owner.offer")}</p>
      <Button size="compact-md" onClick={open}>
        {say("owner.start")}
      </Button>
      <Button size="compact-md" variant="subtle" onClick={dismissOffer}>
        {say("owner.offerNo")}
      </Button>
    </aside>
  );
}
