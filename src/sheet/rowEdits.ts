import { freeId, seenBy } from "./cellEdits";
import type { Draft } from "./draft";
import { given } from "./givenNames";
import { getAt, idOf, isObject, listAt, setAt, type Json, type JsonObject, type Path } from "./json";
import { holdersOf, withoutRow, type Holders } from "./references";
import { inSeries, isSeries, joined } from "./series";
import { hasShifts, isSingle, listOf, rowsAt, type TableId } from "./tables";

/** Rows added, copied, taken out and moved; each gives a draft, and the row that is now of interest. */
export interface RowChange {
  draft: Draft;
  row: number;
}
export type Removal = RowChange | { holders: Holders } | { isLast: true };

/** What a new row begins with: as little as the model allows. */
function freshRow(table: TableId, line: JsonObject): JsonObject {
  const ids = listAt(line, ["stations"]).map(idOf);
  const taken = (path: Path): string[] => listAt(line, path).map(idOf);
  const numbered = (stem: string, path: Path): string => freeId(taken(path), `${stem}1`);
  switch (table) {
    case "stations":
      return freshStation(numbered("s", ["stations"]));
    case "flows": {
      const known = listAt(line, ["flows"]).map((flow) => `${String(getAt(flow, ["from"]))}>${String(getAt(flow, ["to"]))}`); // prettier-ignore
      const pairs = ids.flatMap((from) => ids.map((to) => [from, to] as const));
      const [from = "", to = ""] = pairs.find(([a, b]) => a !== b && !known.includes(`${a}>${b}`)) ?? [];
      return { from, to, capacity: null };
    }
    case "kanban":
      return { id: numbered("k", ["kanban"]), from: ids[0] ?? "", to: ids.at(-1) ?? "", cards: 10 };
    case "transporters":
      return { ...given("transporters", numbered("v", ["transporters"])), count: 1, kind: "forklift", speed: 1 };
    case "operators":
      return { ...given("operators", numbered("p", ["operators"])), kind: "person", count: 1, wagePerYear: 0 };
    case "indirect":
      return { ...given("indirect", numbered("i", ["indirect"])), headcount: 1, wagePerYear: 0 };
    case "products": {
      const share = taken(["products"]).length === 0 ? 1 : 0;
      return { ...given("products", numbered("a", ["products"])), price: 0, materialCost: 0, share };
    }
    case "shifts":
      return { ...given("shifts", numbered("shift", ["calendar", "shifts"])), days: [1, 2, 3, 4, 5], start: "16:30", end: "00:30" }; // prettier-ignore
    default:
      return { id: "f1", clock: "operating", timeToFailure: { dist: "exponential", mean: 360_000 }, timeToRepair: { dist: "exponential", mean: 1800 } }; // prettier-ignore
  }
}

/** A station of one machine that takes a minute a part. */
export function freshStation(id: string): JsonObject {
  return { ...given("stations", id), machines: 1, process: { time: 60 } };
}

/** A new row behind `row` (-1 = at the beginning; beyond the end = at the end). */
export function addRow(draft: Draft, table: TableId, row: number): RowChange {
  if (table === "failures") return addFailure(draft, row, null);
  if (table === "shifts" && !hasShifts(draft.line)) return { draft, row: 0 };
  return inserted(draft, table, row, freshRow(table, seenBy(table, draft.line)));
}

/** The same row again, under an id of its own, right behind it. */
export function duplicateRow(draft: Draft, table: TableId, row: number): RowChange {
  const line = seenBy(table, draft.line);
  const at = rowsAt(table, line)[row];
  const old = at === undefined ? undefined : getAt(line, at);
  if (at === undefined || !isObject(old) || isSingle(table)) return { draft, row };
  if (table === "failures") return addFailure(draft, row, old);
  if (table === "flows") return addRow(draft, table, row);
  const id = freeId(listAt(line, at.slice(0, -1)).map(idOf), idOf(old));
  return inserted(draft, table, row, { ...old, id });
}

function inserted(draft: Draft, table: TableId, row: number, fresh: JsonObject): RowChange {
  if (table === "failures" || table === "calendar" || table === "supply") return { draft, row };
  const line = seenBy(table, draft.line);
  const path = listOf(table);
  const list = listAt(line, path);
  const index = Math.min(list.length, row + 1);
  const longer = setAt(line, path, [...list.slice(0, index), fresh, ...list.slice(index)]);
  const linked = table === "stations" ? joined(longer, index, isSeries(line)) : longer;
  return { draft: { ...draft, line: linked }, row: index };
}

function addFailure(draft: Draft, row: number, like: JsonObject | null): RowChange {
  const { line } = draft;
  const rows = rowsAt("failures", line);
  const at = rows[Math.min(row, rows.length - 1)];
  const station = at === undefined ? 0 : Number(at[1]);
  const behind = at === undefined ? -1 : Number(at[3]);
  const path = ["stations", station, "failures"];
  const list = listAt(line, path);
  const fresh = like ?? freshRow("failures", line);
  const own = { ...fresh, id: freeId(list.map(idOf), idOf(fresh)) };
  const next = setAt(line, path, [...list.slice(0, behind + 1), own, ...list.slice(behind + 1)]);
  const found = rowsAt("failures", next).findIndex((each) => each[1] === station && each[3] === behind + 1);
  return { draft: { ...draft, line: next }, row: found };
}

/** Takes a row out; where others point at it, says who, unless they are to go along (`isForced`). */
export function removeRow(
  draft: Draft,
  retrofits: readonly JsonObject[],
  table: TableId,
  row: number,
  isForced = false,
): Removal {
  const line = seenBy(table, draft.line);
  const at = rowsAt(table, line)[row];
  if (at === undefined || isSingle(table)) return { draft, row };
  const isNeeded = table === "stations" || table === "shifts";
  if (isNeeded && rowsAt(table, line).length === 1) return { isLast: true };
  const seen = { ...draft, line };
  const holders = holdersOf(seen, retrofits, table, at);
  if (!isForced && holders.rows.length + holders.steps.length > 0) return { holders };
  const next = withoutRow(seen, retrofits, table, at);
  return { draft: next, row: Math.max(0, Math.min(row, rowsAt(table, next.line).length - 1)) };
}

/** Swaps a row with its neighbour; a line in series is then run through in the new order, each buffer with its station. */
export function moveRow(draft: Draft, table: TableId, row: number, by: 1 | -1): RowChange {
  const line = seenBy(table, draft.line);
  const rows = rowsAt(table, line);
  const [at, other] = [rows[row], rows[row + by]];
  if (at === undefined || other === undefined || isSingle(table)) return { draft, row };
  const path = at.slice(0, -1);
  if (JSON.stringify(path) !== JSON.stringify(other.slice(0, -1))) return { draft, row };
  const list = [...listAt(line, path)];
  const [a, b] = [Number(at.at(-1)), Number(other.at(-1))];
  [list[a], list[b]] = [list[b] as Json, list[a] as Json];
  const swapped = setAt(line, path, list);
  const linked = table === "stations" && isSeries(line) ? inSeries(swapped) : swapped;
  return { draft: { ...draft, line: linked }, row: row + by };
}

/** A whole row as JSON set at once; its id may not change this way. */
export function setRow(draft: Draft, table: TableId, row: number, value: Json): Draft {
  const line = seenBy(table, draft.line);
  const at = rowsAt(table, line)[row];
  if (at === undefined) return draft;
  // the one row of supply and demand is the line itself: its other tables stay
  const next = at.length === 0 ? { ...line, ...(isObject(value) ? value : {}) } : setAt(line, at, value);
  return { ...draft, line: next };
}
