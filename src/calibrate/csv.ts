import type { Problem } from "../model";

export interface Table {
  header: string[];
  rows: string[][];
}

/** Comma, semicolon or tab: whichever the first line holds most of (spreadsheets in Europe write semicolons). */
function separatorOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const count = (separator: string): number => line.split(separator).length;
  return [",", ";", "\t"].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

function recordsOf(text: string): string[][] {
  const separator = separatorOf(text);
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let quoted = false;
  const endField = (): void => {
    record.push(field);
    field = "";
  };
  const endRecord = (): void => {
    endField();
    if (record.length > 1 || record[0] !== "") records.push(record);
    record = [];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (c === '"' && field === "") quoted = true;
    else if (c === separator) endField();
    else if (c === "\n" || c === "\r") endRecord();
    else field += c;
  }
  endRecord();
  return records;
}

/**
 * Comma-separated text as a table (RFC 4180, also `;` and tab, with or without byte-order mark; blank lines skipped).
 * Problems: no header (missing), a row with more or fewer fields than the header (wrongType).
 */
export function readCsv(text: string): { ok: true; table: Table } | { ok: false; problems: Problem[] } {
  const [header, ...rows] = recordsOf(text.replace(/^\uFEFF/, ""));
  if (header === undefined) return { ok: false, problems: [{ path: "header", code: "missing", params: {} }] };
  const names = header.map((name) => name.trim());
  const problems = rows.flatMap((row, index): Problem[] =>
    row.length === names.length
      ? []
      : [
          {
            path: `rows.${index}`,
            code: "wrongType",
            params: { expected: `${names.length} fields`, found: row.length },
          },
        ],
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, table: { header: names, rows } };
}

/**
 * One column as numbers; an empty cell is null (nothing was recorded, which is not 0).
 * Problems: no such column (unknownReference), a cell that is no number (wrongType, with its row).
 */
export function columnOf(
  table: Table,
  name: string,
): { ok: true; values: (number | null)[] } | { ok: false; problems: Problem[] } {
  const column = table.header.indexOf(name);
  if (column < 0) {
    const params = { kind: "column", id: name, allowed: table.header.join(", ") };
    return { ok: false, problems: [{ path: "header", code: "unknownReference", params }] };
  }
  const cells = table.rows.map((row) => (row[column] ?? "").trim());
  const values = cells.map((cell) => (cell === "" ? null : Number(cell)));
  const problems = values.flatMap((value, row): Problem[] =>
    value === null || Number.isFinite(value)
      ? []
      : [{ path: `rows.${row}.${name}`, code: "wrongType", params: { expected: "number", found: cells[row] ?? "" } }],
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values };
}
