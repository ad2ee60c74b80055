import { useMemo, useState } from "react";
import { columnsOf, faultsOf, headOf, type Column, type Fault, type TableId } from "../../sheet";
import type { Language } from "../../text";
import { useWords, type Say } from "../context";
import { faultText } from "./faultWords";
import { SheetPart, type Cell } from "./SheetPart";
import { useLineDraft } from "./useLineDraft";
import { viewIds, viewOf, views, type View } from "./views";
import "./editor.css";

const mostShown = 6;

/** The whole line in tables. What is right takes effect at once; what is not right yet stands beside it until it is. */
export function LineEditor() {
  const { say, language } = useWords();
  const edit = useLineDraft();
  const { draft, problems } = edit;
  const [view, setView] = useState<View>("stations");
  const [goal, setGoal] = useState<{ table: TableId; cell: Cell } | null>(null);
  const faults = useMemo(() => faultsOf(draft.line, problems, language), [draft, problems, language]);
  const goTo = (fault: Fault): void => {
    const { table, row } = fault;
    if (table === null) return;
    setView(viewOf(table));
    if (row >= 0) setGoal({ table, cell: { row, column: columnAt(fault, columnsOf(table, draft.line)) } });
  };
  return (
    <div className="xj-editor">
      <div className="xj-editor-views">
        <div className="xj-toggle" role="group" aria-label={say("editor.tables")}>
          {viewIds.map((each) => (
            <button key={each} type="button" aria-pressed={each === view} onClick={() => setView(each)}>
              {say(`editor.view.${each}`)}
            </button>
          ))}
        </div>
        <p className="xj-note">{say("editor.hint")}</p>
      </div>
      {faults.length > 0 && (
        <div className="xj-editor-notice" role="status" data-tone="fault" data-testid="faults">
          <p>{say("editor.wrong", { n: faults.length })}</p>
          <ul>
            {faults.slice(0, mostShown).map((fault, i) => (
              <li key={i}>
                <button type="button" className="xj-link" onClick={() => goTo(fault)}>
                  {placeText(fault, language, say)}
                </button>{" "}
                {faultText(language, fault)}
              </li>
            ))}
          </ul>
          {faults.length > mostShown && <p>{say("editor.more", { n: faults.length - mostShown })}</p>}
          <button type="button" className="xj-link" onClick={edit.discard}>
            {say("editor.discard")}
          </button>
        </div>
      )}
      {views[view].map((table) => (
        <SheetPart
          key={table}
          table={table}
          edit={edit}
          faults={faults}
          goal={goal?.table === table ? goal.cell : null}
        />
      ))}
    </div>
  );
}

const columnAt = ({ column }: Fault, columns: readonly Column[]): number =>
  Math.max(
    0,
    columns.findIndex(({ id }) => id === column?.id),
  );

function placeText({ table, row, column, problem }: Fault, language: Language, say: Say): string {
  if (table === null) return problem.path === "" ? say("editor.linePlace") : problem.path;
  const name = say(`editor.table.${table}`);
  if (row < 0) return say("editor.tablePlace", { table: name });
  return say("editor.place", {
    table: name,
    row: say("editor.rowOf", { row: row + 1, name: "" }).trim(),
    column: column === null ? "" : say("editor.columnPlace", { column: headOf(language, column) }),
  });
}
