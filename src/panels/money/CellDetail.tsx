import { money } from "../../text";
import { useWords } from "../context";
import { halfWidth } from "../judge";
import { valueAt, type CashColumn } from "./monthColumns";
import type { CashRow } from "./monthRows";

/** The cell stood on: which line, when, how much, by which formula and from where. */
export function CellDetail({ row, column }: { row: CashRow; column: CashColumn }) {
  const { say, language } = useWords();
  const { mean, ci95 } = valueAt(row, column);
  const half = ci95 === null ? 0 : halfWidth(ci95);
  const when =
    column.month !== null
      ? say("money.cellMonth", { year: column.year, month: column.month })
      : column.year === 0
        ? say("money.cellStart")
        : say("money.cellYear", { year: column.year });
  return (
    <div className="xj-cell-detail" role="status" data-testid="cell-detail">
      <p>
        <strong>{row.name}</strong>
        <span>{when}</span>
        <strong className="xj-number">{money(language, mean, { signed: true })}</strong>
        {half >= 0.5 && (
          <span className="xj-number">
            {say("money.plusMinus", { half: money(language, half, { headline: true }) })}
          </span>
        )}
      </p>
      <p>{say("money.formulaIs", { formula: row.formula })}</p>
      <p className="xj-note">{say("money.sourceIs", { source: row.source })}</p>
    </div>
  );
}
