/** Where somebody is in a table: the active cell, the far corner of what is marked, and whether he types or chooses. */
export interface GridState {
  row: number;
  column: number;
  toRow: number;
  toColumn: number;
  mode: "move" | "type" | "choose";
}

export const atStart: GridState = { row: 0, column: 0, toRow: 0, toColumn: 0, mode: "move" };

interface Size {
  rows: number;
  columns: number;
}

const within = (value: number, count: number): number => Math.min(Math.max(0, value), Math.max(0, count - 1));

/** The cell at a place, or the nearest there is. */
export function goTo(row: number, column: number, { rows, columns }: Size): GridState {
  const [r, c] = [within(row, rows), within(column, columns)];
  return { row: r, column: c, toRow: r, toColumn: c, mode: "move" };
}

/** What is marked, both ends within. */
export function marked(state: GridState): { top: number; bottom: number; left: number; right: number } {
  return {
    top: Math.min(state.row, state.toRow),
    bottom: Math.max(state.row, state.toRow),
    left: Math.min(state.column, state.toColumn),
    right: Math.max(state.column, state.toColumn),
  };
}

const page = 10;
const far = 10_000;

/** Steps of the keys that move: rows and columns. */
function stepOf(key: string, isControl: boolean): readonly [rows: number, columns: number] | null {
  const by = isControl ? far : 1;
  switch (key) {
    case "ArrowDown":
      return [by, 0];
    case "ArrowUp":
      return [-by, 0];
    case "ArrowRight":
      return [0, by];
    case "ArrowLeft":
      return [0, -by];
    case "PageDown":
      return [page, 0];
    case "PageUp":
      return [-page, 0];
    case "Home":
      return isControl ? [-far, -far] : [0, -far];
    case "End":
      return isControl ? [far, far] : [0, far];
    default:
      return null;
  }
}

/** The state after a key that moves, with Shift one that marks; null for any other key. */
export function moved(
  state: GridState,
  key: string,
  { isShift, isControl }: { isShift: boolean; isControl: boolean },
  size: Size,
): GridState | null {
  const step = stepOf(key, isControl);
  if (step === null) return null;
  const [rows, columns] = step;
  if (!isShift) return goTo(state.row + rows, state.column + columns, size);
  return {
    ...state,
    toRow: within(state.toRow + rows, size.rows),
    toColumn: within(state.toColumn + columns, size.columns),
  };
}

/** The next cell in reading order; null past the last, where Tab leaves the table. */
export function nextCell(state: GridState, by: 1 | -1, size: Size): GridState | null {
  const index = state.row * size.columns + state.column + by;
  if (index < 0 || index >= size.rows * size.columns) return null;
  return goTo(Math.floor(index / size.columns), index % size.columns, size);
}
