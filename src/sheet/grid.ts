import { t, type Language, type TextKey } from "../text";
import { cellText } from "./cells";
import { textsOf } from "./cellEdits";
import type { Draft } from "./draft";
import { getAt, idOf, type Json } from "./json";
import { plain } from "./numbers";
import { columnsOf, type Column, type TableId } from "./tables";

/** A table as text for a spreadsheet, and text of a spreadsheet as cells. */

/** What a column's head says, with its unit: "节拍（秒）". */
export function headOf(language: Language, column: Column): string {
  const [base = ""] = column.id.split(":");
  const word = t(language, `editor.col.${base}` as TextKey & "editor.col.id");
  const unit = unitOf(language, column);
  const named = column.of === undefined ? word : t(language, "editor.onDutyIn", { shift: nameIn(language, column.of) });
  return unit === "" ? named : language === "zh" ? `${named}（${unit}）` : `${named} (${unit})`;
}

const nameIn = (language: Language, row: Json): string =>
  cellText({ is: "name" }, getAt(row, ["name"]), { line: {}, language }) || idOf(row);

/** The unit of a column's bare numbers; "" where it has none. */
export function unitOf(language: Language, { kind }: Column): string {
  switch (kind.is) {
    case "share":
      return "%";
    case "time":
    case "duration":
      return t(language, `editor.unit.${kind.unit}`);
    case "number":
      return kind.unit === undefined ? "" : t(language, `editor.unit.${kind.unit}`);
    case "capacity":
      return t(language, "editor.unit.parts");
    default:
      return "";
  }
}

const quoted = (cell: string): string => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as tab-separated text; cells with tabs, breaks or quotes are quoted as spreadsheets do. */
export function tsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

/** A whole table with its heads. */
export function tableText(table: TableId, draft: Draft, language: Language): string {
  const heads = columnsOf(table, draft.line).map((column) => headOf(language, column));
  return tsv([heads, ...textsOf(table, draft.line, language)]);
}

/** Tab-separated text as cells, with quoted cells; a last line break is none. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const input = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  let cell = "";
  let isQuoted = false;
  for (let i = 0; i < input.length; i++) {
    const c = input[i]!;
    if (isQuoted) {
      if (c !== '"') cell += c;
      else if (input[i + 1] === '"') cell += input[(i += 1)];
      else isQuoted = false;
    } else if (c === '"' && cell === "") isQuoted = input.indexOf('"', i + 1) > 0;
    else if (c === "\t" || c === "\n") {
      rows.at(-1)!.push(cell);
      cell = "";
      if (c === "\n") rows.push([]);
    } else cell += c;
  }
  rows.at(-1)!.push(cell);
  return rows;
}

/** A head without its unit and spaces, in small letters. */
const bare = (head: string): string =>
  plain(head)
    .toLowerCase()
    .replace(/\([^)]*\)/g, "")
    .replace(/[\s_:/]+/g, "");

/** Names a column goes by: its id, its heads in both languages, and what sheets call it. */
function namesOf(column: Column): string[] {
  const [base = ""] = column.id.split(":");
  const also = t("zh", "editor.alsoCalled")
    .split("|")
    .concat(t("en", "editor.alsoCalled").split("|"))
    .flatMap((entry) => {
      const [id, words = ""] = entry.split("=");
      return id === base && column.of === undefined ? words.split(",") : [];
    });
  return [column.id, headOf("zh", column), headOf("en", column), ...also].map(bare);
}

/** The columns that a first line of heads names, null where a head is unknown; null where it is no line of heads. */
export function headsIn(first: readonly string[], columns: readonly Column[]): (Column | null)[] | null {
  const found = first.map((head) => {
    const wanted = bare(head);
    return wanted === "" ? null : (columns.find((column) => namesOf(column).includes(wanted)) ?? null);
  });
  const filled = first.filter((head) => head.trim() !== "").length;
  const known = found.filter((column) => column !== null);
  return known.length > 0 && known.length * 2 >= filled && new Set(known).size === known.length ? found : null;
}
