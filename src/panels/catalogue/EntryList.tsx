import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { CatalogueEntry } from "../../store";
import { money, nameOf } from "../../text";
import { useWords } from "../context";
import { purchaseOf } from "../cost";
import { bestGrade, found } from "./entries";

interface EntryListProps {
  entries: readonly CatalogueEntry[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** All entries with price and best evidence; one is open beside. */
export function EntryList({ entries, chosen, onChoose }: EntryListProps) {
  const { say, language } = useWords();
  const [typed, setTyped] = useState("");
  const fitting = found(entries, typed);
  return (
    <nav className="xj-catalogue-list" aria-label={say("catalogue.list")}>
      <TextInput
        aria-label={say("catalogue.find")}
        placeholder={say("catalogue.find")}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {fitting.length === 0 && <p className="xj-note">{say("catalogue.none")}</p>}
      <ul>
        {fitting.map(({ retrofit, per }) => {
          const price = purchaseOf(retrofit);
          const grade = bestGrade(retrofit);
          return (
            <li key={retrofit.id}>
              <button
                type="button"
                className="xj-plan"
                aria-current={retrofit.id === chosen}
                onClick={() => onChoose(retrofit.id)}
                data-entry={retrofit.id}
              >
                <span className="xj-letter xj-entry-id" aria-hidden="true">
                  {retrofit.id}
                </span>
                <span className="xj-plan-name">
                  {nameOf(language, retrofit.name, retrofit.id)}
                  <span className="xj-plan-cost">
                    {say("catalogue.from", {
                      low: money(language, price.low, { headline: true }),
                      high: money(language, price.high, { headline: true }),
                    })}
                    <span>{say(`catalogue.per.${per}`)}</span>
                    <span className="xj-badge" title={say(`grade.${grade}`)}>
                      {say(`gradeShort.${grade}`)}
                    </span>
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className="xj-note">{say("catalogue.note")}</p>
    </nav>
  );
}
