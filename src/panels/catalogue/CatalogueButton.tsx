import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useWords } from "../context";

// nobody needs it for the first look
const CatalogueDialog = lazy(() => import("./CatalogueDialog").then((all) => ({ default: all.CatalogueDialog })));

/** The door to the catalogue and the offers. Loaded when it is opened for the first time. */
export function CatalogueButton() {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        fullWidth
        data-testid="open-catalogue"
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        {say("catalogue.open")}
      </Button>
      {isWanted && (
        <Suspense>
          <CatalogueDialog opened={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
