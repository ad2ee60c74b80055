import { memo, type MouseEvent, type ReactNode } from "react";
import { rounded, type Column } from "../../sheet";

export interface GridRowProps {
  index: number;
  columns: readonly Column[];
  texts: readonly string[];
  /** what is wrong with a cell, by column; the row itself under "" */
  faults: Readonly<Record<string, string>> | undefined;
  rowLabel: string;
  /** what is marked of this row; right < left = nothing */
  left: number;
  right: number;
  activeColumn: number;
  /** the field in the active cell; only that row gets one */
  field: ReactNode;
  isTyping: boolean;
  onPress: (row: number, column: number, isShift: boolean, event: MouseEvent) => void;
}

const numeric: readonly string[] = ["number", "share", "time", "duration", "capacity"];
export const isNumeric = ({ kind }: Column): boolean => numeric.includes(kind.is);

/** One row of a table. Rendered again only when it says something else: sixty of them must not slow down a key. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, columns, texts, faults, rowLabel, left, right, activeColumn, field, isTyping, onPress } = props;
  return (
    <tr data-row={index} aria-rowindex={index + 2}>
      <th
        scope="row"
        className="xj-cell-number"
        data-fault={faults?.[""] !== undefined}
        data-active={activeColumn >= 0}
        title={faults?.[""]}
        onMouseDown={(event) => onPress(index, -1, event.shiftKey, event)}
      >
        <span aria-hidden="true">{index + 1}</span>
        <span className="xj-hidden">{rowLabel}</span>
      </th>
      {columns.map((column, i) => {
        const isActive = i === activeColumn;
        const text = texts[i] ?? "";
        return (
          <td
            key={column.id}
            data-column={column.id}
            className={isNumeric(column) ? "xj-cell xj-cell-right" : "xj-cell"}
            data-active={isActive}
            data-marked={i >= left && i <= right}
            data-fault={faults?.[column.id] !== undefined}
            aria-selected={i >= left && i <= right}
            title={faults?.[column.id] ?? (text.length > 24 ? text : undefined)}
            onMouseDown={(event) => onPress(index, i, event.shiftKey, event)}
          >
            {!(isActive && isTyping) && <span className="xj-cell-text">{rounded(text)}</span>}
            {isActive && field}
          </td>
        );
      })}
    </tr>
  );
}, same);

/** Texts and faults are made anew with every change of the line; what they say seldom differs. */
function same(before: GridRowProps, after: GridRowProps): boolean {
  const keys = ["index", "columns", "rowLabel", "left", "right", "activeColumn", "field", "isTyping", "onPress"] as const; // prettier-ignore
  return (
    keys.every((key) => before[key] === after[key]) &&
    before.texts.length === after.texts.length &&
    before.texts.every((text, i) => text === after.texts[i]) &&
    JSON.stringify(before.faults) === JSON.stringify(after.faults)
  );
}
