import { Button } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../context";
import { laterDialog } from "../later";

const CatalogueDialog = laterDialog(() => import("./CatalogueDialog").then((all) => all.CatalogueDialog));

/** The door to the catalogue and the offers. */
export function CatalogueButton() {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" size="compact-md" fullWidth data-testid="open-catalogue" onClick={() => setOpen(true)}>
        {say("catalogue.open")}
      </Button>
      <CatalogueDialog opened={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
