import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from "react";
import { headOf, tsv, type Column } from "../../sheet";
import { useWords } from "../context";
import { CellInput, CellSelect } from "./CellField";
import { GridRow, isNumeric } from "./GridRow";
import { atStart, goTo, marked, moved, nextCell, type GridState } from "./gridState";

/** Cells whose content is picked from a list; typing it works as well. */
const isChosen = ({ kind }: Column): boolean => ["choice", "ref", "yes"].includes(kind.is);

interface GridProps {
  label: string;
  columns: readonly Column[];
  texts: readonly (readonly string[])[];
  faults: Readonly<Record<number, Readonly<Record<string, string>>>>;
  /** what there is to pick in a column */
  choices: (column: Column) => readonly string[];
  /** a cell somebody wants to be shown; `turn` counts the wishes */
  goal: { row: number; column: number } | null;
  onActive: (row: number) => void;
  onSet: (row: number, column: number, text: string) => void;
  onClear: (area: { top: number; bottom: number; left: number; right: number }) => void;
  onPaste: (row: number, column: number, text: string) => void;
  onUndo: (isRedo: boolean) => void;
}

/**
 * A table with the habits of a spreadsheet. One field sits in the active cell and always has the focus: what is typed,
 * composed or pasted goes there, so that input methods work from the first key.
 */
export function Grid(props: GridProps) {
  const { label, columns, texts, faults, choices, goal, onActive, onSet, onClear, onPaste, onUndo } = props;
  const { say, language } = useWords();
  const [wanted, setState] = useState<GridState>(atStart);
  const field = useRef<HTMLInputElement | HTMLSelectElement | null>(null);
  const holdsFocus = useRef(false);
  const leaves = useRef(false);
  const hint = useId();
  const size = useMemo(() => ({ rows: texts.length, columns: columns.length }), [texts.length, columns.length]);
  // rows may have gone since
  const isInside = wanted.row < size.rows && wanted.column < size.columns && wanted.toRow < size.rows && wanted.toColumn < size.columns; // prettier-ignore
  const state = isInside ? wanted : goTo(wanted.row, wanted.column, size);
  const area = marked(state);
  const column = columns[state.column];
  const text = texts[state.row]?.[state.column] ?? "";

  const now = useRef({ state, size, texts, columns });
  useLayoutEffect(() => {
    now.current = { state, size, texts, columns };
  });
  useEffect(() => onActive(state.row), [onActive, state.row]);
  useEffect(() => {
    if (goal === null) return;
    holdsFocus.current = true;
    setState(goTo(goal.row, goal.column, now.current.size));
    field.current?.focus();
  }, [goal]);

  /** Takes over what was typed. */
  const finish = useCallback((): void => {
    const { state: at, texts: all } = now.current;
    if (at.mode !== "type" || field.current === null) return;
    const typed = field.current.value;
    field.current.value = "";
    if (typed !== (all[at.row]?.[at.column] ?? "")) onSet(at.row, at.column, typed);
  }, [onSet]);

  const go = useCallback(
    (next: GridState): void => {
      finish();
      setState(next);
    },
    [finish],
  );

  /** Opens the cell with what is in it. */
  const begin = useCallback((): void => {
    const { state: at, texts: all, columns: heads } = now.current;
    const head = heads[at.column];
    if (head === undefined) return;
    setState({ ...at, mode: isChosen(head) ? "choose" : "type" });
    if (isChosen(head) || !(field.current instanceof HTMLInputElement)) return;
    field.current.value = all[at.row]?.[at.column] ?? "";
    field.current.focus();
    field.current.select();
  }, []);

  const press = useCallback(
    (row: number, columnAt: number, isShift: boolean, event: MouseEvent): void => {
      const { state: at, size: all } = now.current;
      if (row === at.row && columnAt === at.column && at.mode !== "move") return;
      event.preventDefault();
      holdsFocus.current = true;
      if (columnAt < 0) go({ ...goTo(row, 0, all), toColumn: all.columns - 1 });
      else if (isShift) go({ ...at, toRow: row, toColumn: columnAt, mode: "move" });
      else if (row === at.row && columnAt === at.column && document.activeElement === field.current) begin();
      else go(goTo(row, columnAt, all));
      field.current?.focus({ preventScroll: true });
    },
    [go, begin],
  );

  const cancel = (): void => {
    if (field.current !== null) field.current.value = "";
    setState({ ...state, mode: "move" });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // a word being composed is the input method's
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const isControl = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const take = (): void => event.preventDefault();
    const isLeaving = leaves.current;
    leaves.current = false;
    if (event.key === "Tab") {
      const next = isLeaving ? null : nextCell(state, event.shiftKey ? -1 : 1, size);
      finish();
      if (next === null) return cancel();
      take();
      return setState(next);
    }
    if (event.key === "Enter" && !isControl && !event.altKey) {
      take();
      return go(goTo(state.row + (event.shiftKey ? -1 : 1), state.column, size));
    }
    if (event.key === "Escape") {
      // once to give up a change, once more to let Tab out
      leaves.current = state.mode === "move";
      if (state.mode !== "move") {
        take();
        event.stopPropagation();
      }
      return cancel();
    }
    if (state.mode === "choose") return;
    if (state.mode === "type") {
      const upOrDown = event.key === "ArrowUp" || event.key === "ArrowDown" ? moved(state, event.key, { isShift: false, isControl: false }, size) : null; // prettier-ignore
      if (upOrDown === null) return;
      take();
      return go(upOrDown);
    }
    if (event.key === "F2" || (event.altKey && event.key === "ArrowDown")) {
      take();
      return begin();
    }
    if (event.key === "Delete" || event.key === "Backspace") {
      take();
      return onClear(area);
    }
    if (isControl && !event.altKey && (key === "z" || key === "y")) {
      take();
      return onUndo(key === "y" || event.shiftKey);
    }
    if (isControl && key === "a") {
      take();
      return setState({ row: 0, column: 0, toRow: size.rows - 1, toColumn: size.columns - 1, mode: "move" });
    }
    const next = event.altKey ? null : moved(state, event.key, { isShift: event.shiftKey, isControl }, size);
    if (next === null) return;
    take();
    setState(next);
  };

  const onCopy = (event: ClipboardEvent): void => {
    if (state.mode !== "move") return;
    event.preventDefault();
    const rows = texts.slice(area.top, area.bottom + 1).map((row) => row.slice(area.left, area.right + 1));
    const isOne = area.top === area.bottom && area.left === area.right;
    event.clipboardData.setData("text/plain", isOne ? text : tsv(rows));
    if (event.type === "cut") onClear(area);
  };

  const paste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData("text/plain");
    // the page itself opens files that are pasted outside of fields
    event.stopPropagation();
    if (state.mode === "choose" || pasted === "") return;
    if (state.mode === "type" && !/[\t\n]/.test(pasted.trimEnd())) return;
    event.preventDefault();
    cancel();
    onPaste(area.top, area.left, pasted);
  };

  const options = column === undefined || state.mode !== "choose" ? null : choices(column);
  const fault = column === undefined ? undefined : faults[state.row]?.[column.id];
  const name =
    column === undefined
      ? ""
      : say("editor.cell", {
          column: headOf(language, column),
          row: state.row + 1,
          value: text === "" ? say("editor.emptyCell") : text,
        });
  const common = {
    "aria-label": name,
    "aria-invalid": fault !== undefined,
    "aria-describedby": hint,
    onFocus: () => {
      holdsFocus.current = true;
    },
    onBlur: () => {
      holdsFocus.current = false;
      if (state.mode === "move") return;
      finish();
      setState((at) => ({ ...at, mode: "move" }));
    },
  };
  const inCell =
    options === null ? (
      <CellInput
        key={`${state.row}/${state.column}`}
        field={field as RefObject<HTMLInputElement | null>}
        holdsFocus={holdsFocus}
        isTyping={state.mode === "type"}
        onBegin={() => setState((at) => (at.mode === "move" ? { ...at, mode: "type" } : at))}
        {...common}
      />
    ) : (
      <CellSelect
        field={field as RefObject<HTMLSelectElement | null>}
        value={text}
        options={options}
        onChoose={(chosen) => {
          setState({ ...state, mode: "move" });
          if (chosen !== text) onSet(state.row, state.column, chosen);
        }}
        {...common}
      />
    );
  return (
    <>
      <div className="xj-sheet-scroll">
        <table
          role="grid"
          className="xj-sheet"
          aria-label={label}
          aria-rowcount={size.rows + 1}
          aria-colcount={size.columns + 1}
          aria-multiselectable="true"
          onKeyDown={onKeyDown}
          onCopy={onCopy}
          onCut={onCopy}
          onPaste={paste}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className="xj-cell-number">
                <span className="xj-hidden">{say("editor.rowNumber")}</span>
              </th>
              {columns.map((each) => (
                <th key={each.id} scope="col" className={isNumeric(each) ? "xj-cell-right" : undefined}>
                  {headOf(language, each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {texts.map((row, i) => (
              <GridRow
                key={i}
                index={i}
                columns={columns}
                texts={row}
                faults={faults[i]}
                rowLabel={say("editor.rowOf", { row: i + 1, name: row[0] ?? "" })}
                left={i >= area.top && i <= area.bottom ? area.left : 0}
                right={i >= area.top && i <= area.bottom ? area.right : -1}
                activeColumn={i === state.row ? state.column : -1}
                field={i === state.row ? inCell : null}
                isTyping={i === state.row && state.mode !== "move"}
                onPress={press}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p id={hint} className={fault === undefined ? "xj-note xj-sheet-hint" : "xj-sheet-hint xj-sheet-fault"}>
        {fault ?? say("editor.keys")}
      </p>
    </>
  );
}
