import type { Problem } from "../model";
import type { Language } from "../text";
import { cellText, readCell, type Objection } from "./cells";
import { cellValue, seenBy } from "./cellEdits";
import { getAt, idOf, listAt, type JsonObject, type Path } from "./json";
import { columnsOf, rowsAt, tableIds, type Column, type TableId } from "./tables";

/** A fault of the line, at the cell that can mend it. */
export interface Fault {
  problem: Problem;
  table: TableId | null;
  /** -1 = the table as a whole */
  row: number;
  column: Column | null;
  /** a text that means nothing there, and what would */
  objection: (Objection & { found: string }) | null;
}

/** "line.stations[2].process.time" → ["stations", 2, "process", "time"]; ids of shifts become their places. */
export function stepsOf(path: string, line: JsonObject): Path {
  const steps = [...path.replace(/^line\b\.?/, "").matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step)); // prettier-ignore
  if (steps[0] === "calendar" && steps[1] === "shifts" && typeof steps[2] === "string") {
    const shift = listAt(line, ["calendar", "shifts"]).findIndex((each) => idOf(each) === steps[2]);
    if (shift >= 0) steps[2] = shift;
  }
  return steps;
}

const begins = (path: Path, with_: Path): boolean => with_.every((step, i) => path[i] === step);

/** Where in the tables each problem of a line belongs. */
export function faultsOf(line: JsonObject, problems: readonly Problem[], language: Language): Fault[] {
  return problems.map((problem) => faultOf(line, problem, language));
}

function faultOf(line: JsonObject, problem: Problem, language: Language): Fault {
  const steps = stepsOf(problem.path, line);
  const nowhere: Fault = { problem, table: null, row: -1, column: null, objection: null };
  const places = tableIds.flatMap((table) =>
    rowsAt(table, seenBy(table, line))
      .map((at, row) => ({ table, row, at }))
      .filter(({ at }) => begins(steps, at)),
  );
  const place = places.sort((a, b) => b.at.length - a.at.length)[0];
  if (place === undefined || place.at.length === 0) {
    const column = columnsOf("supply", line)
      .filter((each) => begins(steps, each.path) || begins(each.path, steps))
      .sort((a, b) => b.path.length - a.path.length)[0];
    const whole = tableIds.find((table) => String(steps[0]).split(" ")[0] === table) ?? (steps[0] === "calendar" ? "shifts" : null); // prettier-ignore
    if (column !== undefined && steps.length > 0) return { ...nowhere, table: "supply", row: 0, column };
    return { ...nowhere, table: whole };
  }
  const rest = steps.slice(place.at.length);
  const column =
    columnsOf(place.table, line)
      .filter((each) => !each.isDerived && rest.length > 0 && (begins(rest, each.path) || begins(each.path, rest)))
      .sort((a, b) => Math.min(b.path.length, rest.length) - Math.min(a.path.length, rest.length))[0] ?? null;
  return {
    problem,
    table: place.table,
    row: place.row,
    column,
    objection: objectionAt(line, place.at, column, language),
  };
}

/** A cell that holds a text it cannot mean says so itself: the file's own words for it would speak of types. */
function objectionAt(line: JsonObject, at: Path, column: Column | null, language: Language): Fault["objection"] {
  if (column === null) return null;
  const value = cellValue(line, at, column);
  if (typeof value !== "string") return null;
  const around = { line, language };
  const reading = readCell(column.kind, value, undefined, around);
  if (reading.ok) return null;
  const found = cellText(column.kind, value, around) || String(getAt(line, [...at, ...column.path]));
  return { found, allowed: reading.allowed, options: reading.options };
}
