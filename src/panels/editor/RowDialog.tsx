import { Button, Modal, Textarea } from "@mantine/core";
import { useState } from "react";
import { keysAt, Line, placeOf, problemsOf, stepInto, validateLine, type Problem } from "../../model";
import { getAt, isObject, rowsAt, seenBy, setRow, type Draft, type Json, type Path, type TableId } from "../../sheet";
import { problemSentence, type Language } from "../../text";
import { useWords, type Say } from "../context";
import type { LineDraftEdit } from "./useLineDraft";

interface RowDialogProps {
  table: TableId;
  row: number;
  edit: LineDraftEdit;
  onClose: () => void;
}

/** Fields of the line that no other table has: shown with supply and demand. */
const ofTheLine = ["supply", "demand", "sequence", "changes"];

/** All of a row as it lies in the file, for the keys no table shows. What is wrong is said with its place; nothing is lost. */
export function RowDialog({ table, row, edit, onClose }: RowDialogProps) {
  const { say, language } = useWords();
  const line = seenBy(table, edit.draft.line);
  const at = rowsAt(table, line)[row] ?? [];
  const [text, setText] = useState(() => JSON.stringify(shownOf(line, at), null, 2));
  const [faults, setFaults] = useState<readonly string[]>([]);
  const keys =
    at.length === 0 ? ofTheLine : keysAt(at.reduce((place, step) => stepInto(place, String(step)), placeOf(Line)));
  const apply = (): void => {
    const read = readRow(text, getAt(line, at), at.length === 0, say);
    if ("fault" in read) return setFaults([read.fault]);
    const next = setRow(edit.draft, table, row, read.value);
    const found = problemsIn(next, at, language);
    if (found.length > 0) return setFaults(found);
    edit.commit(next);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say("editor.details")}
      size="lg"
      lockScroll={false}
      closeButtonProps={{ "aria-label": say("open.close") }}
      transitionProps={{ duration: 0 }}
      data-testid="row-dialog"
    >
      <Textarea
        className="xj-editor-json"
        label={say("editor.json")}
        description={say("editor.jsonHelp", { keys: keys.join(", ") })}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={8}
        maxRows={22}
        spellCheck={false}
        data-autofocus
      />
      {faults.length > 0 && (
        <ul className="xj-problems" role="alert">
          {faults.map((fault, i) => (
            <li key={i} className="xj-warning">
              {fault}
            </li>
          ))}
        </ul>
      )}
      <div className="xj-buttons">
        <Button onClick={apply}>{say("editor.apply")}</Button>
        <Button variant="default" onClick={onClose}>
          {say("editor.cancel")}
        </Button>
      </div>
    </Modal>
  );
}

function shownOf(line: Json, at: Path): Json | undefined {
  const row = getAt(line, at);
  if (at.length > 0 || !isObject(row)) return row;
  return Object.fromEntries(ofTheLine.flatMap((key) => (row[key] === undefined ? [] : [[key, row[key]]])));
}

function readRow(text: string, old: Json | undefined, isLine: boolean, say: Say): { value: Json } | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: say("editor.jsonBad", { reason: error instanceof Error ? error.message : "" }) };
  }
  if (!isObject(value)) return { fault: say("editor.jsonObject") };
  if (!isLine && getAt(old, ["id"]) !== value.id) return { fault: say("editor.jsonId") };
  return { value };
}

/** What is wrong with the row itself; what else the line may lack is told where it lies. */
function problemsIn({ line }: Draft, at: Path, language: Language): string[] {
  const own = `line${at.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("")}`;
  const parsed = Line.safeParse(line, { reportInput: true });
  const problems: Problem[] = parsed.success ? validateLine(parsed.data) : problemsOf(parsed.error.issues, ["line"]);
  return problems
    .filter(({ path }) => path.startsWith(own))
    .map(
      (problem) => `${problem.path.slice(own.length).replace(/^\./, "") || own}: ${problemSentence(language, problem)}`,
    );
}
