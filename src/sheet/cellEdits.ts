import { cellText, readCell, type Around, type Objection } from "./cells";
import type { Draft } from "./draft";
import { getAt, idOf, isObject, listAt, setAt, type Json, type JsonObject, type Path } from "./json";
import { plain } from "./numbers";
import { renamed } from "./references";
import { bufferBefore, withBufferBefore, withFlows } from "./series";
import { columnsOf, hasShifts, rowsAt, type Column, type TableId } from "./tables";
import type { Language } from "../text";

/** The line as a table sees it: flows written out where the file leaves them to the order of the stations. */
export const seenBy = (table: TableId, line: JsonObject): JsonObject => (table === "flows" ? withFlows(line) : line);

/** The value of a cell; undefined = empty. */
export function cellValue(line: JsonObject, at: Path, column: Column): Json | undefined {
  if (!column.isDerived) return getAt(line, [...at, ...column.path]);
  switch (column.id) {
    case "before":
      return bufferBefore(line, idOf(getAt(line, at)));
    case "at":
      return idOf(getAt(line, at.slice(0, 2)));
    case "continuous":
      return !hasShifts(line);
    case "supplyKind":
      return getAt(line, ["supply", "kind"]) ?? "unlimited";
    case "queue":
      return getAt(line, ["supply", "kind"]) === "arrivals" ? getAt(line, column.path) : undefined;
    default:
      return getAt(line, column.path);
  }
}

/** All rows of a table as text, in full. */
export function textsOf(table: TableId, line: JsonObject, language: Language): string[][] {
  const around: Around = { line: seenBy(table, line), language };
  const columns = columnsOf(table, line);
  return rowsAt(table, around.line).map((at) =>
    columns.map((column) => cellText(column.kind, cellValue(around.line, at, column), around)),
  );
}

export interface CellChange {
  draft: Draft;
  /** why the text cannot stand there; null = it can */
  objection: Objection | null;
  /** where the row lies now, where that is elsewhere */
  at?: Path;
}

/**
 * One cell set from a text. A text that means nothing there changes nothing, or, with `keepsWrong`, stays in the cell as
 * it is, so that its writer can mend it; ids and what is derived from elsewhere never keep one.
 */
export function setCell(
  draft: Draft,
  table: TableId,
  at: Path,
  column: Column,
  text: string,
  { language, keepsWrong }: { language: Language; keepsWrong: boolean },
): CellChange {
  const line = seenBy(table, draft.line);
  const around: Around = { line, language };
  const old = cellValue(line, at, column);
  if (plain(text) === plain(cellText(column.kind, old, around))) return { draft, objection: null };
  const reading = readCell(column.kind, text, old, around);
  const put = (value: Json | undefined): CellChange => ({ draft: { ...draft, line: putValue(line, at, column, value) }, objection: null }); // prettier-ignore
  if (!reading.ok) {
    const objection = { allowed: reading.allowed, options: reading.options };
    const mayStay = keepsWrong && column.kind.is !== "id" && !column.isDerived;
    return mayStay ? { ...put(text.trim()), objection } : { draft, objection };
  }
  if (column.kind.is === "id") return withId(draft, table, at, reading.value);
  if (column.isDerived) return derived({ ...draft, line }, at, column, reading.value);
  return put(reading.value);
}

function putValue(line: JsonObject, at: Path, column: Column, value: Json | undefined): JsonObject {
  const changed = setAt(line, [...at, ...column.path], value);
  const { husk } = column;
  if (value !== undefined || husk === undefined || changed === line) return changed;
  const rest = getAt(changed, [...at, ...husk.path]);
  return isObject(rest) && husk.keys.some((key) => rest[key] !== undefined)
    ? changed
    : setAt(changed, [...at, ...husk.path], undefined);
}

/** Ids point: two of the same would tear what points at them. */
function withId(draft: Draft, table: TableId, at: Path, value: Json | undefined): CellChange {
  const from = idOf(getAt(draft.line, at));
  if (typeof value !== "string") return { draft, objection: { allowed: "id", options: "" } };
  const list = listAt(draft.line, at.slice(0, -1));
  if (list.some((row) => idOf(row) === value)) return { draft, objection: { allowed: "freeId", options: value } };
  const line = setAt(draft.line, [...at, "id"], value);
  const isPointedAt = table === "stations" || table === "operators" || table === "products" || table === "transporters" || table === "shifts"; // prettier-ignore
  if (!isPointedAt || from === "") return { draft: { ...draft, line }, objection: null };
  return {
    draft: {
      line: renamed(line, table, from, value),
      follow: [...draft.follow, { is: "renamed", list: table, from, to: value }],
    },
    objection: null,
  };
}

/** One day shift, for a line that ran round the clock. */
const dayShift: JsonObject = {
  id: "day",
  name: { zh: "白班", en: "Day shift" },
  days: [1, 2, 3, 4, 5],
  start: "08:00",
  end: "16:30",
  breaks: [{ start: "12:00", end: "12:30" }],
};

function derived(draft: Draft, at: Path, column: Column, value: Json | undefined): CellChange {
  const { line } = draft;
  const done = (next: JsonObject): CellChange => ({ draft: { ...draft, line: next }, objection: null });
  switch (column.id) {
    case "before": {
      const next = withBufferBefore(line, idOf(getAt(line, at)), value ?? null);
      if (next !== null) return done(next);
      // an empty cell says the same as a station without a way in
      return value == null ? { draft, objection: null } : { draft, objection: { allowed: "before", options: "" } };
    }
    case "at":
      return moved(draft, at, value);
    case "continuous":
      if ((value === true) === !hasShifts(line)) return { draft, objection: null };
      return done({ ...line, calendar: value === true ? { continuous: true } : { shifts: [dayShift] } });
    case "supplyKind":
      return done(
        value === getAt(line, ["supply", "kind"]) ? line : { ...line, supply: { kind: value ?? "unlimited" } },
      );
    case "demand":
      return done({ ...line, demand: value === undefined ? null : { perYear: value } });
    case "level":
      return done(supplied(line, "conwip", column, value));
    default:
      return done(supplied(line, "arrivals", column, value));
  }
}

/** What only one way of supply knows brings that way with it. */
function supplied(line: JsonObject, kind: string, column: Column, value: Json | undefined): JsonObject {
  const isSame = getAt(line, ["supply", "kind"]) === kind;
  if (!isSame && value == null) return line;
  return setAt(isSame ? line : { ...line, supply: { kind } }, column.path, value);
}

/** A failure goes to the end of another station's. */
function moved(draft: Draft, at: Path, value: Json | undefined): CellChange {
  const { line } = draft;
  const target = listAt(line, ["stations"]).findIndex((station) => idOf(station) === value);
  const failure = getAt(line, at);
  if (target === at[1]) return { draft, objection: null };
  if (target < 0 || failure === undefined) return { draft, objection: { allowed: "station", options: "" } };
  const there = listAt(line, ["stations", target, "failures"]);
  const id = freeId(there.map(idOf), idOf(failure));
  const without = setAt(line, at, undefined);
  const own = isObject(failure) ? { ...failure, id } : failure;
  return {
    draft: { ...draft, line: setAt(without, ["stations", target, "failures"], [...there, own]) },
    objection: null,
    at: ["stations", target, "failures", there.length],
  };
}

/** `wanted`, or `wanted2`, `wanted3` … where it is taken. */
export function freeId(taken: readonly string[], wanted: string): string {
  const base = wanted === "" ? "x" : wanted.slice(0, 60);
  if (!taken.includes(base)) return base;
  const stem = base.replace(/\d+$/, "");
  for (let n = Number(/\d+$/.exec(base)?.[0] ?? 1) + 1; ; n++) if (!taken.includes(`${stem}${n}`)) return `${stem}${n}`;
}
