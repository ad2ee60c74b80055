import type { Name } from "../../model";
import type { CatalogueEntry } from "../../store";
import { nameOf } from "../../text";
import { useWords } from "../context";
import { AddForm } from "./AddForm";
import { EffectsTable } from "./EffectsTable";
import { FiguresTable } from "./FiguresTable";

/** One entry: what it does, takes and changes, on which evidence, what it needs, when not to buy it; and the way onto the line. */
export function EntryView({ entry, onAdded }: { entry: CatalogueEntry; onAdded: () => void }) {
  const { say, language } = useWords();
  const { retrofit, prerequisites, whenNot } = entry;
  return (
    <article className="xj-entry" aria-labelledby="xj-entry-name" data-testid="entry">
      <header>
        <h3 id="xj-entry-name">
          {nameOf(language, retrofit.name)} <span className="xj-badge">{retrofit.id}</span>{" "}
          <span className="xj-badge">{say(`retrofitKind.${retrofit.kind}`)}</span>
        </h3>
        {retrofit.description !== undefined && <p>{nameOf(language, retrofit.description)}</p>}
      </header>
      <div className="xj-entry-halves">
        <section className="xj-check">
          <h3>{say("catalogue.whenNot")}</h3>
          <Points of={whenNot} />
        </section>
        <section>
          <h3>{say("catalogue.prerequisites")}</h3>
          <Points of={prerequisites} />
        </section>
      </div>
      <FiguresTable entry={entry} />
      <EffectsTable retrofit={retrofit} />
      <section>
        <h3>{say("catalogue.evidence")}</h3>
        <ul className="xj-sources">
          {retrofit.evidence.map((evidence, index) => (
            <li key={index}>
              <span className="xj-grade" title={say(`grade.${evidence.grade}`)}>
                {say(`gradeShort.${evidence.grade}`)}
              </span>
              {nameOf(language, evidence.claim)}
              {evidence.source !== "assumption" && <span className="xj-source">{evidence.source}</span>}
            </li>
          ))}
        </ul>
      </section>
      <AddForm entry={entry} onAdded={onAdded} />
    </article>
  );
}

function Points({ of }: { of: readonly Name[] }) {
  const { language } = useWords();
  return (
    <ul className="xj-points">
      {of.map((point) => (
        <li key={point.zh}>{nameOf(language, point)}</li>
      ))}
    </ul>
  );
}
