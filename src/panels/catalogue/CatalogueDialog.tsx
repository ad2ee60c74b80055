import { Modal } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../context";
import { catalogue } from "./entries";
import "./catalogue.css";
import { EntryList } from "./EntryList";
import { EntryView } from "./EntryView";
import { OffersView } from "./OffersView";
import { OwnEntryForm } from "./OwnEntryForm";

type View = "entries" | "own" | "offers";
const views: readonly View[] = ["entries", "own", "offers"];

/** What can be bought, with its evidence; own entries; and what vendors ask for it. */
export function CatalogueDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { say } = useWords();
  const [view, setView] = useState<View>("entries");
  const [chosen, setChosen] = useState(catalogue.entries[0]?.retrofit.id ?? "");
  const entry = catalogue.entries.find(({ retrofit }) => retrofit.id === chosen);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say("catalogue.title")}
      size="min(1180px, 96vw)"
      lockScroll={false}
      closeButtonProps={{ "aria-label": say("open.close") }}
      transitionProps={{ duration: 0 }}
      data-testid="catalogue"
    >
      <div className="xj-catalogue">
        <div className="xj-toggle" role="group" aria-label={say("catalogue.views")}>
          {views.map((each) => (
            <button key={each} type="button" aria-pressed={view === each} onClick={() => setView(each)}>
              {say(`catalogue.view.${each}`)}
            </button>
          ))}
        </div>
        {view === "entries" && (
          <div className="xj-catalogue-columns">
            <EntryList entries={catalogue.entries} chosen={chosen} onChoose={setChosen} />
            {entry !== undefined && <EntryView key={entry.retrofit.id} entry={entry} onAdded={onClose} />}
          </div>
        )}
        {view === "own" && <OwnEntryForm onAdded={onClose} />}
        {view === "offers" && <OffersView />}
      </div>
    </Modal>
  );
}
