import type { Language } from "../text";
import { cellText, readCell, type Around } from "./cells";
import { cellValue, seenBy, setCell } from "./cellEdits";
import type { Draft } from "./draft";
import { headsIn, readTsv } from "./grid";
import { getAt, listAt, type Path } from "./json";
import { plain } from "./numbers";
import { addRow, freshStation } from "./rowEdits";
import { columnsOf, hasShifts, isSingle, rowsAt, type Column, type TableId } from "./tables";

/** A cell that was not taken: where it stood, what it said, what is allowed there. */
export interface Refusal {
  /** row of the table, from 1; 0 = the paste as a whole */
  row: number;
  column: Column | null;
  found: string;
  /** a key below `editor.allowed` */
  allowed: string;
  options: string;
}

export interface Pasted {
  draft: Draft;
  refusals: Refusal[];
  /** rows that were not there before */
  added: number;
  /** cells that say something else than before */
  taken: number;
}

/** As many stations as a line may have. */
const mostRows = 500;

type Target = readonly (Column | null | undefined)[];

/**
 * A pasted block, from a cell to the right and down, with rows added past the end; a block with heads finds its columns
 * itself, changes the rows whose id (or name) it repeats, and adds the others. What cannot stand in a cell is refused
 * and named; the cell keeps what it had. Never throws.
 */
export function pasteBlock(
  draft: Draft,
  table: TableId,
  from: { row: number; column: number },
  text: string,
  language: Language,
): Pasted {
  const cells = readTsv(text);
  while (cells.length > 1 && isEmpty(cells.at(-1)!)) cells.pop();
  const columns = columnsOf(table, draft.line);
  const first = cells[0] ?? [];
  const heads = cells.length > 1 ? headsIn(first, columns) : null;
  const body = heads === null ? cells : cells.slice(1).filter((row) => !isEmpty(row));
  const target: Target = heads ?? columns.slice(from.column);
  const state: Pasted = { draft, refusals: [], added: 0, taken: 0 };
  const decline = (row: number, column: Column | null, found: string, allowed: string, options = ""): void => {
    state.refusals.push({ row, column, found: found.trim(), allowed, options });
  };
  heads?.forEach((column, i) => {
    if (column === null && first[i]!.trim() !== "") decline(0, null, first[i]!, "head");
  });
  if (table === "shifts" && !hasShifts(draft.line)) {
    decline(0, null, "", "shifts");
    return state;
  }
  // rows and their names first: a rework may go to a station further down the same block
  const rows = places(state, table, from.row, { heads, target, body }, language, decline);
  // from below: a failure that goes to another station leaves those above it where they are
  [...body.entries()].reverse().forEach(([i, row]) => {
    const place = rows[i] ?? null;
    if (place === null) return;
    row.slice(target.length).forEach((cell) => {
      if (cell.trim() !== "") decline(place.row + 1, null, cell, "beyond");
    });
    fill(state, table, place.at, row, target, language, (column, cell, objection) =>
      decline(place.row + 1, column, cell, objection.allowed, objection.options),
    );
  });
  // told from the top
  state.refusals.sort((a, b) => a.row - b.row);
  return state;
}

const isEmpty = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === "");

/** The row of the table that each pasted row goes to, made where it is new; null where there is no room for it. */
function places(
  state: Pasted,
  table: TableId,
  start: number,
  {
    heads,
    target,
    body,
  }: { heads: readonly (Column | null)[] | null; target: Target; body: readonly (readonly string[])[] },
  language: Language,
  decline: (row: number, column: null, found: string, allowed: string) => void,
): ({ row: number; at: Path } | null)[] {
  const keys = heads === null ? [] : keysIn(heads, table);
  let placeholder = heads !== null && isUnbegun(table, state.draft) ? 0 : -1;
  const used = new Set<number>();
  return body.map((cells, i) => {
    let row = start + i;
    if (heads !== null) {
      row = isSingle(table) ? i : rowWith(state.draft, table, keys, cells, language);
      // the same name twice in one block means two rows
      if (used.has(row)) row = -1;
      if (row < 0 && placeholder >= 0) [row, placeholder] = [placeholder, -1];
    }
    const known = rowsAt(table, seenBy(table, state.draft.line));
    if (row < 0 || row >= known.length) {
      if (isSingle(table) || known.length >= mostRows) {
        decline(i + 1, null, cells.join(" "), isSingle(table) ? "noRows" : "tooManyRows");
        return null;
      }
      const grown = addRow(state.draft, table, known.length - 1);
      if (grown.draft === state.draft) return null;
      [state.draft, row] = [grown.draft, grown.row];
      state.added += 1;
    }
    used.add(row);
    const at = rowsAt(table, seenBy(table, state.draft.line))[row]!;
    return {
      row,
      at: row < known.length && heads === null ? at : withNames(state, table, at, cells, target, language),
    };
  });
}

/** What a new row is called, set at once, so that the rows behind it find it taken and cells can name it. */
function withNames(
  state: Pasted,
  table: TableId,
  at: Path,
  cells: readonly string[],
  target: Target,
  language: Language,
): Path {
  let place = at;
  target.forEach((column, i) => {
    const text = cells[i] ?? "";
    if (column == null || text.trim() === "" || !["at", "id", "name"].includes(column.id)) return;
    const change = setCell(state.draft, table, place, column, text, { language, keepsWrong: false });
    if (change.objection === null && change.draft !== state.draft) state.taken += 1;
    state.draft = change.draft;
    place = change.at ?? place;
  });
  return place;
}

/** Sets the cells of one row, the one that moves it elsewhere last. */
function fill(
  state: Pasted,
  table: TableId,
  at: Path,
  cells: readonly string[],
  target: Target,
  language: Language,
  decline: (column: Column, cell: string, objection: { allowed: string; options: string }) => void,
): void {
  const order = cells.flatMap((cell, i) => {
    const column = target[i];
    return column == null || (column.kind.is === "id" && cell.trim() === "") ? [] : [{ cell, column }];
  });
  order.sort((a, b) => Number(a.column.id === "at") - Number(b.column.id === "at"));
  for (const { cell, column } of order) {
    const change = setCell(state.draft, table, at, column, cell, { language, keepsWrong: false });
    if (change.objection !== null) decline(column, cell, change.objection);
    else if (change.draft !== state.draft) state.taken += 1;
    state.draft = change.draft;
  }
}

/** The columns that tell one row from another, with where they stand in the block. */
function keysIn(heads: readonly (Column | null)[], table: TableId): { at: number; column: Column }[] {
  const named = (...ids: string[]): { at: number; column: Column }[] =>
    ids.flatMap((id) => {
      const at = heads.findIndex((column) => column?.id === id);
      return at < 0 ? [] : [{ at, column: heads[at]! }];
    });
  const both = table === "flows" ? named("from", "to") : table === "failures" ? named("at", "id") : [];
  if (table === "flows" || table === "failures") return both.length === 2 ? both : [];
  const byId = named("id");
  return byId.length > 0 ? byId : named("name");
}

function rowWith(
  draft: Draft,
  table: TableId,
  keys: readonly { at: number; column: Column }[],
  cells: readonly string[],
  language: Language,
): number {
  if (keys.length === 0 || keys.some(({ at }) => (cells[at] ?? "").trim() === "")) return -1;
  const around: Around = { line: seenBy(table, draft.line), language };
  return rowsAt(table, around.line).findIndex((row) =>
    keys.every(({ at, column }) => {
      const value = cellValue(around.line, row, column);
      const text = cells[at]!;
      if (plain(cellText(column.kind, value, around)) === plain(text)) return true;
      const reading = column.kind.is === "ref" ? readCell(column.kind, text, value, around) : null;
      return reading?.ok === true && reading.value === value;
    }),
  );
}

/** A line nobody has begun: its one station gives its place to the first that is pasted. */
function isUnbegun(table: TableId, draft: Draft): boolean {
  const rows = listAt(draft.line, ["stations"]);
  const own = freshStation("s1");
  return (
    table === "stations" &&
    rows.length === 1 &&
    ["name", "process", "machines"].every((key) => JSON.stringify(getAt(rows[0], [key])) === JSON.stringify(own[key]))
  );
}
