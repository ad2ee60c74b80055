import { Button } from "@mantine/core";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import {
  addRow,
  choicesOf,
  columnsOf,
  duplicateRow,
  hasShifts,
  isSingle,
  moveRow,
  pasteBlock,
  removeRow,
  rowsAt,
  seenBy,
  setCell,
  tableText,
  textsOf,
  wordOf,
  type Column,
  type Draft,
  type Fault,
  type Holders,
  type JsonObject,
  type Pasted,
  type TableId,
} from "../../sheet";
import { useActions, useAppStore } from "../../store";
import { useWords } from "../context";
import { CopyBox } from "./CopyBox";
import { faultText } from "./faultWords";
import { Grid } from "./Grid";
import { HeldBack } from "./HeldBack";
import { PasteNotice } from "./PasteNotice";
import { RowDialog } from "./RowDialog";
import type { LineDraftEdit } from "./useLineDraft";

/** Where the grid is asked to go: anew for each object, even to the same place. */
export interface Cell {
  row: number;
  column: number;
}

interface SheetPartProps {
  table: TableId;
  edit: LineDraftEdit;
  faults: readonly Fault[];
  goal: Cell | null;
}

/** What the last gesture has to say: a paste, a copy, a row that is still needed, a text that was not taken. */
type Word =
  | { is: "pasted"; pasted: Pasted }
  | { is: "copied"; text: string }
  | { is: "held"; row: number; name: string; holders: Holders }
  | { is: "last" }
  | { is: "refused"; pasted: Pasted };

/** One table of the line with what can be done to its rows. */
export function SheetPart({ table, edit, faults, goal }: SheetPartProps) {
  const { say, language } = useWords();
  const store = useAppStore();
  const { undo, redo } = useActions();
  const [active, setActive] = useState(0);
  const [word, setWord] = useState<Word | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState<Cell | null>(null);
  const { draft } = edit;
  // the same columns for every table but that of people, whose heads follow the shifts
  const columns = useMemo(() => columnsOf(table, draft.line), [table, draft.line]);
  const texts = useMemo(() => textsOf(table, draft.line, language), [table, draft, language]);
  const latest = useRef(edit);
  useLayoutEffect(() => {
    latest.current = edit;
  });
  useEffect(() => {
    if (goal !== null) setShown(goal);
  }, [goal]);

  const wrong = useMemo(() => {
    const byRow: Record<number, Record<string, string>> = {};
    for (const fault of faults)
      if (fault.table === table && fault.row >= 0)
        (byRow[fault.row] ??= {})[fault.column?.id ?? ""] = faultText(language, fault);
    return byRow;
  }, [faults, table, language]);

  const refused = useCallback(
    (pasted: Pasted): void => setWord(pasted.refusals.length > 0 ? { is: "refused", pasted } : null),
    [],
  );
  const set = useCallback(
    (row: number, at: number, text: string): void => {
      const { draft: now, commit } = latest.current;
      const place = rowsAt(table, seenBy(table, now.line))[row];
      const column = columns[at];
      if (place === undefined || column === undefined) return;
      const change = setCell(now, table, place, column, text, { language, keepsWrong: true });
      // a text that stays in its cell says there what is wrong with it
      const isLost = change.objection !== null && change.draft === now;
      refused({
        draft: change.draft,
        added: 0,
        taken: 0,
        refusals: isLost ? [{ row: row + 1, column, found: text, ...change.objection! }] : [],
      });
      commit(change.draft);
    },
    [table, columns, language, refused],
  );
  const clear = useCallback(
    ({ top, bottom, left, right }: { top: number; bottom: number; left: number; right: number }): void => {
      const { draft: now, commit } = latest.current;
      const rows = rowsAt(table, seenBy(table, now.line)).slice(top, bottom + 1);
      const cleared = columns
        .slice(left, right + 1)
        .filter(({ kind, isDerived }) => kind.is !== "id" && (isDerived !== true || kind.is === "capacity"));
      commit(
        rows.reduce<Draft>(
          (line, place) =>
            cleared.reduce<Draft>(
              (each, column) => setCell(each, table, place, column, "", { language, keepsWrong: false }).draft,
              line,
            ),
          now,
        ),
      );
    },
    [table, columns, language],
  );
  const paste = useCallback(
    (row: number, column: number, text: string): void => {
      const { draft: now, commit } = latest.current;
      const pasted = pasteBlock(now, table, { row, column }, text, language);
      commit(pasted.draft);
      setWord({ is: "pasted", pasted });
    },
    [table, language],
  );
  const travel = useCallback((isRedo: boolean): void => (isRedo ? redo() : undo()), [redo, undo]);
  const choices = useCallback((column: Column) => optionsOf(column, draft, language, say), [draft, language, say]);

  const retrofits = (): JsonObject[] => store.getState().history.present.scenario.retrofits as unknown as JsonObject[];
  const show = (row: number): void => setShown({ row, column: 0 });
  const remove = (isForced: boolean): void => {
    const gone = removeRow(draft, retrofits(), table, active, isForced);
    if ("holders" in gone) setWord({ is: "held", row: active, name: texts[active]?.[0] ?? "", holders: gone.holders });
    else if ("isLast" in gone) setWord({ is: "last" });
    else {
      setWord(null);
      edit.commit(gone.draft);
      show(gone.row);
    }
  };
  const change = (to: { draft: Draft; row: number }): void => {
    setWord(null);
    edit.commit(to.draft);
    show(to.row);
  };
  const copy = (): void => setWord({ is: "copied", text: tableText(table, draft, language) });

  const isEmpty = texts.length === 0;
  const mayGrow = !isSingle(table) && (table !== "shifts" || hasShifts(draft.line));
  const label = say(`editor.table.${table}`);
  return (
    <section className="xj-sheet-part" aria-label={label} data-table={table}>
      <div className="xj-sheet-bar">
        <h3>{label}</h3>
        <div className="xj-sheet-tools">
          {mayGrow && (
            <Tool label={say("editor.add")} onClick={() => change(addRow(draft, table, isEmpty ? -1 : active))} />
          )}
          {mayGrow && !isEmpty && (
            <>
              <Tool label={say("editor.duplicate")} onClick={() => change(duplicateRow(draft, table, active))} />
              <Tool label={say("editor.remove")} onClick={() => remove(false)} />
              <Tool label={say("editor.up")} onClick={() => change(moveRow(draft, table, active, -1))} />
              <Tool label={say("editor.down")} onClick={() => change(moveRow(draft, table, active, 1))} />
            </>
          )}
          {!isEmpty && <Tool label={say("editor.details")} onClick={() => setOpen(true)} />}
          {!isEmpty && <Tool label={say("editor.copy")} onClick={copy} />}
        </div>
      </div>
      {word?.is === "pasted" && <PasteNotice pasted={word.pasted} isPaste onClose={() => setWord(null)} />}
      {word?.is === "refused" && <PasteNotice pasted={word.pasted} isPaste={false} onClose={() => setWord(null)} />}
      {word?.is === "copied" && <CopyBox text={word.text} onClose={() => setWord(null)} />}
      {word?.is === "last" && (
        <p className="xj-editor-notice" role="status">
          {say("editor.isLast")}
        </p>
      )}
      {word?.is === "held" && <HeldBack {...word} onRemove={() => remove(true)} onKeep={() => setWord(null)} />}
      {isEmpty ? (
        <p className="xj-note">{say(mayGrow ? "editor.empty" : "editor.noShifts")}</p>
      ) : (
        <Grid
          label={label}
          columns={columns}
          texts={texts}
          faults={wrong}
          choices={choices}
          goal={shown}
          onActive={setActive}
          onSet={set}
          onClear={clear}
          onPaste={paste}
          onUndo={travel}
        />
      )}
      {isOpen && <RowDialog table={table} row={active} edit={edit} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Tool({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button variant="default" size="compact-sm" onClick={onClick}>
      {label}
    </Button>
  );
}

function optionsOf(
  { kind, husk }: Column,
  draft: Draft,
  language: "zh" | "en",
  say: ReturnType<typeof useWords>["say"],
): readonly string[] {
  if (kind.is === "choice") return kind.of.map((code) => wordOf(language, kind.words, code));
  if (kind.is === "yes") return [say("editor.yes"), say("editor.no")];
  if (kind.is !== "ref") return [];
  const all = choicesOf(kind.to, { line: draft.line, language }).map(({ text }) => text);
  // a need may be for nobody
  return husk === undefined ? all : ["", ...all];
}
