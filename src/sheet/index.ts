/**
 * The line as tables: columns as data, cells as text and back, rows added, moved and taken out with everything that
 * points at them, pasted blocks, faults at their cells. Knows no screen; a draft may be wrong, nothing here throws.
 */
export { blankScenario } from "./blank";
export { cellValue, seenBy, setCell, textsOf } from "./cellEdits";
export { choicesOf, type Kind } from "./cells";
export type { Draft, Follow } from "./draft";
export { faultsOf, type Fault } from "./faults";
export { followed } from "./follow";
export { headOf, readTsv, tableText, tsv } from "./grid";
export { getAt, isObject, type Json, type JsonObject, type Path } from "./json";
export { rounded } from "./numbers";
export { pasteBlock, type Pasted, type Refusal } from "./paste";
export type { Holders } from "./references";
export { addRow, duplicateRow, moveRow, removeRow, setRow, type Removal, type RowChange } from "./rowEdits";
export { columnsOf, hasShifts, isSingle, rowsAt, tableIds, type Column, type TableId } from "./tables";
export { forms } from "./times";
export { wordOf } from "./words";
