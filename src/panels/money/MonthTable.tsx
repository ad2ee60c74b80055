import { useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { MoneyResult } from "../../finance";
import { moneyColumn, type MoneyColumn } from "../../text";
import { useWords } from "../context";
import { CellDetail } from "./CellDetail";
import { cashRows, type CashRow } from "./monthRows";
import { columnsOf, valueAt, type CashColumn } from "./monthColumns";

interface Place {
  row: number;
  column: number;
}

/**
 * Cash by year; a year opens into its twelve months. One stop for the Tab key, arrows move from cell to cell, and the
 * cell stood on says its formula, its source and its amount in full.
 */
export function MonthTable({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const [open, setOpen] = useState<readonly number[]>([]);
  const [isExplained, setExplained] = useState(false);
  const [place, setPlace] = useState<Place>({ row: 0, column: 1 });
  const table = useRef<HTMLTableElement>(null);
  const titleId = useId();
  const rows = useMemo(() => cashRows(result, say, language), [result, say, language]);
  const columns = useMemo(() => columnsOf(result.cashFlow.horizonYears, open), [result, open]);
  const unit = useMemo(
    () =>
      moneyColumn(
        language,
        rows.flatMap((row) => row.years.map((year) => year.mean)),
      ),
    [rows, language],
  );
  const at: Place = { row: Math.min(place.row, rows.length - 1), column: Math.min(place.column, columns.length - 1) };
  const row = rows[at.row];
  const column = columns[at.column];

  const go = (next: Place): void => {
    const wanted: Place = {
      row: Math.max(0, Math.min(rows.length - 1, next.row)),
      column: Math.max(0, Math.min(columns.length - 1, next.column)),
    };
    setPlace(wanted);
    table.current?.querySelector<HTMLElement>(`[data-cell="${wanted.row} ${wanted.column}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target as HTMLElement).dataset["cell"]) return;
    const moves: Record<string, Place> = {
      ArrowLeft: { row: at.row, column: at.column - 1 },
      ArrowRight: { row: at.row, column: at.column + 1 },
      ArrowUp: { row: at.row - 1, column: at.column },
      ArrowDown: { row: at.row + 1, column: at.column },
      Home: { row: at.row, column: 0 },
      End: { row: at.row, column: columns.length - 1 },
    };
    const next = moves[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    go(next);
  };
  const toggle = (year: number): void =>
    setOpen(open.includes(year) ? open.filter((each) => each !== year) : [...open, year]);

  return (
    <section className="xj-money-part" aria-labelledby={titleId}>
      <div className="xj-money-head">
        <h3 id={titleId}>{say("money.cashTitle")}</h3>
        <button
          type="button"
          className="xj-link"
          aria-pressed={isExplained}
          onClick={() => setExplained(!isExplained)}
          data-testid="explain"
        >
          {say(isExplained ? "money.hideFormulas" : "money.showFormulas")}
        </button>
      </div>
      <div className="xj-scroll-x" role="region" aria-labelledby={titleId}>
        <table className="xj-table xj-months" role="grid" data-testid="cash-flow" ref={table} onKeyDown={onKeyDown}>
          <caption>{say("money.cashCaption", { unit: unit.unit })}</caption>
          <thead>
            <tr>
              <th scope="col">{say("money.yearEnd")}</th>
              {columns.map((each) => (
                <ColumnHead key={each.key} column={each} isOpen={open.includes(each.year)} onToggle={toggle} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((each, index) => (
              <Row
                key={each.id}
                row={each}
                index={index}
                columns={columns}
                unit={unit}
                selected={at.row === index ? at.column : null}
                isExplained={isExplained}
                onSelect={setPlace}
              />
            ))}
          </tbody>
        </table>
      </div>
      {row !== undefined && column !== undefined && <CellDetail row={row} column={column} />}
    </section>
  );
}

function ColumnHead({
  column,
  isOpen,
  onToggle,
}: {
  column: CashColumn;
  isOpen: boolean;
  onToggle: (year: number) => void;
}) {
  const { say } = useWords();
  if (column.month !== null)
    return (
      <th scope="col" className="xj-right xj-month">
        {say("money.monthShort", { month: column.month })}
      </th>
    );
  if (column.year === 0)
    return (
      <th scope="col" className="xj-right">
        {say("money.start")}
      </th>
    );
  return (
    <th scope="col" className="xj-right">
      <button
        type="button"
        className="xj-link"
        aria-expanded={isOpen}
        title={say(isOpen ? "money.closeYear" : "money.openYear", { year: column.year })}
        onClick={() => onToggle(column.year)}
      >
        {say("money.yearHead", { year: column.year })}
        <span aria-hidden="true">{isOpen ? " ▾" : " ▸"}</span>
      </button>
    </th>
  );
}

function Row({
  row,
  index,
  columns,
  unit,
  selected,
  isExplained,
  onSelect,
}: {
  row: CashRow;
  index: number;
  columns: readonly CashColumn[];
  unit: MoneyColumn;
  /** column stood on, if it is this row's */
  selected: number | null;
  isExplained: boolean;
  onSelect: (place: Place) => void;
}) {
  const { say } = useWords();
  const amount = (yuan: number): string => (Math.abs(yuan) < 0.5 ? say("money.zero") : unit.format(yuan));
  return (
    <tr className={row.isTotal ? "xj-total" : undefined} data-line={row.id}>
      <th scope="row" title={row.formula}>
        {row.name}
        {isExplained && (
          <>
            <span className="xj-term">{row.formula}</span>
            <span className="xj-term">{say("money.sourceIs", { source: row.source })}</span>
          </>
        )}
      </th>
      {columns.map((column, at) => (
        <td
          key={column.key}
          className={column.month === null ? "xj-right xj-number xj-cell" : "xj-right xj-number xj-cell xj-month"}
          data-cell={`${index} ${at}`}
          tabIndex={selected === at ? 0 : -1}
          aria-selected={selected === at}
          onClick={() => onSelect({ row: index, column: at })}
          onFocus={() => onSelect({ row: index, column: at })}
        >
          {amount(valueAt(row, column).mean)}
        </td>
      ))}
    </tr>
  );
}
